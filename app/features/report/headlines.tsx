/** What leadership takes away: one statement a line, each with the figure it rests on. */
import type { ReactNode } from "react";
import { RoleChip } from "~/components/tag";
import { Verdict } from "~/components/verdict";
import type { DecisionChainReport, RolePmf } from "~/domain/report/decision-chain-report";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";
import { useAttributeName } from "./anchor-charts";

function Headline({ mark, figure, children }: { mark?: ReactNode; figure?: string; children: ReactNode }) {
  return (
    <li className="grid gap-1 border-line border-t py-3 first:border-t-0 first:pt-0">
      {mark && <div className="flex flex-wrap items-baseline gap-x-3">{mark}</div>}
      <p className="max-w-prose text-lg leading-snug">{children}</p>
      {figure && <p className="text-muted text-sm tabular-nums">{figure}</p>}
    </li>
  );
}

function FitHeadline({ pmf: { role, score } }: { pmf: RolePmf }) {
  const text = useText("report").report.fit;
  const figureText = useText("figure");
  const name = useText("roles").plural[role];
  const format = useFormat();
  const chip = <RoleChip role={role} />;
  if (!score.ok) return <Headline mark={chip}>{text.none({ role: name })}</Headline>;
  const { verdict, howManyMore, very, n, companies, interval } = score.value;
  const counts = `${figureText.n({ n })} · ${figureText.companies({ n: companies })}`;
  if (!verdict.ok || !interval.ok) {
    const figure = `${figureText.kOfN({ k: very, n })} · ${figureText.companies({ n: companies })}`;
    return (
      <Headline mark={chip} figure={figure}>
        {text.few({ role: name })}
      </Headline>
    );
  }
  const sentence =
    verdict.value !== "undecided"
      ? text[verdict.value]({ role: name })
      : howManyMore.ok
        ? text.undecided({ role: name, n: howManyMore.value })
        : text.undecidedOpen({ role: name });
  return (
    <Headline
      mark={
        <>
          {chip}
          <Verdict verdict={verdict.value} />
        </>
      }
      figure={`${format.interval(score.value.score, interval.value)} · ${counts}`}
    >
      {sentence}
    </Headline>
  );
}

function useChoiceParts() {
  const text = useText("report").report;
  const words = useText("roles");
  const format = useFormat();
  const language = useLanguage();
  return ({ wants }: Pick<DecisionChainReport, "wants">): string =>
    wants
      .flatMap(({ role, choices }) => {
        const [top] = choices;
        if (!top || top.share.n < 5) return [];
        const share = format.percent(top.share.share);
        return [text.choice({ role: words.plural[role], option: top.text[language], share, n: top.share.n })];
      })
      .join(text.between);
}

/** Fit per role, today's choice, the widest difference, and how far the chain is covered. */
export function Headlines({ report }: { report: DecisionChainReport }) {
  const text = useText("report");
  const words = useText("roles");
  const format = useFormat();
  const nameOf = useAttributeName();
  const choices = useChoiceParts()(report);
  const { pmf, differences, coverage } = report;
  const widest = differences[0];
  const gap = widest?.gap.ok ? widest.gap.value : null;
  return (
    <ul>
      {pmf.map((one) => (
        <FitHeadline key={one.role} pmf={one} />
      ))}
      {choices && <Headline figure={choices}>{text.report.chooseToday}</Headline>}
      <Headline
        figure={
          widest && gap
            ? text.report.widest({
                attribute: nameOf(widest.attribute),
                role: words.plural[gap.gap > 0 ? "decider" : "user"],
                gap: format.number(Math.abs(gap.gap)),
                n: gap.companies,
              })
            : undefined
        }
      >
        {text.report.differ({ n: differences.length })}
      </Headline>
      <Headline>{text.coverage.all({ k: coverage.complete, n: coverage.companies.length })}</Headline>
    </ul>
  );
}
