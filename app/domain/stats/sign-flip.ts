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

type Options = {
  seed: number;
  companies: number;
  draws?: number;
  /** Asks of each segment (places of its companies) instead of all companies. */
  segments?: readonly (readonly number[])[];
};

/**
 * Does the companies' mean differ from 0, over many questions (`series`) and, with `segments`, in each of those? Gives
 * for every series its tests, one for all companies or one a segment; null for under five companies. A one-sample t
 * each; in a segment the spread is pooled over segment and rest, as a handful of companies knows little of its own.
 * `adjustedP` is Westfall and Young's: the signs of a company's values are turned together at random, up to `draws`
 * times, and the largest |t| of the whole family noted, which keeps the chance of any false claim whatever the answers
 * have to do with one another. Over 200 companies: Bonferroni on t. With the floor under the variance five equal
 * answers are no proof.
 * Source: Westfall & Young (1993), Resampling-Based Multiple Testing, § 2.3; sign flips: Fisher (1935).
 */
export function signFlipFamily(
  series: readonly FlipSeries[],
  { seed, companies, draws = 1999, segments }: Options,
): (FlipTest | null)[][] {
  const tested = series.map((one) => compactOf(one, segments, companies));
  const tests = tested.flatMap((one) => one.groups.map((group) => ({ one, group })));
  const observed = tests.map(({ one, group }) => studentised(one, group, one.values));
  const adjusted =
    companies > mostDrawn ? null : largestOfFamily(observed, flips(tested, { seed, companies }), draws);
  let next = 0;
  return tested.map((one) => {
    const found: (FlipTest | null)[] = (segments ?? [null]).map(() => null);
    for (const group of one.groups) {
      const at = next++;
      found[group.index] = told(
        one,
        group,
        observed[at]!,
        (p) => adjusted?.[at] ?? Math.min(1, tests.length * p),
      );
    }
    return found;
  });
}

/** Indices into the values of a series; null stands for all of them. */
type Group = { index: number; members: Int32Array | null };
type Compact = {
  values: Float64Array;
  places: Int32Array;
  groups: Group[];
  squares: number;
  floor: number;
};

function compactOf(
  { places, values, floor = 1 / 6 }: FlipSeries,
  segments: Options["segments"],
  companies: number,
): Compact {
  const at = new Int32Array(companies).fill(-1);
  places.forEach((place, index) => {
    at[place] = index;
  });
  const whole: Group[] = values.length >= fewest ? [{ index: 0, members: null }] : [];
  const parts = (segments ?? []).flatMap((own, index): Group[] => {
    const members = own.flatMap((place) => (at[place]! >= 0 ? [at[place]!] : []));
    const rest = values.length - members.length;
    return members.length >= fewest && rest >= 2 ? [{ index, members: Int32Array.from(members) }] : [];
  });
  return {
    values: Float64Array.from(values),
    places: Int32Array.from(places),
    squares: values.reduce((sum, one) => sum + one * one, 0),
    floor,
    groups: segments ? parts : whole,
  };
}

const totalOf = (values: Float64Array): number => {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index]!;
  return sum;
};

function studentised(
  { squares, floor }: Compact,
  { members }: Group,
  values: Float64Array,
  total = totalOf(values),
): number {
  const n = values.length;
  if (!members) return total / Math.sqrt(n * Math.max((squares - (total * total) / n) / (n - 1), floor));
  const size = members.length;
  let sum = 0;
  for (let index = 0; index < size; index++) sum += values[members[index]!]!;
  const rest = total - sum;
  const left = squares - (sum * sum) / size - (rest * rest) / (n - size);
  return sum / Math.sqrt(size * Math.max(left / (n - 2), floor));
}

function told({ values }: Compact, { members }: Group, t: number, adjust: (p: number) => number): FlipTest {
  const own = members ? Float64Array.from(members, (index) => values[index]!) : values;
  const n = own.length;
  const mean = totalOf(own) / n;
  const df = members ? values.length - 2 : n - 1;
  const p = 2 * tCdf(-Math.abs(t), df);
  const half = t === 0 ? 0 : Math.abs(mean / t) * tQuantile(0.975, df);
  return { mean, companies: n, interval: [mean - half, mean + half], t, p, adjustedP: adjust(p) };
}

/** Draws new signs for the companies and fills in the t of every test. */
function flips(tested: readonly Compact[], { seed, companies }: { seed: number; companies: number }) {
  const random = seededRandom(seed);
  const signs = new Float64Array(companies);
  const flipped = tested.map(({ values }) => new Float64Array(values.length));
  return (into: Float64Array) => {
    for (let place = 0; place < companies; place++) signs[place] = random() < 0.5 ? -1 : 1;
    let next = 0;
    for (let at = 0; at < tested.length; at++) {
      const one = tested[at]!;
      const own = flipped[at]!;
      for (let index = 0; index < own.length; index++)
        own[index] = one.values[index]! * signs[one.places[index]!]!;
      const total = totalOf(own);
      for (let group = 0; group < one.groups.length; group++)
        into[next++] = studentised(one, one.groups[group]!, own, total);
    }
  };
}
