import type { TermCounts } from "./term-counts";

/**
 * TF-IDF of every text, as vectors of length 1: count × (ln(n / df) + 1), with df the texts that hold the word. `smooth`
 * counts one more text that holds every word: ln((1 + n) / (1 + df)) + 1. A text without words stays empty.
 *
 * Source: Salton & Buckley (1988), Information Processing & Management 24(5); weighting as in scikit-learn.
 */
export function tfIdf(texts: readonly TermCounts[], smooth = true): Map<string, number>[] {
  const holders = new Map<string, number>();
  for (const text of texts)
    for (const [word, count] of text) if (count > 0) holders.set(word, (holders.get(word) ?? 0) + 1);
  const extra = smooth ? 1 : 0;
  const rarity = (word: string) => Math.log((texts.length + extra) / ((holders.get(word) ?? 0) + extra)) + 1;
  return texts.map((text) => {
    const weights = [...text]
      .filter(([, count]) => count > 0)
      .map(([word, count]) => [word, count * rarity(word)] as const);
    const length = Math.hypot(...weights.map(([, weight]) => weight));
    return new Map(weights.map(([word, weight]) => [word, weight / length]));
  });
}
