import { Link } from "@remix-run/react";
import { Chart } from "~/components/chart";
import { DataTable } from "~/components/data-table";
import { Section } from "~/components/section";
import { Verdict } from "~/components/verdict";
import type { SizedMarket } from "~/domain/market/size-market";
import { useFormat, useText } from "~/i18n/use-text";
import { compactMoney, roundedMoney, useAssumptionName, usePartFormat } from "./words";

type Props = { sized: SizedMarket; names: readonly string[]; years: number; currency: string };

const Explained = ({ method }: { method: string }) => (
  <p className="mt-2 text-xs leading-6">
    <Link to={`/methods/${method}`} className="link text-muted">
      {useText("figure").method}
    </Link>
  </p>
);

/** Is there room to grow, and what would flip that? */
export function Headroom({ sized, names, years, currency }: Props) {
  const text = useText("market").headroom;
  const format = useFormat();
  const written = usePartFormat(currency);
  const nameOf = useAssumptionName(names);
  const { headroom } = sized;
  if (!headroom.ok)
    return (
      <Section title={text.title}>
        <p className="text-muted">{text.noGoal}</p>
      </Section>
    );
  const { verdict, chance, goal, flips } = headroom.value;
  return (
    <Section title={text.title}>
      <p className="text-2xl">
        <Verdict verdict={verdict} word={text.verdict[verdict]} />
      </p>
      <p className="mt-2 max-w-prose">
        {text[verdict]({ goal: format.money(roundedMoney(goal), currency), years })}{" "}
        {text.chance({ share: format.percent(chance) })}
      </p>
      <h3 className="mt-5 font-semibold">{text.flips}</h3>
      {flips.length === 0 ? (
        <p className="mt-1">{text.noFlip}</p>
      ) : (
        <>
          <p className="mt-1 max-w-prose text-muted text-sm">{text.flipsLead}</p>
          <ul className="mt-2 list-disc ps-5 tabular-nums">
            {flips.map((flip) => (
              <li key={`${flip.segment}.${flip.part}`}>
                {text.flip({
                  what: nameOf(flip),
                  at: written(flip.part, flip.at),
                  likely: written(flip.part, flip.likely),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      <Explained method="headroom" />
    </Section>
  );
}

/** The assumption whose resolution moves the decision most, and what the others are worth. */
export function ResearchNext({ sized, names, currency }: Props) {
  const text = useText("market").research;
  const format = useFormat();
  const nameOf = useAssumptionName(names);
  const worth = (amount: number) => format.figure(amount, compactMoney(currency));
  const [widest] = sized.bars;
  const valued = sized.research.ok ? sized.research.value.filter((one) => one.worth > 0) : [];
  const [best] = valued;
  const sentence = () => {
    if (!widest) return text.certain;
    if (!sized.research.ok) return text.noGoal({ what: nameOf(widest) });
    return best
      ? text.best({ what: nameOf(best), worth: worth(best.worth) })
      : text.nothing({ what: nameOf(widest) });
  };
  return (
    <Section title={text.title}>
      <p className="max-w-prose">{sentence()}</p>
      {valued.length > 1 && (
        <div className="mt-4 max-w-2xl">
          <DataTable
            caption={text.table}
            rows={valued}
            rowKey={(one) => `${one.segment}.${one.part}`}
            columns={[
              { key: "assumption", header: text.assumption, cell: nameOf },
              { key: "worth", header: text.worth, numeric: true, cell: (one) => worth(one.worth) },
            ]}
          />
        </div>
      )}
      <Explained method="value-of-information" />
    </Section>
  );
}

const barsShown = 10;

/** One assumption at a time to its ends. */
export function TornadoChart({ sized, names, currency }: Props) {
  const { tornado: text, research, size } = useText("market");
  const nameOf = useAssumptionName(names);
  const bars = sized.bars.slice(0, barsShown);
  const [widest] = bars;
  if (!widest) return null;
  const { likely } = sized.ranges.later;
  return (
    <Section title={text.section} lead={text.lead}>
      <Chart
        title={text.title({ what: nameOf(widest) })}
        // Two names in one: they take up to three lines on a phone.
        height={6 + bars.length * 3}
        data={{
          kind: "dot",
          horizontal: true,
          categoryAxis: research.assumption,
          categories: bars.map(nameOf),
          valueAxis: text.value,
          unit: compactMoney(currency),
          series: [
            {
              label: size.likely,
              values: bars.map(() => likely),
              intervals: bars.map(({ low, high }) => [low, high] as const),
            },
          ],
        }}
        lines={[{ axis: "value", at: likely, label: size.likely }]}
      />
      <Explained method="tornado" />
    </Section>
  );
}
