/** The PMF score from other sides: counted otherwise, in parts of the companies, wave by wave, and how often people use it. */
import { group } from "d3-array";
import { type ChainRole, chainRoles } from "../chain/role";
import { type Outcome, value } from "../outcome";
import { type PmfScore, pmfScore } from "../pmf/pmf-score";
import { thresholdTest } from "../pmf/pmf-verdict";
import { type Frequency, frequencyLamp, frequencyOf, type LampState, upsetLamp } from "../pmf/three-lamps";
import { coreUseBands } from "../questionnaire/answer-options";
import { adjustPValues } from "../stats/adjust-p-values";
import { differenceOfShares, type ShareDifference } from "../stats/newcombe-difference";
import type { PmfRule } from "../study/study";
import { type Evidence, pmfAnswersOf, read } from "./evidence";
import type { SegmentKey } from "./insight";
import { pmfByRole, pmfOfAnswers, pmfRoles, type RolePmf } from "./pmf-by-role";

/** Ways to count the same answers: by the rule, N/A as not disappointed, whatever the use, and with what was excluded. */
const pmfCountings = ["rule", "na-counted", "any-use", "with-excluded"] as const;
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

/** One role in one part of the companies: its frequency and its score, each with its lamp. */
export type PartOfRole = {
  role: ChainRole;
  frequency: { of: Outcome<Frequency>; lamp: LampState };
  upset: { of: Outcome<PmfScore>; lamp: LampState };
  /** Whether a lamp that is on or off stays so when every cell looked at is taken into account. */
  holds: { frequency: boolean; upset: boolean };
};
/** `segment` is null for all companies. */
export type PmfPart = { segment: SegmentKey | null; companies: number; roles: PartOfRole[] };

/**
 * The two lamps that answers light, of each role that was asked: for all, and in every segment by size, industry and
 * region, the largest first within each. Where there are under five people or companies a lamp is dark and its outcome
 * says why. Cells of the segments are corrected together by Benjamini and Hochberg: a screening, not a set of claims.
 */
export function pmfByPart(evidence: readonly Evidence[], rule: PmfRule): PmfPart[] {
  const roles = pmfRoles.filter((role) => pmfAnswersOf(evidence).some((one) => one.role === role));
  const parts = [{ segment: null, own: evidence }, ...partsOf(evidence)].map(({ segment, own }) => {
    const answers = pmfAnswersOf(own);
    return {
      segment,
      companies: new Set(own.flatMap(({ companyId }) => companyId ?? [])).size,
      roles: roles.map((role) => {
        const given = answers.filter((one) => one.role === role);
        const [often, score] = [frequencyOf(given, rule), pmfScore(given, rule)];
        return {
          role,
          frequency: { of: often, lamp: frequencyLamp(often) },
          upset: { of: score, lamp: upsetLamp(score) },
        };
      }),
    };
  });
  const cells = parts
    .filter(({ segment }) => segment)
    .flatMap((part) =>
      part.roles.flatMap((cell) => [
        { cell, lamp: "frequency" as const, p: cell.frequency.of.ok ? cell.frequency.of.value.pValue : null },
        { cell, lamp: "upset" as const, p: pOf(cell.upset.of, rule.threshold) },
      ]),
    )
    .flatMap(({ p, ...rest }) => (p === null ? [] : [{ ...rest, p }]));
  const adjusted = adjustPValues(
    cells.map(({ p }) => p),
    "benjamini-hochberg",
  );
  const firm = (cell: object, lamp: "frequency" | "upset") => {
    const at = cells.findIndex((one) => one.cell === cell && one.lamp === lamp);
    return at < 0 || !adjusted.ok || adjusted.value[at]! < 0.05;
  };
  return parts.map((part) => ({
    ...part,
    roles: part.roles.map((cell) => ({
      ...cell,
      holds: { frequency: firm(cell, "frequency"), upset: firm(cell, "upset") },
    })),
  }));
}

function pOf(score: Outcome<PmfScore>, threshold: number): number | null {
  if (!score.ok || !score.value.effectiveN.ok) return null;
  const { score: share, effectiveN, companies } = score.value;
  return thresholdTest(share, { effectiveN: effectiveN.value, companies }, threshold);
}

const fields = { size: "companySize", industry: "companyIndustry", region: "companyRegion" } as const;

function partsOf(evidence: readonly Evidence[]): { segment: SegmentKey; own: Evidence[] }[] {
  return (["size", "industry", "region"] as const).flatMap((by) => {
    const groups = [...group(evidence, (one) => one[fields[by]])].flatMap(([value, own]) =>
      value ? [{ segment: { by, value }, own }] : [],
    );
    return groups.length > 1 ? groups.sort((one, other) => other.own.length - one.own.length) : [];
  });
}

export type WavePmf = {
  wave: string;
  scores: RolePmf[];
  /** Against the wave before, per role. */
  changes: { role: ChainRole; change: Outcome<ShareDifference> }[];
};

/**
 * The score of each wave that has answers, in the order of `waves` (the oldest first), with the change since the one
 * before, which allows for colleagues answering alike. Who answered in both waves is taken as two people: the change
 * is then surer than it is said to be. Source: `differenceOfShares`.
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
      return [{ role, change: changeOf(score.value, earlier.value) }];
    });
    told.push({ wave, scores, changes });
  }
  return told;
}

function changeOf(now: PmfScore, before: PmfScore): Outcome<ShareDifference> {
  if (!now.interval.ok) return now.interval;
  if (!before.interval.ok) return before.interval;
  return value(
    differenceOfShares(
      { share: now.score, interval: now.interval.value },
      { share: before.score, interval: before.interval.value },
    ),
  );
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
