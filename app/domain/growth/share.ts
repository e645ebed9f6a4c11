import { type Outcome, value } from "../outcome";
import type { Interval } from "../stats/interval";
import { wilsonInterval } from "../stats/wilson-interval";

export type Share = { count: number; n: number; share: number; interval: Interval };

/** So many of n, with Wilson's interval; no value when n is 0. */
export function shareOf(count: number, n: number): Outcome<Share> {
  const interval = wilsonInterval(count, n);
  return interval.ok ? value({ count, n, share: count / n, interval: interval.value }) : interval;
}
