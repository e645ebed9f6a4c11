/** The report of a large study that is not there yet: every page says how far it is, and never what no longer holds. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { updateReviews } from "~/data/quality";
import { listReportShares } from "~/data/report-shares";
import { listCompleteResponses } from "~/data/responses";
import { findStudy, type Study } from "~/data/studies";
import { buildDocument } from "~/domain/report/document/build-document";
import { isPending, type PendingReport, type ReportDocument } from "~/domain/report/document/report-document";
import * as manage from "~/routes/reports/manage";
import * as present from "~/routes/reports/present";
import * as report from "~/routes/reports/report";
import * as sharedPresent from "~/routes/share/present";
import * as shared from "~/routes/share/shared";
import { keptDocument, orPendingReport } from "~/server/kept-document";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";
import { seedSample } from "~db/seed/sample";
import { growStudy } from "../support/grown-study";
import { loaded } from "../support/loaded";
import { cookieOf, get, post, run } from "../support/run-route";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

type Shown = ReportDocument | PendingReport;

let store: Store;
let owner: Awaited<ReturnType<typeof signedIn>>;
let where: { workspaceId: string; studyId: string };
let study: Study;
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  owner = await signedIn(store);
  const studyId = await seedSample(store, { workspaceId: owner.workspaceId, now: Date.now() });
  where = { workspaceId: owner.workspaceId, studyId };
  study = (await findStudy(store, where))!;
});
afterAll(() => store.close());

const open = (search = "") => loaded(report.loader, owner.request(`/x${search}`), { studyId: where.studyId });
const slides = async (search = "") =>
  (await loaded(present.loader, owner.request(`/x${search}`), { studyId: where.studyId })).document;
async function link(fields: Record<string, string> = {}): Promise<string> {
  const usual = { intent: "share", name: "Board", audience: "product", expiry: "30", snapshot: "" };
  const asked = owner.request("/x", { ...usual, password: "", ...fields });
  expect((await run(manage.action, asked, { studyId: where.studyId })).status).toBe(200);
  return (await listReportShares(store, where))[0]!.token;
}
async function opened(token: string, cookie = "") {
  const { body } = await run(shared.loader, get(`/share/${token}`, { Cookie: cookie }), { token });
  return body as { kind: string; document: Shown };
}
const views = async (token: string) =>
  (await listReportShares(store, where)).find((one) => one.token === token)?.views;

const soon = () => new Promise((resolve) => setTimeout(resolve, 20));
/** All that a reader sees who looks again until the report is there. */
async function waited(
  look: () => Promise<Shown>,
): Promise<{ document: ReportDocument; before: PendingReport[] }> {
  const before: PendingReport[] = [];
  for (;;) {
    const shown = await look();
    if (!isPending(shown)) return { document: shown, before };
    before.push(shown);
    await soon();
  }
}

async function answer() {
  const { responses } = store.tables;
  const [one] = await store.db.select().from(responses).where(eq(responses.role, "user")).limit(1);
  const id = newId();
  const now = Date.now();
  await store.db.insert(responses).values({ ...one!, id, keyHash: id, updatedAt: now, completedAt: now });
}
/** A user is left out; returns how many still count. */
async function exclude(): Promise<number> {
  const users = (await listCompleteResponses(store, where)).filter(({ role }) => role === "user");
  const counted = users.filter(({ review }) => review !== "excluded");
  await updateReviews(store, {
    ...{ ...where, responseIds: [counted[0]!.id] },
    ...{ review: "excluded", reason: "", memberId: "m", now: Date.now() },
  });
  return counted.length - 1;
}

test("of a small study nobody is told to wait", async () => {
  const token = await link();
  expect((await opened(token)).document).toHaveProperty("chapters");
  expect(await views(token)).toBe(1);
  expect((await open()).document).toHaveProperty("chapters");
  expect((await open("?role=user")).document).toHaveProperty("chapters");
  expect(await slides("?role=decider")).toHaveProperty("chapters");
});

