import { deviation, mean } from "d3-array";
import { noValue, type Outcome, value } from "../outcome";
import { tCdf, tQuantile } from "../stats/distributions";
import { defaultConfidence, type Interval, isConfidence } from "../stats/interval";

/** One company's answers to one anchor item, by the two roles compared. */
export type CompanyPair = { first: readonly number[]; second: readonly number[] };

export type RoleGap = {
  /** Mean of the companies' gaps, first role − second role, in points of the scale; the sign says who rates higher. */
  gap: number;
  /** Companies in which both roles answered. */
  companies: number;
  se: number;
  interval: Interval;
  p: number;
};

/** Below so many companies with both roles, nothing is said about the chain. */
const fewestPairs = 5;

/**
 * The signed gap between two roles, decider − user say, paired within companies: each company's gap is the mean of
 * one role minus the mean of the other, and companies count alike. Student's t on companies − 1.
 * Companies that lack a role are left out. Fewer than five pairs: `too-few-companies`. When every company has the
 * same gap the interval has no width and p is 0, or 1 for a gap of 0. Source: paired t (Student 1908).
 */
export function roleGap(
  pairs: readonly CompanyPair[],
  { confidence = defaultConfidence }: { confidence?: number } = {},
): Outcome<RoleGap> {
  const gaps = pairs.flatMap(({ first, second }) =>
    first.length > 0 && second.length > 0 ? [mean(first)! - mean(second)!] : [],
  );
  const companies = gaps.length;
  if (companies < fewestPairs) return noValue("too-few-companies", { companies });
  if (!gaps.every(Number.isFinite) || !isConfidence(confidence)) return noValue("out-of-range");
  const gap = mean(gaps)!;
  const se = deviation(gaps)! / Math.sqrt(companies);
  const half = se === 0 ? 0 : tQuantile((1 + confidence) / 2, companies - 1) * se;
  const p = se === 0 ? (gap === 0 ? 1 : 0) : 2 * tCdf(-Math.abs(gap / se), companies - 1);
  return value({ gap, companies, se, interval: [gap - half, gap + half], p });
}
