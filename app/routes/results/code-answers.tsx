/** Reading open answers one by one and marking their themes; a form a screen, so that it works without scripts. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { findResponse } from "~/data/responses";
import { insertTheme, listThemes, saveReading } from "~/data/themes";
import { codedQuestions, isCodedQuestion } from "~/domain/report/theme-coding";
import { isTaken, type ThemeProblem, themeNameSchema } from "~/domain/report/theme-form";
import { CodeAnswer } from "~/features/needs/code-answer";
import { useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";
import { readCoding } from "~/server/needs";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, member } = await requireStudy(request, params, "editStudies");
  const asked = new URL(request.url).searchParams;
  const wanted = asked.get("question");
  const question = isCodedQuestion(wanted) ? wanted : codedQuestions[0];
  const coding = await readCoding(store, study, {
    question,
    responseId: asked.get("response"),
    coder: member.id,
  });
  if (asked.has("response") && !coding.answer) throw new Response("Not found", { status: 404 });
  return data({ id: study.id, ...coding });
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, member, now } = await requireStudy(request, params, "editStudies");
  const form = await postedForm(request);
  const where = { workspaceId, studyId: study.id };
  const question = String(form.get("question") ?? "");
  const responseId = String(form.get("response") ?? "");
  if (!isCodedQuestion(question) || !(await findResponse(store, { ...where, responseId })))
    throw new Response("Not found", { status: 404 });
  const themes = await listThemes(store, where);
  const known = new Set(themes.filter(({ mergedInto }) => mergedInto === null).map(({ id }) => id));
  const themeIds = form
    .getAll("theme")
    .map(String)
    .filter((id) => known.has(id));
  const typed = String(form.get("name") ?? "");
  if (typed.trim() !== "") {
    const refused = (problem: ThemeProblem) => data({ problem, typed, themeIds }, 422);
    const name = themeNameSchema.safeParse(typed);
    if (!name.success) return refused("name");
    if (isTaken(name.data, themes)) return refused("taken");
    themeIds.push(await insertTheme(store, { ...where, name: name.data, createdBy: member.name, now }));
  }
  await saveReading(store, { ...where, responseId, question, coder: member.id, themeIds, now });
  const next = String(form.get("next") ?? "");
  const search = new URLSearchParams({ question, ...(next && { response: next }) });
  return redirect(`/studies/${study.id}/needs/code?${search}`);
};

export default function CodeAnswers() {
  const coding = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const text = useText("needs");
  return (
    <>
      <PageHeader
        crumbs={[{ to: `/studies/${coding.id}/needs`, label: text.title }]}
        title={text.coding.title}
        lead={text.coding.lead}
      />
      <CodeAnswer key={coding.answer?.responseId} coding={coding} refused={refused ?? null} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
