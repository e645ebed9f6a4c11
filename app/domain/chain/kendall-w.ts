import { noValue, type Outcome, value } from "../outcome";
import { chisquareCdf } from "../stats/distributions";

export type KendallW = {
  /** 0 no concordance … 1 all ranked alike. */
  w: number;
  chi2: number;
  df: number;
  p: number;
  raters: number;
  objects: number;
};

/**
 * Ranks of a list, ascending, equal numbers sharing the mean of their places: [10, 20, 20] → [1, 2.5, 2.5].
 */
export function midRanks(numbers: readonly number[]): number[] {
  return numbers.map((one) => {
    const smaller = numbers.filter((other) => other < one).length;
    const equal = numbers.filter((other) => other === one).length;
    return smaller + (equal + 1) / 2;
  });
}

/**
 * Kendall's coefficient of concordance with correction for ties: do several raters rank the objects alike?
 * `ratings[rater][object]`, ranks or scores, ranked within the rater. χ² = m(n − 1)W on n − 1 degrees of freedom
 * is rough for few objects. Needs two raters and two objects (`too-few`), a full table (`lengths-differ`);
 * `no-variance` when every rater tied everything.
 * Source: Kendall & Babington Smith (1939); ties as in Siegel & Castellan (1988) and R `irr::kendall`.
 */
export function kendallW(ratings: readonly (readonly number[])[]): Outcome<KendallW> {
  const [m, n] = [ratings.length, ratings[0]?.length ?? 0];
  if (!ratings.every((row) => row.length === n)) return noValue("lengths-differ");
  if (!ratings.flat().every(Number.isFinite)) return noValue("out-of-range");
  if (m < 2 || n < 2) return noValue("too-few", { n: Math.min(m, n) });
  const ranks = ratings.map(midRanks);
  const mean = (m * (n + 1)) / 2;
  let spread = 0;
  for (let object = 0; object < n; object++)
    spread += (ranks.reduce((sum, row) => sum + row[object]!, 0) - mean) ** 2;
  const ties = ratings.reduce((sum, row) => sum + tieTerm(row), 0);
  const most = m ** 2 * (n ** 3 - n) - m * ties;
  if (most <= 0) return noValue("no-variance");
  const w = (12 * spread) / most;
  const chi2 = m * (n - 1) * w;
  return value({ w, chi2, df: n - 1, p: 1 - chisquareCdf(chi2, n - 1), raters: m, objects: n });
}

/** Σ(t³ − t) over the groups of equal numbers. */
function tieTerm(row: readonly number[]): number {
  const groups = new Map<number, number>();
  for (const one of row) groups.set(one, (groups.get(one) ?? 0) + 1);
  return [...groups.values()].reduce((sum, t) => sum + t ** 3 - t, 0);
}
