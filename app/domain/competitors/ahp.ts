import { noValue, type Outcome, value } from "../outcome";
import { multiplyVector } from "../stats/invert-matrix";

/** Saaty's random index: the mean CI of random reciprocal matrices of 1 … 15 criteria. */
const randomIndex = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

/** a·b of two mirrored judgements may miss 1 by this much: 0.33 is typed for a third. */
const reciprocalTolerance = 0.05;

export type AhpWeights = {
  /** Weights of the criteria, adding up to 1. */
  weights: number[];
  lambdaMax: number;
  /** (λmax − n) / (n − 1). */
  consistencyIndex: number;
  /** CI over the random index; judgements above 0.1 should be asked again. 0 for one or two criteria. */
  consistencyRatio: number;
};

/**
 * Analytic hierarchy process: weights from pairwise judgements, as the principal eigenvector.
 * `matrix[i][j]` says how many times i matters more than j (1/9 to 9); it must be positive with a mirrored
 * reciprocal, at most 15 × 15.
 *
 * Source: Saaty (1980), The Analytic Hierarchy Process.
 */
export function ahpWeights(matrix: readonly (readonly number[])[]): Outcome<AhpWeights> {
  const size = matrix.length;
  if (size === 0) return noValue("no-data");
  if (matrix.some((row) => row.length !== size)) return noValue("lengths-differ");
  if (size > randomIndex.length) return noValue("too-large", { items: size });
  if (!matrix.flat().every((judgement) => judgement > 0 && Number.isFinite(judgement)))
    return noValue("not-positive");
  const isReciprocal = matrix.every((row, i) =>
    row.every((judgement, j) => Math.abs(judgement * matrix[j]![i]! - 1) <= reciprocalTolerance),
  );
  if (!isReciprocal) return noValue("not-consistent");

  // A positive matrix has one dominant eigenvalue (Perron), to which repeated multiplication converges.
  let weights = matrix.map(() => 1 / size);
  let lambdaMax = size;
  for (let step = 0; step < 1000; step += 1) {
    const product = multiplyVector(matrix, weights);
    lambdaMax = product.reduce((sum, entry) => sum + entry, 0);
    const next = product.map((entry) => entry / lambdaMax);
    const change = Math.max(...next.map((entry, index) => Math.abs(entry - weights[index]!)));
    weights = next;
    if (change < 1e-14) break;
  }
  const consistencyIndex = size > 1 ? (lambdaMax - size) / (size - 1) : 0;
  const expectedIndex = randomIndex[size - 1]!;
  return value({
    weights,
    lambdaMax,
    consistencyIndex,
    consistencyRatio: expectedIndex > 0 ? consistencyIndex / expectedIndex : 0,
  });
}

/**
 * A two-level hierarchy: `alternatives[c]` compares the alternatives pairwise on criterion c, `criteria` the criteria.
 * The priority of an alternative is the sum of its local weights times the criterion's; priorities add up to 1.
 */
export function ahpPriorities(
  criteria: readonly (readonly number[])[],
  alternatives: readonly (readonly (readonly number[])[])[],
): Outcome<{ criteria: AhpWeights; local: AhpWeights[]; priorities: number[] }> {
  if (alternatives.length !== criteria.length) return noValue("lengths-differ");
  const top = ahpWeights(criteria);
  if (!top.ok) return top;
  const local: AhpWeights[] = [];
  for (const matrix of alternatives) {
    const weights = ahpWeights(matrix);
    if (!weights.ok) return weights;
    local.push(weights.value);
  }
  const compared = local[0]!.weights;
  if (local.some(({ weights }) => weights.length !== compared.length)) return noValue("lengths-differ");
  const priorities = compared.map((_, alternative) =>
    local.reduce(
      (sum, { weights }, criterion) => sum + weights[alternative]! * top.value.weights[criterion]!,
      0,
    ),
  );
  return value({ criteria: top.value, local, priorities });
}
