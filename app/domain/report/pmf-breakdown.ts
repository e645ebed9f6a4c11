/** The PMF score from other sides: counted otherwise, in parts of the companies, wave by wave, and how often people use it. */
import { type ChainRole, chainRoles } from "../chain/role";
import type { Outcome } from "../outcome";
import { coreUseBands } from "../questionnaire/measures";
import { newcombeDifference, type ShareDifference } from "../stats/newcombe-difference";
import type { PmfRule } from "../study/study";
import { pmfByRole, pmfOfAnswers, type RolePmf } from "./decision-chain-report";
import { type Evidence, pmfAnswersOf, read } from "./evidence";
import type { SegmentKey } from "./insight";
import { accountsOf, segmentsOf } from "./insights/accounts";

/** Ways to count the same answers: by the rule, N/A as not disappointed, whatever the use, and with what was excluded. */
export const pmfCountings = ["rule", "na-counted", "any-use", "with-excluded"] as const;
export type PmfCounting = (typeof pmfCountings)[number];

/**
 * Whether the verdict hangs on a choice of counting. `evidence` is what counts, `withExcluded` the same together with
 * the responses that a person left out. "With excluded" is left out where nothing was.
 */
export function pmfSensitivity(
  evidence: readonly Evidence[],
  withExcluded: readonly Evidence[],
  rule: PmfRule,
): { counting: PmfCounting; scores: RolePmf[] }[] {
  const answers = pmfAnswersOf(evidence);
  const naAsNot = answers.map((one) => (one.answer === "na" ? { ...one, answer: "not" as const } : one));
  return [
    { counting: "rule", scores: pmfOfAnswers(answers, rule) },
    { counting: "na-counted", scores: pmfOfAnswers(naAsNot, rule) },
    { counting: "any-use", scores: pmfOfAnswers(answers, { ...rule, minUses: 0 }) },
    ...(withExcluded.length > evidence.length
      ? [{ counting: "with-excluded" as const, scores: pmfByRole(withExcluded, rule) }]
      : []),
  ];
}

/** The score in each segment of at least five companies (`segmentsOf`), in the order of size, industry and region. */
export function pmfBySegment(
  evidence: readonly Evidence[],
  rule: PmfRule,
): (SegmentKey & { scores: RolePmf[] })[] {
  const accounts = accountsOf(evidence);
  return segmentsOf(accounts).map(({ by, value, accounts: own }) => ({
    ...{ by, value },
    scores: pmfByRole(
      own.flatMap((place) => [...(accounts[place]?.people.values() ?? [])].flat()),
      rule,
    ),
  }));
}

export type WavePmf = {
  wave: string;
  scores: RolePmf[];
  /** Against the wave before, per role; the test takes answers as independent. */
  changes: { role: ChainRole; change: Outcome<ShareDifference> }[];
};

/**
 * The score of each wave that has answers, in the order of `waves` (the oldest first), with the change since the one
 * before. Source of the change's interval: `newcombeDifference`.
 */
export function pmfByWave(evidence: readonly Evidence[], waves: readonly string[], rule: PmfRule): WavePmf[] {
  const told: WavePmf[] = [];
  for (const wave of waves) {
    const own = evidence.filter(({ waveId }) => waveId === wave);
    if (own.length === 0) continue;
    const scores = pmfByRole(own, rule);
    const before = told.at(-1)?.scores;
    const changes = scores.flatMap(({ role, score }) => {
      const earlier = before?.find((one) => one.role === role)?.score;
      if (!score.ok || !earlier?.ok) return [];
      const counts = ({ very, n }: { very: number; n: number }) => ({ successes: very, n });
      return [{ role, change: newcombeDifference(counts(score.value), counts(earlier.value)) }];
    });
    told.push({ wave, scores, changes });
  }
  return told;
}

/** How often the core function was used within the window: per role that was asked, the answers in each band. */
export function coreUseCounts(
  evidence: readonly Evidence[],
): { role: ChainRole; n: number; bands: { value: string; n: number }[] }[] {
  return chainRoles.flatMap((role) => {
    const given = evidence.filter((one) => one.role === role).map((one) => read(one, "user.core-uses"));
    const bands = coreUseBands.map(({ value }) => ({
      value,
      n: given.filter((answer) => answer === value).length,
    }));
    const n = bands.reduce((sum, band) => sum + band.n, 0);
    return n > 0 ? [{ role, n, bands }] : [];
  });
}
