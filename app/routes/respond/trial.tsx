/** A sample questionnaire to try: checked like any other, stored nowhere. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { coreRoles } from "~/domain/chain/role";
import { buildQuestionnaire } from "~/domain/questionnaire/templates";
import { sampleBrief } from "~/domain/study/sample-brief";
import { carryOn, initOf } from "~/features/respond/carry-on";
import { RefusedPage, TrialDonePage } from "~/features/respond/last-pages";
import { QuestionPage } from "~/features/respond/question-page";
import { titled } from "~/features/respond/titled";
import { compileOnce } from "~/server/compile-once";
import { openToAll } from "~/server/gate";
import { keyFrom, readPosted, refusal, switchedLanguage } from "~/server/respond";

export const handle = { scripts: false };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction<typeof loader> = titled;

async function openTrial(request: Request, params: { role?: string }) {
  const gate = await openToAll(request);
  const role = coreRoles.find((role) => role === params.role);
  if (!role) throw refusal("unknown", 404);
  const compiled = await compileOnce(`try/${role}`, () => buildQuestionnaire(role, sampleBrief));
  return { ...gate, compiled };
}

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { compiled, language, now } = await openTrial(request, params);
  const step = carryOn(compiled, null, { seed: keyFrom(null), language });
  return {
    step,
    now,
    title: compiled.title[language],
    sender: sampleBrief.product,
    again: `/try/${params.role}`,
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { compiled, language } = await openTrial(request, params);
  const form = await readPosted(request);
  const switched = switchedLanguage(request, form);
  const step = carryOn(compiled, form, { seed: keyFrom(form.get("key")), language, switched });
  return data(step, initOf(step, switched));
};

export default function Trial() {
  const { step: first, now, sender, again } = useLoaderData<typeof loader>();
  const step = useActionData<typeof action>() ?? first;
  if (step.kind === "done") return <TrialDonePage sender={sender} again={again} end={step.end} />;
  const keeping = { kind: "carried", trial: true } as const;
  return <QuestionPage view={step.view} sender={sender} keeping={keeping} bilingual shownAt={now} />;
}

export const ErrorBoundary = RefusedPage;
