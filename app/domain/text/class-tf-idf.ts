import { noValue, type Outcome, value } from "../outcome";

export type ClassTfIdf = {
  /** Mean number of words per class. */
  meanWords: number;
  /** ln(1 + A / f) per term; 0 for a term that never occurs. */
  rarity: number[];
  /** `weights[class][term]`; a class without words has zeros. */
  weights: number[][];
};

/**
 * Class-based TF-IDF: which words stand out in each class (role) against all of them? The term's share of the class's
 * words × ln(1 + A / f), with A the mean number of words per class and f the term's count in all classes.
 * `counts[class][term]`.
 *
 * Source: Grootendorst (2022), BERTopic, arXiv:2203.05794.
 */
export function classTfIdf(counts: readonly (readonly number[])[]): Outcome<ClassTfIdf> {
  const terms = counts[0]?.length ?? 0;
  if (terms === 0) return noValue("no-data");
  if (counts.some((row) => row.length !== terms)) return noValue("lengths-differ");
  if (!counts.flat().every((count) => count >= 0 && Number.isFinite(count))) return noValue("out-of-range");
  const words = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const meanWords = words.reduce((sum, count) => sum + count, 0) / counts.length;
  const rarity = Array.from({ length: terms }, (_, term) => {
    const frequency = counts.reduce((sum, row) => sum + row[term]!, 0);
    return frequency > 0 ? Math.log(1 + meanWords / frequency) : 0;
  });
  const weights = counts.map((row, index) =>
    row.map((count, term) => (count > 0 ? (count / words[index]!) * rarity[term]! : 0)),
  );
  return value({ meanWords, rarity, weights });
}
