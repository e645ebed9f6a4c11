/** A questionnaire as a file: its texts for translators (`zh-CN.xlf`, `en.xlf`, `both.csv`) or all of it (`survey.json`). */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { findQuestionnaire } from "~/data/questionnaires";
import { languages } from "~/domain/language";
import { wordIn } from "~/domain/paging";
import { translationRows } from "~/domain/questionnaire/translation";
import { writeTranslationCsv, writeXliff } from "~/domain/questionnaire/translation-files";
import { download } from "~/server/download";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "readStudies");
  const where = { workspaceId, studyId: study.id, questionnaireId: params.questionnaireId ?? "" };
  const found = await findQuestionnaire(store, where);
  const to = languages.find((language) => params.file === `${language}.xlf`);
  const file = to ? (`${to}.xlf` as const) : wordIn(["both.csv", "survey.json"], params.file ?? null);
  if (!found || !file) throw new Response("Not found", { status: 404 });
  const rows = translationRows(found.draft);
  const from = languages.find((language) => language !== to) ?? "en";
  const body = to
    ? writeXliff(rows, { from, to, name: found.role })
    : file === "survey.json"
      ? JSON.stringify(found.draft, null, 2)
      : writeTranslationCsv(rows);
  return download(body, { file: `${found.role}-${file}` });
};
