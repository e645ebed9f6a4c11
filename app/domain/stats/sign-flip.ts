import { tCdf, tQuantile } from "./distributions";
import type { Interval } from "./interval";
import { largestOfFamily } from "./largest-of-family";
import { seededRandom } from "./seeded-random";

/** One value a company (its place in the list of companies); under the null hypothesis it is as often above 0 as below. */
export type FlipSeries = {
  places: readonly number[];
  values: readonly number[];
  /** The smallest variance taken; by default that of two ratings rounded to whole points (1/12 a side). */
  floor?: number;
};

export type FlipTest = {
  mean: number;
  companies: number;
  interval: Interval;
  t: number;
  /** Of this test alone. */
  p: number;
  /** The chance that any test of the family comes out so large when nothing is there. */
  adjustedP: number;
};

/** Fewer companies with a value than this are not tested. */
const fewest = 5;
/** Above so many companies the t distribution does as well as drawing, and in a moment. */
const mostDrawn = 200;

type Options = { seed: number; companies: number; draws?: number };

/**
 * Does the companies' mean differ from 0, over many questions (`series`)? A one-sample t each; null for under five
 * companies. `adjustedP` is Westfall and Young's: the signs of a company's values are turned together at random, up to
 * `draws` times, and the largest |t| of the whole family noted, which keeps the chance of any false claim whatever the
 * answers have to do with one another. Over 200 companies: Bonferroni on t. A floor under the
 * variance keeps answers that are all equal finite.
 * Source: Westfall & Young (1993), Resampling-Based Multiple Testing, § 2.3; sign flips: Fisher (1935).
 */
export function signFlipFamily(
  series: readonly FlipSeries[],
  { seed, companies, draws = 1999 }: Options,
): (FlipTest | null)[] {
  const tested = series.flatMap((one, index) => (one.values.length >= fewest ? [compactOf(one, index)] : []));
  const observed = tested.map((one) => studentised(one, totalOf(one.values)));
  const adjusted =
    companies > mostDrawn ? null : largestOfFamily(observed, flips(tested, { seed, companies }), draws);
  const found = series.map((): FlipTest | null => null);
  tested.forEach((one, at) => {
    found[one.index] = told(one, observed[at]!, (p) => adjusted?.[at] ?? Math.min(1, tested.length * p));
  });
  return found;
}

type Compact = { index: number; values: Float64Array; places: Int32Array; squares: number; floor: number };

const compactOf = ({ places, values, floor = 1 / 6 }: FlipSeries, index: number): Compact => ({
  ...{ index, floor },
  values: Float64Array.from(values),
  places: Int32Array.from(places),
  squares: values.reduce((sum, one) => sum + one * one, 0),
});

const totalOf = (values: Float64Array): number => {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index]!;
  return sum;
};

/** Turned signs change the total, never the squares. */
function studentised({ values, squares, floor }: Compact, total: number): number {
  const n = values.length;
  return total / Math.sqrt(n * Math.max((squares - (total * total) / n) / (n - 1), floor));
}

function told({ values }: Compact, t: number, adjust: (p: number) => number): FlipTest {
  const companies = values.length;
  const mean = totalOf(values) / companies;
  const p = 2 * tCdf(-Math.abs(t), companies - 1);
  const half = t === 0 ? 0 : Math.abs(mean / t) * tQuantile(0.975, companies - 1);
  return { mean, companies, interval: [mean - half, mean + half], t, p, adjustedP: adjust(p) };
}

/** Draws new signs for the companies and fills in the t of every test. */
function flips(tested: readonly Compact[], { seed, companies }: Options) {
  const random = seededRandom(seed);
  const signs = new Float64Array(companies);
  return (into: Float64Array) => {
    for (let place = 0; place < companies; place++) signs[place] = random() < 0.5 ? -1 : 1;
    for (let at = 0; at < tested.length; at++) {
      const { values, places } = tested[at]!;
      let total = 0;
      for (let index = 0; index < values.length; index++) total += values[index]! * signs[places[index]!]!;
      into[at] = studentised(tested[at]!, total);
    }
  };
}
