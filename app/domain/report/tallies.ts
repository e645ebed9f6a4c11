/** Shares, means and spreads of the answers of each role, company by company. */
import { mean, median, quantile } from "d3-array";
import { type ChainRole, chainRoles } from "../chain/role";
import { fewestAnswers, fewestCompanies } from "../pmf/pmf-score";
import type { Answer } from "../questionnaire/compiled";
import { clusterRobustMeanOfTotals } from "../stats/cluster-robust-mean";
import { clusteredWilsonOfTotals } from "../stats/clustered-wilson-interval";
import type { Interval } from "../stats/interval";
import type { Evidence } from "./evidence";

export type ByRole<T> = Partial<Record<ChainRole, T>>;
/** An answer, whose it is, and the number of their company. */
export type Given = { one: Evidence; company: number; answer: Answer };
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

/** Companies in the order of their first answer, and how many answers each gave. */
function makeCompanies() {
  const places: number[] = [];
  const sizes: number[] = [];
  /** Counts an answer and tells the place of its company. */
  const add = (company: number): number => {
    const place = places[company] ?? sizes.length;
    places[company] = place;
    sizes[place] = (sizes[place] ?? 0) + 1;
    return place;
  };
  return { sizes, add };
}

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
  const tallies = new Map(options.map((value) => [value, { count: 0, lastBy: -1, yes: [] as number[] }]));
  const { sizes, add } = makeCompanies();
  let n = 0;
  for (const { company: number, answer } of given) {
    const values = several(answer);
    if (values.length === 0) continue;
    const company = withIntervals ? add(number) : 0;
    for (const value of values) {
      const tally = tallies.get(String(value));
      if (!tally || tally.lastBy === n) continue;
      tally.lastBy = n;
      tally.count += 1;
      tally.yes[company] = (tally.yes[company] ?? 0) + 1;
    }
    n += 1;
  }
  if (n === 0) return null;
  const intervalOf = (yes: readonly number[]) => {
    if (!withIntervals || !enough(n, sizes.length)) return null;
    const wilson = clusteredWilsonOfTotals(sizes.map((size, place) => ({ n: size, sum: yes[place] ?? 0 })));
    return wilson.ok ? wilson.value.interval : null;
  };
  return new Map(
    [...tallies].map(([value, { count, yes }]) => [
      value,
      { count, n, share: count / n, interval: intervalOf(yes) },
    ]),
  );
}

/** The mean of numbers that come with the number of their company; null without any. */
export function meanOf(cluster: readonly number[], values: readonly number[]): Mean | null {
  const { sizes, add } = makeCompanies();
  const sums: number[] = [];
  values.forEach((value, index) => {
    const company = add(cluster[index]!);
    sums[company] = (sums[company] ?? 0) + value;
  });
  const n = values.length;
  if (n === 0) return null;
  const robust = enough(n, sizes.length)
    ? clusterRobustMeanOfTotals(sizes.map((size, place) => ({ n: size, sum: sums[place] ?? 0 })))
    : null;
  return {
    n,
    companies: sizes.length,
    mean: sums.reduce((sum, each) => sum + each, 0) / n,
    interval: robust?.ok ? robust.value.interval : null,
  };
}

/** The mean of the numeric answers ("N/A" is none); null without any. */
export function meanAnswer(given: readonly Given[]): Mean | null {
  const companies: number[] = [];
  const values: number[] = [];
  for (const { company, answer } of given)
    if (typeof answer === "number") {
      companies.push(company);
      values.push(answer);
    }
  return meanOf(companies, values);
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
