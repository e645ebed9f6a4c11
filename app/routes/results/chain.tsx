/** The decision chain: who is for us in each company, and where the roles see things differently. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Computed } from "~/components/being-computed";
import { LinkButton } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { ErrorPage } from "~/components/error-page";
import { FilterBar } from "~/components/filter-bar";
import { PageHeader } from "~/components/page-header";
import { Section } from "~/components/section";
import { Tag } from "~/components/tag";
import { AnchorChart } from "~/features/report/anchor-charts";
import { ChainMap, PatternTable } from "~/features/report/chain-map";
import { CoverageWords } from "~/features/report/coverage";
import { AgreementTable, GapDumbbells } from "~/features/report/gap-dumbbells";
import { InsightList } from "~/features/report/insight-list";
import { useText } from "~/i18n/use-text";
import { readChain } from "~/server/chain";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, language, can, now } = await requireStudy(request, params, "readStudies");
  const { filter, result, pending, catchingUp } = await readChain(store, { request, study, language, now });
  return data({
    study: { id: study.id, sample: study.sample, currency: study.currency },
    filter: { ...filter, mayEdit: can.editStudies },
    ...{ chain: result, pending, catchingUp },
  });
};
type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function ChainSections({
  study,
  filter,
  chain,
}: Pick<Loaded, "study" | "filter"> & { chain: NonNullable<Loaded["chain"]> }) {
  const { coverage, rows, patterns, importance, satisfaction, contradictions } = chain;
  const text = useText("chain");
  const report = useText("report").chain;
  const base = `/studies/${study.id}`;
  return (
    <>
      <Section title={text.contradictions}>
        {contradictions.length === 0 ? (
          <p className="max-w-prose text-muted">{text.contradictionsNone}</p>
        ) : (
          <InsightList
            insights={contradictions}
            study={base}
            filter={filter.search}
            currency={study.currency}
          />
        )}
      </Section>
      <Section title={text.patterns} lead={text.patternsLead}>
        <PatternTable counts={patterns} />
      </Section>
      <Section title={text.mapTitle}>
        <CoverageWords coverage={coverage} />
        <div className="mt-4">
          <ChainMap rows={rows} roles={coverage.roles} base={base} filter={filter.search} />
        </div>
      </Section>
      <Section title={`${text.across} · ${text.measure.importance}`} lead={text.acrossLead}>
        <GapDumbbells rows={importance} />
        <div className="mt-6">
          <AgreementTable rows={importance} caption={report.gapTitle} />
        </div>
      </Section>
      <Section title={`${text.across} · ${text.measure.satisfaction}`}>
        <GapDumbbells rows={satisfaction} />
        <div className="mt-6">
          <AgreementTable rows={satisfaction} caption={report.satisfaction} />
        </div>
      </Section>
      <Section title={report.importance}>
        <AnchorChart rows={importance} about="importance" companies={coverage.companies.length} />
      </Section>
      <Section title={report.satisfaction}>
        <AnchorChart rows={satisfaction} about="satisfaction" companies={coverage.companies.length} />
      </Section>
    </>
  );
}

export default function Chain() {
  const { study, filter, chain, pending, catchingUp } = useLoaderData<typeof loader>();
  const report = useText("report").chain;
  const results = useText("results");
  const needs = useText("needs");
  const base = `/studies/${study.id}`;
  return (
    <>
      <PageHeader
        title={report.title}
        lead={report.lead}
        tags={study.sample && <Tag tone="info">{results.sample}</Tag>}
        actions={<LinkButton to={`${base}/needs`}>{needs.title}</LinkButton>}
      />
      {filter.total > 0 && <FilterBar {...filter} />}
      <Computed {...{ pending, catchingUp }}>
        {!chain || (chain.responses === 0 && filter.total > 0) ? null : chain.responses === 0 ? (
          <EmptyState
            title={results.empty.title}
            action={<LinkButton to={`${base}/fieldwork`}>{results.empty.action}</LinkButton>}
          >
            {results.empty.body}
          </EmptyState>
        ) : (
          <ChainSections {...{ study, filter, chain }} />
        )}
      </Computed>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
