/** A draft with kinds of questions that only SurveyJS draws, to be tried. */
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { nextPage } from "~/domain/questionnaire/flow";
import { drawVariables } from "~/domain/questionnaire/order";
import { sentJson } from "~/domain/questionnaire/sent-json";
import { FullSurvey } from "~/features/respond/full-survey";
import { RefusedPage } from "~/features/respond/last-pages";
import { titled } from "~/features/respond/titled";
import { keyFrom } from "~/server/respond";
import { openTry } from "~/server/try-draft";

export const headers = () => ({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });
export const meta: MetaFunction<typeof loader> = titled;
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { compiled, language, study, base, search, draft, theme } = await openTry(request, params);
  if (compiled.light) throw redirect(`${base}${search}`);
  const variables = drawVariables(compiled, keyFrom(null));
  return {
    ...{ language, theme, variables, sender: study.product, title: compiled.title[language] },
    json: sentJson(draft.draft),
    answers: {},
    draft: null,
    revision: 0,
    page: nextPage(compiled, null, {}, variables) ?? "",
    save: "/api/try",
    upload: `${base}/files${search}`,
    back: `${base}/full${search}`,
  };
};

export default function TryFull() {
  return <FullSurvey {...useLoaderData<typeof loader>()} />;
}

export const ErrorBoundary = RefusedPage;
