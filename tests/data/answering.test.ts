import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { type Move, savePage, submitAnswers } from "~/data/answering";
import { findResponseByKey, startResponse } from "~/data/starting";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import type { Compiled } from "~/domain/questionnaire/compiled";
import { newToken } from "~db/new-id";
import { onBothEngines } from "../support/stores";

const json = {
  title: "T",
  pages: [
    {
      name: "company",
      elements: [
        { type: "text", name: "company", title: "Company", measure: "gate.company", isRequired: true },
        { type: "radiogroup", name: "happy", title: "Happy?", isRequired: true, choices: ["yes", "no"] },
      ],
    },
    {
      name: "why",
      visibleIf: "{happy} = 'no'",
      elements: [{ type: "comment", name: "why", title: "Why?", isRequired: true }],
    },
    { name: "score", elements: [{ type: "rating", name: "score", title: "Score", rateMin: 0, rateMax: 10 }] },
  ],
};

let compiled: Compiled;
beforeAll(async () => {
  const made = await compileQuestionnaire(json);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  compiled = made.compiled;
});

onBothEngines("answering", (store) => {
  const workspaceId = "w1";
  const start = (keyHash: string, now = 1000) =>
    startResponse(store(), {
      ...{ workspaceId, studyId: "s1", waveId: "wave1", collectorId: "c1", questionnaireId: "q1" },
      ...{ versionId: "v1", role: "user", keyHash, language: "en", answers: {}, page: "company", now },
    });
  const post = (keyHash: string, page: string, raw: unknown, move: Move = "next", now = 2000) =>
    savePage(store(), {
      ...{ workspaceId, keyHash, compiled, page, raw, move, seconds: 3, language: "en", now },
    });
  const rowsOf = async (keyHash: string) => {
    const { responses } = store().tables;
    return store().db.select().from(responses).where(eq(responses.keyHash, keyHash));
  };

  test("goes page by page to the end and stores once", async () => {
    const key = newToken();
    await start(key);
    expect(await post(key, "company", { company: "Acme Ltd", happy: "no" })).toMatchObject({
      kind: "moved",
      response: { page: "why", answers: { company: "Acme Ltd", happy: "no" } },
    });
    expect(await post(key, "why", { why: "slow" })).toMatchObject({
      kind: "moved",
      response: { page: "score" },
    });
    expect(await post(key, "score", { score: 9 }, "next", 9000)).toMatchObject({
      kind: "completed",
      response: { completedAt: 9000, answers: { company: "Acme Ltd", happy: "no", why: "slow", score: 9 } },
    });
    expect(await rowsOf(key)).toHaveLength(1);
  });

  test("starting twice with one key makes one response", async () => {
    const key = newToken();
    const [one, other] = await Promise.all([start(key), start(key)]);
    expect(one.id).toBe(other.id);
    expect(await rowsOf(key)).toHaveLength(1);
  });

  test("a retry after completion says completed and changes nothing", async () => {
    const key = newToken();
    await start(key);
    await post(key, "company", { company: "B", happy: "yes" });
    await post(key, "score", { score: 1 }, "next", 5000);
    const [before] = await rowsOf(key);
    expect(await post(key, "score", { score: 10 }, "next", 6000)).toMatchObject({ kind: "completed" });
    expect(await post(key, "company", { company: "C", happy: "no" }, "save", 7000)).toMatchObject({
      kind: "completed",
      response: { answers: { company: "B", score: 1 } },
    });
    expect(await rowsOf(key)).toEqual([before]);
  });

  test("writes that meet lose nothing", async () => {
    const key = newToken();
    await start(key);
    await post(key, "company", { company: "D", happy: "no" });
    await Promise.all([
      post(key, "why", { why: "because" }, "save"),
      post(key, "score", { score: 7 }, "save"),
    ]);
    expect((await rowsOf(key))[0]?.answers).toEqual({ company: "D", happy: "no", why: "because", score: 7 });
  });

  test("a refused page keeps what was right and names what was not", async () => {
    const key = newToken();
    await start(key);
    expect(await post(key, "company", { company: "E", happy: "perhaps" })).toMatchObject({
      kind: "refused",
      problems: [{ item: "happy", code: "not-a-choice" }],
      response: { page: "company", answers: { company: "E" }, completedAt: null },
    });
  });

  test("an answer that a changed mind has hidden is not in the completed response", async () => {
    const key = newToken();
    await start(key);
    await post(key, "company", { company: "F", happy: "no" });
    await post(key, "why", { why: "slow" });
    await post(key, "company", { company: "F", happy: "yes" });
    const done = await post(key, "score", { score: 5 });
    expect(done).toMatchObject({ kind: "completed" });
    expect(done?.response.answers).toEqual({ company: "F", happy: "yes", score: 5 });
  });

  test("the last page leads back to a required page that was skipped", async () => {
    const key = newToken();
    await start(key);
    expect(await post(key, "score", { score: 5 })).toMatchObject({
      kind: "refused",
      response: { page: "company", completedAt: null },
    });
  });

  test("two spellings of one company are one company", async () => {
    const complete = async (company: string) => {
      const key = newToken();
      await start(key);
      const done = await submitAnswers(store(), {
        ...{ workspaceId, keyHash: key, compiled, language: "en", now: 3000, seconds: {} },
        raw: { company, happy: "yes" },
      });
      return done?.response.companyId;
    };
    const first = await complete("北京甲乙科技有限公司");
    expect(first).toBeTruthy();
    expect(await complete("北京甲乙科技")).toBe(first);
    expect(await complete("北京丙丁科技")).not.toBe(first);
  });

  test("a whole submission is refused as strictly as a page", async () => {
    const key = newToken();
    await start(key);
    const refused = await submitAnswers(store(), {
      ...{ workspaceId, keyHash: key, compiled, language: "en", now: 3000, seconds: {} },
      raw: { company: "G", happy: "yes", intruder: 1 },
    });
    expect(refused).toMatchObject({
      kind: "refused",
      problems: [{ item: "intruder", code: "unknown-question" }],
    });
  });

  describe("another workspace", () => {
    test("cannot read or write a response by its key", async () => {
      const key = newToken();
      await start(key);
      expect(await findResponseByKey(store(), { workspaceId: "w2", keyHash: key })).toBeNull();
      const given = {
        compiled,
        page: "company",
        raw: { happy: "no" },
        seconds: 1,
        language: "en",
        now: 1,
      } as const;
      expect(await savePage(store(), { workspaceId: "w2", keyHash: key, move: "save", ...given })).toBeNull();
      expect((await rowsOf(key))[0]?.answers).toEqual({});
    });
  });

  test("text that PostgreSQL refuses is stored without what it refuses", async () => {
    const key = newToken();
    await start(key);
    await post(key, "company", { company: "Nul\u0000 \ud800 end", happy: "yes" });
    const stored = String((await rowsOf(key))[0]?.answers.company);
    expect(stored).not.toContain("\u0000");
    expect(stored).toContain("end");
  });
});
