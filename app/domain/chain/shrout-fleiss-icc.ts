import { mean } from "d3-array";
import { noValue, type Outcome, value } from "../outcome";

/** ICC(1,1), (2,1), (3,1): one rater's reliability; (1,k), (2,k), (3,k): that of the raters' mean. */
export type ShroutFleissIcc = {
  icc11: number;
  icc21: number;
  icc31: number;
  icc1k: number;
  icc2k: number;
  icc3k: number;
};

/**
 * The six intraclass correlations of `ratings[target][rater]`, a full table of at least 2 × 2: (1) each target has
 * its own raters, (2) raters are a sample, absolute agreement, (3) these raters only, consistency.
 * Negative values are reported as they are. `lengths-differ`, `too-few`; `no-variance` when a denominator is 0,
 * as when all targets have the same mean. Source: Shrout & Fleiss (1979), Psychol Bull 86:420–428.
 */
export function shroutFleissIcc(ratings: readonly (readonly number[])[]): Outcome<ShroutFleissIcc> {
  const [n, k] = [ratings.length, ratings[0]?.length ?? 0];
  if (!ratings.every((row) => row.length === k)) return noValue("lengths-differ");
  if (!ratings.flat().every(Number.isFinite)) return noValue("out-of-range");
  if (n < 2 || k < 2) return noValue("too-few", { n: Math.min(n, k) });
  const grand = mean(ratings.flat())!;
  const squares = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + (one - grand) ** 2, 0);
  const targets = k * squares(ratings.map((row) => mean(row)!));
  const raters = n * squares(ratings[0]!.map((_, j) => mean(ratings, (row) => row[j]!)!));
  const all = squares(ratings.flat());
  // Rounding leaves a speck where all targets have the same mean.
  if (targets <= 1e-12 * all) return noValue("no-variance");
  const bms = targets / (n - 1);
  const jms = raters / (k - 1);
  const wms = (all - targets) / (n * (k - 1));
  const ems = (all - targets - raters) / ((n - 1) * (k - 1));
  const absolute = (k * (jms - ems)) / n;
  const numbers = {
    icc11: (bms - wms) / (bms + (k - 1) * wms),
    icc21: (bms - ems) / (bms + (k - 1) * ems + absolute),
    icc31: (bms - ems) / (bms + (k - 1) * ems),
    icc1k: (bms - wms) / bms,
    icc2k: (bms - ems) / (bms + absolute / k),
    icc3k: (bms - ems) / bms,
  };
  return Object.values(numbers).every(Number.isFinite) ? value(numbers) : noValue("no-variance");
}
