/** A public link: who asks and why, and the way in. */
import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPublishedVersion } from "~/data/questionnaires";
import { estimateMinutes } from "~/domain/questionnaire/duration";
import { nextPage } from "~/domain/questionnaire/flow";
import { consentText } from "~/domain/questionnaire/templates";
import { FrameScript } from "~/features/respond/frame-script";
import { RefusedPage } from "~/features/respond/last-pages";
import { respondentHeaders } from "~/features/respond/respondent-headers";
import { StartPage } from "~/features/respond/start-page";
import { titled } from "~/features/respond/titled";
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
} from "~/server/respond";
import { admitStart } from "~/server/start-gate";

export const handle = { scripts: false };
export const headers: HeadersFunction = respondentHeaders;
export const meta: MetaFunction<typeof loader> = titled;

async function withQuestionnaire<L extends Awaited<ReturnType<typeof openLink>>>(link: L) {
  const { store, workspaceId, collector } = link;
  if (collector.questionnaireId === null) throw redirect(`/s/${collector.token}`);
  const version = await findPublishedVersion(store, {
    workspaceId,
    questionnaireId: collector.questionnaireId,
  });
  if (!version) throw refusal("unpublished", 404);
  return { ...link, version, questionnaireId: collector.questionnaireId };
}

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { collector, version, key, ...link } = await withQuestionnaire(await openStart(request, params));
  const { language, sender, bilingual } = link;
  const { title, description } = version.compiled;
  return data(
    {
      language,
      framed: collector.kind === "embed",
      title: title[language],
      start: {
        sender,
        bilingual,
        title: title[language],
        description: description?.[language],
        minutes: estimateMinutes(version.compiled),
        consent: consentText(await link.brief())[language].split("\n\n"),
        responseKey: key,
        shownAt: link.now,
      },
    },
    { headers: { ...framedBy(collector), "Set-Cookie": await keepKey(request, collector, key) } },
  );
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const link = await withQuestionnaire(await openLink(request, params));
  const { collector, version, questionnaireId, now } = link;
  const form = await readPosted(request);
  if (form.has("again")) return beginAnew(request, `/r/${collector.token}`, collector);
  const key = await startKey(request, collector, form.get("key"));
  await admitStart(request, { way: collector, key, form, now });
  const page = nextPage(version.compiled, null, {}, {}) ?? "";
  return beginThrough(link, { key, version, questionnaireId, answers: {}, page });
};

export default function Link() {
  const { start, framed } = useLoaderData<typeof loader>();
  return <StartPage {...start} after={framed && <FrameScript />} />;
}

export const ErrorBoundary = RefusedPage;
