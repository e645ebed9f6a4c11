/** The report leadership reads: on a phone, in three minutes, every figure with what stands behind it. */
import { Link } from "@remix-run/react";
import { Button } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { Section } from "~/components/section";
import { RoleChip, Tag } from "~/components/tag";
import type { ThreeLamps } from "~/domain/pmf/three-lamps";
import type { DecisionChainReport } from "~/domain/report/decision-chain-report";
import type { RoleWants, Top } from "~/domain/report/role-wants";
import type { PmfRule } from "~/domain/study/study";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import { AnchorChart, useAttributeName } from "./anchor-charts";
import { CoverageMap, CoverageWords } from "./coverage";
import { Differences } from "./differences";
import { Headlines } from "./headlines";
import { type Books, LampStrip } from "./lamp-strip";
import { PmfFigure } from "./pmf-figure";

type ReportProps = {
  product: string;
  sample: boolean;
  rule: PmfRule;
  lamps: ThreeLamps;
  books: Books;
  report: DecisionChainReport;
};

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

export function DecisionChainReportPage({ product, sample, rule, lamps, books, report }: ReportProps) {
  const all = useText("report");
  const text = all.report;
  const results = useText("results");
  const { responses, companies, pmf, coverage, importance, wants, differences } = report;
  return (
    <>
      <PageHeader
        title={text.title({ product })}
        lead={text.lead({ responses, companies })}
        tags={sample && <Tag tone="info">{results.sample}</Tag>}
        actions={
          responses > 0 && (
            <Button size="small" className="[@media(scripting:none)]:hidden" onClick={() => window.print()}>
              {text.print}
            </Button>
          )
        }
      />
      {sample && <Notice>{text.sampleNote}</Notice>}
      {responses === 0 ? (
        <div className="mt-8">
          <EmptyState title={text.empty.title}>{text.empty.body}</EmptyState>
        </div>
      ) : (
        <>
          <Section title={text.headline}>
            <Headlines report={report} />
          </Section>
          <Section title={text.pmf} lead={results.pmf.rule({ uses: rule.minUses, days: rule.windowDays })}>
            <div className="grid gap-10 md:grid-cols-2">
              {pmf.map((one) => (
                <PmfFigure key={one.role} pmf={one} rule={rule} />
              ))}
            </div>
          </Section>
          <Section title={results.pmf.lamps} lead={results.pmf.lampsLead}>
            <LampStrip lamps={lamps} rule={rule} books={books} />
          </Section>
          <Section title={text.wants} lead={text.wantsLead}>
            <div className="grid gap-10 md:grid-cols-2 xl:grid-cols-3">
              {wants.map((one) => (
                <Wants key={one.role} wants={one} />
              ))}
            </div>
          </Section>
          <Section title={text.differences} lead={text.differencesLead}>
            <Differences rows={differences} />
            <div className="mt-8">
              <AnchorChart rows={importance} about="importance" companies={companies} />
            </div>
          </Section>
          <Section title={text.coverage}>
            <CoverageWords coverage={coverage} />
            <div className="mt-4">
              <CoverageMap coverage={coverage} />
            </div>
          </Section>
          <Section title={text.method}>
            <p className="max-w-prose">{text.methodText}</p>
            <p className="mt-2">
              <Link className="link print:hidden" to="/methods">
                {text.methods}
              </Link>
            </p>
          </Section>
        </>
      )}
    </>
  );
}
