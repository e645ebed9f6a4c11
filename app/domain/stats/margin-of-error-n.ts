import { noValue, type Outcome, value } from "../outcome";
import { defaultConfidence, isConfidence, twoSidedZ } from "./interval";

export type MarginPlan = {
  /** Answers needed from an endless population, unrounded. */
  raw: number;
  /** After the finite population correction; equals `raw` without a population. */
  finite: number;
  /** Times the design effect, rounded up once at the end. */
  n: number;
};

/**
 * How many answers give a share a margin of error of ±`margin` when it is about `share`.
 * `population` brings the finite population correction, `designEffect` the loss by companies.
 * `out-of-range` for a margin that is not above 0, a share outside 0 … 1, a design effect or population not above 0.
 * Source: Cochran (1977), Sampling Techniques, § 4.4.
 */
export function marginOfErrorSampleSize({
  share,
  margin,
  confidence = defaultConfidence,
  population,
  designEffect = 1,
}: {
  share: number;
  margin: number;
  confidence?: number;
  population?: number;
  designEffect?: number;
}): Outcome<MarginPlan> {
  const sound = share >= 0 && share <= 1 && margin > 0 && designEffect > 0 && (population ?? 1) > 0;
  if (!sound || !isConfidence(confidence)) return noValue("out-of-range", { share, margin });
  const raw = (twoSidedZ(confidence) ** 2 * share * (1 - share)) / margin ** 2;
  const finite = population === undefined ? raw : raw / (1 + (raw - 1) / population);
  return value({ raw, finite, n: Math.ceil(finite * designEffect) });
}
