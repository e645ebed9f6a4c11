/** One way in with its settings; the id `new` adds one. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { findCollectorById } from "~/data/collectors";
import { listQuestionnaires } from "~/data/questionnaires";
import {
  collectorFromForm,
  madeKinds,
  readCollector,
  typedCollector,
} from "~/domain/fieldwork/collector-form";
import { wordIn } from "~/domain/typed";
import { CollectorForm } from "~/features/fieldwork/collector-form";
import { addCollector, saveCollector } from "~/server/collector-settings";
import { requireStudy } from "~/server/gate";
import { postedForm } from "~/server/request";

const newId = "new";
const emptySettings = {
  ...{ name: "", opensAt: null, closesAt: null, cap: null, language: null, onePerDevice: false },
  embedOrigins: [],
};

async function openCollector(request: Request, params: { studyId?: string; collectorId?: string }) {
  const gate = await requireStudy(request, params, "editStudies");
  const { store, workspaceId, study } = gate;
  const collectorId = params.collectorId ?? "";
  const collector =
    collectorId === newId
      ? null
      : await findCollectorById(store, { workspaceId, studyId: study.id, collectorId });
  if (collectorId !== newId && (!collector || collector.kind === "personal" || collector.kind === "import"))
    throw new Response("Not found", { status: 404 });
  return { ...gate, collector };
}

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, collector } = await openCollector(request, params);
  const questionnaires = await listQuestionnaires(store, { workspaceId, studyId: study.id });
  const published = questionnaires.filter(({ version }) => version !== null).map(({ role }) => role);
  return {
    base: `/studies/${study.id}/fieldwork`,
    isNew: collector === null,
    kind: collector?.kind ?? "public-link",
    hasPassword: collector?.passwordHash != null,
    languages: study.languages,
    roles: published,
    typed: typedCollector(collector ?? emptySettings),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, collector, now } = await openCollector(request, params);
  const form = await postedForm(request);
  const typed = collectorFromForm(form);
  const read = readCollector(typed);
  if (!read.ok) return data({ typed: { ...typed, password: "" }, problems: read.problems }, 422);
  const { settings } = read;
  if (collector) await saveCollector(store, { workspaceId, collector, settings });
  else {
    const kind = wordIn(madeKinds, String(form.get("kind"))) ?? "public-link";
    const role = String(form.get("role") ?? "");
    if ((await addCollector(store, { study, kind, role, settings, now })) === null)
      throw new Response("Bad request", { status: 400 });
  }
  return redirect(`/studies/${study.id}/fieldwork`);
};

export default function Collector() {
  const { base, isNew, kind, hasPassword, languages, roles, typed } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return (
    <CollectorForm
      {...{ isNew, kind, hasPassword, languages, roles }}
      typed={done?.typed ?? typed}
      problems={done?.problems ?? {}}
      back={base}
    />
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
