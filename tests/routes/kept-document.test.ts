/** What of a large study's report is shown at once, and what is waited for. */
import { eq, isNotNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { updateReviews } from "~/data/quality";
import { findStudy, type Study } from "~/data/studies";
import { buildDocument } from "~/domain/report/document/build-document";
import { keptDocument } from "~/server/kept-document";
import { readMembersReport } from "~/server/report-document";
import { warmReports } from "~/server/warm-reports";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";
import { seedSample } from "~db/seed/sample";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

let store: Store;
let study: Study;
beforeAll(async () => {
  store = await openMemoryStore();
  const { workspaceId } = await signedIn(store);
  const studyId = await seedSample(store, { workspaceId, now: Date.now() });
  study = (await findStudy(store, { workspaceId, studyId }))!;
});
afterAll(() => store.close());

/** So many that nobody waits for the newest. */
async function grow() {
  const { responses } = store.tables;
  const complete = await store.db.select().from(responses).where(isNotNull(responses.completedAt));
  for (let copy = 0; copy * complete.length < 1000; copy++)
    for (let at = 0; at < complete.length; at += 50)
      await store.db
        .insert(responses)
        .values(complete.slice(at, at + 50).map((one) => ({ ...one, id: newId(), keyHash: newId() })));
}

let computations = 0;
const look = (kind: "live" | "outside", fresh = false) =>
  keptDocument(store, {
    ...{ study, kind, fresh, now: Date.now() },
    compute: function* ({ evidence, ...input }) {
      computations++;
      yield;
      const document = buildDocument({ ...input, evidence: [] }, { computedAt: Date.now(), version: "" });
      return { ...document, responses: evidence.length };
    },
  });
const counted = async (shown: ReturnType<typeof look>) => {
  const { document, catchingUp } = await shown;
  return [document.responses, catchingUp];
};

const { floor, random } = Math;
async function anotherAnswer() {
  const { responses } = store.tables;
  const [one] = await store.db.select().from(responses).where(eq(responses.role, "user")).limit(1);
  const id = newId(Date.now() + floor(random() * 1000));
  const now = Date.now() + 1;
  await store.db.insert(responses).values({ ...one!, id, keyHash: id, updatedAt: now, completedAt: now });
  return id;
}
const remove = (id: string) =>
  store.db.delete(store.tables.responses).where(eq(store.tables.responses.id, id));

test("a small study waits for its newest answer", async () => {
  const { document } = await look("live");
  await anotherAnswer();
  expect(await counted(look("live"))).toEqual([document.responses + 1, false]);
});

describe("of a large study", () => {
  beforeAll(grow);

  test("another answer: as of before at once, and up to date by itself a moment later", async () => {
    const { document } = await look("live", true);
    const n = document.responses;
    const id = await anotherAnswer();
    // A slow machine is not to catch up between two lines.
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    expect(await counted(look("live"))).toEqual([n, true]);
    await store.db
      .update(store.tables.responses)
      .set({ completedAt: null, revision: 99 })
      .where(eq(store.tables.responses.id, await anotherAnswer()));
    expect(await counted(look("live"))).toEqual([n, true]);
    expect(await counted(look("live", true))).toEqual([n + 1, false]);
    await anotherAnswer();
    expect(await counted(look("live"))).toEqual([n + 1, true]);
    vi.advanceTimersByTime(1000);
    vi.useRealTimers();
    await expect.poll(() => counted(look("live")), { timeout: 10_000 }).toEqual([n + 2, false]);

    await remove(id);
    expect(await counted(look("live"))).toEqual([n + 1, false]);
  });

  test("two who open it at once wait for one computation", async () => {
    await anotherAnswer();
    const before = computations;
    const [one, other] = await Promise.all([look("live", true), look("live", true)]);
    expect(other.document).toBe(one.document);
    expect(computations).toBe(before + 1);
  });

  test("after a start its report is made ready, and then opens without being computed", async () => {
    await warmReports(store, { now: Date.now, stopped: () => false });
    const given = { study, can: { readStudies: true }, now: Date.now() };
    const [one, other] = [await readMembersReport(store, given), await readMembersReport(store, given)];
    expect(one.document.responses).toBeGreaterThan(1000);
    expect(other.document.computedAt).toBe(one.document.computedAt);
    expect(one.document.computedAt).toBeLessThan(given.now);
  });

  test("who left, and who is left out, is waited for", async () => {
    const { document } = await look("outside", true);
    const n = document.responses;
    const id = await anotherAnswer();
    await look("outside", true);
    await remove(id);
    await anotherAnswer();
    await anotherAnswer();
    expect(await counted(look("outside"))).toEqual([n + 2, false]);

    const responseId = await anotherAnswer();
    await look("outside", true);
    const { workspaceId, id: studyId } = study;
    await updateReviews(store, {
      ...{ workspaceId, studyId, responseIds: [responseId] },
      ...{ review: "excluded", reason: "", memberId: "m", now: Date.now() },
    });
    expect(await counted(look("outside"))).toEqual([n + 2, false]);
  });
});
