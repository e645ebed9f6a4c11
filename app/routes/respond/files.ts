/** Takes the files of a response: one by one from the page's script, or with the whole form where there is none. */
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { savePage } from "~/data/answering";
import { type FileProblem, fileLimits, problemOf } from "~/domain/questionnaire/answer-files";
import { answerField, readForm } from "~/domain/questionnaire/read-form";
import { problemText } from "~/features/respond/problem-text";
import { textOf } from "~/i18n/text";
import { keepFile, requireFileItem } from "~/server/answer-files";
import { postedForm } from "~/server/request";
import { openResponse, readBytes, refusal } from "~/server/respond";

type Opened = Awaited<ReturnType<typeof openResponse>>;

/** Keeps the files of a form, adds them to what it says, and goes back to its page. */
async function takeForm(opened: Opened, to: string): Promise<Response> {
  const { store, request, workspaceId, keyHash, compiled, language, now } = opened;
  const form = await postedForm(request);
  const page = compiled.pages.find(({ name }) => name === form.get("page"));
  const item = requireFileItem(compiled, String(form.get("upload") ?? ""));
  if (!page) throw refusal("failed", 400);
  const field = answerField(item.name);
  const fields: [string, string][] = [];
  const sent: File[] = [];
  for (const [name, value] of form)
    if (typeof value === "string") fields.push([name, value]);
    else if (name === `f:${item.name}` && value.name !== "") sent.push(value);
  let problem: FileProblem | null = null;
  for (const file of sent) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const isFull = fields.filter(([name]) => name === field).length >= item.maxFiles;
    const taken = isFull
      ? ({ ok: false, problem: "file-many" } as const)
      : await keepFile(opened, item, { name: file.name, bytes });
    if (taken.ok) fields.push([field, JSON.stringify(taken.file)]);
    else problem = taken.problem;
  }
  await savePage(store, {
    ...{ workspaceId, keyHash, compiled, language, now, page: page.name, raw: readForm(page, fields) },
    ...{ move: "save", seconds: 0 },
  });
  return redirect(problem ? `${to}?${new URLSearchParams({ file: item.name, problem })}` : to, 303);
}

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const opened = await openResponse(request, params);
  const { response, compiled, language, collector } = opened;
  if (response.completedAt !== null || response.outcome !== null) throw refusal("closed", 410);
  if (request.headers.get("Content-Type")?.startsWith("multipart/form-data"))
    return takeForm(opened, `/r/${collector.token}/${params.key}`);
  const { searchParams } = new URL(request.url);
  const item = requireFileItem(compiled, searchParams.get("item"));
  const bytes = await readBytes(request, fileLimits.size);
  const taken = await keepFile(opened, item, { name: searchParams.get("name") ?? "", bytes });
  const headers = { "Cache-Control": "no-store" };
  if (taken.ok) return Response.json({ file: taken.file }, { headers });
  const words = textOf(language, "respond").problem;
  const message = problemText(problemOf(item, taken.problem), item, words, language);
  return Response.json({ message }, { status: taken.problem === "file-often" ? 429 : 422, headers });
};
