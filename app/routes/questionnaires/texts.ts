/** A questionnaire as a file: its texts for translators (`zh-CN.xlf`, `en.xlf`, `both.csv`) or all of it (`survey.json`). */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { languages } from "~/domain/language";
import { translationRows } from "~/domain/questionnaire/translation";
import { writeTranslationCsv, writeXliff } from "~/domain/questionnaire/translation-files";
import { wordIn } from "~/domain/typed";
import { download } from "~/server/download";
import { requireQuestionnaire } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { questionnaire } = await requireQuestionnaire(request, params, "readStudies");
  const to = languages.find((language) => params.file === `${language}.xlf`);
  const file = to ? (`${to}.xlf` as const) : wordIn(["both.csv", "survey.json"], params.file ?? null);
  if (!file) throw new Response("Not found", { status: 404 });
  const rows = translationRows(questionnaire.draft);
  const from = languages.find((language) => language !== to) ?? "en";
  const body = to
    ? writeXliff(rows, { from, to, name: questionnaire.role })
    : file === "survey.json"
      ? JSON.stringify(questionnaire.draft, null, 2)
      : writeTranslationCsv(rows);
  return download(body, { file: `${questionnaire.role}-${file}` });
};
