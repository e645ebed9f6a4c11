import { mean } from "d3-array";
import { noValue, type Outcome, value } from "../outcome";
import { tQuantile } from "../stats/distributions";
import { defaultConfidence, type Interval } from "../stats/interval";
import type { MarketSeries } from "./market-trend";

const fewestYears = 3;

/**
 * Growth a year of a market with its interval: the slope of a straight line through the logarithms of its yearly sales, as
 * e^slope − 1. Unlike the growth from the first year to the last it rests on every year, and knows how far the years lie off the line.
 * Under three years `too-few-points`; a year without sales has no logarithm: `not-positive`.
 *
 * Source: log-linear trend: Wooldridge (2019), Introductory Econometrics, ch. 10.
 */
export function trendGrowth(
  points: MarketSeries["points"],
  { confidence = defaultConfidence }: { confidence?: number } = {},
): Outcome<{ growth: number; interval: Interval; years: number }> {
  const n = points.length;
  if (n < fewestYears) return noValue("too-few-points", { n });
  if (points.some(({ amount }) => !(amount > 0))) return noValue("not-positive");
  const logs = points.map(({ amount }) => Math.log(amount));
  const [middle, level] = [mean(points, ({ year }) => year)!, mean(logs)!];
  const spread = points.reduce((sum, { year }) => sum + (year - middle) ** 2, 0);
  const slope = points.reduce((sum, { year }, at) => sum + (year - middle) * (logs[at]! - level), 0) / spread;
  const off = points.reduce(
    (sum, { year }, at) => sum + (logs[at]! - level - slope * (year - middle)) ** 2,
    0,
  );
  const half = tQuantile((1 + confidence) / 2, n - 2) * Math.sqrt(off / (n - 2) / spread);
  const grown = (by: number) => Math.exp(by) - 1;
  return value({ growth: grown(slope), interval: [grown(slope - half), grown(slope + half)], years: n });
}
