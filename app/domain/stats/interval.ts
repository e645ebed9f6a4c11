import { type NoValue, noValue } from "../outcome";
import { normalQuantile } from "./distributions";

/** Lower and upper bound, in the unit of the figure they belong to. */
export type Interval = readonly [lower: number, upper: number];

/** The coverage an interval is built for when nobody says otherwise. */
export const defaultConfidence = 0.95;

/** z with (1 ± confidence)/2 of the standard normal beyond it; 1.959963984540054 for 0.95. */
export const twoSidedZ = (confidence: number) => normalQuantile((1 + confidence) / 2, 0, 1);

/** Whether `confidence` can be one: strictly between 0 and 1. */
export const isConfidence = (confidence: number) => confidence > 0 && confidence < 1;

/**
 * What is wrong with `successes` out of `n` at `confidence`, or null when an interval can be computed.
 * `n` and `successes` may be fractional (effective sample sizes); no data is `no-data`, the rest `out-of-range`.
 */
export function proportionProblem(successes: number, n: number, confidence: number): NoValue | null {
  if (n === 0) return noValue("no-data");
  const sound = n > 0 && Number.isFinite(n) && successes >= 0 && successes <= n && isConfidence(confidence);
  return sound ? null : noValue("out-of-range", { successes, n });
}
