/** One number a company, tested over all companies and in the segments that differ from the rest. */
import { deviation, mean } from "d3-array";
import type { ChainRole } from "../../chain/role";
import { tCdf, tQuantile } from "../../stats/distributions";
import type { Interval } from "../../stats/interval";
import { permutationFamily } from "../../stats/permutation-family";
import { type FlipSeries, signFlipFamily } from "../../stats/sign-flip";
import type { Evidence } from "../evidence";
import type { Account, Segment } from "./accounts";

/** By place of the account; null where the company has none. */
export type CompanyValues = readonly (number | null)[];

/** Each company's mean of what `of` makes of its people of a role. */
export const meansOf = (
  accounts: readonly Account[],
  role: ChainRole,
  of: (one: Evidence) => number | null,
): CompanyValues =>
  accounts.map(({ people }) => mean((people.get(role) ?? []).flatMap((one) => of(one) ?? [])) ?? null);

/** The companies that have a value. */
export function seriesOf(values: CompanyValues, floor?: number): FlipSeries {
  const places = values.flatMap((value, place) => (value === null ? [] : [place]));
  return { places, values: places.map((place) => values[place]!), floor };
}

/** 95 % interval of the mean of companies' shares by Student's t, kept inside 0–1; null for under five companies. */
export function shareInterval(shares: readonly number[]): Interval | null {
  const n = shares.length;
  if (n < 5) return null;
  const [centre, spread] = [mean(shares)!, deviation(shares)!];
  // All alike is not certain: the floor is that of the tests.
  const half = tQuantile(0.975, n - 1) * Math.sqrt(Math.max(spread ** 2, 0.02) / n);
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

export type Looked = { values: CompanyValues; floor?: number };
export type Tested = { mean: number; interval: Interval; companies: number; p: number };
export type InSegment = Tested & {
  segment: Segment;
  /** The chance that this segment, or another of the same question, differs so much from the rest by luck. */
  apartP: number;
};

/** Random signs of fewer companies than this cannot show much: 2⁻⁹ is all that nine alike come to. */
const fewestFlipped = 10;
/** A finding is the segment's own where the rest shows less than half of it. */
const sharedByRest = 0.5;

/** Every question over all companies: random signs, p corrected over all of them. */
export const overAllCompanies = (
  looked: readonly Looked[],
  given: { seed: number; companies: number },
): (Tested | null)[] =>
  signFlipFamily(
    looked.map(({ values, floor }) => seriesOf(values, floor)),
    given,
  ).map(([test]) => (test ? { ...test, p: test.adjustedP } : null));

/**
 * For every question the segments whose companies differ from 0 and from the rest. Large segments are tested by random
 * signs, small ones by dealing the companies' values out anew; p is corrected over all questions and segments, each
 * kind of test having the part of the error that its segments are of all.
 */
export function inSegments(
  looked: readonly Looked[],
  segments: readonly Segment[],
  { seed, companies }: { seed: number; companies: number },
): InSegment[][] {
  const found = looked.map((): InSegment[] => []);
  const [large, small] = [
    segments.filter(({ accounts }) => accounts.length >= fewestFlipped),
    segments.filter(({ accounts }) => accounts.length < fewestFlipped),
  ];
  const add = (at: number, segment: Segment, test: Omit<Tested, "p">, adjustedP: number, among: number) => {
    const [low, high] = test.interval;
    const apart = low > 0 || high < 0 ? apartFrom(looked[at]!, segment) : null;
    if (!apart || apart.outside / test.mean >= sharedByRest) return;
    const { mean: inside, interval, companies: n } = test;
    const p = Math.min(1, (adjustedP * segments.length) / among);
    const apartP = Math.min(1, apart.p * segments.length);
    found[at]!.push({ segment, mean: inside, interval, companies: n, p, apartP });
  };
  const flipped = signFlipFamily(
    looked.map(({ values, floor }) => seriesOf(values, floor)),
    { seed, companies, segments: large.map(({ accounts }) => accounts) },
  );
  for (const [at, tests] of flipped.entries())
    for (const [index, test] of tests.entries())
      if (test) add(at, large[index]!, test, test.adjustedP, large.length);
  const dealt = permutationFamily(
    small.map(({ accounts }) => accounts),
    looked.map(({ values, floor = 1 / 6 }) => ({ values, floor })),
    { seed: seed + 1 },
  );
  for (const { outcome, grouping, inside, interval, members, adjustedP } of dealt)
    add(outcome, small[grouping]!, { mean: inside, interval, companies: members }, adjustedP, small.length);
  return found;
}

/** The mean outside a segment and the pooled two-sided t test of the difference; null where a side has under two. */
function apartFrom({ values, floor = 1 / 6 }: Looked, { accounts }: Segment) {
  const members = new Set(accounts);
  const [inside, outside]: [number[], number[]] = [[], []];
  values.forEach((value, place) => {
    if (value !== null) (members.has(place) ? inside : outside).push(value);
  });
  if (inside.length < 2 || outside.length < 2) return null;
  const [one, other] = [mean(inside)!, mean(outside)!];
  const squares = (own: number[], about: number) => own.reduce((sum, each) => sum + (each - about) ** 2, 0);
  const df = inside.length + outside.length - 2;
  const variance = Math.max((squares(inside, one) + squares(outside, other)) / df, floor);
  const t = (one - other) / Math.sqrt(variance * (1 / inside.length + 1 / outside.length));
  return { outside: other, p: 2 * tCdf(-Math.abs(t), df) };
}
