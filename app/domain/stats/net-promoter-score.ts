import { noValue, type Outcome, value } from "../outcome";
import { normalCdf } from "./distributions";
import { defaultConfidence, type Interval, isConfidence, twoSidedZ } from "./interval";

/** 9–10, 7–8 and 0–6 on "how likely are you to recommend us?". */
export type NpsCounts = { promoters: number; passives: number; detractors: number };

export type NetPromoterScore = { nps: number; n: number; variance: number; se: number; interval: Interval };

/**
 * Ratings 0–10 counted as promoters (9–10), passives (7–8) and detractors (0–6).
 * `out-of-range` for a rating that is not a whole number from 0 to 10. Source: Reichheld (2003), HBR 81(12).
 */
export function countNps(ratings: readonly number[]): Outcome<NpsCounts> {
  if (!ratings.every((one) => Number.isInteger(one) && one >= 0 && one <= 10)) return noValue("out-of-range");
  const promoters = ratings.filter((one) => one >= 9).length;
  const detractors = ratings.filter((one) => one <= 6).length;
  return value({ promoters, detractors, passives: ratings.length - promoters - detractors });
}

/**
 * Net promoter score, promoters' share − detractors' share (−1 … 1), with the variance of one answer
 * p + d − (p − d)², its standard error and the interval ± z·SE, cut at −1 and 1.
 * `no-data` for no answer, `out-of-range` for a negative count. Source: multinomial variance.
 */
export function netPromoterScore(
  { promoters, passives, detractors }: NpsCounts,
  { confidence = defaultConfidence }: { confidence?: number } = {},
): Outcome<NetPromoterScore> {
  const counts = [promoters, passives, detractors];
  if (!counts.every((one) => one >= 0 && Number.isFinite(one)) || !isConfidence(confidence))
    return noValue("out-of-range");
  const n = promoters + passives + detractors;
  if (n === 0) return noValue("no-data");
  const [p, d] = [promoters / n, detractors / n];
  const nps = p - d;
  // Rounding may leave a speck below 0 when everyone answered the same.
  const variance = Math.max(0, p + d - nps * nps);
  const se = Math.sqrt(variance / n);
  const half = twoSidedZ(confidence) * se;
  return value({ nps, n, variance, se, interval: [Math.max(-1, nps - half), Math.min(1, nps + half)] });
}

/**
 * The adjusted Wald interval for small samples: three answers are added, ¾ promoter, ¾ detractor, 1½ passive;
 * `nps` is then the adjusted score, the middle of the interval. Same refusals as `netPromoterScore`.
 * Source: Rocks (2016), American Statistician 70:365–372.
 */
export function adjustedWaldNps(
  { promoters, passives, detractors }: NpsCounts,
  options: { confidence?: number } = {},
): Outcome<NetPromoterScore> {
  const plain = netPromoterScore({ promoters, passives, detractors }, options);
  if (!plain.ok) return plain;
  return netPromoterScore(
    { promoters: promoters + 0.75, passives: passives + 1.5, detractors: detractors + 0.75 },
    options,
  );
}

export type NpsDifference = { difference: number; se: number; z: number; p: number; interval: Interval };

/**
 * The change from one wave to another, `later` − `earlier`, of independent samples, with a two-sided z test.
 * `no-data` when either is empty, `no-variance` when both waves answered unanimously. Source: normal approximation.
 */
export function npsDifference(
  earlier: NpsCounts,
  later: NpsCounts,
  { confidence = defaultConfidence }: { confidence?: number } = {},
): Outcome<NpsDifference> {
  const [one, two] = [netPromoterScore(earlier, { confidence }), netPromoterScore(later, { confidence })];
  if (!one.ok) return one;
  if (!two.ok) return two;
  const difference = two.value.nps - one.value.nps;
  const se = Math.hypot(one.value.se, two.value.se);
  if (se === 0) return noValue("no-variance");
  const z = difference / se;
  const half = twoSidedZ(confidence) * se;
  const interval: Interval = [Math.max(-2, difference - half), Math.min(2, difference + half)];
  return value({ difference, se, z, p: 2 * normalCdf(-Math.abs(z), 0, 1), interval });
}
