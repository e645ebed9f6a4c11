/**
 * The market page of three scenarios after each of them was changed, so that nothing is remembered: sizes, decision, what moved
 * and why; against reading the same rows from the store and doing nothing with them.
 */
import { expect, test } from "vitest";
import { listEvidence } from "~/data/evidence";
import { insertMarketScenario, listMarketScenarios, updateMarketScenario } from "~/data/market";
import * as market from "~/routes/market/market";
import { useStore } from "~/server/store";
import { seedSample } from "~db/seed/sample";
import { args } from "../support/call-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

const [rounds, scenarioCount] = [6, 3];
/** What a page may cost its server. */
const budget = 300;

/** Milliseconds of processor since then: what a page costs, however busy the machine is with other work. */
const spent = (begin: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1_000;
};

test("three scenarios, each of them changed", async () => {
  const store = await openMemoryStore();
  useStore(store);
  const owner = await signedIn(store);
  const now = Date.now();
  const studyId = await seedSample(store, { workspaceId: owner.workspaceId, now });
  const where = { workspaceId: owner.workspaceId, studyId };
  const common = { ...where, updatedBy: "", now };
  const [base] = await listMarketScenarios(store, where);
  for (let more = 2; more < scenarioCount; more++)
    await insertMarketScenario(store, { ...common, name: `${more}`, model: base!.model, seed: more });
  const change = async (round: number) => {
    for (const { id, name, model, revision } of await listMarketScenarios(store, where)) {
      const segments = model.segments.map((segment) => ({
        ...segment,
        companies: { ...segment.companies, high: segment.companies.high + 1_000 * round },
        growth: { ...segment.growth, high: segment.growth.high + 0.001 },
      }));
      await updateMarketScenario(store, {
        ...{ ...common, scenarioId: id, revision, name, model: { ...model, segments } },
      });
    }
  };
  const load = () => market.loader(args(owner.request(`/studies/${studyId}/market`), { studyId }));
  await load();
  const [pages, reads]: [number[], number[]] = [[], []];
  for (let round = 1; round <= rounds; round++) {
    await change(round);
    const begin = process.cpuUsage();
    const page = await load();
    pages.push(spent(begin));
    expect(page.open?.moved.move?.causes.length).toBe(4);
    const again = process.cpuUsage();
    await Promise.all([listMarketScenarios(store, where), listEvidence(store, where)]);
    reads.push(spent(again));
  }
  const [page, read] = [Math.min(...pages), Math.min(...reads)];
  console.info(
    `market page of ${scenarioCount} changed scenarios: ${page.toFixed(0)} ms, reading alone ${read.toFixed(1)} ms, ratio ${(page / read).toFixed(1)}`,
  );
  expect(page).toBeLessThan(budget);
});
