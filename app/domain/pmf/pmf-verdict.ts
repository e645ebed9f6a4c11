import { noValue, type Outcome, value } from "../outcome";
import { criticalT, degreesOfFreedom, type Weight } from "../stats/clustered-wilson-interval";
import { tCdf } from "../stats/distributions";
import type { Interval } from "../stats/interval";
import { twoSidedZ } from "../stats/interval";

/** What the interval says of the threshold. */
const pmfVerdicts = ["above", "below", "undecided"] as const;
export type PmfVerdict = (typeof pmfVerdicts)[number];

/** Ellis's rule of thumb: 40 % "very disappointed". An experience rule, never published as data. */
export const ellisThreshold = 0.4;

/**
 * The verdict of an interval, not of its point: above when it lies wholly over the threshold, below when
 * wholly under it, else undecided. A bound that just touches the threshold decides nothing.
 */
export function judgeInterval([lower, upper]: Interval, threshold: number): PmfVerdict {
  if (lower > threshold) return "above";
  return upper < threshold ? "below" : "undecided";
}

/**
 * Two-sided p of "the share equals the threshold", the test that the company-clustered interval inverts: under 0.05
 * exactly where the interval leaves the threshold out. Source: score test on the effective sample size with t.
 */
export function thresholdTest(share: number, weight: Weight, threshold: number): number {
  const t =
    (Math.abs(share - threshold) * Math.sqrt(weight.effectiveN)) / Math.sqrt(threshold * (1 - threshold));
  return 2 * (1 - tCdf(t, degreesOfFreedom(weight)));
}

export type MoreAnswersOptions = {
  /** Answers per independent answer; 1 when nobody shares a company. */
  designEffect?: number;
  /** From so many companies: t of the company-clustered interval. Without them z, as for independent answers. */
  companies?: number;
  confidence?: number;
};

/** No study collects more; beyond it the honest sentence is "not in reach". */
const mostAnswers = 1_000_000;

/**
 * How many more eligible answers would decide the verdict if today's share, likeness within companies and answers
 * a company stayed:
 * Wilson's interval leaves the threshold out exactly when effective n > critical²·t(1 − t)/(share − t)².
 * 0 when it is decided already. `never-reached` when the share equals the threshold or more than a million
 * answers would be needed; `no-data` for n = 0. The smallest such n is found by bisection (t falls as n grows).
 */
export function moreAnswersToDecide(
  share: number,
  n: number,
  threshold: number,
  { designEffect = 1, companies, confidence = 0.95 }: MoreAnswersOptions = {},
): Outcome<number> {
  if (n <= 0) return noValue("no-data");
  if (!(share >= 0 && share <= 1 && threshold > 0 && threshold < 1 && designEffect > 0))
    return noValue("out-of-range", { share, threshold });
  const decides = (total: number) => {
    const effectiveN = total / designEffect;
    const width =
      companies === undefined
        ? twoSidedZ(confidence)
        : criticalT({ effectiveN, companies: (companies * total) / n }, confidence);
    return effectiveN * (share - threshold) ** 2 > width ** 2 * threshold * (1 - threshold);
  };
  if (decides(n)) return value(0);
  if (!decides(n + mostAnswers)) return noValue("never-reached");
  let [few, enough] = [0, mostAnswers];
  while (enough - few > 1) {
    const middle = Math.floor((few + enough) / 2);
    if (decides(n + middle)) enough = middle;
    else few = middle;
  }
  return value(enough);
}
