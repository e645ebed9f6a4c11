import { noValue, type Outcome, value } from "../outcome";
import { classTfIdf } from "./class-tf-idf";
import { informativePrior, logOdds } from "./log-odds";
import { countTerms, type TermCounts } from "./term-counts";

/** All the words of one group's answers, already segmented. */
export type GroupWords = { group: string; words: readonly string[] };

export type DistinctiveWord = { word: string; count: number; score: number };

/**
 * The words that stand out in each group by class-based TF-IDF, best first; equal scores by the word.
 * Groups without words have an empty list.
 */
export function distinctiveWords(
  groups: readonly GroupWords[],
  limit = 20,
): Outcome<{ group: string; words: DistinctiveWord[] }[]> {
  const { terms, counts } = countTable(groups.map(({ words }) => countTerms(words)));
  const weighted = classTfIdf(counts);
  if (!weighted.ok) return weighted;
  return value(
    groups.map(({ group }, index) => ({
      group,
      words: terms
        .map((word, term) => ({
          word,
          count: counts[index]![term]!,
          score: weighted.value.weights[index]![term]!,
        }))
        .filter(({ score }) => score > 0)
        .sort(byScore)
        .slice(0, limit),
    })),
  );
}

/** Words of prior knowledge in `compareWords`: about as many as a handful of answers hold. */
const defaultPriorStrength = 100;

export type ComparedWord = DistinctiveWord & { delta: number; otherCount: number };

/**
 * One group's vocabulary against another's: log-odds with the pooled answers as the prior, the words of the first group
 * first (highest z) and those of the second last. `score` is z.
 */
export function compareWords(
  first: GroupWords,
  second: GroupWords,
  priorStrength = defaultPriorStrength,
): Outcome<ComparedWord[]> {
  if (first.words.length === 0 || second.words.length === 0) return noValue("no-data");
  const { terms, counts } = countTable([countTerms(first.words), countTerms(second.words)]);
  const [own, other] = counts as [number[], number[]];
  const prior = informativePrior(
    own.map((count, term) => count + other[term]!),
    priorStrength,
  );
  if (!prior.ok) return prior;
  const odds = logOdds(own, other, prior.value);
  if (!odds.ok) return odds;
  return value(
    odds.value
      .flatMap((word, term) =>
        word.ok
          ? [
              {
                word: terms[term]!,
                count: own[term]!,
                otherCount: other[term]!,
                delta: word.value.delta,
                score: word.value.z,
              },
            ]
          : [],
      )
      .sort(byScore),
  );
}

function byScore(left: DistinctiveWord, right: DistinctiveWord): number {
  return right.score - left.score || (left.word < right.word ? -1 : 1);
}

function countTable(groups: readonly TermCounts[]): { terms: string[]; counts: number[][] } {
  const terms = [...new Set(groups.flatMap((counts) => [...counts.keys()]))];
  return { terms, counts: groups.map((counts) => terms.map((word) => counts.get(word) ?? 0)) };
}
