/**
 * The report of 5 000 responses as its loader serves it: the first time after an answer came in (as of before, while it is
 * counted), again, through a filter nobody has looked through (how far it is), and computing all of it anew. Each is set
 * against reading and parsing the same rows in the same run.
 */
import { desc } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listEvidence } from "~/data/evidence";
import { findStudy } from "~/data/studies";
import { isPending } from "~/domain/report/document/report-document";
import * as report from "~/routes/reports/report";
import { liveDocument } from "~/server/report-document";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";
import { seedSample } from "~db/seed/sample";
import { growStudy } from "../support/grown-study";
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
  await growStudy(store, { workspaceId: owner.workspaceId, studyId }, wanted);
}, 600_000);
afterAll(() => store.close());

const open = (search = "") => loaded(report.loader, owner.request(`/x${search}`), { studyId });
/** As others: through which nobody has looked. */
const filters = ["role=user", "role=decider", "role=requester", "size=10-49", "role=user&role=decider"];
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

/** Until what was asked for is there, and is the newest. */
async function caughtUp(search = "") {
  for (;;) {
    const { document, catchingUp } = await open(search);
    if (!isPending(document) && !catchingUp) return document;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const study = () => findStudy(store, { workspaceId: owner.workspaceId, studyId });
const whole = async () =>
  liveDocument(store, (await study())!, { now: Date.now(), fresh: true }).then(({ document }) => document);

test("5 000 responses", { timeout: 600_000 }, async () => {
  const begun = (await caughtUp()).responses;
  expect(begun).toBeGreaterThan(wanted - 200);
  const [first, again, filtered, computed, rows, waits]: number[][] = [[], [], [], [], [], []];
  const rounds = filters.length;
  for (let round = 0; round < rounds; round++) {
    rows!.push(await timed(() => listEvidence(store, { workspaceId: owner.workspaceId, studyId })));
    await answer();
    first!.push(await timed(open));
    await caughtUp();
    again!.push(await timed(open));
    const search = `?${filters[round]}`;
    filtered!.push(await timed(async () => expect(isPending((await open(search)).document)).toBe(true)));
    expect((await caughtUp(search)).responses).toBeGreaterThan(100);
    await answer();
    const wait = longestWait(async () => computed!.push(await timed(whole)));
    waits!.push(await wait);
  }
  expect((await open()).document.responses).toBe(begun + 2 * rounds);
  const least = (times: number[] | undefined) => Math.min(...times!);
  const [cold, warm, full] = [least(first), least(again), least(computed)];
  const narrow = least(filtered);
  const [plain, wait] = [least(rows), least(waits)];
  console.info(
    `after an answer came in ${cold.toFixed(0)} ms, again ${warm.toFixed(0)} ms, first through a filter ${narrow.toFixed(0)} ms (${filtered!.map((time) => time.toFixed(0)).join(", ")}); computing all of it ${full.toFixed(0)} ms (× ${(full / plain).toFixed(1)} of reading the rows alone, ${plain.toFixed(0)} ms), others wait ${wait.toFixed(0)} ms at most`,
  );
  expect(cold).toBeLessThan(300);
  expect(narrow).toBeLessThan(300);
  expect(cold).toBeLessThan(plain);
  expect(warm).toBeLessThan(plain);
  expect(full / plain).toBeLessThan(14);
  expect(wait).toBeLessThan(full / 2);
});
