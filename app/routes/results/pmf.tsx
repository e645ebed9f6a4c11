import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Computed } from "~/components/being-computed";
import { Chart } from "~/components/chart";
import { ErrorPage } from "~/components/error-page";
import { FilterBar } from "~/components/filter-bar";
import { MethodLink } from "~/components/method-link";
import { PageHeader } from "~/components/page-header";
import { Section } from "~/components/section";
import { Tag } from "~/components/tag";
import { LampStrip } from "~/features/report/lamp-strip";
import { PmfCounts, PmfFigure } from "~/features/report/pmf-figure";
import { PmfParts } from "~/features/report/pmf-parts";
import { PmfPlanSection } from "~/features/report/pmf-plan";
import { PmfSides } from "~/features/report/pmf-sides";
import { PmfSplit } from "~/features/report/pmf-split";
import { useFormat, useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";
import { booksOf } from "~/server/money";
import { readPmf } from "~/server/pmf";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, study, language, can, now } = await requireStudy(request, params, "readStudies");
  const { filter, money, ...pmf } = await readPmf(store, { request, study, language, now });
  return data({
    study: { id: study.id, sample: study.sample },
    filter: { ...filter, mayEdit: can.editStudies },
    ...pmf,
    books: booksOf(money),
  });
};

const answers = ["very", "somewhat", "not"] as const;

export default function Pmf() {
  const loaded = useLoaderData<typeof loader>();
  const { study, filter, rule, scores, sides, lamps, books } = loaded;
  const results = useText("results");
  const words = useText("roles");
  const { compareLink } = useText("quality");
  const format = useFormat();
  const text = results.pmf;
  const drawn = scores.flatMap(({ role, score }) =>
    score.ok && !score.value.printAsCount ? [{ role, of: score.value }] : [],
  );
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        tags={study.sample && <Tag tone="info">{results.sample}</Tag>}
      />
      <FilterBar {...filter} />
      <Computed {...loaded}>
        <div className="grid gap-10 md:grid-cols-2">
          {scores.map((pmf) => (
            <PmfFigure
              key={pmf.role}
              pmf={pmf}
              rule={rule}
              answers={`/studies/${study.id}/results/pmf${filter.search}`}
            />
          ))}
        </div>
        <Section title={text.ruleTitle}>
          <p className="max-w-prose">{text.rule({ uses: rule.minUses, days: rule.windowDays })}</p>
          <p className="mt-2">
            <Link className="link" to={`/studies/${study.id}/responses/review#compare`}>
              {compareLink}
            </Link>
          </p>
        </Section>
        <Section title={text.lamps} lead={text.lampsLead}>
          <LampStrip lamps={lamps} rule={rule} books={books} money={`/studies/${study.id}/growth/money`} />
          <p className="mt-3">
            <MethodLink method="three-lamps" />
          </p>
        </Section>
        {drawn.length > 0 && (
          <Section title={text.table}>
            <Chart
              title={drawn
                .map(({ role, of }) =>
                  results.finding({
                    role: words.plural[role],
                    option: text.very,
                    share: format.percent(of.score),
                  }),
                )
                .join(results.between)}
              n={drawn.reduce((sum, { of }) => sum + of.n, 0)}
              data={{
                kind: "stacked",
                horizontal: true,
                categoryAxis: results.turnout.role,
                categories: drawn.map(({ role }) => words.plural[role]),
                valueAxis: text.chart.share,
                unit: "percent",
                series: answers.map((answer) => ({
                  label: text[answer],
                  values: drawn.map(({ of }) => of[answer] / of.n),
                })),
              }}
            />
            <div className="mt-6">
              <PmfCounts scores={scores} />
            </div>
          </Section>
        )}
        <PmfPlanSection
          plan={sides.plan}
          rule={rule}
          declare={filter.mayEdit ? `/studies/${study.id}/fieldwork/wave` : null}
        />
        <PmfParts parts={sides.parts} />
        <PmfSplit splits={sides.splits} base={`/studies/${study.id}`} mayCode={filter.mayEdit} />
        <PmfSides sides={sides} rule={rule} />
      </Computed>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
