import { noValue, type Outcome, value } from "../outcome";
import { chisquareCdf } from "./distributions";
import { seededRandom } from "./seeded-random";

export type ContingencyTest = {
  /** Pearson's X², before any correction. */
  statistic: number;
  df: number;
  /**
   * `chi-square`: X² over the design effect against the chi-square distribution; `exact` (two by two) and
   * `permutation`: share of the tables with the same margins that depart as far as that, or farther, counted or drawn.
   */
  method: "chi-square" | "exact" | "permutation";
  p: number;
  /** Mean design effect of the cells by Rao and Scott, at least 1; 1 where nobody shares a company. */
  designEffect: number;
  /** Cells in which fewer than five are expected. */
  sparse: number;
  /** Adjusted standardised residual of each cell, over the root of the design effect: beyond ±1.96 is unusual. */
  residuals: number[][];
  /** Cramér's V, 0 to 1. */
  v: number;
};

/** One answer: the place of its row and column, and the company it comes from. */
export type CrossedAnswer = { row: number; column: number; cluster: number };

const fewestExpected = 5;
const permutations = 2000;

/** Variance of a share under company sampling over that of single people; 1 where there is nothing to compare. */
function designEffectOf(answers: readonly CrossedAnswer[], isIn: (one: CrossedAnswer) => boolean): number {
  const n = answers.length;
  const totals = new Map<number, { size: number; yes: number }>();
  let yes = 0;
  for (const one of answers) {
    const own = totals.get(one.cluster) ?? { size: 0, yes: 0 };
    totals.set(one.cluster, own);
    own.size += 1;
    if (!isIn(one)) continue;
    own.yes += 1;
    yes += 1;
  }
  const share = yes / n;
  const k = totals.size;
  if (share === 0 || share === 1 || k < 2) return 1;
  let squares = 0;
  for (const { size, yes: own } of totals.values()) squares += (own - share * size) ** 2;
  return ((k / (k - 1)) * squares) / n / (share * (1 - share));
}

function statisticOf(
  counts: readonly (readonly number[])[],
  rows: readonly number[],
  columns: readonly number[],
  n: number,
) {
  let sum = 0;
  counts.forEach((line, i) => {
    line.forEach((count, j) => {
      const expected = (rows[i]! * columns[j]!) / n;
      sum += (count - expected) ** 2 / expected;
    });
  });
  return sum;
}

/** Share of the two-by-two tables with these margins, weighed by their chance, that depart as far or farther. */
function exactShare(
  [top, bottom]: readonly [number, number],
  [left, right]: readonly [number, number],
  departure: number,
): number {
  const n = top + bottom;
  const [least, most] = [Math.max(0, left - bottom), Math.min(top, left)];
  // Chances of the hypergeometric distribution but for a factor, scaled to the likeliest table.
  const logs = [0];
  for (let x = least; x < most; x++)
    logs.push(logs.at(-1)! + Math.log(((top - x) * (left - x)) / ((x + 1) * (bottom - left + x + 1))));
  const highest = Math.max(...logs);
  let [far, all] = [0, 0];
  logs.forEach((log, step) => {
    const x = least + step;
    const table = [
      [x, top - x],
      [left - x, bottom - left + x],
    ];
    const chance = Math.exp(log - highest);
    all += chance;
    if (statisticOf(table, [top, bottom], [left, right], n) >= departure * (1 - 1e-12)) far += chance;
  });
  return far / all;
}

/**
 * Do two questions depend on each other? Pearson's chi-square of the table of `rows` × `columns`, divided by the
 * mean design effect of its cells (first-order Rao–Scott), since colleagues answer alike; a design effect below 1
 * counts as 1. Where fewer than five are expected in a cell, the chi-square distribution does not hold: the corrected
 * statistic is set against all tables with the same margins – counted where two rows meet two columns, else drawn by
 * dealing the columns' answers out anew 2000 times with `seed`. Empty rows and columns must be left out before. `too-few` under ten answers, `no-variance` with one row or column.
 *
 * Source: Pearson (1900); Rao & Scott (1984), Annals of Statistics 12:46–60; residuals: Haberman (1973).
 */
export function contingencyTest(
  answers: readonly CrossedAnswer[],
  { rows, columns, seed }: { rows: number; columns: number; seed: number },
): Outcome<ContingencyTest> {
  const n = answers.length;
  if (n < 10) return noValue("too-few", { n });
  if (rows < 2 || columns < 2) return noValue("no-variance");
  const counts = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  const [rowSums, columnSums] = [new Array<number>(rows).fill(0), new Array<number>(columns).fill(0)];
  for (const { row, column } of answers) {
    const line = counts[row];
    if (line?.[column] === undefined) return noValue("out-of-range");
    line[column] += 1;
    rowSums[row]! += 1;
    columnSums[column]! += 1;
  }
  if (rowSums.includes(0) || columnSums.includes(0)) return noValue("no-variance");
  const statistic = statisticOf(counts, rowSums, columnSums, n);
  const df = (rows - 1) * (columns - 1);
  const sparse = rowSums.flatMap((r) => columnSums.filter((c) => (r * c) / n < fewestExpected)).length;

  // Rao and Scott's mean over the table, less what the margins alone bring.
  let total = 0;
  counts.forEach((line, i) => {
    line.forEach((count, j) => {
      const inCell = (one: CrossedAnswer) => one.row === i && one.column === j;
      total += (1 - count / n) * designEffectOf(answers, inCell);
    });
  });
  rowSums.forEach((sum, i) => {
    total -= (1 - sum / n) * designEffectOf(answers, ({ row }) => row === i);
  });
  columnSums.forEach((sum, j) => {
    total -= (1 - sum / n) * designEffectOf(answers, ({ column }) => column === j);
  });
  const designEffect = Math.max(1, total / df);

  const residuals = counts.map((line, i) =>
    line.map((count, j) => {
      const expected = (rowSums[i]! * columnSums[j]!) / n;
      const spread = expected * (1 - rowSums[i]! / n) * (1 - columnSums[j]! / n);
      return (count - expected) / Math.sqrt(spread * designEffect);
    }),
  );
  const v = Math.min(1, Math.sqrt(statistic / n / Math.min(rows - 1, columns - 1)));
  const common = { statistic, df, designEffect, sparse, residuals, v };
  if (sparse === 0)
    return value({ ...common, method: "chi-square", p: 1 - chisquareCdf(statistic / designEffect, df) });

  const [top, bottom, ...otherRows] = rowSums;
  const [left, right, ...otherColumns] = columnSums;
  if (otherRows.length === 0 && otherColumns.length === 0)
    return value({
      ...common,
      method: "exact",
      p: exactShare([top!, bottom!], [left!, right!], statistic / designEffect),
    });

  const random = seededRandom(seed);
  const dealt = answers.map(({ column }) => column);
  let asFar = 0;
  for (let draw = 0; draw < permutations; draw++) {
    for (let at = dealt.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [dealt[at], dealt[other]] = [dealt[other]!, dealt[at]!];
    }
    const table = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
    answers.forEach(({ row }, at) => {
      table[row]![dealt[at]!]! += 1;
    });
    if (statisticOf(table, rowSums, columnSums, n) >= (statistic / designEffect) * (1 - 1e-12)) asFar++;
  }
  return value({ ...common, method: "permutation", p: (asFar + 1) / (permutations + 1) });
}
