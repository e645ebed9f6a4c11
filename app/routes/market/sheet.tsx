/** The assumptions behind a scenario, edited as one sheet. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { listMarketScenarios } from "~/data/market";
import { blankModel, typedModel } from "~/domain/market/model-form";
import { problemsFor } from "~/domain/questionnaire/bank/words";
import { MarketSheet } from "~/features/market/market-sheet";
import { MarketTabs } from "~/features/market/market-tabs";
import { textOf } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";
import { readTies } from "~/server/market";
import { applySheet } from "~/server/market-sheet";
import { postedForm } from "~/server/request";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study, language } = await requireStudy(request, params, "editStudies");
  const scenarios = await listMarketScenarios(store, { workspaceId, studyId: study.id });
  const { searchParams } = new URL(request.url);
  const wanted = searchParams.get("scenario");
  const open = searchParams.has("new") ? null : (scenarios.find(({ id }) => id === wanted) ?? scenarios[0]);
  if (open === undefined) throw redirect(`/studies/${study.id}/market`);
  const typed = open
    ? typedModel(open.name, open.model)
    : blankModel(textOf(language, "market").empty.blankName);
  return {
    study: { id: study.id, currency: study.currency, priceUnit: study.priceUnit[language] },
    tied: open ? await readTies(store, study, open.model) : [],
    asked: problemsFor(study),
    scenarios: scenarios.map(({ id, name }) => ({ id, name })),
    chosen: open?.id ?? null,
    sheet: { typed, revision: open?.revision ?? 0, problems: {}, theirs: {} },
    saved: searchParams.has("saved"),
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { store, workspaceId, study, member, language, now } = await requireStudy(
    request,
    params,
    "editStudies",
  );
  const form = await postedForm(request);
  const done = await applySheet(store, {
    ...{ workspaceId, studyId: study.id, form, now, updatedBy: member.name },
    scenarioId: String(form.get("scenarioId") ?? "") || null,
    copyName: textOf(language, "market").sheet.copyName,
  });
  if (done.kind === "saved")
    return redirect(`/studies/${study.id}/market/sheet?scenario=${done.scenarioId}&saved`);
  return data({ ...done.again, at: now }, done.again.status);
};

export default function Sheet() {
  const { study, tied, asked, scenarios, chosen, sheet, saved } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const text = useText("market");
  const here = `/studies/${study.id}/market`;
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={chosen && <LinkButton to={`${here}/sheet?new`}>{text.sheet.newScenario}</LinkButton>}
      />
      <MarketTabs studyId={study.id} view="sheet" scenarios={scenarios} chosen={chosen} />
      <MarketSheet
        key={again ? again.at : `${chosen} ${sheet.revision}`}
        state={again ?? sheet}
        scenarioId={chosen}
        currency={study.currency}
        priceUnit={study.priceUnit}
        tied={tied}
        asked={asked}
        saved={saved && !again}
        removeAt={here}
      />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
