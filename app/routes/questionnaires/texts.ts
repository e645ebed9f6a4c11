/** A questionnaire as a file: its texts for translators (`zh-CN.xlf`, `en.xlf`, `both.csv`) or all of it (`survey.json`). */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { findQuestionnaire } from "~/data/questionnaires";
import { languages } from "~/domain/language";
import { translationRows } from "~/domain/questionnaire/translation";
import { writeTranslationCsv, writeXliff } from "~/domain/questionnaire/translation-files";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "readStudies");
  const where = { workspaceId, studyId: study.id, questionnaireId: params.questionnaireId ?? "" };
  const found = await findQuestionnaire(store, where);
  const file = params.file ?? "";
  const to = languages.find((language) => file === `${language}.xlf`);
  if (!found || !(to || file === "both.csv" || file === "survey.json"))
    throw new Response("Not found", { status: 404 });
  const rows = translationRows(found.draft);
  const from = languages.find((language) => language !== to) ?? "en";
  const [type, body] = to
    ? ["application/xliff+xml", writeXliff(rows, { from, to, name: found.role })]
    : file === "survey.json"
      ? ["application/json", JSON.stringify(found.draft, null, 2)]
      : ["text/csv", writeTranslationCsv(rows)];
  return new Response(body, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${found.role}-${file}"`,
      "Cache-Control": "no-store",
    },
  });
};
