import { noValue, type Outcome, value } from "../outcome";
import { normalizeWeights } from "./weighted-sum";

/** Whether more of a criterion is better ("max", functions) or worse ("min", price). */
export type Direction = "max" | "min";

/**
 * TOPSIS: how close each alternative is to the best found on every criterion and how far from the worst, 0 to 1.
 * `matrix[alternative][criterion]` in the criteria's own units; columns are scaled to length 1 and weighted.
 * `rank` lists the alternatives' positions from best to worst. When all alternatives are alike there is nothing
 * to be close to: no value.
 *
 * Source: Hwang & Yoon (1981), Multiple Attribute Decision Making.
 */
export function topsis(
  matrix: readonly (readonly number[])[],
  weights: readonly number[],
  directions: readonly Direction[],
): Outcome<{ closeness: number[]; rank: number[] }> {
  if (matrix.length === 0 || weights.length === 0) return noValue("no-data");
  if (directions.length !== weights.length || matrix.some((row) => row.length !== weights.length))
    return noValue("lengths-differ");
  if (!matrix.flat().every(Number.isFinite)) return noValue("out-of-range");
  const shares = normalizeWeights(weights);
  if (!shares.ok) return shares;

  const lengths = weights.map((_, criterion) => Math.hypot(...matrix.map((row) => row[criterion]!)));
  const weighted = matrix.map((row) =>
    row.map((entry, criterion) =>
      lengths[criterion] === 0 ? 0 : (entry / lengths[criterion]!) * shares.value[criterion]!,
    ),
  );
  const extreme = (pickBest: boolean) =>
    directions.map((direction, criterion) => {
      const column = weighted.map((row) => row[criterion]!);
      return pickBest === (direction === "max") ? Math.max(...column) : Math.min(...column);
    });
  const [ideal, worst] = [extreme(true), extreme(false)];
  const distance = (row: readonly number[], to: readonly number[]) =>
    Math.hypot(...row.map((entry, criterion) => entry - to[criterion]!));
  if (distance(ideal, worst) === 0) return noValue("no-variance");
  const closeness = weighted.map((row) => {
    const [toIdeal, toWorst] = [distance(row, ideal), distance(row, worst)];
    return toWorst / (toIdeal + toWorst);
  });
  const rank = closeness
    .map((_, alternative) => alternative)
    .sort((left, right) => closeness[right]! - closeness[left]!);
  return value({ closeness, rank });
}
