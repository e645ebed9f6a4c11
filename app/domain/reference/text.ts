/** The text methods under the names and shapes of the published reference cases. */
import { classTfIdf } from "../text/class-tf-idf";
import { informativePrior, logOdds } from "../text/log-odds";
import { tfIdf } from "../text/tf-idf";
import { fieldsOf } from "./fields-of";
import { orNull } from "./or-null";

type Counts = number[][];

export const textReference = {
  tfidf(input: { counts: Counts; smooth_idf?: boolean }) {
    const texts = input.counts.map((row) => new Map(row.map((count, term) => [String(term), count])));
    const vectors = tfIdf(texts, input.smooth_idf);
    return {
      tfidf: input.counts.map((row, text) => row.map((_, term) => vectors[text]?.get(String(term)) ?? 0)),
    };
  },

  c_tfidf: (input: { class_term_counts: Counts }) =>
    fieldsOf(classTfIdf(input.class_term_counts), {
      A: ({ meanWords }) => meanWords,
      idf: ({ rarity }) => rarity,
      ctfidf: ({ weights }) => weights,
    }),

  /** The prior is given, or made from a background and its strength. */
  log_odds_dirichlet(input: {
    decider: number[];
    user: number[];
    alpha?: number[];
    background?: number[];
    alpha0?: number;
  }) {
    const made = informativePrior(input.background ?? [], input.alpha0 ?? 0);
    const alpha = input.alpha ?? orNull(made) ?? [];
    const result = logOdds(input.decider, input.user, alpha);
    return {
      alpha,
      ...fieldsOf(result, {
        delta: (words) => words.map((word) => orNull(word)?.delta ?? null),
        z: (words) => words.map((word) => orNull(word)?.z ?? null),
      }),
    };
  },
};
