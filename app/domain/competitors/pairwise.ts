/** Weights out of comparing in pairs what matters more (AHP), in place of the surveyed ones. */
import { z } from "zod";
import type { ChainRole } from "../chain/role";
import { noValue, type Outcome, value } from "../outcome";
import { type AhpWeights, ahpWeights } from "./ahp";

/** What is compared: whole categories, or single features. */
export const pairwiseKinds = ["category", "feature"] as const;
export type PairwiseKind = (typeof pairwiseKinds)[number];

/** More would be too many pairs to think about: ten make 45. */
export const mostCompared = 10;
const furthest = 8;

export type Pairwise = {
  by: PairwiseKind;
  /** Names of categories, or ids of features. */
  items: string[];
  /**
   * A step for each pair, in the order 1–2, 1–3, …, 2–3, …: 0 when both matter alike, 8 when the first matters nine
   * times as much, −8 when the second does.
   */
  steps: number[];
};
export type PairwiseByRole = Partial<Record<ChainRole, Pairwise>>;

/** The pairs of `n` items as their places, in the order in which steps are kept. */
export const pairsOf = (n: number): [number, number][] =>
  Array.from({ length: n }, (_, first) =>
    Array.from({ length: n - first - 1 }, (_, more): [number, number] => [first, first + more + 1]),
  ).flat();

const pairCount = (n: number) => (n * (n - 1)) / 2;

export const pairwiseSchema = z
  .object({
    by: z.enum(pairwiseKinds),
    items: z.array(z.string().max(60)).min(2).max(mostCompared),
    steps: z.array(z.number().int().min(-furthest).max(furthest)),
  })
  .refine(
    ({ items, steps }) => steps.length === pairCount(items.length) && new Set(items).size === items.length,
  );

/** How many times the first matters as much as the second, 1/9 to 9. */
export const ratioOf = (step: number): number => (step >= 0 ? 1 + step : 1 / (1 - step));

export type PairwiseResult = AhpWeights & {
  /** Judgements hang together: the consistency ratio is 0.1 at most. */
  consistent: boolean;
  /** The place (in `pairsOf`) of the judgement that fits the others least, and the step they suggest; null when all fit. */
  oddest: { pair: number; suggested: number } | null;
};

/** Saaty's bound. */
const mostInconsistent = 0.1;

/** The step nearest to a ratio. */
function stepOf(ratio: number): number {
  const step = ratio >= 1 ? Math.round(ratio) - 1 : 1 - Math.round(1 / ratio);
  return Math.max(-furthest, Math.min(furthest, step)) + 0;
}

/**
 * Weights out of the steps of all pairs of `n` items, whether they hang together, and which one to look at again.
 * No value for fewer than two items or steps that are not one a pair.
 *
 * Source: Saaty (1980), The Analytic Hierarchy Process.
 */
export function pairwiseWeights(n: number, steps: readonly number[]): Outcome<PairwiseResult> {
  if (n < 2) return noValue("no-data");
  if (steps.length !== pairCount(n)) return noValue("lengths-differ");
  const matrix = Array.from({ length: n }, () => Array.from({ length: n }, () => 1));
  pairsOf(n).forEach(([first, second], at) => {
    matrix[first]![second] = ratioOf(steps[at]!);
    matrix[second]![first] = 1 / ratioOf(steps[at]!);
  });
  const result = ahpWeights(matrix);
  if (!result.ok) return result;
  const { weights, consistencyRatio } = result.value;
  const off = pairsOf(n).map(([first, second], pair) => {
    const suggested = stepOf(weights[first]! / weights[second]!);
    return { pair, suggested, by: Math.abs(Math.log(ratioOf(steps[pair]!) / ratioOf(suggested))) };
  });
  const worst = off.reduce((top, one) => (one.by > top.by ? one : top));
  return value({
    ...result.value,
    consistent: consistencyRatio <= mostInconsistent,
    oddest: worst.by > 0 ? { pair: worst.pair, suggested: worst.suggested } : null,
  });
}

/**
 * Weights of features with what was compared in pairs put in place. The compared features keep the sum they had and
 * share it by their AHP weights; a category shares what it gets as its features stood to each other. Where the survey
 * says nothing of those compared, each counts as a middling 3. Features outside the comparison come back as null, and
 * all do when it no longer fits the study (something compared is gone) .
 */
export function comparedWeights(
  compared: Pairwise,
  features: readonly { id: string; category?: string; weight: number }[],
): (number | null)[] {
  const { by, items, steps } = compared;
  const placeOf = ({ id, category }: { id: string; category?: string }) =>
    items.indexOf(by === "category" ? (category ?? "") : id);
  const places = features.map(placeOf);
  const result = pairwiseWeights(items.length, steps);
  if (!result.ok || !items.every((_, place) => places.includes(place))) return features.map(() => null);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const inside = features.filter((_, at) => places[at] !== -1);
  const silent = inside.every(({ weight }) => weight === 0);
  const weightOf = ({ weight }: { weight: number }) => (silent ? 3 : weight);
  const total = sum(inside.map(weightOf));
  return features.map((feature, at) => {
    const place = places[at]!;
    if (place === -1) return null;
    const group = features.filter((_, other) => places[other] === place);
    const own = sum(group.map(weightOf));
    const part = own > 0 ? weightOf(feature) / own : 1 / group.length;
    return total * result.value.weights[place]! * part;
  });
}
