import { beforeAll, expect, test } from "vitest";
import { savePage } from "~/data/answering";
import { countBegun, listCollectors } from "~/data/collectors";
import { listQuestionnaires } from "~/data/questionnaires";
import {
  countResponses,
  listClosedEarly,
  listClosedResponses,
  listCompleteResponses,
  listPartialResponses,
} from "~/data/responses";
import { startResponse, startWithin } from "~/data/starting";
import { findCurrentWave } from "~/data/waves";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import type { Compiled } from "~/domain/questionnaire/compiled";
import { closingText } from "~/domain/questionnaire/endings";
import { newToken } from "~db/new-id";
import { fieldStudy } from "../support/fielded";
import { onBothEngines } from "../support/stores";

const json = {
  title: "T",
  pages: [
    {
      name: "who",
      elements: [
        { type: "text", name: "company", title: "Company", measure: "gate.company" },
        { type: "radiogroup", name: "industry", title: "Industry", choices: ["retail", "bank", "none"] },
      ],
    },
    { name: "more", elements: [{ type: "comment", name: "why", title: "Why?", isRequired: true }] },
  ],
  endings: [
    {
      after: "who",
      if: "{industry} = 'none'",
      as: "screened-out",
      text: { en: "Not for you", "zh-cn": "不适合" },
    },
    { after: "who", if: "{industry} = 'retail'", as: "over-quota", most: 2 },
    {
      ...{ after: "who", if: "{industry} anyof ['retail', 'bank']", as: "over-quota", most: 4 },
      text: { en: "Enough of both", "zh-cn": "两类都够了" },
    },
  ],
};

let compiled: Compiled;
beforeAll(async () => {
  const made = await compileQuestionnaire(json);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  compiled = made.compiled;
});

