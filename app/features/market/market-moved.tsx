import { Link } from "@remix-run/react";
import { Chart } from "~/components/chart";
import { DataTable } from "~/components/data-table";
import { MethodLink } from "~/components/method-link";
import { Section } from "~/components/section";
import type { MarketMove, MoveCause } from "~/domain/market/market-move";
import type { AnswerOption } from "~/domain/questionnaire/answer-options";
import { useFormat, useText } from "~/i18n/use-text";
import { compactMoney, useAssumptionName, usePartFormat, useTieName } from "./words";

type Sight = { number: number; seenAt: number };
export type Moved = { earlier: readonly Sight[]; since: Sight | null; move: MarketMove | null };

type MarketMovedProps = Moved & {
  /** Problems as the study asks about them. */
  problems: readonly AnswerOption[];
  names: readonly string[];
  currency: string;
  /** The page of the scenario, with its query. */
  here: string;
};

/** Why a cause is one: what happened to the answers or the sheet. */
function useReason(problems: readonly AnswerOption[]) {
  const text = useText("market").moved;
  const tieName = useTieName(problems);
  return ({ why, tie, answers: { from, to } }: MoveCause): string => {
    if (why === "sheet" || (why === "survey" && !tie)) return text.because.sheet;
    if (!tie) return text.because.untied;
    if (why === "survey" && tie === "trend") return text.because.trend;
    if (why === "tie") return text.because.tie({ tie: tieName(tie) });
    return text.because.survey({
      tie: tieName(tie),
      answers: text.answers({ from: from?.n ?? 0, to: to?.n ?? 0, companies: to?.companies ?? 0 }),
    });
  };
}

/** How the range stood when it was last another one, and what has changed it since. */
export function MarketMoved({ earlier, since, move, problems, names, currency, here }: MarketMovedProps) {
  const { moved: text, compare } = useText("market");
  const format = useFormat();
  const nameOf = useAssumptionName(names);
  const written = usePartFormat(currency);
  const reason = useReason(problems);
  if (!since || !move)
    return (
      <Section title={text.title}>
        <p className="max-w-prose text-muted">{text.first}</p>
      </Section>
    );
  const unit = compactMoney(currency);
  const { from, to, responses, causes, segments, years } = move;
  const signed = (amount: number) =>
    amount === 0 ? "0" : `${amount > 0 ? "+" : ""}${format.figure(amount, unit)}`;
  const points = (part: MoveCause["part"], { low, likely, high }: MoveCause["from"]) =>
    low === high
      ? written(part, likely)
      : `${written(part, likely)} (${written(part, low)} – ${written(part, high)})`;
  const named = causes.map((one) => ({
    ...{ key: `${one.place}.${one.part}`, what: nameOf({ segment: one.place, part: one.part }) },
    ...{ why: reason(one), change: `${points(one.part, one.from)} → ${points(one.part, one.to)}` },
    effect: one.effect,
  }));
  const whole = (key: "segments" | "years", effect: number | null) =>
    effect === null ? [] : [{ key, what: text[key], why: text.because.sheet, change: "", effect }];
  const parts = [...named, ...whole("segments", segments), ...whole("years", years)];
  const rows =
    parts.length > 1
      ? [...parts, { key: "sum", what: text.sum, why: "", change: "", effect: to.p50 - from.p50 }]
      : parts;
  return (
    <Section title={text.title} lead={text.lead({ when: format.dateTime(since.seenAt) })}>
      <Chart
        title={text.chart({
          from: format.figure(from.p50, unit),
          to: format.figure(to.p50, unit),
        })}
        data={{
          kind: "dot",
          horizontal: true,
          categoryAxis: text.earlier,
          categories: [text.before, text.now],
          valueAxis: compare.value,
          unit,
          series: [
            {
              label: "P50",
              values: [from.p50, to.p50],
              intervals: [from, to].map(({ p10, p90 }) => [p10, p90] as const),
            },
          ],
        }}
      />
      {responses.from !== responses.to && <p className="mt-2">{text.responses(responses)}</p>}
      {rows.length > 0 && (
        <div className="mt-4">
          <DataTable
            caption={text.causes}
            rows={rows}
            rowKey={({ key }) => key}
            columns={[
              { key: "cause", header: text.cause, cell: ({ what }) => what },
              { key: "why", header: text.why, cell: ({ why }) => why },
              {
                key: "change",
                header: text.change,
                cell: ({ change }) => <span className="tabular-nums">{change}</span>,
              },
              { key: "effect", header: text.effect, numeric: true, cell: ({ effect }) => signed(effect) },
            ]}
          />
          <p className="mt-2">
            <MethodLink method="move-shares" />
          </p>
        </div>
      )}
      {earlier.length > 1 && (
        <nav aria-label={text.earlier} className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm print:hidden">
          <span className="text-muted">{text.earlier}</span>
          {earlier.map(({ number, seenAt }) => (
            <Link
              key={number}
              to={`${here}&since=${number}`}
              preventScrollReset
              aria-current={number === since.number ? "true" : undefined}
              className="link inline-flex min-h-6 items-center aria-[current]:font-semibold"
            >
              {format.dateTime(seenAt)}
            </Link>
          ))}
        </nav>
      )}
    </Section>
  );
}
