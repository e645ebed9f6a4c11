import { type Outcome, value } from "../outcome";
import type { Interval } from "../stats/interval";
import { wilsonInterval } from "../stats/wilson-interval";
import { readCount } from "./money-form";
import { readMonth } from "./month";

/** Customers that began in one month, and how many were left after each renewal. */
export type RenewalCohort = { month: string; started: number; renewed: number[] };

export type RenewalRate = {
  /** 1 for the first renewal. */
  renewal: number;
  due: number;
  renewed: number;
  rate: number;
  interval: Interval;
  cohorts: number;
};

/**
 * Renewal rates over cohorts: of all customers that came to their k-th renewal, the share that renewed, with Wilson's
 * interval. Cohorts that have not come to it are not counted. The last rates rest on the oldest cohorts alone.
 *
 * Source: interval: Wilson (1927); cohort table as in Fader & Hardie (2007), Journal of Interactive Marketing 21(1).
 */
export function renewalRates(cohorts: readonly RenewalCohort[]): RenewalRate[] {
  const longest = Math.max(0, ...cohorts.map(({ renewed }) => renewed.length));
  return Array.from({ length: longest }, (_, index) => index).flatMap((index) => {
    const reached = cohorts.filter(({ renewed }) => renewed.length > index);
    const due = reached.reduce((sum, { started, renewed }) => sum + (renewed[index - 1] ?? started), 0);
    const renewed = reached.reduce((sum, one) => sum + one.renewed[index]!, 0);
    const interval = wilsonInterval(renewed, due);
    if (!interval.ok) return [];
    return [
      {
        ...{ renewal: index + 1, due, renewed, rate: renewed / due, interval: interval.value },
        cohorts: reached.length,
      },
    ];
  });
}

/** The first renewal's rate over all cohorts, or why there is none. */
export function firstRenewal(cohorts: readonly RenewalCohort[]): Outcome<RenewalRate> {
  const [first] = renewalRates(cohorts);
  return first ? value(first) : { ok: false, reason: "no-data" };
}

export const cohortFields = ["month", "started", "renewed"] as const;
export type CohortField = (typeof cohortFields)[number];
export type TypedCohort = Record<CohortField, string>;
export type CohortProblem = "missing" | "not-a-month" | "not-a-count" | "not-falling";

/** A cohort as it is typed: "40, 35" are the customers left after the first and the second renewal. */
export function readCohort(
  typed: TypedCohort,
):
  | { ok: true; cohort: RenewalCohort }
  | { ok: false; problems: Partial<Record<CohortField, CohortProblem>> } {
  const problems: Partial<Record<CohortField, CohortProblem>> = {};
  const month = readMonth(typed.month);
  if (month === null) problems.month = typed.month.trim() === "" ? "missing" : "not-a-month";
  const started = readCount(typed.started);
  if (!started) problems.started = typed.started.trim() === "" ? "missing" : "not-a-count";
  const renewed = typed.renewed
    .normalize("NFKC")
    .split(/[,;、\s]+/)
    .filter(Boolean)
    .map(readCount);
  if (renewed.includes(null) || renewed.length > 24) problems.renewed = "not-a-count";
  else if (renewed.some((count, index) => count! > (renewed[index - 1] ?? started ?? 0)))
    problems.renewed = "not-falling";
  if (Object.keys(problems).length > 0 || !month || !started) return { ok: false, problems };
  return { ok: true, cohort: { month, started, renewed: renewed.map((count) => count ?? 0) } };
}
