import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Chart } from "~/components/chart";
import { ErrorPage } from "~/components/error-page";
import { MethodLink } from "~/components/method-link";
import { PageHeader } from "~/components/page-header";
import { Section } from "~/components/section";
import { Tag } from "~/components/tag";
import { listEvidence } from "~/data/evidence";
import { noValue } from "~/domain/outcome";
import { threeLamps } from "~/domain/pmf/three-lamps";
import { pmfByRole } from "~/domain/report/decision-chain-report";
import { pmfAnswersOf } from "~/domain/report/evidence";
import { LampStrip } from "~/features/report/lamp-strip";
import { PmfCounts, PmfFigure } from "~/features/report/pmf-figure";
import { useFormat, useText } from "~/i18n/use-text";
import { requireStudy } from "~/server/gate";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { store, workspaceId, study } = await requireStudy(request, params, "readStudies");
  const evidence = await listEvidence(store, { workspaceId, studyId: study.id });
  const rule = { threshold: study.threshold, minUses: study.minUses, windowDays: study.windowDays };
  const scores = pmfByRole(evidence, rule);
  const users = pmfAnswersOf(evidence).filter(({ role }) => role === "user");
  const upset = scores.find(({ role }) => role === "user")?.score ?? noValue("no-data");
  return data({
    study: { id: study.id, sample: study.sample },
    rule,
    scores,
    // Finances come with the growth pages; until then nothing is known of break-even.
    lamps: threeLamps(users, upset, noValue("no-data"), rule),
  });
};

const answers = ["very", "somewhat", "not"] as const;

export default function Pmf() {
  const { study, rule, scores, lamps } = useLoaderData<typeof loader>();
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
      <div className="grid gap-10 md:grid-cols-2">
        {scores.map((pmf) => (
          <PmfFigure key={pmf.role} pmf={pmf} rule={rule} answers={`/studies/${study.id}/results/pmf`} />
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
        <LampStrip lamps={lamps} rule={rule} />
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
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
