import { noValue, type Outcome, value } from "../outcome";
import { clopperPearsonInterval } from "./clopper-pearson-interval";
import { clusterRobustMean } from "./cluster-robust-mean";
import { tQuantile } from "./distributions";
import { defaultConfidence, type Interval } from "./interval";

export type ClusterRobustProportion = {
  share: number;
  n: number;
  clusters: number;
  se: number;
  df: number;
  /** On the log-odds scale with Student's t; none when everyone answered the same. */
  logit: Outcome<Interval>;
  /** Clopper–Pearson on the effective sample size; none when everyone answered the same. */
  kornGraubard: Outcome<Interval>;
  /** Variance against drawing single people with replacement; may lie below 1, reported as it is. */
  designEffect: Outcome<number>;
  /** share(1 − share)/se², uncapped. */
  effectiveN: Outcome<number>;
};

/**
 * A yes/no share with its cluster-robust standard error and the two intervals survey packages print from it.
 * `y` is 1 or 0; `cluster[i]` the company of `y[i]`. Where the standard error is 0 (everyone, or every company
 * in the same way, answered alike) the intervals are `no-variance`: `clusteredWilsonInterval` still answers.
 * Source: Korn & Graubard (1998), Survey Methodology 24:193–201; as R `survey::svyciprop`, methods
 * "logit" and "beta", and `svymean(deff = "replace")`.
 */
export function clusterRobustProportion<Key>(
  cluster: readonly Key[],
  y: readonly number[],
  { confidence = defaultConfidence }: { confidence?: number } = {},
): Outcome<ClusterRobustProportion> {
  if (!y.every((one) => one === 0 || one === 1)) return noValue("out-of-range");
  const robust = clusterRobustMean(cluster, y, { confidence });
  if (!robust.ok) return robust;
  const { mean: share, se, df, n, clusters } = robust.value;
  const spread = share * (1 - share);
  const common = { share, n, clusters, se, df };
  // Rounding leaves a speck where the standard error is 0.
  if (se < 1e-12 || spread === 0) {
    const none = noValue("no-variance");
    const designEffect = spread === 0 ? none : value(0);
    return value({ ...common, logit: none, kornGraubard: none, designEffect, effectiveN: none });
  }
  const upperTail = (1 + confidence) / 2;
  const t = tQuantile(upperTail, df);
  const effectiveN = spread / se ** 2;
  const adjusted = effectiveN * (tQuantile(upperTail, n - 1) / t) ** 2;
  const logOdds = Math.log(share / (1 - share));
  const half = (t * se) / spread;
  return value({
    ...common,
    logit: value([inverseLogit(logOdds - half), inverseLogit(logOdds + half)]),
    kornGraubard: clopperPearsonInterval(share * adjusted, adjusted, { confidence }),
    designEffect: value((se ** 2 * (n - 1)) / spread),
    effectiveN: value(effectiveN),
  });
}

const inverseLogit = (x: number) => 1 / (1 + Math.exp(-x));
