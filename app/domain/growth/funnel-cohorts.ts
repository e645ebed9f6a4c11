/** A funnel counted by cohort: who came in a month, and how far they had got later. */
import type { FunnelCounts } from "./funnel-form";
import { monthNumber } from "./month";
import { type Share, shareOf } from "./share";

export type CohortRow = FunnelCounts & { seen: string };

export const isCohort = (row: FunnelCounts): row is CohortRow => row.seen !== null;

/** Months between coming and the standing. */
export const ageOf = ({ period, seen }: CohortRow): number => monthNumber(seen) - monthNumber(period);

/** The last standing of each cohort of each channel. */
export function latestStandings(rows: readonly CohortRow[]): CohortRow[] {
  const latest = new Map<string, CohortRow>();
  for (const row of rows) {
    const key = JSON.stringify([row.period, row.channel]);
    const known = latest.get(key);
    if (!known || row.seen > known.seen) latest.set(key, row);
  }
  return [...latest.values()];
}

/**
 * The share that had come to pay, by months since they came: of every cohort that was looked at when it was exactly so
 * old, pooled, with Wilson's interval. Young and old cohorts compare here and nowhere else, as the young have had less time.
 *
 * Source: interval: Wilson (1927); cohort table as in Fader & Hardie (2007), Journal of Interactive Marketing 21(1).
 */
export function paidByAge(
  rows: readonly CohortRow[],
  { steps, pays }: { steps: readonly string[]; pays: number },
): { age: number; paid: Share; cohorts: number }[] {
  const [first, paying] = [steps[0] ?? "", steps[pays] ?? ""];
  const ages = [...new Set(rows.map(ageOf))].sort((a, b) => a - b);
  return ages.flatMap((age) => {
    const own = rows.filter((row) => ageOf(row) === age);
    const sum = (step: string) => own.reduce((total, { counts }) => total + (counts[step] ?? 0), 0);
    const [count, n] = [sum(paying), sum(first)];
    const paid = shareOf(count, n);
    return paid.ok ? [{ age, paid: paid.value, cohorts: new Set(own.map(({ period }) => period)).size }] : [];
  });
}
