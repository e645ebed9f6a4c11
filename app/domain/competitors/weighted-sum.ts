import { noValue, type Outcome, value } from "../outcome";

/** Scores of one alternative, one a criterion; null where the cell is not known. */
export type Scores = readonly (number | null)[];

export type WeightedScore = {
  name: string;
  /** Σ weight × score over the known cells, with their weights made to add up to 1; no value when none is known. */
  score: Outcome<number>;
  /** Share of the weight whose cells are known, 0 to 1. */
  coverage: number;
};

export type WeightedSum = {
  /** The weights made to add up to 1. */
  weights: number[];
  scores: WeightedScore[];
  /** Names from best to worst; equal scores keep the given order, alternatives without a score come last. */
  rank: string[];
};

/**
 * Simple additive weighting, the headline of the competitor matrix. Weights may be in any unit (points, ratings) but not
 * negative; all scores are on one scale on which more is better.
 *
 * Source: Hwang & Yoon (1981), Multiple Attribute Decision Making (SAW).
 */
export function weightedSum(
  weights: readonly number[],
  alternatives: readonly { name: string; scores: Scores }[],
): Outcome<WeightedSum> {
  if (alternatives.length === 0 || weights.length === 0) return noValue("no-data");
  if (alternatives.some(({ scores }) => scores.length !== weights.length)) return noValue("lengths-differ");
  const shares = normalizeWeights(weights);
  if (!shares.ok) return shares;
  const scores = alternatives.map(({ name, scores }) => ({ name, ...scoreOf(scores, shares.value) }));
  return value({ weights: shares.value, scores, rank: rankScores(scores) });
}

/** Weights divided by their sum; none may be negative and not all zero. */
export function normalizeWeights(weights: readonly number[]): Outcome<number[]> {
  if (!weights.every((weight) => weight >= 0 && Number.isFinite(weight))) return noValue("out-of-range");
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? value(weights.map((weight) => weight / total)) : noValue("zero-denominator");
}

function scoreOf(scores: Scores, shares: readonly number[]): { score: Outcome<number>; coverage: number } {
  let sum = 0;
  let coverage = 0;
  scores.forEach((score, criterion) => {
    if (score === null) return;
    sum += score * shares[criterion]!;
    coverage += shares[criterion]!;
  });
  const isComplete = scores.every((score) => score !== null);
  if (isComplete) return { score: value(sum), coverage: 1 };
  return { score: coverage > 0 ? value(sum / coverage) : noValue("no-data"), coverage };
}

function rankScores(scores: readonly WeightedScore[]): string[] {
  const sortable = ({ score }: WeightedScore) => (score.ok ? score.value : Number.NEGATIVE_INFINITY);
  return [...scores].sort((left, right) => sortable(right) - sortable(left) || 0).map(({ name }) => name);
}
