import { group } from "d3-array";
import type { ChainRole } from "../chain/role";
import { noValue, type Outcome, value } from "../outcome";
import { type ClusteredWilson, clusteredWilsonInterval } from "../stats/clustered-wilson-interval";
import { defaultConfidence, type Interval } from "../stats/interval";
import { wilsonInterval } from "../stats/wilson-interval";
import type { PmfRule } from "../study/study";
import { judgeInterval, moreAnswersToDecide, type PmfVerdict } from "./pmf-verdict";
import {
  countDisappointment,
  type DisappointmentCounts,
  isEligible,
  meetsPoint,
  type UsageAnswer,
} from "./sean-ellis-score";

/** An answer and the company it comes from; someone without a company is a company of their own. */
export type PmfAnswer = UsageAnswer & { company: string };

/** Below so many answers a share is printed as "k of n"; below so many companies nothing is judged. */
export const fewestAnswers = 5;
export const fewestCompanies = 5;

export type PmfScore = DisappointmentCounts & {
  companies: number;
  score: number;
  /** Under five answers: print "k of n" and no percentage. */
  printAsCount: boolean;
  meetsPoint: boolean;
  /** Very / (n + N/A): the score if those who left had counted as not upset. */
  scoreWithNa: number;
  /** Cluster-robust; no value under five answers or five companies. */
  interval: Outcome<Interval>;
  verdict: Outcome<PmfVerdict>;
  /** Eligible answers still needed at today's share; 0 when decided. */
  howManyMore: Outcome<number>;
  icc: Outcome<number>;
  designEffect: Outcome<number>;
  effectiveN: Outcome<number>;
  /** As many companies of one size would weigh as evenly. */
  evenCompanies: Outcome<number>;
  /** What Wilson would say if colleagues answered independently; to show what the companies cost. */
  naiveInterval: Interval;
};

/**
 * The PMF score of one role's answers, company by company: who is eligible under `rule`, the score, the
 * interval that allows for colleagues answering alike, the verdict and how many more answers would decide it.
 * Never pool roles: see `pmfScoreByRole`. No eligible answer is `no-data`, with the N/A and screened-out counts.
 * Under five answers `too-few`, under five companies `too-few-companies` stand in for interval and verdict.
 * Source: `clusteredWilsonInterval`, `countDisappointment`.
 */
export function pmfScore(
  answers: readonly PmfAnswer[],
  rule: Pick<PmfRule, "threshold" | "minUses">,
  { confidence = defaultConfidence }: { confidence?: number } = {},
): Outcome<PmfScore> {
  const { threshold } = rule;
  const counts = countDisappointment(answers, rule.minUses);
  const { n, very, na, screenedOut } = counts;
  if (n === 0) return noValue("no-data", { na, screenedOut });
  const naive = wilsonInterval(very, n, { confidence });
  if (!naive.ok) return naive;

  const counted = answers.filter((one) => isEligible(one, rule.minUses) && one.answer !== "na");
  const company = counted.map((one) => one.company);
  const companies = new Set(company).size;
  const score = very / n;
  const clustered =
    n < fewestAnswers
      ? noValue("too-few", { n })
      : companies < fewestCompanies
        ? noValue("too-few-companies", { companies })
        : clusteredWilsonInterval(
            company,
            counted.map((one) => (one.answer === "very" ? 1 : 0)),
            { confidence },
          );
  const given = <T>(pick: (from: ClusteredWilson) => T): Outcome<T> =>
    clustered.ok ? value(pick(clustered.value)) : clustered;
  return value({
    ...counts,
    companies,
    score,
    printAsCount: n < fewestAnswers,
    meetsPoint: meetsPoint(score, threshold),
    scoreWithNa: very / (n + na),
    interval: given((from) => from.interval),
    verdict: given((from) => judgeInterval(from.interval, threshold)),
    howManyMore: clustered.ok
      ? moreAnswersToDecide(score, n, threshold, {
          designEffect: clustered.value.designEffect,
          companies,
          confidence,
        })
      : clustered,
    icc: given((from) => from.icc),
    designEffect: given((from) => from.designEffect),
    effectiveN: given((from) => from.effectiveN),
    evenCompanies: given((from) => from.evenClusters),
    naiveInterval: naive.value,
  });
}

/** One score a role, never pooled: a decider and a user are different populations. Roles without answers are absent. */
export function pmfScoreByRole(
  answers: readonly (PmfAnswer & { role: ChainRole })[],
  rule: Pick<PmfRule, "threshold" | "minUses">,
  options: { confidence?: number } = {},
): Map<ChainRole, Outcome<PmfScore>> {
  const byRole = group(answers, (one) => one.role);
  return new Map([...byRole].map(([role, own]) => [role, pmfScore(own, rule, options)]));
}
