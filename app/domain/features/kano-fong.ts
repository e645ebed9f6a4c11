import { noValue, type Outcome, value } from "../outcome";
import { type KanoCounts, rankKanoCategories } from "./kano-summary";

/**
 * Fong's test: is the most frequent Kano category really ahead of the second? It is when their
 * difference reaches z·√((a+b)(2n−a−b)/(2n)), with n all answers. The default z = 1.65 is Fong's (90 %, two-sided).
 *
 * Source: Fong (1996), Center for Quality of Management Journal 5(3).
 */
export function kanoFong(
  counts: KanoCounts,
  z = 1.65,
): Outcome<{ difference: number; critical: number; significant: boolean }> {
  const ranked = rankKanoCategories(counts);
  if (ranked.some(({ count }) => !(count >= 0 && Number.isFinite(count)))) return noValue("out-of-range");
  const n = ranked.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return noValue("no-data");
  const [first, second] = [ranked[0]!.count, ranked[1]!.count];
  const both = first + second;
  const critical = z * Math.sqrt((both * (2 * n - both)) / (2 * n));
  const difference = first - second;
  return value({ difference, critical, significant: difference >= critical });
}
