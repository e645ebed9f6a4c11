import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listEvidence } from "~/data/evidence";
import * as pmf from "~/routes/results/pmf";
import * as response from "~/routes/results/response";
import * as csv from "~/routes/results/responses-csv";
import * as review from "~/routes/results/review";
import * as overview from "~/routes/studies/overview";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { seedSample } from "~db/seed/sample";
import { insertEmptyStudy } from "../support/empty-study";
import { loaded } from "../support/loaded";
import { run } from "../support/run-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

type Visitor = Awaited<ReturnType<typeof signedIn>>;
let store: Store;
let owner: Visitor;
let viewer: Visitor;
let stranger: Visitor;
let studyId = "";
const path = () => `/studies/${studyId}/responses/review`;
const look = (query = "") => loaded(review.loader, owner.request(path() + query), { studyId });
const send = (fields: Record<string, string>, who = owner) =>
  run(review.action, who.request(path(), fields), { studyId });
const counted = () => listEvidence(store, { workspaceId: owner.workspaceId, studyId });

beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  owner = await signedIn(store);
  viewer = await signedIn(store, { role: "viewer" });
  stranger = await signedIn(store);
  studyId = await seedSample(store, { workspaceId: owner.workspaceId, now: Date.now() });
  // Whoever takes a second a page is fast.
  const [first] = await counted();
  const { responses } = store.tables;
  const { eq } = await import("drizzle-orm");
  await store.db
    .update(responses)
    .set({ seconds: Object.fromEntries(Object.keys(first!.seconds).map((page) => [page, 1])) })
    .where(eq(responses.id, first!.id));
});
afterAll(() => store.close());

describe("deciding about several at once", () => {
  test("takes the ticked, a flag's, or all; one undo takes all of it back and nothing else", async () => {
    const waiting = await look();
    const ids = waiting.queue.rows.map(({ id }) => id);
    const n = (await counted()).length;
    const at = (done: { body?: Record<string, unknown> }) => String(done.body?.at);
    expect((await send({ intent: "exclude-several", which: "all", reason: " " })).body).toMatchObject({
      ...{ kind: "several-refused", problem: "reason", typed: { which: "all" } },
    });
    expect((await send({ intent: "keep-several", which: "chosen" })).body).toMatchObject({ problem: "none" });

    // Somebody else's decision, which an undo of ours must not touch.
    await send({ intent: "keep", responseId: ids[0]! });
    const ticked = await send({
      intent: "exclude-several",
      which: "chosen",
      reason: "fast",
      responseId: ids[1]!,
    });
    expect(ticked.body).toMatchObject({ kind: "several", did: "excluded", n: 1 });
    expect(await counted()).toHaveLength(n - 1);
    expect((await send({ intent: "restore-several", at: at(ticked) })).body).toMatchObject({ n: 1 });

    const [{ kind, n: ofKind } = { kind: "", n: 0 }] = (await look()).kinds;
    const flagged = await send({ intent: "exclude-several", which: kind, reason: "all alike" });
    expect(flagged.body).toMatchObject({ did: "excluded", n: ofKind });
    expect(await counted()).toHaveLength(n - ofKind);
    const rest = await send({ intent: "keep-several", which: "all" });
    expect((await look()).queue.total).toBe(0);
    expect((await send({ intent: "restore-several", at: at(rest) }, viewer)).status).toBe(403);
    for (const done of [rest, flagged]) await send({ intent: "restore-several", at: at(done) });
    expect(await counted()).toHaveLength(n);
    const after = await look();
    expect([after.queue.total, after.decided.total]).toEqual([waiting.queue.total - 1, 1]);
    await send({ intent: "restore", responseId: ids[0]! });

    const seen = await overview.loader({ request: owner.request("/x"), params: { studyId }, context: {} });
    expect(seen.waiting).toBe(waiting.queue.total);
  });
});

