/** The market's size: what the scenario that is open says. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { UndoToast } from "~/components/undo-toast";
import { insertMarketScenario, updateMarketScenarioRemoved } from "~/data/market";
import { weakAssumptions } from "~/domain/market/market-model";
import { sampleModel } from "~/domain/market/sample-model";
import { problemsFor } from "~/domain/questionnaire/bank/words";
import { EmptyMarket } from "~/features/market/empty-market";
import { MarketSize } from "~/features/market/market-size";
import { MarketTabs } from "~/features/market/market-tabs";
import { textOf } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";
import { readMarket, seeMarket } from "~/server/market";
import { seedAt } from "~/server/market-sheet";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, can, now } = await requireStudy(request, params, "readStudies");
  const { scenarios, responses } = await readMarket(store, study);
  const { searchParams } = new URL(request.url);
  const wanted = searchParams.get("scenario");
  const open = scenarios.find(({ id }) => id === wanted) ?? scenarios[0];
  const since = Number(searchParams.get("since")) || null;
  return {
    study: { id: study.id, currency: study.currency },
    canEdit: can.editStudies,
    problems: problemsFor(study),
    scenarios: scenarios.map(({ id, name }) => ({ id, name })),
    chosen: open?.id ?? null,
    open: open?.sized.ok
      ? {
          ...{ model: open.model, tied: open.tied, sized: open.sized.value },
          weak: weakAssumptions(open.model, now),
          moved: await seeMarket(store, { workspaceId, scenario: open, responses, since, now }),
        }
      : null,
    compared: scenarios.flatMap(({ name, sized }) =>
      sized.ok ? [{ name, later: sized.value.ranges.later }] : [],
    ),
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
  const { study, canEdit, problems, scenarios, chosen, open, compared } = useLoaderData<typeof loader>();
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
            problems={problems}
            scenarios={compared}
            currency={study.currency}
            sheet={`${here}/sheet?scenario=${chosen}`}
            here={`${here}?scenario=${chosen}`}
            results={`/studies/${study.id}/results/price`}
          />
        </>
      ) : (
        <>
          <MarketTabs studyId={study.id} view="size" scenarios={[]} chosen={null} />
          <EmptyMarket action={here} canEdit={canEdit} />
        </>
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
