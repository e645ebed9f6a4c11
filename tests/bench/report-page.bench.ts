/**
 * The report of 5 000 responses as its loader serves it: the first time after an answer came in, and again. The first
 * is set against reading and parsing the same rows, which nobody can do without.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { listEvidence } from "~/data/evidence";
import * as report from "~/routes/reports/report";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";
import { seedSample } from "~db/seed/sample";
import { loaded } from "../support/loaded";
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
  const { responses, companies } = store.tables;
  const [answered, named] = await Promise.all([
    store.db.select().from(responses),
    store.db.select().from(companies),
  ]);
  const complete = answered.filter(({ completedAt }) => completedAt !== null);
  for (let copy = 1; copy * complete.length < wanted; copy++) {
    const idOf = (id: string | null) => id && `${id}-${copy}`;
    await store.db.insert(companies).values(
      named.map((one) => ({
        ...one,
        id: idOf(one.id)!,
        name: `${one.name} ${copy}`,
        nameKey: `${one.nameKey}${copy}`,
      })),
    );
    for (let at = 0; at < complete.length; at += 50)
      await store.db.insert(responses).values(
        complete.slice(at, at + 50).map((one) => ({
          ...one,
          id: newId(),
          keyHash: newId(),
          companyId: idOf(one.companyId),
        })),
      );
  }
}, 600_000);
afterAll(() => store.close());

const open = () => loaded(report.loader, owner.request("/x"), { studyId });
async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** What a single answer more does: nothing of the report may be remembered. */
async function touch() {
  const { responses } = store.tables;
  await store.db.update(responses).set({ updatedAt: Date.now() + Math.round(performance.now()) });
}

test("5 000 responses", { timeout: 600_000 }, async () => {
  expect((await open()).document.responses).toBeGreaterThan(wanted - 200);
  const [first, again, rows]: number[][] = [[], [], []];
  for (let round = 0; round < 5; round++) {
    await touch();
    rows!.push(await timed(() => listEvidence(store, { workspaceId: owner.workspaceId, studyId })));
    first!.push(await timed(open));
    again!.push(await timed(open));
  }
  const [cold, warm, plain] = [first!, again!, rows!].map((times) => Math.min(...times)) as [
    number,
    number,
    number,
  ];
  console.info(
    `after an answer came in ${cold.toFixed(0)} ms, again ${warm.toFixed(0)} ms; the rows alone ${plain.toFixed(0)} ms (× ${(cold / plain).toFixed(1)})`,
  );
  expect(warm).toBeLessThan(300);
  expect(warm).toBeLessThan(plain);
});
