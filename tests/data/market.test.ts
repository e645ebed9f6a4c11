import { expect, test } from "vitest";
import {
  insertMarketScenario,
  listMarketScenarios,
  updateMarketScenario,
  updateMarketScenarioRemoved,
} from "~/data/market";
import { insertMarketSight, listMarketSights } from "~/data/market-sights";
import { sampleModel } from "~/domain/market/sample-model";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";
import { onBothEngines } from "../support/stores";

const model = sampleModel("zh-CN");
const insert = (store: Store, where: { workspaceId: string; studyId: string }, name = "基准", now = 1_000) =>
  insertMarketScenario(store, { ...where, name, model, seed: 7, updatedBy: "王敏", now });

onBothEngines("the market's scenarios", (store) => {
  test("come back as they were written, in the order in which they were made", async () => {
    const where = { workspaceId: newId(), studyId: newId() };
    await insert(store(), where, "基准", 1_000);
    await insert(store(), where, "保守", 2_000);
    expect(await listMarketScenarios(store(), where)).toMatchObject([
      { name: "基准", model, seed: 7, revision: 1, updatedAt: 1_000, updatedBy: "王敏" },
      { name: "保守" },
    ]);
  });

  test("are saved once for each revision: the second of two editors is told, and nothing is overwritten", async () => {
    const where = { workspaceId: newId(), studyId: newId() };
    const scenarioId = await insert(store(), where);
    const change = { ...where, scenarioId, revision: 1, model, updatedBy: "Li", now: 2_000 };
    expect(await updateMarketScenario(store(), { ...change, name: "First" })).toBe(2);
    expect(await updateMarketScenario(store(), { ...change, name: "Second" })).toBeNull();
    expect(await listMarketScenarios(store(), where)).toMatchObject([{ name: "First", revision: 2 }]);
  });

  test("are removed and brought back; a removed one cannot be saved", async () => {
    const where = { workspaceId: newId(), studyId: newId() };
    const scenarioId = await insert(store(), where);
    expect(await updateMarketScenarioRemoved(store(), { ...where, scenarioId, removedAt: 2_000 })).toBe(
      "基准",
    );
    expect(await listMarketScenarios(store(), where)).toEqual([]);
    const change = { ...where, scenarioId, revision: 1, name: "X", model, updatedBy: "Li", now: 3_000 };
    expect(await updateMarketScenario(store(), change)).toBeNull();
    await updateMarketScenarioRemoved(store(), { ...where, scenarioId, removedAt: null });
    expect(await listMarketScenarios(store(), where)).toMatchObject([{ name: "基准", revision: 1 }]);
  });

  test("keep how they were seen, newest first, once for each number", async () => {
    const where = { workspaceId: newId(), studyId: newId() };
    const scenarioId = await insert(store(), where);
    const of = { workspaceId: where.workspaceId, scenarioId };
    const range = { p10: 1, p50: 2, p90: 3, likely: 2 };
    const seen = {
      ...{ revision: 1, responses: 4, model, tied: [] },
      ranges: { tam: range, sam: range, som: range, later: range },
    };
    const sight = (number: number) => ({ ...of, number, fingerprint: `f${number}`, seen, now: number });
    for (let number = 1; number <= 33; number += 1) await insertMarketSight(store(), sight(number));
    await insertMarketSight(store(), { ...sight(33), fingerprint: "another" });
    const kept = await listMarketSights(store(), of);
    expect(kept[0]).toEqual({ number: 33, seenAt: 33, fingerprint: "f33", seen });
    expect(kept).toHaveLength(30);
    expect(await listMarketSights(store(), { ...of, workspaceId: newId() })).toEqual([]);
  });

  test("of another workspace or study are neither read, changed nor removed", async () => {
    const where = { workspaceId: newId(), studyId: newId() };
    const scenarioId = await insert(store(), where);
    const strangers = [
      { ...where, workspaceId: newId() },
      { ...where, studyId: newId() },
    ];
    for (const stranger of strangers) {
      expect(await listMarketScenarios(store(), stranger)).toEqual([]);
      const change = {
        ...stranger,
        scenarioId,
        revision: 1,
        name: "Stolen",
        model,
        updatedBy: "X",
        now: 2_000,
      };
      expect(await updateMarketScenario(store(), change)).toBeNull();
      expect(
        await updateMarketScenarioRemoved(store(), { ...stranger, scenarioId, removedAt: 1 }),
      ).toBeNull();
    }
    expect(await listMarketScenarios(store(), where)).toMatchObject([{ name: "基准", revision: 1 }]);
  });
});
