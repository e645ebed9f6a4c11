import { noValue, type Outcome, value } from "../outcome";

/** Difference in log-odds (positive: the first group says it more) and its z score; |z| > 1.96 stands out. */
export type LogOdds = { delta: number; z: number };

/**
 * The prior for each word: its share of a background (all roles' answers), `strength` words in all. The larger the
 * strength, the more rare words are pulled towards no difference.
 */
export function informativePrior(background: readonly number[], strength: number): Outcome<number[]> {
  const total = background.reduce((sum, count) => sum + count, 0);
  if (!(total > 0)) return noValue("no-data");
  if (!(strength > 0) || background.some((count) => !(count >= 0))) return noValue("out-of-range");
  return value(background.map((count) => (strength * count) / total));
}

/**
 * Log-odds of each word between two groups, with a Dirichlet prior: which words does one role use that another does
 * not? δ = ln((y₁+α)/(n₁+α₀−y₁−α)) − ln((y₂+α)/(n₂+α₀−y₂−α)), variance 1/(y₁+α) + 1/(y₂+α), z = δ/√variance.
 * `first`, `second` and `prior` list the same words. A word without count and prior, or one that is all there is, has no value.
 *
 * Source: Monroe, Colaresi & Quinn (2008), Political Analysis 16(4), eqs. 15, 16 and 22.
 */
export function logOdds(
  first: readonly number[],
  second: readonly number[],
  prior: readonly number[],
): Outcome<Outcome<LogOdds>[]> {
  if (first.length === 0) return noValue("no-data");
  if (first.length !== second.length || first.length !== prior.length) return noValue("lengths-differ");
  if (![...first, ...second, ...prior].every((count) => count >= 0 && Number.isFinite(count)))
    return noValue("out-of-range");
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const [firstWords, secondWords] = [total(first) + total(prior), total(second) + total(prior)];
  return value(
    prior.map((alpha, word) => {
      const [one, other] = [first[word]! + alpha, second[word]! + alpha];
      const delta = Math.log(one / (firstWords - one)) - Math.log(other / (secondWords - other));
      if (!Number.isFinite(delta)) return noValue("zero-denominator");
      return value({ delta, z: delta / Math.sqrt(1 / one + 1 / other) });
    }),
  );
}
