/** Shares, means and spreads of the answers of each role, company by company. */
import { mean, median, quantile } from "d3-array";
import { type ChainRole, chainRoles } from "../chain/role";
import { fewestAnswers, fewestCompanies } from "../pmf/pmf-score";
import type { Answer } from "../questionnaire/compiled";
import { clusterRobustMean } from "../stats/cluster-robust-mean";
import { clusteredWilsonInterval } from "../stats/clustered-wilson-interval";
import type { Interval } from "../stats/interval";
import { clusterOf, type Evidence } from "./evidence";

export type ByRole<T> = Partial<Record<ChainRole, T>>;
export type Given = { one: Evidence; answer: Answer };
/** The answers to one question (or one row of it), by the role that gave them. */
export type GivenByRole = ReadonlyMap<ChainRole, readonly Given[]>;

/**
 * `count` of the `n` who answered. The interval allows for colleagues answering alike; null under five
 * answers or five companies, and where a table shows shares alone.
 */
export type Share = { count: number; n: number; share: number; interval: Interval | null };
/** A mean; its interval treats the company as the thing sampled and is null as for a share. */
export type Mean = { n: number; companies: number; mean: number; interval: Interval | null };
/** Five numbers of a distribution of amounts, and its mean. */
export type Amounts = Record<"n" | "min" | "lower" | "median" | "upper" | "max" | "mean", number>;

/** What `pick` makes of each role's answers, in the order of the roles; roles for which it is null are absent. */
export function byRole<T>(
  given: GivenByRole,
  pick: (own: readonly Given[], role: ChainRole) => T | null,
): ByRole<T> {
  const result: ByRole<T> = {};
  for (const role of chainRoles) {
    const own = given.get(role);
    const picked = own ? pick(own, role) : null;
    if (picked !== null) result[role] = picked;
  }
  return result;
}

const enough = (n: number, companies: number) => n >= fewestAnswers && companies >= fewestCompanies;

/**
 * Shares of the options among those who answered, keyed by the option's value; `several` reads an answer
 * as the values it picks (none: not counted in n). Null when nobody answered.
 */
export function sharesOf(
  options: readonly string[],
  given: readonly Given[],
  several: (answer: Answer) => readonly Answer[],
  withIntervals: boolean,
): Map<string, Share> | null {
  const picked = new Map(options.map((value) => [value, new Set<number>()]));
  const cluster: string[] = [];
  for (const { one, answer } of given) {
    const values = several(answer);
    if (values.length === 0) continue;
    for (const value of values) picked.get(String(value))?.add(cluster.length);
    cluster.push(clusterOf(one));
  }
  const n = cluster.length;
  if (n === 0) return null;
  const judged = withIntervals && enough(n, new Set(cluster).size);
  return new Map(
    [...picked].map(([value, who]) => {
      const count = who.size;
      const yes = () => cluster.map((_, index) => (who.has(index) ? 1 : 0));
      const wilson = judged ? clusteredWilsonInterval(cluster, yes()) : null;
      const interval = wilson?.ok ? wilson.value.interval : null;
      return [value, { count, n, share: count / n, interval }];
    }),
  );
}

/** The mean of numbers that come with their company; null without any. */
export function meanOf(cluster: readonly string[], values: readonly number[]): Mean | null {
  const average = mean(values);
  if (average === undefined) return null;
  const companies = new Set(cluster).size;
  const robust = enough(values.length, companies) ? clusterRobustMean(cluster, values) : null;
  const interval = robust?.ok ? robust.value.interval : null;
  return { n: values.length, companies, mean: average, interval };
}

/** The mean of the numeric answers ("N/A" is none); null without any. */
export function meanAnswer(given: readonly Given[]): Mean | null {
  const numeric = given.filter((one): one is Given & { answer: number } => typeof one.answer === "number");
  return meanOf(
    numeric.map(({ one }) => clusterOf(one)),
    numeric.map(({ answer }) => answer),
  );
}

/** Quartiles (R's type 7), ends and mean of amounts; null without any. */
export function amountsOf(numbers: readonly number[]): Amounts | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return null;
  return {
    n: sorted.length,
    min,
    lower: quantile(sorted, 0.25)!,
    median: median(sorted)!,
    upper: quantile(sorted, 0.75)!,
    max,
    mean: mean(sorted)!,
  };
}
