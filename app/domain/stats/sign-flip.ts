import { tCdf, tQuantile } from "./distributions";
import type { Interval } from "./interval";
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

export type FlipResult = {
  all: FlipTest | null;
  /** In the order of the segments; null for those with too few companies. */
  bySegment: (FlipTest | null)[];
};

/** Fewer companies with a value than this are not tested. */
const fewest = 5;
/** Above so many companies the t distribution does as well as drawing, and in a moment. */
const mostDrawn = 200;
/** Without drawing, a segment must be large enough for t to hold whatever the answers look like. */
const fewestUndrawn = 20;

type Compact = {
  values: Float64Array;
  places: Int32Array;
  /** For each segment tested, the indices into `values`. */
  segments: { index: number; members: Int32Array }[];
  squares: number;
  floor: number;
};

/**
 * Does the companies' mean differ from 0, over many questions (`series`) and, for each, in all companies and in each
 * segment? A one-sample t each; in a segment the spread is pooled over segment and rest, as a handful of companies
 * knows little of its own. `adjustedP` is Westfall and Young's: the signs of a company's values are turned together at
 * random, `draws` times, and the largest |t| of the whole family noted, which keeps the chance of any false claim at
 * 5 % whatever the answers have to do with one another. Over 200 companies: Bonferroni on t. With the floor under
 * the variance five equal answers are no proof.
 * Source: Westfall & Young (1993), Resampling-Based Multiple Testing, § 2.3; sign flips: Fisher (1935).
 */
export function signFlipFamily(
  series: readonly FlipSeries[],
  segments: readonly (readonly number[])[],
  { seed, companies, draws = 1999 }: { seed: number; companies: number; draws?: number },
): FlipResult[] {
  const compact = series.map((one) => compactOf(one, segments, companies));
  const observed = compact.map((one) => {
    const found = new Map<number, number>();
    eachStatistic(one, one.values, (t, place) => void found.set(place, t));
    return found;
  });
  const family = observed.reduce((sum, found) => sum + found.size, 0);
  const exceed = companies > mostDrawn ? null : maxima(compact, { seed, companies, draws });
  return compact.map((one, at) => {
    const found = observed[at]!;
    const made = (place: number, members: ArrayLike<number> | null): FlipTest | null => {
      const t = found.get(place);
      if (t === undefined) return null;
      const values = members ? Array.from(members, (index) => one.values[index]!) : [...one.values];
      const n = values.length;
      const mean = values.reduce((sum, each) => sum + each, 0) / n;
      const df = members ? one.values.length - 2 : n - 1;
      const p = 2 * tCdf(-Math.abs(t), df);
      const half = t === 0 ? 0 : Math.abs(mean / t) * tQuantile(0.975, df);
      const adjustedP = exceed
        ? (1 + exceed.filter((largest) => largest >= Math.abs(t) - 1e-12).length) / (1 + exceed.length)
        : Math.min(1, family * p);
      return { mean, companies: n, interval: [mean - half, mean + half], t, p, adjustedP };
    };
    const bySegment: (FlipTest | null)[] = segments.map(() => null);
    one.segments.forEach(({ index, members }, place) => {
      bySegment[index] = made(place, members);
    });
    return { all: made(-1, null), bySegment };
  });
}

function compactOf(
  { places, values, floor = 1 / 6 }: FlipSeries,
  segments: readonly (readonly number[])[],
  companies: number,
): Compact {
  const at = new Int32Array(companies).fill(-1);
  places.forEach((place, index) => {
    at[place] = index;
  });
  const least = companies > mostDrawn ? fewestUndrawn : fewest;
  return {
    values: Float64Array.from(values),
    places: Int32Array.from(places),
    squares: values.reduce((sum, one) => sum + one * one, 0),
    floor,
    segments: segments.flatMap((own, index) => {
      const members = own.flatMap((place) => (at[place]! >= 0 ? [at[place]!] : []));
      const rest = values.length - members.length;
      return members.length >= least && rest >= 2 ? [{ index, members: Int32Array.from(members) }] : [];
    }),
  };
}

/** t of the companies' total, `sum` of `size` of them, when the spread that is left has `df` degrees of freedom. */
const studentised = (sum: number, size: number, left: number, df: number, floor: number) =>
  sum / Math.sqrt(size * Math.max(left / df, floor));

/** t of all companies, then of each segment, handed to `take` with the place of the segment, −1 for all. */
function eachStatistic(one: Compact, values: Float64Array, take: (t: number, place: number) => void) {
  const { floor, squares, segments } = one;
  const n = values.length;
  if (n < fewest) return;
  let total = 0;
  for (let index = 0; index < n; index++) total += values[index]!;
  take(studentised(total, n, squares - (total * total) / n, n - 1, floor), -1);
  for (let place = 0; place < segments.length; place++) {
    const { members } = segments[place]!;
    const size = members.length;
    let sum = 0;
    for (let index = 0; index < size; index++) sum += values[members[index]!]!;
    const rest = total - sum;
    const left = squares - (sum * sum) / size - (rest * rest) / (n - size);
    take(studentised(sum, size, left, n - 2, floor), place);
  }
}

function maxima(
  compact: readonly Compact[],
  { seed, companies, draws }: { seed: number; companies: number; draws: number },
): number[] {
  const random = seededRandom(seed);
  const signs = new Float64Array(companies);
  const flipped = compact.map(({ values }) => new Float64Array(values.length));
  let largest = 0;
  const take = (t: number) => {
    const size = t < 0 ? -t : t;
    if (size > largest) largest = size;
  };
  return Array.from({ length: draws }, () => {
    for (let place = 0; place < companies; place++) signs[place] = random() < 0.5 ? -1 : 1;
    largest = 0;
    for (let at = 0; at < compact.length; at++) {
      const one = compact[at]!;
      const own = flipped[at]!;
      for (let index = 0; index < own.length; index++)
        own[index] = one.values[index]! * signs[one.places[index]!]!;
      eachStatistic(one, own, take);
    }
    return largest;
  });
}
