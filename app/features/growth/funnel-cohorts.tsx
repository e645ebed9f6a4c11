import { Chart } from "~/components/chart";
import { DataTable } from "~/components/data-table";
import { MethodLink } from "~/components/method-link";
import { Section } from "~/components/section";
import { ageOf, type CohortRow } from "~/domain/growth/funnel-cohorts";
import type { FunnelStepName } from "~/domain/growth/funnel-steps";
import { type Share, shareOf } from "~/domain/growth/share";
import { useFormat, useLanguage, useText } from "~/i18n/use-text";

type CohortsProps = {
  standings: readonly CohortRow[];
  byAge: readonly { age: number; paid: Share; cohorts: number }[];
  steps: readonly FunnelStepName[];
  pays: number;
};

/** Who came in a month and where they stand now; and how the share that pays grows with time. */
export function Cohorts({ standings, byAge, steps, pays }: CohortsProps) {
  const text = useText("funnel");
  const format = useFormat();
  const language = useLanguage();
  const label = text.paid({ step: steps[pays]?.name[language] ?? "" });
  const last = byAge.at(-1);
  const [first, ...later] = steps;
  const cell = (row: CohortRow, key: string) => {
    const share = shareOf(row.counts[key] ?? 0, row.counts[first?.key ?? ""] ?? 0);
    return share.ok ? format.interval(share.value.share, share.value.interval, { digits: 1 }) : "–";
  };
  return (
    <Section title={text.cohorts} lead={text.cohortsLead}>
      <DataTable
        caption={text.cohorts}
        captionHidden
        rows={standings}
        rowKey={({ period, channel }) => `${period}/${channel}`}
        columns={[
          { key: "period", header: text.cameIn, cell: ({ period }) => period },
          { key: "channel", header: text.channel, cell: ({ channel }) => channel },
          { key: "age", header: text.age, numeric: true, cell: (row) => text.months({ n: ageOf(row) }) },
          {
            key: "came",
            header: text.came,
            numeric: true,
            cell: ({ counts }) => format.number(counts[first?.key ?? ""] ?? 0, 0),
          },
          ...later.map(({ key, name }) => ({
            ...{ key, header: name[language], numeric: true },
            cell: (row: CohortRow) => cell(row, key),
          })),
        ]}
      />
      {last && byAge.length > 1 && (
        <div className="mt-6">
          <Chart
            title={text.ageChart({
              n: last.age,
              share: format.percent(last.paid.share, 1),
              cohorts: last.cohorts,
            })}
            n={byAge[0]?.paid.n ?? 0}
            data={{
              ...{ kind: "line", categoryAxis: text.age, valueAxis: label, unit: "percent" },
              categories: byAge.map(({ age, paid }) => text.ageOf({ age, n: format.number(paid.n, 0) })),
              series: [
                {
                  label,
                  values: byAge.map(({ paid }) => paid.share),
                  intervals: byAge.map(({ paid }) => paid.interval),
                },
              ],
            }}
          />
        </div>
      )}
      <MethodLink method="funnel" />
    </Section>
  );
}
