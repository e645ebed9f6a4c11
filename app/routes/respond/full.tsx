/** A questionnaire with kinds of questions that only SurveyJS draws. */
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findVersionJson } from "~/data/questionnaires";
import { drawVariables } from "~/domain/questionnaire/order";
import { sentJson } from "~/domain/questionnaire/sent-json";
import { FullSurvey } from "~/features/respond/full-survey";
import { RefusedPage } from "~/features/respond/last-pages";
import { titled } from "~/features/respond/titled";
import { openResponse, refusal } from "~/server/respond";

export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction<typeof loader> = titled;
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const opened = await openResponse(request, params);
  const { store, workspaceId, response, compiled, collector, sender, language } = opened;
  const back = `/r/${collector.token}/${params.key}`;
  if (response.completedAt !== null || response.outcome !== null || compiled.light) throw redirect(back);
  const version = await findVersionJson(store, { workspaceId, versionId: response.versionId });
  if (!version) throw refusal("unknown", 404);
  return {
    language,
    title: compiled.title[language],
    sender,
    back,
    json: sentJson(version.json),
    answers: response.answers,
    variables: drawVariables(compiled, response.id),
    page: response.page,
    draft: response.id,
    revision: response.revision,
    save: `/api${back.replace("/r/", "/respond/")}`,
    upload: `/api${back.replace("/r/", "/respond/")}/files`,
  };
};

export default function Full() {
  return <FullSurvey {...useLoaderData<typeof loader>()} />;
}

export const ErrorBoundary = RefusedPage;
