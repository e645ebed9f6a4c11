import { noValue, type Outcome, value } from "../outcome";
import type { KanoCategory } from "./kano-table";

/** Answers per category; a category that nobody fell into may be left out. */
export type KanoCounts = Partial<Record<KanoCategory, number>>;

/** Which category wins a tie: the graver consequence first. */
const tieOrder = ["M", "O", "A", "I", "R", "Q"] as const satisfies readonly KanoCategory[];

export type KanoSummary = {
  /** Share whose satisfaction rises when the feature is there, 0 to 1; undefined when all answers are R or Q. */
  better: Outcome<number>;
  /** Share whose satisfaction falls when it is missing, −1 to 0. */
  worse: Outcome<number>;
  category: KanoCategory;
  /** Share of A, O and M among all answers: does the feature matter at all? */
  totalStrength: number;
  /** Lead of the most frequent category over the next, as a share of all answers. */
  categoryStrength: number;
  n: number;
};

/** The categories with their counts, most frequent first; ties fall M > O > A > I > R > Q. */
export function rankKanoCategories(counts: KanoCounts): { category: KanoCategory; count: number }[] {
  return tieOrder
    .map((category) => ({ category, count: counts[category] ?? 0 }))
    .sort((left, right) => right.count - left.count);
}

/**
 * Category of a feature with Timko's better/worse coefficients and Lee & Newcomb's strengths.
 * Better = (A+O)/(A+O+M+I), worse = −(O+M)/(A+O+M+I); reverse and questionable answers are left out of
 * both. No answers at all: no value.
 *
 * Sources: Timko in Berger et al. (1993); Lee & Newcomb (1997).
 */
export function kanoSummary(counts: KanoCounts): Outcome<KanoSummary> {
  const ranked = rankKanoCategories(counts);
  if (ranked.some(({ count }) => !(count >= 0 && Number.isFinite(count)))) return noValue("out-of-range");
  const n = ranked.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return noValue("no-data");
  const { A = 0, O = 0, M = 0, I = 0 } = counts;
  const judged = A + O + M + I;
  return value({
    better: judged > 0 ? value((A + O) / judged) : noValue("zero-denominator"),
    // "0 −" keeps a plain zero from becoming −0.
    worse: judged > 0 ? value(0 - (O + M) / judged) : noValue("zero-denominator"),
    category: ranked[0]!.category,
    totalStrength: (A + O + M) / n,
    categoryStrength: (ranked[0]!.count - ranked[1]!.count) / n,
    n,
  });
}
