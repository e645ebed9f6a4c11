/** One number a company, tested over all companies and in the segments that differ from the rest. */
import { deviation, mean } from "d3-array";
import type { ChainRole } from "../../chain/role";
import { bootstrapFamily } from "../../stats/bootstrap-family";
import { tCdf, tQuantile } from "../../stats/distributions";
import type { Interval } from "../../stats/interval";
import type { FlipSeries } from "../../stats/sign-flip";
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

/** An interval of a difference, kept to what two shares (1) or two ratings of 1–5 (4) can differ by; turned where the mean is below 0. */
export function differenceInterval({ mean, interval: [from, to] }: Tested, most: 1 | 4): Interval {
  const kept = (bound: number) => Math.min(most, Math.max(-most, bound));
  return mean > 0 ? [kept(from), kept(to)] : [kept(-to), kept(-from)];
}

export type Looked = { values: CompanyValues; floor?: number };
export type Tested = { mean: number; interval: Interval; companies: number; p: number };
export type InSegment = Tested & {
  segment: Segment;
  /** The chance that this segment, or another of the same question, differs so much from the rest by luck. */
  apartP: number;
};

/** A finding is the segment's own where the rest shows less than half of it. */
const sharedByRest = 0.5;

/** Every question over all companies; p corrected over all of them. */
export function overAllCompanies(looked: readonly Looked[], seed: number): (Tested | null)[] {
  const found = looked.map((): Tested | null => null);
  for (const { series, mean: centre, interval, companies, adjustedP } of bootstrapFamily(looked, [null], {
    seed,
  }))
    found[series] = { mean: centre, interval, companies, p: adjustedP };
  return found;
}

/** For every question the segments whose companies differ from 0 and from the rest; p corrected over all of both. */
export function inSegments(
  looked: readonly Looked[],
  segments: readonly Segment[],
  seed: number,
): InSegment[][] {
  const found = looked.map((): InSegment[] => []);
  const places = segments.map(({ accounts }) => accounts);
  for (const test of bootstrapFamily(looked, places, { seed })) {
    const { series, mean: centre, outside, interval, companies, adjustedP: p } = test;
    const segment = segments[test.group]!;
    if ((interval[0] <= 0 && interval[1] >= 0) || (outside ?? 0) / centre >= sharedByRest) continue;
    const apartP = Math.min(1, segments.length * apartFrom(looked[series]!, segment));
    found[series]!.push({ segment, mean: centre, interval, companies, p, apartP });
  }
  return found;
}

/** The pooled two-sided t test of a segment against the rest. */
function apartFrom({ values, floor = 1 / 6 }: Looked, { accounts }: Segment): number {
  const members = new Set(accounts);
  const [inside, outside]: [number[], number[]] = [[], []];
  values.forEach((value, place) => {
    if (value !== null) (members.has(place) ? inside : outside).push(value);
  });
  if (inside.length < 2 || outside.length < 2) return 1;
  const [one, other] = [mean(inside)!, mean(outside)!];
  const squares = (own: number[], about: number) => own.reduce((sum, each) => sum + (each - about) ** 2, 0);
  const df = inside.length + outside.length - 2;
  const variance = Math.max((squares(inside, one) + squares(outside, other)) / df, floor);
  const t = (one - other) / Math.sqrt(variance * (1 / inside.length + 1 / outside.length));
  return 2 * tCdf(-Math.abs(t), df);
}
