/** Where a tried questionnaire sends its files: they are judged like any other and kept by nobody. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { fileLimits, problemOf } from "~/domain/questionnaire/answer-files";
import { problemText } from "~/features/respond/problem-text";
import { textOf } from "~/i18n/text";
import { requireFileItem, tryFile } from "~/server/answer-files";
import { readBytes } from "~/server/respond";
import { openTry } from "~/server/try-draft";

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { compiled, language } = await openTry(request, params);
  const { searchParams } = new URL(request.url);
  const item = requireFileItem(compiled, searchParams.get("item"));
  const bytes = await readBytes(request, fileLimits.size);
  const taken = tryFile(item, { name: searchParams.get("name") ?? "", bytes });
  if (taken.ok) return Response.json({ file: taken.file });
  const words = textOf(language, "respond").problem;
  const message = problemText(problemOf(item, taken.problem), item, words, language);
  return Response.json({ message }, { status: 422 });
};
