import { beforeAll, expect, test } from "vitest";
import { savePage, startResponse } from "~/data/answering";
import {
  countResponses,
  listClosedEarly,
  listCompleteResponses,
  listPartialResponses,
} from "~/data/responses";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import type { Compiled } from "~/domain/questionnaire/compiled";
import { closingText } from "~/domain/questionnaire/endings";
import { newToken } from "~db/new-id";
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
