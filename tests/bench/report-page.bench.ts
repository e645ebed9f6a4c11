/**
 * The report of 5 000 responses as its loader serves it: the first time after an answer came in (as of before, while it is
 * counted), again, and computing all of it anew. Each is set against reading and parsing the same rows in the same run.
 */
import { desc } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listEvidence } from "~/data/evidence";
import { findStudy } from "~/data/studies";
import * as report from "~/routes/reports/report";
import { liveDocument } from "~/server/report-document";
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

/** Somebody more answers, at the end of the line. */
async function answer() {
  const { responses } = store.tables;
  const [last] = await store.db.select().from(responses).orderBy(desc(responses.completedAt)).limit(1);
  const later = Math.max(Date.now(), last!.completedAt!) + 1;
  await store.db
    .insert(responses)
    .values({ ...last!, id: newId(), keyHash: newId(), updatedAt: later, completedAt: later });
}

/** The longest that anybody else would have had to wait meanwhile. */
async function longestWait(work: () => Promise<unknown>): Promise<number> {
  let [longest, last] = [0, performance.now()];
  const look = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  };
  const clock = setInterval(look, 1);
  await work();
  look();
  clearInterval(clock);
  return longest;
}

/** Until what was asked for behind the page is there. */
async function caughtUp() {
  while ((await open()).catchingUp) await new Promise((resolve) => setTimeout(resolve, 50));
}

const study = () => findStudy(store, { workspaceId: owner.workspaceId, studyId });
const whole = async () =>
  liveDocument(store, (await study())!, { now: Date.now(), fresh: true }).then(({ document }) => document);

test("5 000 responses", { timeout: 600_000 }, async () => {
  const begun = (await open()).document.responses;
  expect(begun).toBeGreaterThan(wanted - 200);
  const [first, again, computed, rows, waits]: number[][] = [[], [], [], [], []];
  const rounds = 5;
  for (let round = 0; round < rounds; round++) {
    rows!.push(await timed(() => listEvidence(store, { workspaceId: owner.workspaceId, studyId })));
    await answer();
    first!.push(await timed(open));
    await caughtUp();
    again!.push(await timed(open));
    await answer();
    const wait = longestWait(async () => computed!.push(await timed(whole)));
    waits!.push(await wait);
  }
  expect((await open()).document.responses).toBe(begun + 2 * rounds);
  const least = (times: number[] | undefined) => Math.min(...times!);
  const [cold, warm, full] = [least(first), least(again), least(computed)];
  const [plain, wait] = [least(rows), least(waits)];
  console.info(
    `after an answer came in ${cold.toFixed(0)} ms, again ${warm.toFixed(0)} ms; computing all of it ${full.toFixed(0)} ms (× ${(full / plain).toFixed(1)} of reading the rows alone, ${plain.toFixed(0)} ms), others wait ${wait.toFixed(0)} ms at most`,
  );
  expect(cold).toBeLessThan(300);
  expect(cold).toBeLessThan(plain);
  expect(warm).toBeLessThan(plain);
  expect(full / plain).toBeLessThan(14);
  expect(wait).toBeLessThan(full / 2);
});
