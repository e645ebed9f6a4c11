import { expect, test } from "vitest";
import { insertEntryStates, listContents, listEntryChanges, listHeads } from "~/data/entries";
import { putBack, removeEntry, saveEntries } from "~/server/entries";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";
import { insertEmptyStudy } from "../support/empty-study";
import { onBothEngines } from "../support/stores";

const month = (name: string, revenue: number) => ({
  ...{ month: name, revenue, variableCost: 0.1, fixedCost: 2e9, funding: 0 },
  ...{ acquisition: null, customers: 3, won: null, lost: 0 },
});
const change = (name: string, revenue: number, revision = 0) => ({
  ...{ key: name, revision, content: month(name, revenue) },
});
const kind = "money-month" as const;
const kinds = [kind];

onBothEngines("figures typed row by row", (store: () => Store) => {
  const emptyStudy = async () => {
    const workspaceId = newId();
    return { workspaceId, studyId: await insertEmptyStudy(store(), workspaceId), savedBy: "Li", now: 1 };
  };

  test("hold their newest state, in the order of their keys", async () => {
    const where = await emptyStudy();
    const first = [change("2026-02", 5), change("2026-01", 4)];
    await saveEntries(store(), { ...where, kind, changes: first });
    await saveEntries(store(), {
      ...where,
      kind,
      changes: [change("2026-02", 6.25, 1)],
      savedBy: "Wu",
      now: 2,
    });
    expect(await listContents(store(), { ...where, kind })).toEqual([
      month("2026-01", 4),
      month("2026-02", 6.25),
    ]);
    expect((await listHeads(store(), { ...where, kind }))[1]).toMatchObject({
      revision: 2,
      savedBy: "Wu",
      savedAt: 2,
    });
    expect(await listContents(store(), { ...where, kind: "renewal-cohort" })).toEqual([]);
  });

  test("of two editors the second is told what the first wrote, and nothing is written over", async () => {
    const where = await emptyStudy();
    await saveEntries(store(), { ...where, kind, changes: [change("2026-01", 4)] });
    const [li, wu] = await Promise.all(
      ["Li", "Wu"].map((savedBy, index) =>
        saveEntries(store(), { ...where, kind, changes: [change("2026-01", 5 + index, 1)], savedBy, now: 2 }),
      ),
    );
    const late = [...li!.late, ...wu!.late];
    expect(late).toHaveLength(1);
    const [kept] = await listContents(store(), { ...where, kind });
    expect(late[0]).toMatchObject({ revision: 2, content: kept });
    // Who has seen it may write over it; who says the same again changes nothing.
    const again = { ...where, kind, changes: [change("2026-01", 9, 2)] };
    expect(await saveEntries(store(), again)).toMatchObject({ written: [{ key: "2026-01" }], late: [] });
    expect(await saveEntries(store(), again)).toEqual({ written: [], late: [] });
  });

  test("are removed only as they were seen, written anew after that, and put back from any change", async () => {
    const where = await emptyStudy();
    await saveEntries(store(), { ...where, kind, changes: [change("2026-01", 4)] });
    await saveEntries(store(), { ...where, kind, changes: [change("2026-01", 5, 1)], now: 2 });
    const gone = { ...where, kind, key: "2026-01", now: 3 };
    expect(await removeEntry(store(), { ...gone, revision: 1 })).toEqual({ kind: "late" });
    expect(await removeEntry(store(), { ...gone, revision: 2 })).toMatchObject({ kind: "removed" });
    expect(await listContents(store(), { ...where, kind })).toEqual([]);
    expect(await removeEntry(store(), { ...gone, revision: 3 })).toBeNull();
    await saveEntries(store(), { ...where, kind, changes: [change("2026-01", 8)], now: 4 });
    const log = await listEntryChanges(store(), { ...where, kinds, limit: 9 });
    const said = (one: unknown) => (one as { revenue: number } | null)?.revenue ?? null;
    expect(log.map(({ before, after }) => [said(before), said(after)])).toEqual([
      [null, 8],
      [5, null],
      [4, 5],
      [null, 4],
    ]);
    await putBack(store(), { ...where, kinds, state: log[2]!.id, now: 5 });
    expect(await listContents(store(), { ...where, kind })).toEqual([month("2026-01", 4)]);
    expect(await putBack(store(), { ...where, kinds: ["market-series"], state: log[2]!.id })).toBeNull();
  });

  test("of another workspace are neither read, changed nor in the way", async () => {
    const where = await emptyStudy();
    const other = { ...where, workspaceId: newId() };
    await insertEntryStates(store(), { ...other, kind, changes: [change("2026-01", 9)] });
    await saveEntries(store(), { ...where, kind, changes: [change("2026-01", 4)] });
    expect(await listContents(store(), { ...where, kind })).toEqual([month("2026-01", 4)]);
    expect(await listEntryChanges(store(), { ...where, kinds, limit: 9 })).toHaveLength(1);
    const [theirs] = await listHeads(store(), { ...other, kind });
    expect(await putBack(store(), { ...where, kinds, state: theirs!.id })).toBeNull();
  });

  test("that are new and named by nobody get a key each", async () => {
    const where = await emptyStudy();
    const content = {
      name: "A",
      unit: "",
      source: "",
      kind: "own" as const,
      points: [{ year: 2020, amount: 1.5 }],
    };
    const changes = [content, { ...content, name: "B" }].map((one) => ({
      key: null,
      revision: 0,
      content: one,
    }));
    await saveEntries(store(), { ...where, kind: "market-series", changes });
    const kept = await listHeads(store(), { ...where, kind: "market-series" });
    expect(kept.map((one) => one.content?.name).sort()).toEqual(["A", "B"]);
    expect(new Set(kept.map(({ key }) => key)).size).toBe(2);
  });
});
