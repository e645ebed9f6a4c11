import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { updateReviews } from "~/data/quality";
import { listCompleteResponses } from "~/data/responses";
import { findStudy } from "~/data/studies";
import * as evidence from "~/routes/results/insight-evidence";
import * as insights from "~/routes/results/insights";
import { readInsights } from "~/server/insights";
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
let stranger: Visitor;
let studyId = "";
let emptyId = "";
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  owner = await signedIn(store);
  stranger = await signedIn(store);
  studyId = await seedSample(store, { workspaceId: owner.workspaceId, now: Date.now() });
  emptyId = await insertEmptyStudy(store, owner.workspaceId);
});
afterAll(() => store.close());

const list = (id: string) => loaded(insights.loader, owner.request("/x"), { studyId: id });

describe("the insights of a study", () => {
  test("tell the story planted in the sample, verdicts first", async () => {
    const { insights: told } = await list(studyId);
    expect(told[0]).toMatchObject({ kind: "verdict", about: { roles: ["user"] } });
    expect(
      told.filter(({ kind, strength }) => kind === "contradiction" && strength === "strong"),
    ).not.toEqual([]);
    for (const one of told) {
      expect(one.statement["zh-CN"]).not.toMatch(/undefined|NaN|\[object/);
      expect(one.statement.en).not.toMatch(/undefined|NaN|\[object/);
      expect(one.figures.length).toBeGreaterThan(0);
    }
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
    // Whose responses they are stays on the server.
    expect(JSON.stringify(told)).not.toContain("evidence");
  });

  test("hold what market, books and opportunities say of the whole study, and not of some answers", async () => {
    const besideAnswers = async (search: string) => {
      const { insights: told } = await loaded(insights.loader, owner.request(`/x${search}`), { studyId });
      expect(told).not.toEqual([]);
      return told.filter(({ kind }) => kind === "market");
    };
    const all = await besideAnswers("");
    expect(all.map(({ about }) => about.item)).toEqual(["headroom", "break-even"]);
    // They are counted or simulated, never called strong, and rest on nobody's responses.
    expect(all.map(({ strength, responses }) => [strength, responses])).toEqual([
      ["fact", 0],
      ["fact", 0],
    ]);
    expect(all[0]!.figures[0]!.interval).not.toBeNull();
    expect(await besideAnswers("?role=user")).toEqual([]);
  });

  test("are computed once for the list and what is behind it, and anew after anything has changed", async () => {
    const where = { workspaceId: owner.workspaceId, studyId };
    const study = (await findStudy(store, where))!;
    const read = async () =>
      (await readInsights(store, { request: owner.request("/x"), study, language: "en", now: Date.now() }))
        .insights;
    const before = await read();
    expect(await read()).toBe(before);
    const [{ id, companyId } = { id: "", companyId: null }] = (
      await listCompleteResponses(store, where)
    ).filter((one) => one.companyId);
    const { companies } = store.tables;
    const inCompany = eq(companies.id, companyId!);
    const [kept] = await store.db.select().from(companies).where(inCompany);
    await store.db.update(companies).set({ industry: "none" }).where(inCompany);
    const moved = await read();
    expect(moved).not.toBe(before);
    await store.db.update(companies).set({ industry: kept!.industry }).where(inCompany);
    const review = (as: "excluded" | null) =>
      updateReviews(store, {
        ...{ ...where, responseIds: [id], review: as, reason: "", memberId: "m", now: Date.now() },
      });
    await review("excluded");
    const without = await read();
    expect(without.flatMap(({ evidence: ids }) => ids)).not.toContain(id);
    expect(without).not.toEqual(before);
    await review(null);
    expect(await read()).toEqual(before);
  });

  test("an empty study says nothing", async () => {
    expect((await list(emptyId)).insights).toEqual([]);
  });

  test("open on the responses behind them; an unknown one says that it is gone", {
    timeout: 120_000,
  }, async () => {
    const { insights: told } = await list(studyId);
    const open = (id: string) =>
      loaded(evidence.loader, owner.request(`/x?id=${encodeURIComponent(id)}`), { studyId });
    for (const { id, responses } of told) {
      const shown = await open(id);
      expect(shown.insight?.id).toBe(id);
      expect(shown.responses).toHaveLength(responses);
    }
    expect(await open("verdict/nothing")).toMatchObject({ insight: null, responses: [] });
  });

  test("belong to their workspace", async () => {
    for (const { loader } of [insights, evidence])
      expect(await run(loader, stranger.request("/x"), { studyId })).toMatchObject({ status: 404 });
  });
});
