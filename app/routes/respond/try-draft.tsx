/** A draft as respondents will see it, with its logic: checked like any other, stored nowhere. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { carryOn, initOf } from "~/features/respond/carry-on";
import { RefusedPage, TrialDonePage } from "~/features/respond/last-pages";
import { QuestionPage } from "~/features/respond/question-page";
import { titled } from "~/features/respond/titled";
import { keyFrom, readPosted, switchedLanguage } from "~/server/respond";
import { openTry } from "~/server/try-draft";

export const handle = { scripts: false };
export const headers = () => ({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });
export const meta: MetaFunction<typeof loader> = titled;

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { compiled, language, study, now, base, search, asked, theme } = await openTry(request, params);
  if (!compiled.light) throw redirect(`${base}/full${search}`);
  return {
    upload: `${base}/files${search}`,
    ...{ language, theme, now, sender: study.product, again: `${base}${search}` },
    step: carryOn(compiled, null, { seed: keyFrom(null), language }),
    title: compiled.title[language],
    bilingual: study.languages.length > 1 && asked === null,
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { compiled, language } = await openTry(request, params);
  const form = await readPosted(request);
  const switched = switchedLanguage(request, form);
  const step = carryOn(compiled, form, { seed: keyFrom(form.get("key")), language, switched });
  return data(step, initOf(step, switched));
};

export default function TryDraft() {
  const { step: first, now, sender, again, bilingual, upload } = useLoaderData<typeof loader>();
  const step = useActionData<typeof action>() ?? first;
  if (step.kind === "done") return <TrialDonePage sender={sender} again={again} end={step.end} />;
  const keeping = { kind: "carried", trial: true, upload } as const;
  return (
    <QuestionPage view={step.view} sender={sender} keeping={keeping} bilingual={bilingual} shownAt={now} />
  );
}

export const ErrorBoundary = RefusedPage;
