import { noValue, type Outcome, value } from "../outcome";

export type Kappa = {
  /** Observed and chance agreement. */
  observed: number;
  expected: number;
  kappa: number;
};

/** How much a near miss counts: not at all, by the steps between, or by the square of the steps. */
export type KappaWeights = "unweighted" | "linear" | "quadratic";

/**
 * Cohen's κ of two raters from their cross table: `table[i][j]` things the first put in category i and the
 * second in j. Weighted κ gives partial agreement by the categories' distance in the table's order.
 * `lengths-differ` for a table that is not square, `no-data` for an empty one, `no-variance` when both always
 * chose one and the same category. Source: Cohen (1960; 1968 for weights); Fleiss, Cohen & Everitt (1969).
 */
export function cohenKappa(
  table: readonly (readonly number[])[],
  weights: KappaWeights = "unweighted",
): Outcome<Kappa> {
  const size = table.length;
  if (!table.every((row) => row.length === size)) return noValue("lengths-differ");
  if (!table.flat().every((count) => count >= 0 && Number.isFinite(count))) return noValue("out-of-range");
  const rows = table.map((row) => row.reduce((sum, one) => sum + one, 0));
  const columns = table.map((_, j) => table.reduce((sum, row) => sum + row[j]!, 0));
  const n = rows.reduce((sum, one) => sum + one, 0);
  if (n === 0) return noValue("no-data");
  const agreement = (i: number, j: number) => {
    if (weights === "unweighted" || size < 2) return i === j ? 1 : 0;
    const apart = Math.abs(i - j) / (size - 1);
    return 1 - (weights === "linear" ? apart : apart ** 2);
  };
  let observed = 0;
  let expected = 0;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      observed += (agreement(i, j) * table[i]![j]!) / n;
      expected += (agreement(i, j) * rows[i]! * columns[j]!) / n ** 2;
    }
  if (1 - expected < 1e-12) return noValue("no-variance");
  return value({ observed, expected, kappa: (observed - expected) / (1 - expected) });
}

/**
 * The cross table of two raters' ratings of the same things, pairs with a missing one left out. `categories` is
 * the whole scale in order; without it the ratings that occur, ascending, as R `irr::kappa2` does.
 * `lengths-differ`; `out-of-range` for a rating that is not in `categories`.
 */
export function crossTable(
  first: readonly (number | null)[],
  second: readonly (number | null)[],
  categories?: readonly number[],
): Outcome<number[][]> {
  if (first.length !== second.length) return noValue("lengths-differ");
  const pairs = first.flatMap((a, index) => {
    const b = second[index];
    return a === null || b === null || b === undefined ? [] : [[a, b] as const];
  });
  const scale = categories ?? [...new Set(pairs.flat())].sort((a, b) => a - b);
  const table = scale.map(() => scale.map(() => 0));
  for (const [a, b] of pairs) {
    const [i, j] = [scale.indexOf(a), scale.indexOf(b)];
    if (i < 0 || j < 0) return noValue("out-of-range");
    table[i]![j]! += 1;
  }
  return value(table);
}

/**
 * Fleiss' κ of several raters: `table[thing][category]` is how many raters put the thing there. Every thing must
 * have been rated by the same number of raters, at least two. `no-variance` when all chose one category.
 * Source: Fleiss (1971), Psychol Bull 76:378–382.
 */
export function fleissKappa(table: readonly (readonly number[])[]): Outcome<Kappa> {
  const things = table.length;
  if (things === 0) return noValue("no-data");
  const categories = table[0]!.length;
  const perThing = table.map((row) => row.reduce((sum, one) => sum + one, 0));
  const raters = perThing[0]!;
  if (!table.every((row) => row.length === categories) || !perThing.every((one) => one === raters))
    return noValue("lengths-differ");
  if (raters < 2) return noValue("too-few", { n: raters });
  const inPairs = (row: readonly number[]) => row.reduce((sum, one) => sum + one * (one - 1), 0);
  const observed = table.reduce((sum, row) => sum + inPairs(row), 0) / (things * raters * (raters - 1));
  let expected = 0;
  for (let j = 0; j < categories; j++)
    expected += (table.reduce((sum, row) => sum + row[j]!, 0) / (things * raters)) ** 2;
  if (1 - expected < 1e-12) return noValue("no-variance");
  return value({ observed, expected, kappa: (observed - expected) / (1 - expected) });
}
