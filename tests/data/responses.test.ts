import { beforeAll, describe, expect, test } from "vitest";
import { submitAnswers } from "~/data/answering";
import { listCollectors } from "~/data/collectors";
import { listEvidence, listUnfinished } from "~/data/evidence";
import { findPublishedVersion, listQuestionnaires } from "~/data/questionnaires";
import { countResponses, findResponse, listCompleteResponses, listPartialResponses } from "~/data/responses";
import { startResponse } from "~/data/starting";
import { findCurrentWave } from "~/data/waves";
import type { Store } from "~db/client";
import { newToken } from "~db/new-id";
import { fieldStudy } from "../support/fielded";
import { onBothEngines } from "../support/stores";

const minute = 60_000;
const begin = Date.UTC(2026, 8, 1);
const questionnaire = {
  pages: [
    {
      name: "p",
      elements: [
        { type: "text", name: "company", measure: "gate.company", isRequired: true },
        { type: "comment", name: "why" },
      ],
    },
  ],
};

/** Starts a response and completes it when it is given answers. */
async function respond(
  store: Store,
  where: { workspaceId: string; studyId: string },
  at: number,
  answers?: { company: string; why?: string },
) {
  const wave = await findCurrentWave(store, where);
  const [asked] = await listQuestionnaires(store, where);
  const version = asked && (await findPublishedVersion(store, { ...where, questionnaireId: asked.id }));
  const collector = (await listCollectors(store, where)).find((one) => one.questionnaireId === asked?.id);
  if (!wave || !asked || !version || !collector) throw new Error("The study is not in the field");
  const keyHash = newToken();
  const started = await startResponse(store, {
    ...where,
    ...{ waveId: wave.id, collectorId: collector.id, questionnaireId: asked.id, versionId: version.id },
    ...{ role: asked.role, keyHash, language: "en", answers: {}, page: "p", now: begin + at * minute },
  });
  if (!answers) return started.id;
  const saved = await submitAnswers(store, {
    ...{ workspaceId: where.workspaceId, keyHash, compiled: version.compiled, language: "en" },
    ...{ raw: answers, seconds: { p: 90 }, now: begin + (at + 1) * minute },
  });
  if (saved?.kind !== "completed") throw new Error(`Not completed: ${JSON.stringify(saved)}`);
  return started.id;
}

onBothEngines("responses", (store) => {
  let own = { workspaceId: "", studyId: "" };
  let other = { workspaceId: "", studyId: "" };
  let ids: string[] = [];
  let foreign = "";
  beforeAll(async () => {
    own = await fieldStudy(store(), { questionnaires: { user: questionnaire } });
    other = await fieldStudy(store(), { questionnaires: { user: questionnaire } });
    ids = [];
    for (const [at, company] of [
      [0, "Acme"],
      [10, "acme "],
      [20, "Bolt"],
    ] as const)
      ids.push(await respond(store(), own, at, { company, why: `at ${at}` }));
    await respond(store(), own, 30);
    foreign = await respond(store(), other, 5, { company: "Acme" });
  });

  test("come with their company, in the order in which they were completed", async () => {
    const rows = await listCompleteResponses(store(), own);
    expect(rows.map(({ id, completedAt }) => [id, completedAt])).toEqual(
      ids.map((id, index) => [id, begin + (index * 10 + 1) * minute]),
    );
    // Two spellings of one company are one account.
    expect(rows.map(({ companyName }) => companyName)).toEqual(["Acme", "Acme", "Bolt"]);
    expect(new Set(rows.map(({ companyId }) => companyId)).size).toBe(2);
    expect(rows[0]?.answers).toEqual({ company: "Acme", why: "at 0" });
  });

  test("are counted, and those begun only are kept apart", async () => {
    expect(await countResponses(store(), own)).toMatchObject([
      { role: "user", started: 4, complete: 3, unfinished: 1 },
    ]);
    const partial = await listPartialResponses(store(), own);
    expect(partial).toHaveLength(1);
    expect(partial[0]).not.toHaveProperty("answers");
    expect(await listUnfinished(store(), own)).toMatchObject([{ role: "user", page: "p" }]);
  });

  test("become evidence with the version they answered", async () => {
    const evidence = await listEvidence(store(), own);
    expect(evidence.map(({ id }) => id)).toEqual(ids);
    expect(evidence[0]?.compiled.pages[0]?.items.map(({ name }) => name)).toEqual(["company", "why"]);
    expect(new Set(evidence.map(({ compiled }) => compiled)).size).toBe(1);
  });

  describe("of another workspace", () => {
    const mixed = () => ({ workspaceId: own.workspaceId, studyId: other.studyId });

    test("are not there, whatever is asked", async () => {
      expect(await listCompleteResponses(store(), mixed())).toEqual([]);
      expect(await listPartialResponses(store(), mixed())).toEqual([]);
      expect(await countResponses(store(), mixed())).toEqual([]);
      expect(await listEvidence(store(), mixed())).toEqual([]);
      expect(await findResponse(store(), { ...own, responseId: foreign })).toBeNull();
      expect(await findResponse(store(), { ...mixed(), responseId: foreign })).toBeNull();
      expect(await findResponse(store(), { ...other, responseId: ids[0] ?? "" })).toBeNull();
    });

    test("are found by their own", async () => {
      expect((await findResponse(store(), { ...other, responseId: foreign }))?.companyName).toBe("Acme");
    });

    test("do not share a company of the same name", async () => {
      const [ours] = await listCompleteResponses(store(), own);
      const [theirs] = await listCompleteResponses(store(), other);
      expect(theirs?.companyName).toBe("Acme");
      expect(theirs?.companyId).not.toBe(ours?.companyId);
    });
  });
});
