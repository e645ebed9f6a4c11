import { noValue, type Outcome, value } from "../outcome";
import { softmax } from "./softmax";

/**
 * Utilities straight from the counts, without iteration: p = (shown − worst + best) / (2·shown),
 * utility ln(p/(1−p)), standard error √(p(1−p)/(2·shown)) / (p(1−p)), shares by softmax.
 * An item that was never shown, or was best (or worst) every time, has no finite utility, and then no share has one.
 *
 * Source: Lipovetsky & Conklin (2014), Journal of Choice Modelling 10.
 */
export function maxdiffClosedForm(
  counts: readonly { shown: number; best: number; worst: number }[],
): Outcome<{ utilities: number[]; standardErrors: number[]; shares: number[] }> {
  if (counts.length === 0) return noValue("no-data");
  const chances = counts.map(({ shown, best, worst }) => (shown - worst + best) / (2 * shown));
  const unbounded = chances.findIndex((chance) => !(chance > 0 && chance < 1));
  if (unbounded >= 0) return noValue("out-of-range", { item: unbounded });
  const utilities = chances.map((chance) => Math.log(chance / (1 - chance)));
  const standardErrors = chances.map(
    (chance, item) => 1 / Math.sqrt(chance * (1 - chance) * 2 * counts[item]!.shown),
  );
  return value({ utilities, standardErrors, shares: softmax(utilities) });
}
