/** One link for a whole study: asks for the role and opens the questionnaire of that role. */
import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findPublishedVersion, listQuestionnaires } from "~/data/questionnaires";
import { toldCompany } from "~/domain/questionnaire/known-company";
import { drawVariables } from "~/domain/questionnaire/order";
import { carriedInto, firstOpenPage, rolesAtGate } from "~/domain/questionnaire/route-by-role";
import { buildGate, consentText } from "~/domain/questionnaire/templates";
import { carryOn, initOf } from "~/features/respond/carry-on";
import { FrameScript } from "~/features/respond/frame-script";
import { NobodyAskedPage, RefusedPage } from "~/features/respond/last-pages";
import { QuestionPage } from "~/features/respond/question-page";
import { respondentHeaders } from "~/features/respond/respondent-headers";
import { StartPage } from "~/features/respond/start-page";
import { titled } from "~/features/respond/titled";
import { compileOnce } from "~/server/compile-once";
import {
  beginAnew,
  beginThrough,
  framedBy,
  keepKey,
  openLink,
  openStart,
  readPosted,
  refusal,
  startKey,
  switchedLanguage,
} from "~/server/respond";
import { admitStart, trapField } from "~/server/start-gate";

export const handle = { scripts: false };
export const headers: HeadersFunction = respondentHeaders;
export const meta: MetaFunction<typeof loader> = titled;

async function withPublished<L extends Awaited<ReturnType<typeof openLink>>>(link: L) {
  const { store, workspaceId, collector, study } = link;
  if (collector.questionnaireId !== null) throw redirect(`/r/${collector.token}`);
  const all = await listQuestionnaires(store, { workspaceId, studyId: study.id });
  const published = all.filter(({ version }) => version !== null);
  if (published.length === 0) throw refusal("unpublished", 404);
  return { ...link, published };
}

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { collector, study, key, language, sender, bilingual, ...link } = await withPublished(
    await openStart(request, params),
  );
  const consent = consentText(await link.brief())[language].split("\n\n");
  const start = {
    sender,
    bilingual,
    title: study.product,
    minutes: null,
    consent,
    responseKey: key,
    shownAt: link.now,
  };
  return data(
    { language, title: study.product, start, now: link.now, framed: collector.kind === "embed" },
    { headers: { ...framedBy(collector), "Set-Cookie": await keepKey(request, collector, key) } },
  );
};

type Study = Awaited<ReturnType<typeof withPublished>>;

/** Opens the questionnaire of the first role that is asked at the moment; null when none is. */
async function startAs(
  study: Study,
  given: {
    key: string;
    gate: Awaited<ReturnType<typeof compileOnce>>;
    answers: Parameters<typeof carriedInto>[1];
  },
) {
  const { store, workspaceId, published } = study;
  for (const role of rolesAtGate(given.gate, given.answers)) {
    const questionnaire = published.find((one) => one.role === role);
    if (!questionnaire) continue;
    const version = await findPublishedVersion(store, { workspaceId, questionnaireId: questionnaire.id });
    if (!version) continue;
    const answers = carriedInto(version.compiled, given.answers);
    return beginThrough(study, {
      ...{ key: given.key, version, questionnaireId: questionnaire.id, answers },
      told: toldCompany(given.gate, given.answers),
      page: firstOpenPage(version.compiled, answers, drawVariables(version.compiled, "")),
    });
  }
  return null;
}

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const study = await withPublished(await openLink(request, params));
  const { token } = study.collector;
  const form = await readPosted(request);
  if (form.has("again")) return beginAnew(request, `/s/${token}`, study.collector);
  const key = await startKey(request, study.collector, form.get("key"));
  const brief = await study.brief();
  const switched = switchedLanguage(request, form);
  const gate = await compileOnce(`gate/${brief.businessType}`, () => buildGate(brief));
  const step = carryOn(gate, form, { seed: key, language: study.language, switched });
  if (form.get(trapField) || step.kind === "done")
    await admitStart(request, { way: study.collector, key, form, now: study.now });
  if (step.kind === "done")
    return (await startAs(study, { key, gate, answers: step.answers })) ?? data({ kind: "nobody" as const });
  return data(step, initOf(step, switched));
};

export default function StudyLink() {
  const { start, now, framed } = useLoaderData<typeof loader>();
  const step = useActionData<typeof action>();
  const { sender, bilingual } = start;
  if (!step) return <StartPage {...start} after={framed && <FrameScript />} />;
  if (step.kind === "nobody") return <NobodyAskedPage sender={sender} bilingual={bilingual} />;
  const keeping = { kind: "carried", trial: false } as const;
  return (
    <QuestionPage view={step.view} sender={sender} keeping={keeping} bilingual={bilingual} shownAt={now} />
  );
}

export const ErrorBoundary = RefusedPage;