describe("the review queue", () => {
  test("lists the flagged with the reason; exclude takes one out of every figure, undo brings it back", async () => {
    const before = await look();
    const fast = before.queue.rows.find(({ flags }) => flags.some(({ kind }) => kind === "speeding"));
    expect(fast).toBeDefined();
    const responseId = fast!.id;
    const n = (await counted()).length;
    const done = await send({ intent: "exclude", responseId, reason: "one second a page" });
    expect(done).toMatchObject({
      status: 200,
      body: { kind: "reviewed", intent: "exclude", undo: { intent: "restore", responseId } },
    });
    expect(await counted()).toHaveLength(n - 1);
    const fit = await loaded(pmf.loader, owner.request("/x"), { studyId });
    const after = await look();
    expect(after.queue.rows.map(({ id }) => id)).not.toContain(responseId);
    expect(after.decided.rows).toMatchObject([{ id: responseId, reason: "one second a page" }]);
    expect(after.sides.map(({ responses }) => responses)).toEqual([n - 1, after.sides[1]!.responses, n]);
    expect(after.sides[0]!.pmf).toEqual(fit.scores);
    const params = { studyId, responseId };
    const shown = await loaded(response.loader, owner.request("/x"), params);
    expect(shown.quality).toMatchObject({ review: "excluded", reason: "one second a page" });
    const file = await csv.loader({ request: owner.request("/x"), params: { studyId }, context: {} });
    const line = (await file.text()).split("\r\n").find((text) => text.includes(responseId));
    expect(line).toContain('"excluded","one second a page"');

    expect(await send({ ...(done.body!.undo as Record<string, string>) })).toMatchObject({ status: 200 });
    expect(await counted()).toHaveLength(n);
    expect((await look()).queue.total).toBe(before.queue.total);
  });

  test("taking an exclusion back can be undone to the same exclusion", async () => {
    const responseId = (await look()).queue.rows[0]!.id;
    const post = (fields: Record<string, string>) =>
      run(response.action, owner.request("/x", { responseId, ...fields }), { studyId, responseId });
    await post({ intent: "exclude", reason: "copied" });
    const restored = await post({ intent: "restore" });
    expect(restored.body!.undo).toEqual({ intent: "exclude", responseId, reason: "copied" });
    const kept = await post({ intent: "keep" });
    expect(kept.body!.undo).toMatchObject({ intent: "restore" });
    const [sound] = (await look()).decided.rows;
    expect(sound).toMatchObject({ id: responseId, review: "kept" });
    await post({ intent: "restore" });
  });

  test("an exclusion says why", async () => {
    const responseId = (await look()).queue.rows[0]!.id;
    const n = (await counted()).length;
    expect(await send({ intent: "exclude", responseId, reason: "  " })).toMatchObject({
      ...{ status: 400, body: { kind: "no-reason", responseId } },
    });
    expect(await counted()).toHaveLength(n);
  });

  test("belongs to the workspace, and to those who edit studies", async () => {
    const responseId = (await look()).queue.rows[0]!.id;
    const fields = { intent: "exclude", responseId, reason: "x" };
    const n = (await counted()).length;
    expect(await send(fields, stranger)).toMatchObject({ status: 404 });
    expect(await send(fields, viewer)).toMatchObject({ status: 403 });
    expect(await run(review.loader, stranger.request(path()), { studyId })).toMatchObject({ status: 404 });
    expect(await send({ ...fields, responseId: "none" })).toMatchObject({ status: 404 });
    expect(await send({ ...fields, intent: "delete" })).toMatchObject({ status: 404 });
    const emptyId = await insertEmptyStudy(store, owner.workspaceId);
    const elsewhere = await run(review.action, owner.request("/x", fields), { studyId: emptyId });
    expect(elsewhere).toMatchObject({ status: 404 });
    expect(await counted()).toHaveLength(n);
  });

  test("thresholds are the study's own, and a wrong one is shown as it was typed", async () => {
    const { typed, queue } = await look();
    expect(typed).toMatchObject({ nearShare: "75", speedAbove: "2" });
    const refused = await send({ intent: "thresholds", ...typed, nearShare: "many" });
    expect(refused).toMatchObject({
      status: 400,
      body: { kind: "refused", problems: ["nearShare"], typed: { nearShare: "many" } },
    });
    const saved = await send({ intent: "thresholds", ...typed, speedAbove: "1.2" });
    expect(saved.status).toBe(200);
    const stricter = await look();
    expect(stricter.typed.speedAbove).toBe("1.2");
    expect(stricter.queue.total).toBeGreaterThan(queue.total);
    await send({ intent: "thresholds", ...typed, speedAbove: "" });
    expect((await look()).queue.total).toBe(queue.total);
  });

  test("an empty study has nothing to review, whatever page is asked for", async () => {
    const emptyId = await insertEmptyStudy(store, owner.workspaceId);
    const empty = await loaded(review.loader, owner.request("/x?page=9"), { studyId: emptyId });
    expect(empty).toMatchObject({
      complete: 0,
      queue: { total: 0, page: 1, rows: [] },
      decided: { total: 0 },
    });
  });
});
