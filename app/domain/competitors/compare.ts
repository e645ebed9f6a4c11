/** The matrix weighed for one role: scores, their robustness, and where our product stands. */
import { noValue, type Outcome, value } from "../outcome";
import { ahpPriorities } from "./ahp";
import type { WeighedFeature } from "./feature-weights";
import { type CellOf, matrixScores } from "./matrix-scores";
import { type RankStability, rankStability } from "./rank-stability";
import { ownProduct } from "./rival";
import { topsis } from "./topsis";
import { type WeightedSum, weightedSum } from "./weighted-sum";

export type StandingKind = "gap" | "unique" | "ahead" | "parity" | "behind" | "over-served" | "unknown";
export type Standing = {
  featureId: string;
  kind: StandingKind;
  ours: number | null;
  /** The competitor that does it best; null when none is known. */
  best: { vendor: string; score: number } | null;
  /** Of a measured feature, the amounts behind the two scores. */
  amounts: { ours: number; best: number } | null;
};

export type Comparison = {
  weighted: Outcome<WeightedSum>;
  /** Closeness by vendor, over the features known for every vendor. */
  topsis: Outcome<number[]>;
  /** Priorities by vendor, over the needs of those features. */
  ahp: Outcome<number[]>;
  /** Features that weigh anything and are known for every vendor. */
  complete: number;
  stability: Outcome<RankStability>;
  standings: Standing[];
};

/** Saaty's scale ends at nine times as good. */
const strongest = 9;
const judgement = (a: number, b: number): number => {
  if (a === b) return 1;
  return Math.min(strongest, Math.max(1 / strongest, b === 0 ? strongest : a / b));
};
const pairwise = (scores: readonly number[]) => scores.map((a) => scores.map((b) => judgement(a, b)));

/** Two levels: the needs, compared by the weight of their features, and the vendors, by their mean score in each. */
function ahpByNeed(
  features: readonly WeighedFeature[],
  weights: readonly number[],
  rows: readonly (readonly number[])[],
): Outcome<number[]> {
  const needs = [...new Set(features.map(({ need }) => need).filter((need) => need !== null))];
  if (needs.length === 0) return noValue("no-data");
  const groups = needs.map((need) => features.flatMap((feature, at) => (feature.need === need ? [at] : [])));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
  const importance = groups.map((group) => sum(group.map((at) => weights[at]!)));
  const vendorCount = rows[0]?.length ?? 0;
  const local = groups.map((group) =>
    pairwise(
      Array.from(
        { length: vendorCount },
        (_, vendor) => sum(group.map((at) => rows[at]![vendor]!)) / group.length,
      ),
    ),
  );
  const result = ahpPriorities(pairwise(importance), local);
  return result.ok ? value(result.value.priorities) : result;
}

function standingOf(
  featureId: string,
  important: boolean,
  ours: number | null,
  rivals: readonly { vendor: string; score: number | null }[],
): Omit<Standing, "amounts"> {
  const known = rivals.flatMap(({ vendor, score }) => (score === null ? [] : [{ vendor, score }]));
  const best = known.length === 0 ? null : known.reduce((top, one) => (one.score > top.score ? one : top));
  const kind = (): StandingKind => {
    if (ours === null || best === null) return "unknown";
    if (ours === best.score) return "parity";
    if (ours < best.score) return important ? "gap" : "behind";
    if (best.score === 0 && known.length === rivals.length) return "unique";
    return important ? "ahead" : "over-served";
  };
  return { featureId, kind: kind(), ours, best };
}

/**
 * Compares the vendors (ours among them, key `us`) for one role. `weights` stand in the order of `features`, 0 leaves a
 * feature out; `cellOf` gives a cell or undefined. A feature is important when it weighs at least the mean of those
 * that weigh anything. Unknown cells are left out of the weighted score; TOPSIS and AHP need every cell, so they
 * compare the features known for all vendors. Measured features score against the best amount (`amountScores`); TOPSIS
 * takes the amounts themselves.
 */
export function compareVendors(given: {
  features: readonly WeighedFeature[];
  vendors: readonly string[];
  weights: readonly number[];
  cellOf: CellOf;
  seed: number;
  /** For the stability of the ranks. */
  draws?: number;
}): Comparison {
  const { vendors, cellOf, seed, draws } = given;
  const counted = given.features.flatMap((feature, at) => {
    const weight = given.weights[at] ?? 0;
    return weight > 0 ? [{ feature, weight }] : [];
  });
  const features = counted.map(({ feature }) => feature);
  const weights = counted.map(({ weight }) => weight);
  const scoreOf = matrixScores(features, vendors, cellOf);
  const rows = features.map(({ id }) => vendors.map((vendor) => scoreOf(id, vendor)));
  const amountOf = ({ id, measure }: WeighedFeature, vendor: string) =>
    measure ? (cellOf(id, vendor)?.amount ?? null) : null;
  const alternatives = vendors.map((name, column) => ({
    name,
    scores: rows.map((row) => row[column] ?? null),
  }));
  const complete = rows.flatMap((row, at) => {
    const known = row.filter((score) => score !== null);
    return known.length === row.length ? [{ row: known, feature: features[at]!, weight: weights[at]! }] : [];
  });
  const completeRows = complete.map(({ row }) => row);
  const completeWeights = complete.map(({ weight }) => weight);
  const closeness = topsis(
    vendors.map((vendor, column) =>
      complete.map(({ row, feature }) => amountOf(feature, vendor) ?? row[column]!),
    ),
    completeWeights,
    complete.map(({ feature }) => (feature.measure?.better === "less" ? "min" : "max")),
  );
  const meanWeight = weights.reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.length);
  const own = vendors.indexOf(ownProduct);
  return {
    weighted: weightedSum(weights, alternatives),
    topsis: closeness.ok ? value(closeness.value.closeness) : closeness,
    ahp: ahpByNeed(
      complete.map(({ feature }) => feature),
      completeWeights,
      completeRows,
    ),
    complete: complete.length,
    stability: rankStability({ weights, alternatives, seed, draws }),
    standings: features.map((feature, at) => {
      const standing = standingOf(
        feature.id,
        weights[at]! >= meanWeight,
        rows[at]![own] ?? null,
        vendors.flatMap((vendor, column) =>
          column === own ? [] : [{ vendor, score: rows[at]![column] ?? null }],
        ),
      );
      const ours = amountOf(feature, ownProduct);
      const best = standing.best && amountOf(feature, standing.best.vendor);
      return { ...standing, amounts: ours === null || best === null ? null : { ours, best } };
    }),
  };
}
