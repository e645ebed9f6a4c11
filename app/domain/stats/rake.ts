import { noValue, type Outcome, value } from "../outcome";

export type Raked = {
  /** The table with the target margins. */
  fitted: number[][];
  /** What every answer of a cell counts: fitted / seed (the product of its row and column factor). */
  weights: number[][];
  rounds: number;
};

/** Largest distance to a margin, as a part of the table's total, at which the fit is done. */
const closeEnough = 1e-12;
const mostRounds = 10_000;

/**
 * Raking (iterative proportional fitting) of a table of counts to known row and column totals.
 * `seed[row][column]` ≥ 0. Column targets are scaled to the rows' total when the two totals differ by rounding
 * (under 1 %); more is `not-consistent`. A target above 0 whose row or column nobody answered is refused
 * as `empty-target-cell`; zeros that leave no solution are `did-not-converge`.
 * Source: Deming & Stephan (1940), Ann Math Statist 11:427–444.
 */
export function rake(
  seed: readonly (readonly number[])[],
  rowTargets: readonly number[],
  columnTargets: readonly number[],
): Outcome<Raked> {
  if (seed.length !== rowTargets.length || !seed.every((row) => row.length === columnTargets.length))
    return noValue("lengths-differ");
  const [rowTotal, columnTotal] = [total(rowTargets), total(columnTargets)];
  const everything = [...seed.flat(), ...rowTargets, ...columnTargets];
  if (!everything.every((one) => one >= 0 && Number.isFinite(one)) || !(rowTotal > 0 && columnTotal > 0))
    return noValue("not-positive");
  if (Math.abs(rowTotal - columnTotal) > 0.01 * rowTotal) return noValue("not-consistent");
  const columns = columnTargets.map((target) => (target * rowTotal) / columnTotal);
  const emptyRow = rowTargets.findIndex((target, row) => target > 0 && total(seed[row]!) === 0);
  const emptyColumn = columns.findIndex((target, column) => target > 0 && columnSum(seed, column) === 0);
  if (emptyRow >= 0) return noValue("empty-target-cell", { row: emptyRow });
  if (emptyColumn >= 0) return noValue("empty-target-cell", { column: emptyColumn });

  const byRow = rowTargets.map(() => 1);
  const byColumn = columns.map(() => 1);
  const table = () => seed.map((row, r) => row.map((count, c) => count * byRow[r]! * byColumn[c]!));
  for (let rounds = 1; rounds <= mostRounds; rounds++) {
    table().forEach((row, r) => {
      byRow[r]! *= factor(rowTargets[r]!, total(row));
    });
    const rowsMet = table();
    columns.forEach((target, c) => {
      byColumn[c]! *= factor(target, columnSum(rowsMet, c));
    });
    const fitted = table();
    const miss = Math.max(...fitted.map((row, r) => Math.abs(total(row) - rowTargets[r]!)));
    if (miss <= closeEnough * rowTotal) {
      const weights = seed.map((row, r) => row.map((_, c) => byRow[r]! * byColumn[c]!));
      return value({ fitted, weights, rounds });
    }
  }
  return noValue("did-not-converge");
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
const columnSum = (table: readonly (readonly number[])[], column: number) =>
  table.reduce((sum, row) => sum + row[column]!, 0);
const factor = (target: number, now: number) => (now > 0 ? target / now : target > 0 ? 1 : 0);
