/**
 * Every page of a study of 5 000 responses that is computed from its answers, as its loader serves it: what is shown at
 * first, until all of it is there, again, and how long anybody else would have had to wait meanwhile. All is set against
 * reading and parsing the same rows in the same run.
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

type Page = { name: string; loader: unknown; search?: string; params?: Record<string, string> };
const pages: Page[] = [
  { name: "responses", loader: responses.loader },
  { name: "results, who answered", loader: results.loader },
  { name: "results, the anchor block", loader: results.loader, params: { block: "anchor" } },
  { name: "crosstab", loader: crosstab.loader, search: `?row=anchor.choice&column=~role&column=~size` },
  { name: "competitors", loader: analysis.loader },
  { name: "one answer to code", loader: code.loader, search: "?question=pmf.improve" },
  { name: "quality", loader: review.loader },
  { name: "overview", loader: overview.loader },
  { name: "those not flagged", loader: responses.loader, search: "?quality=unflagged" },
  { name: "opportunities", loader: opportunities.loader },
  { name: "stage", loader: stage.loader },
  { name: "insights", loader: insights.loader },
  { name: "insights through a filter", loader: insights.loader, search: "?role=user" },
  { name: "what an insight rests on", loader: evidence.loader, search: "?id=x" },
  { name: "PMF", loader: pmf.loader },
  { name: "needs", loader: needs.loader },
  { name: "chain", loader: chain.loader },
];

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

/** Until it is there, as the page looks again by itself; others must not wait for it. */
async function whole(open: () => Promise<unknown>): Promise<{ took: number; wait: number }> {
  return timed(async () => {
    for (let shown = await open(); isPending(shown); shown = await open())
      await new Promise((resolve) => setTimeout(resolve, 50));
  });
}
const isPending = (shown: unknown) =>
  typeof shown === "object" && shown !== null && "pending" in shown && shown.pending !== null;

/** A page must say something within this, in times of reading the rows alone, and compute all of it within that. */
const said = 14;
const computed = 30;

test("5 000 responses", { timeout: 600_000 }, async () => {
  const rows: number[] = [];
  for (let round = 0; round < 4; round++)
    rows.push((await timed(() => listEvidence(store, { workspaceId: owner.workspaceId, studyId }))).took);
  const plain = Math.min(...rows);
  const found = [];
  for (const { name, loader, search = "", params } of pages) {
    const open = async () => {
      const { status, body } = await run(loader, owner.request(`/x${search}`), { studyId, ...params });
      expect(status).toBe(200);
      return body;
    };
    const first = await timed(open);
    const all = await whole(open);
    const again = await timed(open);
    const wait = Math.max(first.wait, all.wait);
    found.push({ name, first: first.took, all: first.took + all.took, again: again.took, wait });
  }
  const inMs = (time: number) => `${time.toFixed(0)} ms`;
  console.info(
    [
      `reading the rows alone ${inMs(plain)}`,
      ...found.map(
        ({ name, first, all, again, wait }) =>
          `${name}: first ${inMs(first)}, there after ${inMs(all)} (× ${(all / plain).toFixed(1)}), again ${inMs(again)}, others wait ${inMs(wait)} at most`,
      ),
    ].join("\n"),
  );
  for (const { name, first, all } of found) {
    expect(first / plain, name).toBeLessThan(said);
    expect(all / plain, name).toBeLessThan(computed);
  }
});
