import type { Interval } from "./interval";
import type { ShareDifference } from "./newcombe-difference";

/** A share of a sample with its own interval, which may allow for companies. */
export type SharedShare = { share: number; interval: Interval };

/**
 * `first` minus `second`, two answers of one question asked of the same people: whoever chose one did not choose the
 * other, so the shares pull against each other (r = −√(p₁p₂ / q₁q₂)). Each side's distance to its own bound is kept, so
 * intervals that allow for companies carry over. Ends stay within −1 … 1.
 *
 * Source: Zou & Donner (2008), Stat Med 27:1693–1702 (MOVER), with the correlation of Newcombe (1998), Stat Med
 * 17:2635–2650, method 10.
 */
export function sameSampleDifference(first: SharedShare, second: SharedShare): ShareDifference {
  const [p1, p2] = [first.share, second.share];
  const spread = (1 - p1) * (1 - p2);
  const correlation = spread > 0 ? -Math.sqrt((p1 * p2) / spread) : 0;
  const half = (a: number, b: number) =>
    Math.sqrt(Math.max(0, a ** 2 + b ** 2 - 2 * Math.max(-1, correlation) * a * b));
  const difference = p1 - p2;
  const lower = Math.max(-1, difference - half(p1 - first.interval[0], second.interval[1] - p2));
  const upper = Math.min(1, difference + half(first.interval[1] - p1, p2 - second.interval[0]));
  return { difference, interval: [lower, upper], significant: lower > 0 || upper < 0 };
}
