import { type Outcome, value } from "../outcome";
import { betaQuantile } from "./distributions";
import { defaultConfidence, type Interval, proportionProblem } from "./interval";

/**
 * Clopper–Pearson's "exact" interval for a proportion: never covers less than it says, often more.
 * `successes` of `n` (both may be fractional, as Korn–Graubard needs). 0 of n starts at 0, n of n ends at 1.
 * No value for n = 0 or successes outside 0 … n.
 * Source: Clopper & Pearson (1934), Biometrika 26:404–413, in its beta form.
 */
export function clopperPearsonInterval(
  successes: number,
  n: number,
  { confidence = defaultConfidence }: { confidence?: number } = {},
): Outcome<Interval> {
  const problem = proportionProblem(successes, n, confidence);
  if (problem) return problem;
  const tail = (1 - confidence) / 2;
  const lower = successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1);
  const upper = successes === n ? 1 : betaQuantile(1 - tail, successes + 1, n - successes);
  return value([lower, upper]);
}
