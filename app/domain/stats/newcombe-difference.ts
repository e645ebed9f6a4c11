import { type Outcome, value } from "../outcome";
import { defaultConfidence, type Interval } from "./interval";
import { wilsonInterval } from "./wilson-interval";

/** `first` minus `second`, in shares (−1 … 1); significant when the interval leaves 0 out. */
export type ShareDifference = { difference: number; interval: Interval; significant: boolean };

/**
 * The difference of two independent proportions x₁/n₁ − x₂/n₂ with Newcombe's hybrid-score interval:
 * each side's distance to its own Wilson bound, added as squares. No value when either n is 0.
 * Source: Newcombe (1998), Stat Med 17:873–890, method 10.
 */
export function newcombeDifference(
  first: { successes: number; n: number },
  second: { successes: number; n: number },
  { confidence = defaultConfidence }: { confidence?: number } = {},
): Outcome<ShareDifference> {
  const one = wilsonInterval(first.successes, first.n, { confidence });
  const two = wilsonInterval(second.successes, second.n, { confidence });
  if (!one.ok) return one;
  if (!two.ok) return two;
  const [p1, p2] = [first.successes / first.n, second.successes / second.n];
  const difference = p1 - p2;
  const lower = Math.max(-1, difference - Math.hypot(p1 - one.value[0], two.value[1] - p2));
  const upper = Math.min(1, difference + Math.hypot(one.value[1] - p1, p2 - two.value[0]));
  return value({ difference, interval: [lower, upper], significant: lower > 0 || upper < 0 });
}
