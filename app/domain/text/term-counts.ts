/** How often each word occurs in a text. */
export type TermCounts = ReadonlyMap<string, number>;

/** Counts the words of one text. */
export function countTerms(words: readonly string[]): TermCounts {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
