import { Chart } from "~/components/chart";
import { Figure } from "~/components/figure";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import type { Range, SizedMarket } from "~/domain/market/size-market";
import { useFormat, useText } from "~/i18n/use-text";
import { compactMoney } from "./words";

const stateOf = ({ p10, p50, p90 }: Range) =>
  ({ kind: "value", value: p50, interval: [p10, p90], intervalIs: "p10-p90" }) as const;

/** Top-down beside bottom-up, and whether they support each other. */
export function TwoWays(props: { sized: SizedMarket; years: number; currency: string }) {
  const { sized, years, currency } = props;
  const text = useText("market").twoWays;
  const format = useFormat();
  const { bottomUp, ratio } = sized;
  return (
    <Section title={text.title} lead={text.lead({ years })}>
      {bottomUp.ok ? (
        <div className="grid gap-8 sm:grid-cols-2">
          <Figure
            label={text.topDown}
            unit={compactMoney(currency)}
            state={stateOf(sized.ranges.later)}
            method="top-down"
          />
          <Figure
            label={text.bottomUp}
            unit={compactMoney(currency)}
            state={stateOf(bottomUp.value)}
            method="bottom-up"
          />
        </div>
      ) : (
        <p className="text-muted">{text.noPlan}</p>
      )}
      {ratio.ok && (
        <div className="mt-6 max-w-prose">
          <Notice tone={ratio.value.apart ? "warn" : "info"}>
            {text.ratio({ ratio: format.number(ratio.value.ratio, 2) })}{" "}
            {ratio.value.apart ? text.apart : text.fine}{" "}
            {text.between({
              mean: format.figure(ratio.value.geometricMean, compactMoney(currency)),
              gap: format.percent(ratio.value.symmetricGap, 1),
              log: format.number(ratio.value.logGap, 3),
            })}
          </Notice>
        </div>
      )}
    </Section>
  );
}

/** Every scenario's obtainable market beside the others. */
export function ScenarioComparison(props: {
  scenarios: readonly { name: string; later: Range }[];
  currency: string;
}) {
  const { scenarios, currency } = props;
  const { compare: text, scenario } = useText("market");
  if (scenarios.length < 2) return null;
  const largest = scenarios.reduce((best, one) => (one.later.p50 > best.later.p50 ? one : best));
  return (
    <Section title={text.title}>
      <Chart
        title={text.chart({ name: largest.name })}
        data={{
          kind: "dot",
          horizontal: true,
          categoryAxis: scenario,
          categories: scenarios.map(({ name }) => name),
          valueAxis: text.value,
          unit: compactMoney(currency),
          series: [
            {
              label: text.median,
              values: scenarios.map(({ later }) => later.p50),
              intervals: scenarios.map(({ later }) => [later.p10, later.p90] as const),
            },
          ],
        }}
      />
    </Section>
  );
}
