/**
 * Every page of a study of 5 000 responses that is computed from its answers, as its loader serves it: opened the first
 * time, again, and how long anybody else would have had to wait meanwhile. All is set against reading and parsing the
 * same rows in the same run.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { listEvidence } from "~/data/evidence";
import * as analysis from "~/routes/competitors/analysis";
import * as opportunities from "~/routes/growth/opportunities";
import * as stage from "~/routes/growth/stage";
import * as chain from "~/routes/results/chain";
import * as code from "~/routes/results/code-answers";
import * as crosstab from "~/routes/results/crosstab";
import * as evidence from "~/routes/results/insight-evidence";
import * as insights from "~/routes/results/insights";
import * as needs from "~/routes/results/needs";
import * as pmf from "~/routes/results/pmf";
import * as responses from "~/routes/results/responses";
import * as results from "~/routes/results/results";
import * as review from "~/routes/results/review";
import * as overview from "~/routes/studies/overview";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { seedSample } from "~db/seed/sample";
import { growStudy } from "../support/grown-study";
import { run } from "../support/run-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

const wanted = 5_000;
let store: Store;
let owner: Awaited<ReturnType<typeof signedIn>>;
let studyId = "";
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  owner = await signedIn(store);
  studyId = await seedSample(store, { workspaceId: owner.workspaceId, now: Date.now() });
  await growStudy(store, { workspaceId: owner.workspaceId, studyId }, wanted);
}, 600_000);
afterAll(() => store.close());

const pages = {
  responses: [responses, ""],
  overview: [overview, ""],
  "results, who": [results, ""],
  "results, anchor": [results, "", { block: "anchor" }],
  "results, user": [results, "", { block: "user" }],
  unflagged: [responses, "?quality=unflagged"],
  review: [review, ""],
  crosstab: [crosstab, "?row=anchor.choice&column=~role&column=~size&column=~industry"],
  pmf: [pmf, ""],
  needs: [needs, ""],
  code: [code, "?question=pmf.improve"],
  chain: [chain, ""],
  analysis: [analysis, ""],
  stage: [stage, ""],
  insights: [insights, ""],
  "insights, users": [insights, "?role=user"],
  "insight evidence": [evidence, "?id=x"],
  opportunities: [opportunities, ""],
} as const;

/** How long it took, and the longest that anybody else would have had to wait meanwhile. */
async function timed(work: () => Promise<unknown>): Promise<{ took: number; wait: number }> {
  const begin = performance.now();
  let [wait, last] = [0, begin];
  const look = () => {
    wait = Math.max(wait, performance.now() - last);
    last = performance.now();
  };
  const clock = setInterval(look, 1);
  await work();
  const took = performance.now() - begin;
  look();
  clearInterval(clock);
  return { took, wait };
}

test("5 000 responses", { timeout: 600_000 }, async () => {
  const rows: { took: number; wait: number }[] = [];
  for (let round = 0; round < 4; round++)
    rows.push(await timed(() => listEvidence(store, { workspaceId: owner.workspaceId, studyId })));
  const plain = Math.min(...rows.map(({ took }) => took));
  console.info(rows);
  for (const [name, [{ loader }, search, params = {}]] of Object.entries(pages) as [string, any][]) {
    const open = async () => {
      const { status } = await run(loader, owner.request(`/x${search}`), { studyId, ...params });
      expect(status).toBe(200);
    };
    const [first, again] = [await timed(open), await timed(open)];
    console.info(name, first, again, (first.took / plain).toFixed(1));
  }
});
