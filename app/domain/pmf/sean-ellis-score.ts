import { type Outcome, value } from "../outcome";
import { clopperPearsonInterval } from "../stats/clopper-pearson-interval";
import { defaultConfidence, type Interval } from "../stats/interval";
import { jeffreysInterval, probabilityShareAbove } from "../stats/jeffreys-interval";
import { wilsonInterval } from "../stats/wilson-interval";
import { ellisThreshold, judgeInterval, type PmfVerdict } from "./pmf-verdict";

/** "How would you feel if you could no longer use it?" */
export const disappointments = ["very", "somewhat", "not", "na"] as const;
export type Disappointment = (typeof disappointments)[number];

/** One answer with what decides whether it counts: uses of the core function within the window. */
export type UsageAnswer = { answer: Disappointment; uses: number | null; usedCore?: boolean };

export type DisappointmentCounts = {
  /** Passed the usage filter, with and without "N/A, I no longer use it". */
  eligible: number;
  screenedOut: number;
  na: number;
  very: number;
  somewhat: number;
  not: number;
  /** very + somewhat + not: the denominator of the score. */
  n: number;
};

/** Whether an answer counts: the core function used at least `minUses` times; unknown use does not count. */
export const isEligible = (given: UsageAnswer, minUses: number) =>
  given.uses !== null && given.uses >= minUses && given.usedCore !== false;

/**
 * Answers counted for the score. Those below `minUses` uses (or that never used the core function) are
 * screened out; "N/A, I no longer use it" is eligible, counted apart and left out of `n`.
 * Source: Sean Ellis's survey (pmfsurvey.com).
 */
export function countDisappointment(answers: readonly UsageAnswer[], minUses: number): DisappointmentCounts {
  const eligible = answers.filter((one) => isEligible(one, minUses));
  const count = (wanted: Disappointment) => eligible.filter((one) => one.answer === wanted).length;
  const [very, somewhat, not, na] = [count("very"), count("somewhat"), count("not"), count("na")];
  return {
    eligible: eligible.length,
    screenedOut: answers.length - eligible.length,
    na,
    very,
    somewhat,
    not,
    n: very + somewhat + not,
  };
}

export type SeanEllisScore = {
  score: number;
  meetsPoint: boolean;
  wilson: Interval;
  clopperPearson: Interval;
  jeffreys: Interval;
  /** From the Wilson interval. */
  verdict: PmfVerdict;
  /** P(true share > threshold), uniform prior. */
  probabilityAbove: number;
};

/**
 * The Sean Ellis score of independent answers: `very` of `n`, its intervals and the verdict on the threshold.
 * Answers of the same company are not independent: use `pmfScore` for those. n = 0 is `no-data`.
 * Source: Ellis's 40 % rule of thumb; Wilson (1927) for the verdict.
 */
export function seanEllisScore(
  very: number,
  n: number,
  {
    threshold = ellisThreshold,
    confidence = defaultConfidence,
  }: { threshold?: number; confidence?: number } = {},
): Outcome<SeanEllisScore> {
  const wilson = wilsonInterval(very, n, { confidence });
  if (!wilson.ok) return wilson;
  const clopperPearson = clopperPearsonInterval(very, n, { confidence });
  if (!clopperPearson.ok) return clopperPearson;
  const jeffreys = jeffreysInterval(very, n, { confidence });
  if (!jeffreys.ok) return jeffreys;
  const probability = probabilityShareAbove(very, n, threshold, "uniform");
  if (!probability.ok) return probability;
  return value({
    score: very / n,
    meetsPoint: meetsPoint(very / n, threshold),
    wilson: wilson.value,
    clopperPearson: clopperPearson.value,
    jeffreys: jeffreys.value,
    verdict: judgeInterval(wilson.value, threshold),
    probabilityAbove: probability.value,
  });
}

/** The point test people know: the score reaches the threshold, however uncertain it is. */
export const meetsPoint = (score: number, threshold: number) => score >= threshold;
