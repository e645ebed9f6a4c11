import { Link } from "@remix-run/react";
import { Chart } from "~/components/chart";
import { DataTable } from "~/components/data-table";
import { Section } from "~/components/section";
import type { MarketMove, MoveCause } from "~/domain/market/market-move";
import { useFormat, useText } from "~/i18n/use-text";
import { compactMoney, useAssumptionName, usePartFormat, useTieName } from "./words";

type Sight = { number: number; seenAt: number };
export type Moved = { earlier: readonly Sight[]; since: Sight | null; move: MarketMove | null };

type MarketMovedProps = Moved & {
  names: readonly string[];
  currency: string;
  /** The page of the scenario, with its query. */
  here: string;
};

/** Why a cause is one: what happened to the answers or the sheet. */
function useReason() {
  const text = useText("market").moved;
  const tieName = useTieName();
  return ({ why, tie, answers: { from, to } }: MoveCause): string => {
    if (why === "sheet" || (why === "survey" && !tie)) return text.because.sheet;
    if (!tie) return text.because.untied;
    if (why === "tie") return text.because.tie({ tie: tieName(tie) });
    return text.because.survey({
      tie: tieName(tie),
      answers: text.answers({ from: from?.n ?? 0, to: to?.n ?? 0, companies: to?.companies ?? 0 }),
    });
  };
}

/** How the range stood when it was last another one, and what has changed it since. */
export function MarketMoved({ earlier, since, move, names, currency, here }: MarketMovedProps) {
  const { moved: text, compare } = useText("market");
  const format = useFormat();
  const nameOf = useAssumptionName(names);
  const written = usePartFormat(currency);
  const reason = useReason();
  if (!since || !move)
    return (
      <Section title={text.title}>
        <p className="max-w-prose text-muted">{text.first}</p>
      </Section>
    );
  const unit = compactMoney(currency);
  const { from, to, responses, causes, segmentsChanged, yearsChanged } = move;
  const signed = (amount: number) =>
    amount === 0 ? "0" : `${amount > 0 ? "+" : ""}${format.figure(amount, unit)}`;
  const points = (part: MoveCause["part"], { low, likely, high }: MoveCause["from"]) =>
    low === high
      ? written(part, likely)
      : `${written(part, likely)} (${written(part, low)} – ${written(part, high)})`;
  return (
    <Section title={text.title} lead={text.lead({ when: format.dateTime(since.seenAt) })}>
      <Chart
        title={text.chart({
          from: format.figure(from.later.p50, unit),
          to: format.figure(to.later.p50, unit),
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
              values: [from.later.p50, to.later.p50],
              intervals: [from, to].map(({ later }) => [later.p10, later.p90] as const),
            },
          ],
        }}
      />
      {responses.from !== responses.to && <p className="mt-2">{text.responses(responses)}</p>}
      {causes.length > 0 && (
        <div className="mt-4">
          <DataTable
            caption={text.causes}
            rows={causes}
            rowKey={({ place, part }) => `${place}.${part}`}
            columns={[
              {
                key: "cause",
                header: text.cause,
                cell: ({ place, part }) => nameOf({ segment: place, part }),
              },
              { key: "why", header: text.why, cell: reason },
              {
                key: "change",
                header: text.change,
                cell: (one) => (
                  <span className="tabular-nums">
                    {points(one.part, one.from)} → {points(one.part, one.to)}
                  </span>
                ),
              },
              { key: "effect", header: text.effect, numeric: true, cell: ({ effect }) => signed(effect) },
            ]}
          />
        </div>
      )}
      {segmentsChanged && <p className="mt-2">{text.segments}</p>}
      {yearsChanged && <p className="mt-2">{text.years}</p>}
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
