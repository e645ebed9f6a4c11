import { DataTable } from "~/components/data-table";
import { MethodLink } from "~/components/method-link";
import { Section } from "~/components/section";
import { marketCounts } from "~/domain/market/market-counts";
import type { MarketModel } from "~/domain/market/market-model";
import { useFormat, useText } from "~/i18n/use-text";

/** How many companies each segment holds, what share of all that is, and what they add up to. */
export function CompanyCounts({ segments }: Pick<MarketModel, "segments">) {
  const text = useText("market").counts;
  const format = useFormat();
  const counted = marketCounts(
    segments.map(({ name, companies: { low, likely, high } }) => ({
      name,
      count: [low, likely, high] as const,
    })),
  );
  if (!counted.ok || segments.length < 2) return null;
  const { low, middle, high, shares } = counted.value;
  const rows = [
    ...segments.map(({ name, companies }, at) => ({
      ...companies,
      key: String(at),
      name,
      share: shares[at]!.share,
    })),
    { key: "all", name: text.all, low, likely: middle, high, share: 1 },
  ];
  const countOf = (n: number) => format.number(n, 0);
  return (
    <Section title={text.title} lead={text.lead}>
      <DataTable
        caption={text.title}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: "segment", header: text.segment, cell: ({ name }) => name },
          { key: "low", header: text.low, numeric: true, cell: (one) => countOf(one.low) },
          { key: "likely", header: text.likely, numeric: true, cell: (one) => countOf(one.likely) },
          { key: "high", header: text.high, numeric: true, cell: (one) => countOf(one.high) },
          // The largest companies are few: their share needs its digits.
          { key: "share", header: text.share, numeric: true, cell: ({ share }) => format.percent(share, 2) },
        ]}
      />
      <MethodLink method="market-counts" />
    </Section>
  );
}
