import { mean, median, variance } from "d3-array";
import { noValue, type Outcome, value } from "../outcome";

/** Variance of answers thrown evenly over a scale of `options` points, (A² − 1)/12: what no agreement looks like. */
export const evenVariance = (options: number) => (options ** 2 - 1) / 12;

const isScale = (options: number) => Number.isInteger(options) && options >= 2;

/**
 * r_wg: how far the people of one company agree on one item, 1 − s²/σ², with s² the sample variance and σ² that of
 * evenly thrown answers; more spread than that counts as 0. `ratings` of one company on a scale 1 … `options`.
 * `too-few` under two answers. Source: James, Demaree & Wolf (1984), J Appl Psychol 69:85–98; R `multilevel::rwg`.
 */
export function withinGroupAgreement(ratings: readonly number[], options: number): Outcome<number> {
  const spread = spreadOf(ratings, options);
  return spread.ok ? value(Math.max(0, 1 - spread.value / evenVariance(options))) : spread;
}

/**
 * r_wg(j): the same over J parallel items, J·q/(J·q + 1 − q) with q = 1 − mean s²/σ²; mean s² above σ² counts as 0.
 * `items[item]` holds one company's ratings of the item. Source as `withinGroupAgreement`.
 */
export function withinGroupAgreementOfItems(
  items: readonly (readonly number[])[],
  options: number,
): Outcome<number> {
  if (items.length === 0) return noValue("no-data");
  const spreads: number[] = [];
  for (const item of items) {
    const spread = spreadOf(item, options);
    if (!spread.ok) return spread;
    spreads.push(spread.value);
  }
  const ratio = Math.min(1, mean(spreads)! / evenVariance(options));
  const agreement = items.length * (1 - ratio);
  return value(agreement / (agreement + ratio));
}

/**
 * Average deviation of one company's answers from their mean (or median), in points of the scale; small is good.
 * Up to `practicalCutoff` the answers may be called agreement. `no-data` for no answer.
 * Source: Burke, Finkelstein & Dusig (1999); cut-off A/6: Burke & Dunlap (2002), Org Res Methods 5:159–172.
 */
export function averageDeviation(
  ratings: readonly number[],
  around: "mean" | "median" = "mean",
): Outcome<number> {
  if (ratings.length === 0) return noValue("no-data");
  if (!ratings.every(Number.isFinite)) return noValue("out-of-range");
  const centre = around === "mean" ? mean(ratings)! : median(ratings)!;
  return value(mean(ratings, (one) => Math.abs(one - centre))!);
}

/** Average deviation up to which a scale of `options` points counts as agreement. */
export const practicalCutoff = (options: number) => options / 6;

function spreadOf(ratings: readonly number[], options: number): Outcome<number> {
  if (!isScale(options)) return noValue("out-of-range", { options });
  if (!ratings.every((one) => Number.isFinite(one))) return noValue("out-of-range");
  const spread = variance(ratings);
  return spread === undefined ? noValue("too-few", { n: ratings.length }) : value(spread);
}
