import { noValue, type Outcome, value } from "../outcome";
import { clusterRobustMean } from "./cluster-robust-mean";
import { groupByCluster } from "./clusters";
import { defaultConfidence, type Interval } from "./interval";

export type TwoShares = {
  companies: number;
  n: number;
  /** Every respondent counts 1. */
  respondentWeighted: number;
  /** Every company counts 1: the mean of the companies' own shares. */
  companyWeighted: number;
  /** Student's t over companies, cut at 0 and 1. */
  companyInterval: Interval;
};

/**
 * The same share counted by respondent and by company, so that a company of fifty cannot hide behind its number.
 * `y` is 1 or 0, `cluster[i]` its company. `too-few-companies` for one company.
 * Source: unweighted mean of cluster means; Donner & Klar (2000), Cluster Randomization Trials, ch. 6.
 */
export function companyWeightedShare<Key>(
  cluster: readonly Key[],
  y: readonly number[],
  { confidence = defaultConfidence }: { confidence?: number } = {},
): Outcome<TwoShares> {
  if (!y.every((one) => one === 0 || one === 1)) return noValue("out-of-range");
  const grouped = groupByCluster(cluster, y);
  if (!grouped.ok) return grouped;
  const { groups, n, mean } = grouped.value;
  const keys = groups.map((one) => one.key);
  const shares = groups.map((one) => one.sum / one.values.length);
  const overCompanies = clusterRobustMean(keys, shares, { confidence });
  if (!overCompanies.ok) return overCompanies;
  const [lower, upper] = overCompanies.value.interval;
  return value({
    companies: groups.length,
    n,
    respondentWeighted: mean,
    companyWeighted: overCompanies.value.mean,
    companyInterval: [Math.max(0, lower), Math.min(1, upper)],
  });
}
