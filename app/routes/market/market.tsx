/** The market's size: what the scenario that is open says. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { UndoToast } from "~/components/undo-toast";
import { insertMarketScenario, listMarketScenarios, updateMarketScenarioRemoved } from "~/data/market";
import { weakAssumptions } from "~/domain/market/market-model";
import { sampleModel } from "~/domain/market/sample-model";
import { sizeMarket } from "~/domain/market/size-market";
import { EmptyMarket } from "~/features/market/empty-market";
import { MarketSize } from "~/features/market/market-size";
import { MarketTabs } from "~/features/market/market-tabs";
import { textOf } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";
import { seedAt } from "~/server/market-sheet";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, can, now } = await requireStudy(request, params, "readStudies");
  const scenarios = await listMarketScenarios(store, { workspaceId, studyId: study.id });
  const wanted = new URL(request.url).searchParams.get("scenario");
  const open = scenarios.find(({ id }) => id === wanted) ?? scenarios[0];
  const sizes = scenarios.map(({ id, name, model, seed }) => ({ id, name, sized: sizeMarket(model, seed) }));
  const sized = sizes.find(({ id }) => id === open?.id)?.sized;
  return {
    study: { id: study.id, currency: study.currency },
    canEdit: can.editStudies,
    scenarios: scenarios.map(({ id, name }) => ({ id, name })),
    chosen: open?.id ?? null,
    open:
      open && sized?.ok
        ? { model: open.model, sized: sized.value, weak: weakAssumptions(open.model, now) }
        : null,
    compared: sizes.flatMap(({ name, sized: of }) => (of.ok ? [{ name, later: of.value.ranges.later }] : [])),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, member, language, now } = await requireStudy(
    request,
    params,
    "editStudies",
  );
  const where = { workspaceId, studyId: study.id };
  const form = await postedForm(request);
  const intent = String(form.get("intent"));
  const text = textOf(language, "market").empty;
  if (intent === "start-blank") return redirect(`/studies/${study.id}/market/sheet?new`);
  if (intent === "start-sample") {
    const sample = { name: text.sampleName, model: sampleModel(language), seed: seedAt(now) };
    const id = await insertMarketScenario(store, { ...where, ...sample, updatedBy: member.name, now });
    return redirect(`/studies/${study.id}/market?scenario=${id}`);
  }
  const scenarioId = String(form.get("scenarioId"));
  const restoring = intent === "restore";
  if (!restoring && intent !== "remove") throw new Response("Bad request", { status: 400 });
  const name = await updateMarketScenarioRemoved(store, {
    ...where,
    scenarioId,
    removedAt: restoring ? null : now,
  });
  if (name === null) throw new Response("Not found", { status: 404 });
  return { name, scenarioId, restored: restoring, at: now };
};

export default function Market() {
  const { study, canEdit, scenarios, chosen, open, compared } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const text = useText("market");
  const here = `/studies/${study.id}/market`;
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      {open ? (
        <>
          <MarketTabs studyId={study.id} view="size" scenarios={scenarios} chosen={chosen} />
          <MarketSize
            {...open}
            scenarios={compared}
            currency={study.currency}
            sheet={`${here}/sheet?scenario=${chosen}`}
          />
        </>
      ) : (
        <EmptyMarket action={here} canEdit={canEdit} />
      )}
      {done && (
        <UndoToast
          key={done.at}
          message={done.restored ? text.sheet.restored(done) : text.sheet.removed(done)}
          undo={
            done.restored
              ? undefined
              : { action: here, fields: { intent: "restore", scenarioId: done.scenarioId } }
          }
        />
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
