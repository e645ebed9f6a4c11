/** Pages of a large study that are computed from all its answers: each says how far it is, and never shows who was left out. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { updateReviews } from "~/data/quality";
import { listCompleteResponses } from "~/data/responses";
import type { Progress } from "~/domain/steps";
import * as opportunities from "~/routes/growth/opportunities";
import * as chain from "~/routes/results/chain";
import * as evidence from "~/routes/results/insight-evidence";
import * as insights from "~/routes/results/insights";
import * as needs from "~/routes/results/needs";
import * as pmf from "~/routes/results/pmf";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";
import { seedSample } from "~db/seed/sample";
import { growStudy } from "../support/grown-study";
import { loaded } from "../support/loaded";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

let store: Store;
let owner: Awaited<ReturnType<typeof signedIn>>;
let where: { workspaceId: string; studyId: string };
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  owner = await signedIn(store);
  const studyId = await seedSample(store, { workspaceId: owner.workspaceId, now: Date.now() });
  where = { workspaceId: owner.workspaceId, studyId };
});
afterAll(() => store.close());

const asked = (search: string) => [owner.request(`/x${search}`), { studyId: where.studyId }] as const;
const open = {
  insights: (search = "") => loaded(insights.loader, ...asked(search)),
  evidence: (id: string, search = "") =>
    loaded(evidence.loader, ...asked(`${search || "?"}&id=${encodeURIComponent(id)}`)),
  pmf: () => loaded(pmf.loader, ...asked("")),
  needs: () => loaded(needs.loader, ...asked("")),
  chain: (search = "") => loaded(chain.loader, ...asked(search)),
  opportunities: () => loaded(opportunities.loader, ...asked("")),
};

type FilteredPage = { pending: Progress | null; filter: { shown: number | null } };

/** All that a reader sees who looks again until it is there. */
async function waited<T extends { pending: Progress | null }>(look: () => Promise<T>) {
  const before: Progress[] = [];
  for (;;) {
    const shown = await look();
    if (!shown.pending) return { shown, before };
    before.push(shown.pending);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
/** Only ever more of it is done, and never all before it is there. */
function expectToGrow(before: readonly Progress[]) {
  const shares = before.map(({ share }) => share);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  for (const share of shares) expect(share >= 0 && share < 1).toBe(true);
}

async function answer(more: { completedAt?: null } = {}) {
  const { responses } = store.tables;
  const [one] = await store.db.select().from(responses).where(eq(responses.role, "user")).limit(1);
  const [id, now] = [newId(), Date.now()];
  const written = { ...one!, id, keyHash: id, updatedAt: now, completedAt: now };
  await store.db.insert(responses).values({ ...written, ...more });
}
const counted = async () =>
  (await listCompleteResponses(store, where)).filter(({ review }) => review !== "excluded");
/** Somebody is left out; returns who. */
async function exclude(wanted: (one: Awaited<ReturnType<typeof counted>>[number]) => boolean) {
  const { id } = (await counted()).find(wanted)!;
  await updateReviews(store, {
    ...{ ...where, responseIds: [id], review: "excluded", reason: "" },
    ...{ memberId: "m", now: Date.now() },
  });
  return id;
}

test("of a small study nobody is told to wait", async () => {
  const pages = [open.insights, open.chain, open.pmf, open.needs, open.opportunities];
  for (const look of [...pages, () => open.evidence("x")])
    expect(await look()).toMatchObject({ pending: null, catchingUp: null });
  expect((await open.insights()).insights).not.toEqual([]);
  expect((await open.opportunities()).suggestions).not.toEqual([]);
});

describe("of a large one", () => {
  beforeAll(() => growStudy(store, where, 3000), 60_000);

  test("insights tell how far they are, beside a bar that works; then list and evidence are there", async () => {
    const search = "?role=decider&role=requester&role=user";
    const roles = ["decider", "requester", "user"].map((label) => ({
      key: "role",
      search: expect.any(String),
      label: expect.stringMatching(new RegExp(label, "i")),
    }));
    // What lies behind them waits for the same.
    const [first, behind] = await Promise.all([open.insights(search), open.evidence("x", search)]);
    expect(first).toMatchObject({ insights: [], filter: { chips: roles } });
    expect([first.pending, behind.pending]).not.toContain(null);
    const { shown, before } = await waited(() => open.insights(search));
    expectToGrow([first.pending!, ...before]);
    const n = (await counted()).length;
    expect([first.filter.shown, shown.filter.shown]).toEqual([n, n]);
    expect(shown.insights).not.toEqual([]);
    const again = await open.insights(search);
    expect(again).toMatchObject({ pending: null, catchingUp: null });
    for (const { id, responses } of again.insights)
      expect((await open.evidence(id, search)).responses).toHaveLength(responses);
  });

  test("opportunities tell how far they are, then are ranked beside what answers name", async () => {
    const { shown, before } = await waited(open.opportunities);
    expectToGrow(before);
    expect(shown.suggestions).not.toEqual([]);
    const ranks = shown.suggestions.map(({ reading }) => reading.rank);
    expect(ranks).toEqual(ranks.toSorted((a, b) => b! - a!));
    expect((await open.opportunities()).suggestions).toEqual(shown.suggestions);
  });

  test("the chain, PMF and needs do so, too", async () => {
    const first = await open.chain();
    expect(first).toMatchObject({ chain: null, pending: { share: expect.any(Number) } });
    const { shown, before: meanwhile } = await waited(open.chain);
    expectToGrow([first.pending!, ...meanwhile]);
    const n = (await counted()).length;
    expect(shown.chain?.responses).toBe(n);
    for (const look of [open.pmf, open.needs]) {
      const { shown: there, before } = await waited<FilteredPage>(look);
      expectToGrow(before);
      expect(there.filter.shown).toBe(n);
    }
    const { scores, sides } = await open.pmf();
    expect([scores.length, sides.splits.length]).toEqual([2, 2]);
    const needs = await open.needs();
    expect([needs.tree.length, needs.questions.length].map((many) => many > 0)).toEqual([true, true]);
  });

  test("more answers: as of before at once, and up to date by itself", async () => {
    const { shown } = await waited(open.insights);
    const n = shown.filter.shown!;
    await answer();
    const lagging = await open.insights();
    expect(lagging.pending).toBeNull();
    expect(lagging.catchingUp).toBeLessThan(Date.now());
    expect(lagging.filter.shown).toBe(n);
    await expect.poll(async () => (await open.insights()).filter.shown, { timeout: 20_000 }).toBe(n + 1);
    expect((await open.insights()).catchingUp).toBeNull();
    // Who has only begun is counted nowhere.
    await answer({ completedAt: null });
    expect(await open.insights()).toMatchObject({ pending: null, catchingUp: null });
  });

  test("who was left out is shown by nothing afterwards, also when that came half-way", async () => {
    await waited(open.insights);
    const { shown: ranked } = await waited(open.opportunities);
    const quoted = new Set(
      ranked.suggestions.flatMap(({ reading }) => reading.quotes.map(({ responseId }) => responseId)),
    );
    expect(quoted.size).toBeGreaterThan(0);
    const out = await exclude(({ id }) => quoted.has(id));
    expect((await open.insights()).pending).not.toBeNull();
    expect(JSON.stringify(await open.opportunities())).not.toContain(out);
    const also = await exclude(({ role }) => role === "user");
    const n = (await counted()).length;
    const { shown } = await waited(open.insights);
    expect(shown.filter.shown).toBe(n);
    for (const { id } of shown.insights) {
      const { responses } = await open.evidence(id);
      expect(responses.filter((one) => one.id === out || one.id === also)).toEqual([]);
    }
    const { shown: anew } = await waited(open.opportunities);
    expect(JSON.stringify(anew)).not.toContain(out);
    // What was begun before it is over by now, and has not taken its place.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await open.insights()).filter.shown).toBe(n);
  });

  test("what changes beside the answers is not shown as of before", async () => {
    await waited(open.opportunities);
    const { opportunities: table } = store.tables;
    const noted = (await open.opportunities()).opportunities;
    expect(noted).not.toEqual([]);
    await store.db.update(table).set({ need: "Another need" }).where(eq(table.id, noted[0]!.id));
    const { shown } = await waited(open.opportunities);
    expect(shown.opportunities.find(({ id }) => id === noted[0]!.id)?.need).toBe("Another need");
  });
});