onBothEngines("early ends", (store) => {
  const workspaceId = "w1";
  const begin = async (studyId: string, waveId = "wave1") => {
    const keyHash = newToken();
    await startResponse(store(), {
      ...{ workspaceId, studyId, waveId, collectorId: "c1", questionnaireId: `q-${studyId}` },
      ...{ versionId: "v1", role: "user", keyHash, language: "en", answers: {}, page: "who", now: 1000 },
    });
    return (page: string, raw: unknown, move: "next" | "save" = "next") =>
      savePage(store(), {
        ...{ workspaceId, keyHash, compiled, page, raw, move, seconds: 3, language: "en", now: 2000 },
      });
  };
  const answered = async (studyId: string, industry: string, waveId?: string) => {
    const post = await begin(studyId, waveId);
    const first = await post("who", { company: `Of ${industry}`, industry });
    return first?.kind === "completed" ? first : post("more", { why: "because" });
  };

  test("who is screened out is closed, joins no company and is counted apart", async () => {
    const post = await begin("screened");
    const closed = await post("who", { company: "Nobody Ltd", industry: "none" });
    expect(closed).toMatchObject({
      kind: "completed",
      response: {
        completedAt: null,
        outcome: "screened-out",
        companyId: null,
        answers: { industry: "none" },
      },
    });
    expect(await post("who", { industry: "bank" }, "save")).toMatchObject({
      kind: "completed",
      response: { answers: { industry: "none" } },
    });
    const where = { workspaceId, studyId: "screened" };
    expect(await listCompleteResponses(store(), where)).toEqual([]);
    expect(await listPartialResponses(store(), where)).toEqual([]);
    expect(await listClosedEarly(store(), where)).toMatchObject([{ outcome: "screened-out", role: "user" }]);
    expect(await countResponses(store(), where)).toEqual([
      { role: "user", started: 1, complete: 0, screenedOut: 1, overQuota: 0, unfinished: 0 },
    ]);
    expect(await listClosedEarly(store(), { ...where, workspaceId: "w2" })).toEqual([]);
    // The files list them beside the complete ones, with what they had said until then.
    expect(await listClosedResponses(store(), where)).toMatchObject([
      { outcome: "screened-out", completedAt: 2000, answers: { industry: "none" } },
    ]);
    expect(await listClosedResponses(store(), { ...where, workspaceId: "w2" })).toEqual([]);
  });

  test("a quota lets in so many, counts its own wave only, and keeps nobody else out", async () => {
    for (const expected of [null, null, "over-quota"])
      expect((await answered("quota", "retail"))?.response.outcome).toBe(expected);
    expect((await answered("quota", "bank"))?.response.outcome).toBeNull();
    expect((await answered("quota", "retail", "wave2"))?.response.outcome).toBeNull();
  });

  test("who passed the page while there was room is over quota when it is gone at the end", async () => {
    const late = await begin("late");
    expect(await late("who", { industry: "retail" })).toMatchObject({ kind: "moved" });
    await answered("late", "retail");
    await answered("late", "retail");
    expect(await late("more", { why: "x" })).toMatchObject({
      kind: "completed",
      response: { outcome: "over-quota", completedAt: null },
    });
  });

  test("of many who finish in the same moment as many are counted as there are places", async () => {
    const study = await fieldStudy(store(), { questionnaires: { user: json } });
    const { id: waveId } = (await findCurrentWave(store(), study))!;
    const [{ id: questionnaireId } = { id: "" }] = await listQuestionnaires(store(), study);
    const field = {
      ...study,
      waveId,
      questionnaireId,
      versionId: "v",
      collectorId: "c",
      role: "user" as const,
    };
    const finish = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const keyHash = newToken();
        const own = { workspaceId: study.workspaceId, keyHash, language: "en" as const };
        const { tokens: _tokens, publish: _publish, ...where } = field;
        await startResponse(store(), { ...where, ...own, answers: {}, page: "who", now: 1 });
        const post = (page: string, raw: unknown) =>
          savePage(store(), { ...own, compiled, page, raw, move: "next", seconds: 1, now: 2 });
        await post("who", { industry: "retail" });
        return () => post("more", { why: "x" });
      }),
    );
    const outcomes = (await Promise.all(finish.map((post) => post()))).map((one) => one?.response.outcome);
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(2);
    expect(outcomes.filter((outcome) => outcome === "over-quota")).toHaveLength(6);
    expect(await countResponses(store(), study)).toMatchObject([{ complete: 2, overQuota: 6 }]);
  });

  test("of many who begin in the same moment as many begin as the way in's cap allows", async () => {
    const study = await fieldStudy(store(), { questionnaires: { user: json } });
    const [way] = await listCollectors(store(), study);
    const keys = Array.from({ length: 8 }, () => newToken());
    const begin = (keyHash: string) =>
      startWithin(store(), {
        ...{ workspaceId: study.workspaceId, studyId: study.studyId, waveId: "w", collectorId: way!.id },
        ...{ questionnaireId: "q", versionId: "v", role: "user", keyHash, language: "en", answers: {} },
        ...{ page: "who", cap: 3, now: 1 },
      });
    const begun = await Promise.all(keys.map(begin));
    expect(begun.filter((one) => one !== null)).toHaveLength(3);
    expect(await countBegun(store(), { ...study, collectorId: way!.id })).toBe(3);
    // Who is in stays in, however often they come.
    const inside = keys[begun.findIndex((one) => one !== null)]!;
    expect((await begin(inside))?.keyHash).toBe(inside);
  });

  test("the words are those of the ending that closed it, or ours where its author wrote none", async () => {
    const said = async (studyId: string, ...industries: string[]) => {
      let last: Awaited<ReturnType<typeof answered>> = null;
      for (const industry of industries) last = await answered(studyId, industry);
      const { outcome, ...rest } = last?.response ?? {};
      if (!outcome || !("answers" in rest)) throw new Error("It was not closed");
      return closingText(compiled, { ...rest, outcome }, {}).en;
    };
    expect(await said("words-out", "none")).toBe("Not for you");
    expect(await said("words-first", "retail", "retail", "retail")).toContain("Enough people");
    // The first quota has no say over a bank, and has room left for retail when the second is full.
    expect(await said("words-bank", "bank", "bank", "bank", "bank", "bank")).toBe("Enough of both");
    expect(await said("words-second", "bank", "bank", "bank", "retail", "retail")).toBe("Enough of both");
  });
});
