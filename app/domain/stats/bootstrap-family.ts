import { variance } from "d3-array";
import { tCdf, tQuantile } from "./distributions";
import type { Interval } from "./interval";
import { largestOfFamily } from "./largest-of-family";
import { seededRandom } from "./seeded-random";

/** A number a company, null where it has none. */
export type CompanySeries = {
  values: readonly (number | null)[];
  /** The smallest variance taken; by default that of two ratings rounded to whole points (1/12 a side). */
  floor?: number;
};

export type BootstrapTest = {
  /** Index of the series and of the group tested. */
  series: number;
  group: number;
  mean: number;
  /** Of the companies outside the group; null where it is all of them. */
  outside: number | null;
  companies: number;
  /** Of the mean, on the spread of both sides. */
  interval: Interval;
  /** Of this test alone. */
  p: number;
  /** The chance that any test of the family comes out so large when nothing is there. */
  adjustedP: number;
};

/** Groups of fewer companies than this are not tested. */
const fewest = 5;
/** Above so many companies t does as well as drawing, but for groups too small for it. */
const mostDrawn = 200;
const fewestUndrawn = 20;
/** What a series' own spread is tempered by: as many degrees of freedom as this for each other series, up to so many. */
const temperedBy = { each: 2, most: 30 };

type Options = { seed: number; draws?: number };

/**
 * Does the mean differ from 0, over many questions (`series`) and groups of companies (their places; null for all)? A
 * one-sample t each: the spread is pooled over the group and the rest, and tempered by that of the series with the same
 * floor, as forty companies know little of one item's spread and much of sixteen items'. `adjustedP` is Westfall and
 * Young's by the bootstrap: companies are drawn anew, all series together, with what their values differ from the mean of
 * their side, and the largest |t| is noted, up to `draws` times. Unlike random signs this keeps what is skewed skewed, and
 * does not take a large mean for spread. Never below the p of the test alone.
 * Over 200 companies: Bonferroni on t. Groups under five companies, or all companies but one, are left out.
 * Source: Westfall & Young (1993), Resampling-Based Multiple Testing, § 2.2; Efron & Tibshirani (1993), ch. 16, for the
 * bootstrap t; Smyth (2004), Stat Appl Genet Mol Biol 3(1), for tempering.
 */
export function bootstrapFamily(
  series: readonly CompanySeries[],
  groups: readonly (readonly number[] | null)[],
  { seed, draws = 1999 }: Options,
): BootstrapTest[] {
  const companies = series[0]?.values.length ?? 0;
  const least = companies > mostDrawn ? fewestUndrawn : fewest;
  const insides = groups.map((places) => insideOf(places, companies));
  const usual = usualSpreads(series);
  const tested = series.flatMap((one, index) => {
    const values = Float64Array.from(one.values, (value) => value ?? Number.NaN);
    return insides.flatMap((inside, group): Tested[] => {
      const found = compare({ values, inside, floor: one.floor ?? usualFloor, usual: usual[index]! });
      const enough = found.n >= (groups[group] ? least : fewest) && found.rest !== 1;
      return enough ? [{ index, group, ...found }] : [];
    });
  });
  const drawn =
    companies > mostDrawn
      ? null
      : largestOfFamily(
          tested.map(({ t }) => t),
          resample(tested, companies, seed),
          draws,
        );
  return tested.map(({ index, group, mean, outside, n, rest, t, ownSe, flat }, at) => {
    const df = n + rest - sides(rest);
    const p = 2 * tCdf(-Math.abs(mean / ownSe), df);
    const half = tQuantile(0.975, df) * ownSe;
    // Answers hardly apart, as five equal ones, draw nothing but themselves.
    const alone = Math.min(1, 2 * tCdf(-Math.abs(t), df) * (flat ? tested.length : 1));
    return {
      ...{ series: index, group, mean, outside, companies: n, p },
      interval: [mean - half, mean + half],
      adjustedP: drawn ? Math.max(alone, drawn[at]!) : Math.min(1, tested.length * p),
    };
  });
}

