import { DataTable } from "~/components/data-table";
import { Figure } from "~/components/figure";
import { Section } from "~/components/section";
import { sizes } from "~/domain/market/market-draws";
import type { SizedMarket } from "~/domain/market/size-market";
import { useFormat, useText } from "~/i18n/use-text";
import { compactMoney, roundedMoney } from "./words";

/** TAM, SAM, SOM and the SOM of the year looked at: as figures, and to the last unit in a table. */
export function MarketRanges(props: { sized: SizedMarket; years: number; currency: string }) {
  const { sized, years, currency } = props;
  const text = useText("market").size;
  const format = useFormat();
  const names = { tam: text.tam, sam: text.sam, som: text.som, later: text.later({ years }) };
  const full = (amount: number) => format.money(roundedMoney(amount), currency);
  return (
    <Section title={text.ranges} lead={text.rangesLead}>
      <div className="grid gap-8 sm:grid-cols-2 xl:grid-cols-4">
        {sizes.map((size) => {
          const { p10, p50, p90 } = sized.ranges[size];
          return (
            <Figure
              key={size}
              label={names[size]}
              unit={compactMoney(currency)}
              state={{ kind: "value", value: p50, interval: [p10, p90], intervalIs: "p10-p90" }}
              method="market-simulation"
            />
          );
        })}
      </div>
      <div className="mt-6">
        <DataTable
          caption={text.table}
          rows={sizes.map((size) => ({ size, ...sized.ranges[size] }))}
          rowKey={({ size }) => size}
          columns={[
            { key: "figure", header: text.figure, cell: ({ size }) => names[size] },
            { key: "likely", header: text.likely, numeric: true, cell: ({ likely }) => full(likely) },
            { key: "p10", header: text.p10, numeric: true, cell: ({ p10 }) => full(p10) },
            { key: "p50", header: text.p50, numeric: true, cell: ({ p50 }) => full(p50) },
            { key: "p90", header: text.p90, numeric: true, cell: ({ p90 }) => full(p90) },
          ]}
        />
        <p className="mt-2 text-muted text-sm">
          {text.scope({ years, draws: sized.draws, seed: sized.seed })}
        </p>
      </div>
    </Section>
  );
}
