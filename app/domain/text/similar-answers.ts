import { countTerms } from "./term-counts";
import { tfIdf } from "./tf-idf";

export type SimilarAnswer = { id: string; similarity: number };

/**
 * The answers most like a given one: cosine of their TF-IDF vectors, 0 (no word in common) to 1 (the same words).
 * Answers come segmented. Only those of at least `minimum` similarity are given, the most similar first; an unknown id
 * or an answer without words has none.
 */
export function similarAnswers(
  answers: readonly { id: string; words: readonly string[] }[],
  id: string,
  { minimum = 0.3, limit = 20 }: { minimum?: number; limit?: number } = {},
): SimilarAnswer[] {
  const target = answers.findIndex((answer) => answer.id === id);
  if (target < 0) return [];
  const vectors = tfIdf(answers.map(({ words }) => countTerms(words)));
  const own = vectors[target]!;
  const cosine = (other: ReadonlyMap<string, number>) =>
    [...own].reduce((sum, [word, weight]) => sum + weight * (other.get(word) ?? 0), 0);
  return answers
    .map((answer, index) => ({ id: answer.id, similarity: Math.min(1, cosine(vectors[index]!)) }))
    .filter(({ similarity }, index) => index !== target && similarity >= minimum)
    .sort((left, right) => right.similarity - left.similarity)
    .slice(0, limit);
}