describe("of a large one", () => {
  beforeAll(() => growStudy(store, where, 3000), 60_000);

  test("the first look through a filter tells how far it is, beside a bar that works; then it is there", async () => {
    const { document, bar } = await open("?role=user");
    expect(document).toMatchObject({ product: study.product, sample: true });
    expect(document).not.toHaveProperty("chapters");
    expect(bar).toMatchObject({ total: expect.any(Number), chips: [{ key: "role" }] });
    expect(bar?.shown).toBe(document.responses);
    const { document: there, before } = await waited(async () => (await open("?role=user")).document);
    const shares = [document as PendingReport, ...before].map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    for (const share of shares) expect(share >= 0 && share < 1).toBe(true);
    expect(shares.at(-1)).toBeGreaterThan(shares[0]!);
    for (const { responses } of before) expect([null, there.responses]).toContain(responses);
    const users = (await listCompleteResponses(store, where)).filter(({ role }) => role === "user");
    expect(there.responses).toBe(users.length);
    expect((await open("?role=user")).document).toHaveProperty("chapters");
    expect(await slides("?role=user")).toHaveProperty("chapters");
  });

  test("the slides wait as the page does", async () => {
    expect(await slides("?role=decider")).not.toHaveProperty("chapters");
    expect((await waited(() => slides("?role=decider"))).document.responses).toBeGreaterThan(100);
  });

  test("answers that come in meanwhile do not begin it anew", async () => {
    const { before } = await waited(async () => {
      await answer();
      return (await open("?role=user&role=requester")).document;
    });
    expect(before.length).toBeGreaterThan(1);
    const shares = before.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    // Shown as of when it was begun (or of while it was read), and followed by the newest.
    expect((await open("?role=user&role=requester")).catchingUp).toBe(true);
    const all = (await listCompleteResponses(store, where)).filter(
      ({ role, review }) => ["user", "requester"].includes(role) && review !== "excluded",
    );
    await expect
      .poll(async () => (await open("?role=user&role=requester")).document.responses, { timeout: 20_000 })
      .toBe(all.length);
  });

  test("who was left out is not counted by anything shown afterwards, also when that came half-way", async () => {
    await waited(async () => (await open("?role=user")).document);
    const left = await exclude();
    const first = (await open("?role=user")).document;
    expect(first).not.toHaveProperty("chapters");
    expect([null, left]).toContain(first.responses);
    const fewer = await exclude();
    const { document, before } = await waited(async () => (await open("?role=user")).document);
    for (const { responses } of [...before, document]) expect([null, fewer]).toContain(responses);
    expect(document.responses).toBe(fewer);
    // What was begun before it is over by now, and has not taken its place.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await open("?role=user")).document.responses).toBe(fewer);
  });

  test("a link tells no number meanwhile, and waiting is not a second view", async () => {
    const token = await link();
    const { kind, document } = await opened(token);
    expect(kind).toBe("open");
    expect(document).toEqual({
      ...{ product: study.product, sample: true },
      ...{ share: expect.any(Number), responses: null },
    });
    expect(await views(token)).toBe(0);
    const seen = await waited(async () => (await opened(token)).document);
    expect(seen.document.responses).toBeGreaterThan(2000);
    for (const { responses } of seen.before) expect(responses).toBeNull();
    expect(await views(token)).toBe(1);
  });

  test("beside everybody's, a link through a filter goes on, and does not fall back", async () => {
    const token = await link({ people: "?role=user" });
    const slide = () => loaded(sharedPresent.loader, get("/x"), { token });
    const { before, document } = await waited(async () => (await slide()).document);
    expect(before.length).toBeGreaterThan(0);
    const shares = before.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(document.filter).toBeDefined();
  });

  test("before the password nothing is said at all", async () => {
    const token = await link({ password: "three blind mice", people: "?role=decider" });
    expect(await opened(token)).toEqual({ kind: "locked" });
    const entered = await run(shared.action, post(`/share/${token}`, { password: "three blind mice" }), {
      token,
    });
    expect((await opened(token, cookieOf(entered))).kind).toBe("open");
  });
});

test("what fails is said, and not waited for again and again", async () => {
  let tried = 0;
  const look = () =>
    orPendingReport(
      study,
      keptDocument(store, {
        ...{ study, kind: "live", soon: true, filter: { region: ["nowhere"] }, now: Date.now() },
        compute: function* (input) {
          tried++;
          const until = performance.now() + 400;
          while (performance.now() < until) yield;
          if (tried > 0) throw new Error("half-way");
          return buildDocument(input, { computedAt: 0, version: "" });
        },
      }),
    );
  expect((await look()).document).not.toHaveProperty("chapters");
  await expect(waited(async () => (await look()).document)).rejects.toThrow("half-way");
  await expect(look()).rejects.toThrow("half-way");
  expect(tried).toBe(1);
});
