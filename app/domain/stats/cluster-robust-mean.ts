import { noValue, type Outcome, value } from "../outcome";
import { type ClusterTotal, groupByCluster } from "./clusters";
import { tQuantile } from "./distributions";
import { defaultConfidence, type Interval, isConfidence } from "./interval";

export type ClusterRobustMean = {
  mean: number;
  n: number;
  clusters: number;
  /** Degrees of freedom, clusters − 1. */
  df: number;
  se: number;
  /** With the finite population correction √(1 − k/K); equals `se` when K is not given. */
  seFinite: number;
  /** mean ± t·seFinite. */
  interval: Interval;
};

export type ClusterRobustOptions = {
  confidence?: number;
  /** Companies that exist (K), when a large part of them was asked. */
  populationClusters?: number;
};

/**
 * A mean whose standard error treats the company, not the answer, as the thing sampled:
 * √(k/(k−1)·Σ_c(Σ_i(y − ȳ))²)/n. `cluster[i]` is the company of `y[i]`.
 * `too-few-companies` for one company; `out-of-range` for fewer population clusters than were asked.
 * Source: the ultimate-cluster (linearisation) estimator, as R `survey::svymean`.
 */
export function clusterRobustMean<Key>(
  cluster: readonly Key[],
  y: readonly number[],
  { confidence = defaultConfidence, populationClusters }: ClusterRobustOptions = {},
): Outcome<ClusterRobustMean> {
  const grouped = groupByCluster(cluster, y);
  if (!grouped.ok) return grouped;
  return clusterRobustMeanOfTotals(
    grouped.value.groups.map(({ values, sum }) => ({ n: values.length, sum })),
    { confidence, populationClusters },
  );
}

/** The same from each company's number of answers (at least one) and their sum, for counting many answers once. */
export function clusterRobustMeanOfTotals(
  totals: readonly ClusterTotal[],
  { confidence = defaultConfidence, populationClusters }: ClusterRobustOptions = {},
): Outcome<ClusterRobustMean> {
  const k = totals.length;
  const n = totals.reduce((sum, one) => sum + one.n, 0);
  const mean = totals.reduce((sum, one) => sum + one.sum, 0) / n;
  if (k < 2) return noValue("too-few-companies", { companies: k });
  if (!isConfidence(confidence) || (populationClusters !== undefined && populationClusters < k))
    return noValue("out-of-range");
  const spread = totals.reduce((sum, one) => sum + (one.sum - one.n * mean) ** 2, 0);
  const se = Math.sqrt((k / (k - 1)) * spread) / n;
  const seFinite = populationClusters === undefined ? se : se * Math.sqrt(1 - k / populationClusters);
  const half = tQuantile((1 + confidence) / 2, k - 1) * seFinite;
  return value({ mean, n, clusters: k, df: k - 1, se, seFinite, interval: [mean - half, mean + half] });
}
