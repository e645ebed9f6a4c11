import { beforeAll, expect, test } from "vitest";
import {
  finishAnswerImport,
  listKnownAnswers,
  requireImportCollector,
  undoAnswerImport,
} from "~/data/answer-imports";
import { listEvidence } from "~/data/evidence";
import { findImport, insertImport } from "~/data/imports";
import { updateReviews } from "~/data/quality";
import { findPublishedVersion, listQuestionnaires } from "~/data/questionnaires";
import { findCurrentWave } from "~/data/waves";
import { fieldStudy } from "../support/fielded";
import { onBothEngines } from "../support/stores";

const questionnaire = {
  pages: [{ name: "p", elements: [{ type: "text", name: "gate_company", measure: "gate.company" }] }],
};
const at = Date.UTC(2026, 2, 1);

onBothEngines("answers from a file", (store) => {
  let study: Awaited<ReturnType<typeof fieldStudy>>;
  let target: { waveId: string; questionnaireId: string; versionId: string; collectorId: string };
  beforeAll(async () => {
    study = await fieldStudy(store(), { questionnaires: { user: questionnaire } });
    const [asked] = await listQuestionnaires(store(), study);
    const questionnaireId = asked?.id ?? "";
    const version = await findPublishedVersion(store(), { ...study, questionnaireId });
    const waveId = (await findCurrentWave(store(), study))?.id ?? "";
    const { workspaceId, studyId } = study;
    const given = { workspaceId, studyId, waveId, questionnaireId, now: at };
    const ids = await Promise.all([1, 2].map(() => requireImportCollector(store(), given)));
    expect(new Set(ids).size).toBe(1);
    target = { waveId, questionnaireId, versionId: version?.id ?? "", collectorId: ids[0] ?? "" };
  });

  const where = () => ({ workspaceId: study.workspaceId, studyId: study.studyId });
  const bring = async (names: readonly string[]) => {
    const importId = await insertImport(store(), {
      ...{ ...where(), collectorId: target.collectorId, kind: "answers", fileName: "a.csv", shape: "s" },
      ...{ mapping: [], rows: [["a"]], createdBy: "Min Wang", now: at },
    });
    const counts = await finishAnswerImport(store(), {
      ...{ ...where(), ...target, importId, role: "user", refused: [["9", "x", "required", ""]], now: at },
      answers: names.map((name, row) => ({
        ...{ row, key: name, keyHash: `${study.studyId}/${name}`, answers: { gate_company: name } },
        ...{ company: { name, size: null, industry: null, region: null }, language: "en" as const },
        ...{ startedAt: at, completedAt: at + row },
      })),
    });
    return { importId, counts };
  };
  const names = async () => (await listEvidence(store(), where())).map(({ companyName }) => companyName);

  test("counts with its companies, brings none twice, and is taken back whole", async () => {
    const many = Array.from({ length: 450 }, (_, n) => `Company ${n}`);
    const first = await bring(many);
    expect(first.counts).toEqual({ read: 451, added: 450, known: 0, refused: 1 });
    expect(await names()).toEqual(many);
    const second = await bring(["Company 3", "Newcomer"]);
    expect(second.counts).toEqual({ read: 3, added: 1, known: 1, refused: 1 });
    const keyHashes = ["Newcomer", "Nobody"].map((name) => `${study.studyId}/${name}`);
    expect(await listKnownAnswers(store(), { ...where(), keyHashes })).toEqual(new Set([keyHashes[0]]));

    const stranger = { workspaceId: "other", importId: first.importId, now: at };
    expect(await undoAnswerImport(store(), stranger)).toBe(0);
    const { importId } = first;
    expect(await undoAnswerImport(store(), { ...where(), importId, now: at + 1 })).toBe(450);
    expect(await names()).toEqual(["Newcomer"]);
    expect(await findImport(store(), { ...where(), importId })).toMatchObject({ undoneAt: at + 1 });
    const { companies } = store().tables;
    expect((await store().db.select().from(companies)).map(({ name }) => name)).toEqual(["Newcomer"]);
  });

  test("what a person excluded is out of the evidence, by the hundreds, until it is taken back", async () => {
    await bring(Array.from({ length: 450 }, (_, n) => `Other ${n}`));
    const before = await listEvidence(store(), where());
    const responseIds = before.map(({ id }) => id);
    const given = { ...where(), responseIds, reason: "a test", memberId: "m", now: at };
    expect(await updateReviews(store(), { ...given, workspaceId: "other", review: "excluded" })).toBe(0);
    expect(await updateReviews(store(), { ...given, review: "excluded" })).toBe(451);
    expect(await listEvidence(store(), where())).toEqual([]);
    const all = await listEvidence(store(), { ...where(), withExcluded: true });
    expect(all[0]).toMatchObject({ review: "excluded", reviewReason: "a test", reviewedBy: "m" });
    expect(await updateReviews(store(), { ...given, review: null })).toBe(451);
    expect(await listEvidence(store(), where())).toHaveLength(451);
  });
});
