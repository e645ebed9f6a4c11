/** The JSON of a questionnaire's draft. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { findQuestionnaire, updateDraft } from "~/data/questionnaires";
import { hostileIn } from "~/domain/questionnaire/harmless";
import { longestJson } from "~/domain/questionnaire/import-any";
import { readJson } from "~/domain/questionnaire/read-json";
import { JsonEditor, type JsonRefusal } from "~/features/questionnaire/json-editor";
import { compileDraft } from "~/server/compile-once";
import { requireQuestionnaire } from "~/server/gate";
import { postedForm } from "~/server/request";

const written = (draft: unknown) => JSON.stringify(draft, null, 2);

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { questionnaire, can } = await requireQuestionnaire(request, params, "readStudies");
  const made = await compileDraft(questionnaire);
  return {
    ...{ json: written(questionnaire.draft), revision: questionnaire.revision, canEdit: can.editStudies },
    problems: made.ok ? [] : made.problems,
    warnings: made.ok ? made.warnings : [],
  };
};

type Reply = {
  typed: string;
  revision: number;
  refusal?: JsonRefusal;
  theirs?: string;
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, where, questionnaire, member, now } = await requireQuestionnaire(
    request,
    params,
    "editStudies",
  );
  const form = await postedForm(request);
  const typed = String(form.get("json") ?? "").replaceAll("\r\n", "\n");
  const reply: Reply = { typed, revision: Number(form.get("revision")) };
  const whole = { line: 1, column: 1 };
  if (typed.length > longestJson)
    return data({ ...reply, typed: "", refusal: { reason: "too-large" as const, at: whole } }, 422);
  const read = readJson(typed);
  if (!read.ok) return data({ ...reply, refusal: { reason: read.reason, at: read.at } }, 422);
  const hostile = hostileIn(read.json);
  if (hostile) return data({ ...reply, refusal: { reason: hostile, at: whole } }, 422);
  const saved = await updateDraft(store, {
    ...where,
    revision: reply.revision,
    draft: read.json,
    savedBy: member.id,
    now,
  });
  if (saved !== null) return data({ ...reply, revision: saved }, 200);
  const { draft, revision } = (await findQuestionnaire(store, where)) ?? questionnaire;
  return data({ ...reply, revision, theirs: written(draft) }, 409);
};

export default function QuestionnaireJson() {
  const loaded = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const saved = reply !== undefined && !reply.refusal && reply.theirs === undefined;
  return (
    <JsonEditor
      {...loaded}
      json={reply?.typed ?? loaded.json}
      revision={reply?.revision ?? loaded.revision}
      refusal={reply?.refusal}
      theirs={reply?.theirs}
      saved={saved}
    />
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
