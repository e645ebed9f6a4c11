/** The cells of the matrix as numbers that can be compared, row by row. */
import type { FeatureMeasure } from "./feature-measure";
import { type CellContent, cellScore } from "./matrix-cell";

/** What a score needs of a cell. */
export type RatedCell = Pick<CellContent, "support" | "quality"> & { amount?: number | null };
export type CellOf = (featureId: string, vendor: string) => RatedCell | undefined;
type Row = { id: string; measure?: FeatureMeasure | null };

/**
 * Amounts in one unit as scores 0–1 against the best of the row: x / max where more is better, min / x where less is.
 * Where the least is nothing (a price of 0) that would leave the others without any, so they score 1 − x / max. Amounts
 * that are all 0 score 1. Unknown amounts (null) stay unknown; none may be negative.
 *
 * Source: Hwang & Yoon (1981), Multiple Attribute Decision Making (linear scale transformation).
 */
export function amountScores(
  amounts: readonly (number | null)[],
  better: FeatureMeasure["better"],
): (number | null)[] {
  const known = amounts.filter((amount) => amount !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return amounts.map((amount) => {
    if (amount === null) return null;
    if (most === 0) return 1;
    if (better === "more") return amount / most;
    return least > 0 ? least / amount : 1 - amount / most;
  });
}

/**
 * Scores 0–1 by feature and vendor: of a judged feature its support and quality (`cellScore`), of a measured one its
 * amount against the best among `vendors`. Null where the cell is not known.
 */
export function matrixScores(
  features: readonly Row[],
  vendors: readonly string[],
  cellOf: CellOf,
): (featureId: string, vendor: string) => number | null {
  const rows = new Map(
    features.map(({ id, measure }) => {
      const cells = vendors.map((vendor) => cellOf(id, vendor));
      const scores = measure
        ? amountScores(
            cells.map((cell) => cell?.amount ?? null),
            measure.better,
          )
        : cells.map((cell) => (cell ? cellScore(cell) : null));
      return [id, new Map(vendors.map((vendor, at) => [vendor, scores[at] ?? null]))];
    }),
  );
  return (featureId, vendor) => rows.get(featureId)?.get(vendor) ?? null;
}
