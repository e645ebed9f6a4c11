/** Everything the engine says of a study, strongest first. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Computed } from "~/components/being-computed";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { FilterBar } from "~/components/filter-bar";
import { PageHeader } from "~/components/page-header";
import { shownInsight } from "~/domain/report/shown-insight";
import { InsightList } from "~/features/report/insight-list";
import { useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";
import { readInsights } from "~/server/insights";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, language, can, now } = await requireStudy(request, params, "readStudies");
  const asked = { request, study, language, now };
  const { filter, insights, pending, catchingUp } = await readInsights(store, asked);
  return data({
    id: study.id,
    currency: study.currency,
    filter: { ...filter, mayEdit: can.editStudies },
    insights: insights.map(shownInsight),
    ...{ pending, catchingUp },
  });
};

export default function Insights() {
  const { id, currency, filter, insights, pending, catchingUp } = useLoaderData<typeof loader>();
  const text = useText("insights");
  const needs = useText("needs");
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={<LinkButton to={`/studies/${id}/needs`}>{needs.title}</LinkButton>}
      />
      {filter.total > 0 && <FilterBar {...filter} />}
      <Computed {...{ pending, catchingUp }}>
        {insights.length === 0 && filter.shown !== filter.total ? (
          <p className="max-w-prose text-muted">{text.noneFiltered}</p>
        ) : insights.length === 0 ? (
          <EmptyState
            title={text.none.title}
            action={<LinkButton to={`/studies/${id}/fieldwork`}>{text.none.action}</LinkButton>}
          >
            {text.none.body}
          </EmptyState>
        ) : (
          <InsightList
            insights={insights}
            study={`/studies/${id}`}
            filter={filter.search}
            currency={currency}
          />
        )}
      </Computed>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
