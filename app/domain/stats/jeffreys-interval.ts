import { type Outcome, value } from "../outcome";
import { betaCdf, betaQuantile } from "./distributions";
import { defaultConfidence, type Interval, proportionProblem } from "./interval";

/** Prior of a share before any answer: Beta(½, ½) or Beta(1, 1). */
export type SharePrior = "jeffreys" | "uniform";
const priorWeight: Record<SharePrior, number> = { jeffreys: 0.5, uniform: 1 };

/**
 * Jeffreys' interval for a proportion: the middle of the posterior Beta(x + ½, n − x + ½).
 * 0 of n starts at exactly 0, n of n ends at exactly 1. No value for n = 0 or successes outside 0 … n.
 * Source: Brown, Cai & DasGupta (2001), Statistical Science 16:101–133.
 */
export function jeffreysInterval(
  successes: number,
  n: number,
  { confidence = defaultConfidence }: { confidence?: number } = {},
): Outcome<Interval> {
  const problem = proportionProblem(successes, n, confidence);
  if (problem) return problem;
  const tail = (1 - confidence) / 2;
  const [a, b] = [successes + 0.5, n - successes + 0.5];
  return value([
    successes === 0 ? 0 : betaQuantile(tail, a, b),
    successes === n ? 1 : betaQuantile(1 - tail, a, b),
  ]);
}

/**
 * How probable it is that the true share lies above `threshold`, given `successes` of `n` and a prior.
 * n = 0 answers with the prior alone. No value for successes outside 0 … n or a threshold outside 0 … 1.
 * Source: beta-binomial posterior; as a monitoring rule Thall & Simon (1994), Biometrics 50:337–349.
 */
export function probabilityShareAbove(
  successes: number,
  n: number,
  threshold: number,
  prior: SharePrior = "jeffreys",
): Outcome<number> {
  const problem = n === 0 && successes === 0 ? null : proportionProblem(successes, n, defaultConfidence);
  if (problem) return problem;
  if (!(threshold >= 0 && threshold <= 1))
    return { ok: false, reason: "out-of-range", detail: { threshold } };
  const weight = priorWeight[prior];
  return value(1 - betaCdf(threshold, successes + weight, n - successes + weight));
}
