/** The report leadership reads: on a phone, in three minutes, every figure with what stands behind it. */
import { Link } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { Section } from "~/components/section";
import { RoleChip, Tag } from "~/components/tag";
import type { DecisionChainReport, RolePmf } from "~/domain/report/decision-chain-report";
import type { RoleWants, Top } from "~/domain/report/role-wants";
import type { PmfRule } from "~/domain/study/study";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import { AnchorChart, GapTable, useAttributeName } from "./anchor-charts";
import { CoverageTable, CoverageWords } from "./coverage";
import { PmfFigure } from "./pmf-figure";

type ReportProps = {
  product: string;
  sample: boolean;
  rule: PmfRule;
  report: DecisionChainReport;
};

/** The verdict on one role in a sentence. */
function useFitSentence() {
  const text = useText("report").report.fit;
  const words = useText("roles");
  return ({ role: name, score }: RolePmf): string => {
    const role = words.plural[name];
    if (!score.ok) return text.none({ role });
    const { verdict, howManyMore } = score.value;
    if (!verdict.ok) return text.few({ role });
    if (verdict.value !== "undecided") return text[verdict.value]({ role });
    return howManyMore.ok ? text.undecided({ role, n: howManyMore.value }) : text.undecidedOpen({ role });
  };
}

function TopList({
  title,
  items,
}: {
  title: string;
  items: readonly { key: string; name: string; figure: string }[];
}) {
  if (items.length === 0) return null;
  return (
    <div>
      <h4 className="font-medium text-muted text-sm">{title}</h4>
      <ol className="mt-1 grid gap-1">
        {items.map(({ key, name, figure }) => (
          <li key={key} className="flex items-baseline justify-between gap-4">
            <span>{name}</span>
            <span className="shrink-0 text-end text-muted text-sm tabular-nums">{figure}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Wants({ wants }: { wants: RoleWants }) {
  const text = useText("report").report;
  const figureText = useText("figure");
  const format = useFormat();
  const language = useLanguage();
  const nameOf = useAttributeName();
  const shareOf = ({ share }: Top) =>
    share.n < 5 || !share.interval
      ? figureText.kOfN({ k: share.count, n: share.n })
      : format.interval(share.share, share.interval);
  const named = (items: readonly Top[]) =>
    items.map((top) => ({ key: top.value, name: top.text[language], figure: shareOf(top) }));
  return (
    <article className="grid content-start gap-4">
      <h3 className="flex flex-wrap items-baseline gap-x-3 text-base">
        <RoleChip role={wants.role} primary />
        <span className="font-normal text-muted text-sm">
          {figureText.n({ n: wants.n })} · {figureText.companies({ n: wants.companies })}
        </span>
      </h3>
      <TopList
        title={text.attributes}
        items={wants.attributes.map(({ attribute, mean }) => ({
          key: attribute,
          name: nameOf(attribute),
          figure: text.outOfFive({ mean: format.number(mean) }),
        }))}
      />
      <TopList title={text.problems} items={named(wants.problems)} />
      <TopList title={text.choices} items={named(wants.choices)} />
    </article>
  );
}

function Differences({ report }: Pick<ReportProps, "report">) {
  const text = useText("report").report;
  const words = useText("roles");
  const format = useFormat();
  const nameOf = useAttributeName();
  if (report.differences.length === 0) return <p className="max-w-prose text-muted">{text.noDifference}</p>;
  return (
    <ul className="grid gap-3">
      {report.differences.map(({ attribute, gap }) => {
        if (!gap.ok) return null;
        const { gap: size, interval } = gap.value;
        const [low, high] = interval;
        const role = size > 0 ? "decider" : "user";
        const range = size > 0 ? interval : ([-high, -low] as const);
        return (
          <li key={attribute} className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-medium">{nameOf(attribute)}</span>
            <RoleChip role={role} />
            <span>{text.moreTo({ role: words.plural[role] })}</span>
            <span className="text-muted text-sm tabular-nums">
              {text.points({
                gap: format.number(Math.abs(size)),
                range: format.range(range, "number"),
              })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

export function DecisionChainReportPage({ product, sample, rule, report }: ReportProps) {
  const all = useText("report");
  const text = all.report;
  const results = useText("results");
  const sentenceOf = useFitSentence();
  const { responses, companies, pmf, coverage, importance, wants, differences } = report;
  return (
    <>
      <PageHeader
        title={text.title({ product })}
        lead={text.lead({ responses, companies })}
        tags={sample && <Tag tone="info">{results.sample}</Tag>}
      />
      {sample && <Notice>{text.sampleNote}</Notice>}
      {responses === 0 ? (
        <div className="mt-8">
          <EmptyState title={text.empty.title}>{text.empty.body}</EmptyState>
        </div>
      ) : (
        <>
          <Section title={text.headline}>
            <ul className="grid max-w-prose gap-2 text-lg">
              {pmf.map((one) => (
                <li key={one.role}>{sentenceOf(one)}</li>
              ))}
              <li>{text.differ({ n: differences.length })}</li>
              <li>{all.coverage.all({ k: coverage.complete, n: coverage.companies.length })}</li>
            </ul>
          </Section>
          <Section title={text.pmf} lead={results.pmf.rule({ uses: rule.minUses, days: rule.windowDays })}>
            <div className="grid gap-10 md:grid-cols-2">
              {pmf.map((one) => (
                <PmfFigure key={one.role} pmf={one} rule={rule} />
              ))}
            </div>
          </Section>
          <Section title={text.wants} lead={text.wantsLead}>
            <div className="grid gap-10 md:grid-cols-2 xl:grid-cols-3">
              {wants.map((one) => (
                <Wants key={one.role} wants={one} />
              ))}
            </div>
          </Section>
          <Section title={text.differences} lead={all.chain.gapLead}>
            <Differences report={report} />
            <div className="mt-6">
              <AnchorChart rows={importance} about="importance" />
            </div>
            <details className="mt-4">
              <summary className="min-h-9 text-muted text-sm">{all.chain.gapTitle}</summary>
              <GapTable rows={importance} />
            </details>
          </Section>
          <Section title={text.coverage}>
            <CoverageWords coverage={coverage} />
            <div className="mt-4">
              <CoverageTable coverage={coverage} />
            </div>
          </Section>
          <Section title={text.method}>
            <p className="max-w-prose">{text.methodText}</p>
            <p className="mt-2">
              <Link className="link" to="/methods">
                {text.methods}
              </Link>
            </p>
          </Section>
        </>
      )}
    </>
  );
}
