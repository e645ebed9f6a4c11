/** A file of answers from its upload to responses that count. */
import { finishAnswerImport, listKnownAnswers, requireImportCollector } from "~/data/answer-imports";
import { listCollectors } from "~/data/collectors";
import { type FileImport, findMappingOf, insertImport } from "~/data/imports";
import { findPublishedVersion } from "~/data/questionnaires";
import type { Study } from "~/data/studies";
import { findCurrentWave } from "~/data/waves";
import { answerTable, guessAnswerMapping } from "~/domain/fieldwork/answer-columns";
import { planAnswers } from "~/domain/fieldwork/plan-answers";
import type { Store } from "~db/client";
import { hashOf } from "./request";
import { readTable, type TableProblem } from "./table-file";

export type AnswerUploadProblem = TableProblem | "missing" | "no-table" | "no-questionnaire";

/** The questionnaire and wave that a file's answers count to; null when it is not published any more. */
async function targetOf(store: Store, study: Study, questionnaireId: string) {
  const { workspaceId, id: studyId } = study;
  const [version, wave] = await Promise.all([
    findPublishedVersion(store, { workspaceId, questionnaireId }),
    findCurrentWave(store, { workspaceId, studyId }),
  ]);
  return version && wave ? { version, waveId: wave.id, questionnaireId } : null;
}

/** Reads an uploaded file and keeps it as a preview, with the mapping used last for such headings, or a guessed one. */
export async function keepAnswerUpload(
  store: Store,
  study: Study,
  given: {
    questionnaireId: string;
    createdBy: string;
    file: FormDataEntryValue | null;
    encoding?: FormDataEntryValue | null;
    now: number;
  },
): Promise<{ ok: true; importId: string } | { ok: false; problem: AnswerUploadProblem }> {
  const { createdBy, file, encoding, now } = given;
  const { workspaceId, id: studyId } = study;
  const target = await targetOf(store, study, given.questionnaireId);
  if (!target) return { ok: false, problem: "no-questionnaire" };
  if (!(file instanceof File) || file.name === "") return { ok: false, problem: "missing" };
  const read = await readTable(file, encoding);
  if (!read.ok) return read;
  const rows = answerTable(read.rows);
  const header = rows?.[0];
  if (!rows || !header) return { ok: false, problem: "no-table" };
  // The same headings for another questionnaire mean something else.
  const shape = hashOf(JSON.stringify([target.questionnaireId, header]));
  const mapping =
    (await findMappingOf(store, { workspaceId, kind: "answers", shape })) ??
    guessAnswerMapping(header, target.version.compiled);
  const { waveId, questionnaireId } = target;
  const collectorId = await requireImportCollector(store, {
    ...{ workspaceId, studyId, waveId, questionnaireId, now },
  });
  const importId = await insertImport(store, {
    ...{ workspaceId, studyId, collectorId, kind: "answers", fileName: file.name.slice(0, 200) },
    ...{ shape, mapping, rows, createdBy, now },
  });
  return { ok: true, importId };
}

/** What a preview would write at this moment; null when its questionnaire is not published any more. */
export async function planAnswerImport(
  store: Store,
  study: Study,
  found: Pick<FileImport, "collectorId" | "rows" | "mapping">,
  now: number,
) {
  const { workspaceId, id: studyId } = study;
  const collectors = await listCollectors(store, { workspaceId, studyId });
  const collector = collectors.find(({ id }) => id === found.collectorId);
  const target = collector?.questionnaireId ? await targetOf(store, study, collector.questionnaireId) : null;
  if (!collector || !target) return null;
  const plan = planAnswers({
    rows: found.rows ?? [],
    mapping: found.mapping,
    compiled: target.version.compiled,
    language: study.languages[0] ?? "en",
    now,
  });
  // By study and questionnaire: the same file brought twice is one set of answers.
  const answers = plan.answers.map((one) => ({
    ...one,
    keyHash: hashOf(`import/${studyId}/${target.questionnaireId}/${one.key}`),
  }));
  const known = await listKnownAnswers(store, {
    ...{ workspaceId, keyHashes: answers.map(({ keyHash }) => keyHash) },
  });
  return { collector, target, answers, refused: plan.refused, known };
}

/** Writes a preview. */
export async function confirmAnswerImport(store: Store, study: Study, found: FileImport, now: number) {
  const plan = await planAnswerImport(store, study, found, now);
  if (!plan) return null;
  const { version, questionnaireId } = plan.target;
  return finishAnswerImport(store, {
    ...{ workspaceId: study.workspaceId, studyId: study.id, importId: found.id, now },
    ...{ waveId: plan.collector.waveId, collectorId: plan.collector.id, questionnaireId },
    ...{ versionId: version.id, role: version.role, answers: plan.answers },
    refused: plan.refused.flatMap(({ row, problems }) =>
      problems.slice(0, 1).map(({ item, code, cell }) => [String(row), item, code, cell.slice(0, 200)]),
    ),
  });
}
