import { tCdf, tQuantile } from "./distributions";
import type { Interval } from "./interval";
import { seededRandom } from "./seeded-random";

/** One value a company (its place in the list of companies); under the null hypothesis it is as often above 0 as below. */
export type FlipSeries = { places: readonly number[]; values: readonly number[] };

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

type Compact = {
  values: Float64Array;
  places: Int32Array;
  /** For each segment tested, the indices into `values`. */
  segments: { index: number; members: Int32Array }[];
  squares: number;
};

const spreadOf = (squares: number, explained: number, df: number, floor: number) =>
  Math.sqrt(Math.max((squares - explained) / df, floor));

/**
 * Does the companies' mean differ from 0, over many questions (`series`) and, for each, in all companies and in each
 * segment? A one-sample t each; in a segment the spread is pooled over segment and rest, as a handful of companies
 * knows little of its own. `adjustedP` is Westfall and Young's: the signs of a company's values are turned together at
 * random, `draws` times, and the largest |t| of the whole family noted, which keeps the chance of any false claim at
 * 5 % whatever the answers have to do with one another. Over 200 companies: Bonferroni on t. `floor` is the smallest
 * variance taken, that of rounding to whole points (1/12 a side), so that five equal answers are no proof.
 * Source: Westfall & Young (1993), Resampling-Based Multiple Testing, § 2.3; sign flips: Fisher (1935).
 */
export function signFlipFamily(
  series: readonly FlipSeries[],
  segments: readonly (readonly number[])[],
  {
    seed,
    companies,
    draws = 1999,
    floor = 1 / 6,
  }: { seed: number; companies: number; draws?: number; floor?: number },
): FlipResult[] {
  const compact = series.map((one) => compactOf(one, segments, companies));
  const observed = compact.map((one) => statistics(one, one.values, floor));
  const family = observed.flat().filter((t) => t !== null).length;
  const exceed = companies > mostDrawn ? null : maxima(compact, { seed, companies, draws, floor });
  return compact.map((one, at) => {
    const [all = null, ...inSegments] = observed[at] ?? [];
    const made = (t: number | null, members: ArrayLike<number> | null): FlipTest | null => {
      if (t === null) return null;
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
      bySegment[index] = made(inSegments[place] ?? null, members);
    });
    return { all: made(all, null), bySegment };
  });
}

function compactOf(
  { places, values }: FlipSeries,
  segments: readonly (readonly number[])[],
  companies: number,
): Compact {
  const at = new Int32Array(companies).fill(-1);
  places.forEach((place, index) => {
    at[place] = index;
  });
  return {
    values: Float64Array.from(values),
    places: Int32Array.from(places),
    squares: values.reduce((sum, one) => sum + one * one, 0),
    segments: segments.flatMap((own, index) => {
      const members = own.flatMap((place) => (at[place]! >= 0 ? [at[place]!] : []));
      const rest = values.length - members.length;
      return members.length >= fewest && rest >= 2 ? [{ index, members: Int32Array.from(members) }] : [];
    }),
  };
}

/** t of all companies, then of each segment; null where there are too few. */
function statistics(one: Compact, values: Float64Array, floor: number): (number | null)[] {
  const n = values.length;
  if (n < fewest) return [null, ...one.segments.map(() => null)];
  let total = 0;
  for (let index = 0; index < n; index++) total += values[index]!;
  const mean = total / n;
  const all = (mean * Math.sqrt(n)) / spreadOf(one.squares, n * mean * mean, n - 1, floor);
  return [
    all,
    ...one.segments.map(({ members }) => {
      const size = members.length;
      let sum = 0;
      for (let index = 0; index < size; index++) sum += values[members[index]!]!;
      const rest = total - sum;
      const explained = (sum * sum) / size + (rest * rest) / (n - size);
      return sum / Math.sqrt(size) / spreadOf(one.squares, explained, n - 2, floor);
    }),
  ];
}

function maxima(
  compact: readonly Compact[],
  { seed, companies, draws, floor }: { seed: number; companies: number; draws: number; floor: number },
): number[] {
  const random = seededRandom(seed);
  const signs = new Float64Array(companies);
  const flipped = compact.map(({ values }) => new Float64Array(values.length));
  return Array.from({ length: draws }, () => {
    for (let place = 0; place < companies; place++) signs[place] = random() < 0.5 ? -1 : 1;
    let largest = 0;
    compact.forEach((one, at) => {
      const own = flipped[at]!;
      for (let index = 0; index < own.length; index++)
        own[index] = one.values[index]! * signs[one.places[index]!]!;
      for (const t of statistics(one, own, floor)) if (t !== null) largest = Math.max(largest, Math.abs(t));
    });
    return largest;
  });
}