const usualFloor = 1 / 6;

function insideOf(places: readonly number[] | null, companies: number): Uint8Array {
  const inside = new Uint8Array(companies).fill(places ? 0 : 1);
  for (const place of places ?? []) inside[place] = 1;
  return inside;
}

type Usual = { spread: number; df: number };

/** The mean spread of the series with the same floor, and what it counts for. */
function usualSpreads(series: readonly CompanySeries[]): Usual[] {
  const spreads = series.map(({ values }) => variance(values.flatMap((one) => one ?? [])) ?? null);
  return series.map(({ floor }) => {
    const alike = spreads.filter((one, at) => one !== null && series[at]!.floor === floor) as number[];
    const df = Math.min(temperedBy.most, temperedBy.each * Math.max(0, alike.length - 1));
    return { spread: alike.reduce((sum, one) => sum + one, 0) / Math.max(1, alike.length), df };
  });
}

type Given = { values: Float64Array; inside: Uint8Array; floor: number; usual: Usual };
type Tested = ReturnType<typeof compare> & { index: number; group: number };

/** The t of a group; `residuals` are what companies differ from the mean of their side, NaN where there is no value. */
function compare({ values, inside, floor, usual }: Given) {
  let [n, rest, sum, other] = [0, 0, 0, 0];
  for (let place = 0; place < values.length; place++) {
    const value = values[place]!;
    if (Number.isNaN(value)) continue;
    if (inside[place]) {
      sum += value;
      n++;
    } else {
      other += value;
      rest++;
    }
  }
  const [mean, outside] = [sum / n, rest > 0 ? other / rest : null];
  const df = n + rest - sides(rest);
  // What a mean of its own takes from the spread is given back.
  const whole = Math.sqrt((n + rest) / Math.max(1, df));
  const residuals = values.map((value, place) => whole * (value - (inside[place] ? mean : (outside ?? 0))));
  const own = residuals.reduce((total, one) => total + (Number.isNaN(one) ? 0 : one * one), 0) / (n + rest);
  const se = Math.sqrt(tempered(own, df, floor, usual) / n);
  const ownSe = Math.sqrt(Math.max(own, floor) / n);
  return { n, rest, mean, outside, ownSe, flat: own <= floor, t: mean / se, residuals, inside, floor, usual };
}

/** One mean is estimated, or two. */
const sides = (rest: number) => (rest > 0 ? 2 : 1);

const tempered = (own: number, df: number, floor: number, usual: Usual) =>
  Math.max((df * own + usual.df * usual.spread) / (df + usual.df), floor);

/** Draws companies with replacement and fills in the t of every test. */
function resample(tested: readonly Tested[], companies: number, seed: number) {
  const random = seededRandom(seed);
  const drawn = new Int32Array(companies);
  return (into: Float64Array) => {
    for (let place = 0; place < companies; place++) drawn[place] = Math.floor(random() * companies);
    for (let at = 0; at < tested.length; at++) into[at] = studentised(tested[at]!, drawn);
  };
}

function studentised({ residuals, inside, floor, usual }: Tested, drawn: Int32Array): number {
  let [n, rest, sum, other, squares] = [0, 0, 0, 0, 0];
  for (let place = 0; place < drawn.length; place++) {
    const value = residuals[drawn[place]!]!;
    if (Number.isNaN(value)) continue;
    squares += value * value;
    if (inside[place]) {
      sum += value;
      n++;
    } else {
      other += value;
      rest++;
    }
  }
  if (n < 2 || rest === 1) return 0;
  const df = n + rest - sides(rest);
  const left = squares - (sum * sum) / n - (rest > 0 ? (other * other) / rest : 0);
  return sum / Math.sqrt(n * tempered(left / df, df, floor, usual));
}
