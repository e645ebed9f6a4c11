import { type Outcome, value } from "../outcome";
import { defaultConfidence, type Interval } from "./interval";
import { wilsonInterval } from "./wilson-interval";

/** `first` minus `second`, in shares (−1 … 1); significant when the interval leaves 0 out. */
export type ShareDifference = { difference: number; interval: Interval; significant: boolean };

/** A share with its own interval. */
type Bounded = { share: number; interval: Interval };

/**
 * The difference of two independent shares from an interval of each: either side's distance to its own bound, added as
 * squares. With Wilson's intervals this is Newcombe's method 10; with intervals that allow for colleagues answering
 * alike, so does the difference. Source: Zou & Donner (2008), Stat Med 27:1693–1702 (MOVER).
 */
export function differenceOfShares(first: Bounded, second: Bounded): ShareDifference {
  const difference = first.share - second.share;
  const below = Math.hypot(first.share - first.interval[0], second.interval[1] - second.share);
  const above = Math.hypot(first.interval[1] - first.share, second.share - second.interval[0]);
  const [lower, upper] = [Math.max(-1, difference - below), Math.min(1, difference + above)];
  return { difference, interval: [lower, upper], significant: lower > 0 || upper < 0 };
}

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
  return value(
    differenceOfShares(
      { share: first.successes / first.n, interval: one.value },
      { share: second.successes / second.n, interval: two.value },
    ),
  );
}
