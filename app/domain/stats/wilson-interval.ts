import { type Outcome, value } from "../outcome";
import { defaultConfidence, type Interval, proportionProblem, twoSidedZ } from "./interval";

export type WilsonOptions = { confidence?: number; continuity?: boolean };

/**
 * Wilson's score interval for a proportion: the shares that a score test would not reject.
 * `successes` of `n` (both may be fractional); `continuity` adds the correction of half a count.
 * 0 of n starts at exactly 0, n of n ends at exactly 1. No value for n = 0 or successes outside 0 … n.
 * Source: Wilson (1927); both forms as in Newcombe (1998), Stat Med 17:857–872, methods 3 and 4.
 */
export function wilsonInterval(
  successes: number,
  n: number,
  { confidence = defaultConfidence, continuity = false }: WilsonOptions = {},
): Outcome<Interval> {
  const problem = proportionProblem(successes, n, confidence);
  if (problem) return problem;
  return value(wilsonBounds(successes / n, n, twoSidedZ(confidence), continuity));
}

/**
 * The score interval itself, for any critical value: `share` observed in `n`, `critical` standard errors wide.
 * For callers with a critical value of their own (t, one-sided z); `share` in 0 … 1, `n` > 0.
 */
export function wilsonBounds(share: number, n: number, critical: number, continuity = false): Interval {
  const z2 = critical * critical;
  const middle = 2 * n * share + z2;
  const whole = 2 * (n + z2);
  if (!continuity) {
    const half = critical * Math.sqrt(z2 + 4 * n * share * (1 - share));
    return [
      share === 0 ? 0 : Math.max(0, (middle - half) / whole),
      share === 1 ? 1 : Math.min(1, (middle + half) / whole),
    ];
  }
  const below = z2 - 2 - 1 / n + 4 * share * (n * (1 - share) + 1);
  const above = z2 + 2 - 1 / n + 4 * share * (n * (1 - share) - 1);
  const lower = share === 0 ? 0 : (middle - 1 - critical * Math.sqrt(Math.max(0, below))) / whole;
  const upper = share === 1 ? 1 : (middle + 1 + critical * Math.sqrt(Math.max(0, above))) / whole;
  return [Math.max(0, lower), Math.min(1, upper)];
}
