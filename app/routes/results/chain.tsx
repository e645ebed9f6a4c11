import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { FilterBar } from "~/components/filter-bar";
import { MethodLink } from "~/components/method-link";
import { PageHeader } from "~/components/page-header";
import { Section } from "~/components/section";
import { Tag } from "~/components/tag";
import { anchorProfile } from "~/domain/report/anchor-profile";
import { chainCoverage } from "~/domain/report/chain-coverage";
import { AnchorChart, GapTable } from "~/features/report/anchor-charts";
import { CoverageMap, CoverageWords } from "~/features/report/coverage";
import { formatOf } from "~/i18n/format";
import { useText } from "~/i18n/use-text";
import { readFiltered } from "~/server/filtered";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, language, can } = await requireStudy(request, params, "readStudies");
  const { evidence, filter } = await readFiltered(store, { request, study, language, page: "chain" });
  return data({
    study: { id: study.id, sample: study.sample },
    filter: { ...filter, mayEdit: can.editStudies },
    responses: evidence.length,
    coverage: chainCoverage(evidence, formatOf(language).compare),
    importance: anchorProfile(evidence, "anchor.importance"),
    satisfaction: anchorProfile(evidence, "anchor.satisfaction"),
  });
};

export default function Chain() {
  const { study, filter, responses, coverage, importance, satisfaction } = useLoaderData<typeof loader>();
  const text = useText("report").chain;
  const results = useText("results");
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        tags={study.sample && <Tag tone="info">{results.sample}</Tag>}
      />
      {filter.total > 0 && <FilterBar {...filter} />}
      {responses === 0 && filter.total > 0 ? null : responses === 0 ? (
        <EmptyState
          title={results.empty.title}
          action={<LinkButton to={`/studies/${study.id}/fieldwork`}>{results.empty.action}</LinkButton>}
        >
          {results.empty.body}
        </EmptyState>
      ) : (
        <>
          <Section title={text.companiesTitle}>
            <CoverageWords coverage={coverage} />
            <div className="mt-4">
              <CoverageMap coverage={coverage} />
            </div>
          </Section>
          <Section title={text.importance}>
            <AnchorChart rows={importance} about="importance" companies={coverage.companies.length} />
          </Section>
          <Section title={text.gapTitle} lead={text.gapLead}>
            <GapTable rows={importance} />
            <MethodLink method="role-gap" />
          </Section>
          <Section title={text.satisfaction}>
            <AnchorChart rows={satisfaction} about="satisfaction" companies={coverage.companies.length} />
          </Section>
        </>
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
