/** Everything the engine says of a study, strongest first. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { PageHeader } from "~/components/page-header";
import { shownInsight } from "~/domain/report/shown-insight";
import { InsightList } from "~/features/report/insight-list";
import { useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";
import { readInsights } from "~/server/insights";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study } = await requireStudy(request, params, "readStudies");
  return data({ id: study.id, insights: (await readInsights(store, study)).map(shownInsight) });
};

export default function Insights() {
  const { id, insights } = useLoaderData<typeof loader>();
  const text = useText("insights");
  const needs = useText("needs");
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={<LinkButton to={`/studies/${id}/needs`}>{needs.title}</LinkButton>}
      />
      {insights.length === 0 ? (
        <EmptyState
          title={text.none.title}
          action={<LinkButton to={`/studies/${id}/fieldwork`}>{text.none.action}</LinkButton>}
        >
          {text.none.body}
        </EmptyState>
      ) : (
        <InsightList insights={insights} study={`/studies/${id}`} />
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
