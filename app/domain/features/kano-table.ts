import { kanoAnswers } from "../questionnaire/answer-options";

/** The five answers to both questions of a Kano pair. */
export type KanoAnswer = (typeof kanoAnswers)[number]["value"];

/** Attractive, one-dimensional, must-be, indifferent, reverse, questionable. */
export type KanoCategory = "A" | "O" | "M" | "I" | "R" | "Q";

/** Rows: the feature is there; columns: it is not, in the order of `kanoAnswers`. */
const table: Record<KanoAnswer, readonly KanoCategory[]> = {
  like: ["Q", "A", "A", "A", "O"],
  "must-be": ["R", "I", "I", "I", "M"],
  neutral: ["R", "I", "I", "I", "M"],
  "live-with": ["R", "I", "I", "I", "M"],
  dislike: ["R", "R", "R", "R", "Q"],
};

/**
 * The category of one respondent's pair of answers: how they feel if the feature is there
 * (`functional`) and if it is not (`dysfunctional`). Liking both, or disliking both, is questionable.
 *
 * Source: Berger et al. (1993), Center for Quality of Management Journal 2(4).
 */
export function kanoCategory(functional: KanoAnswer, dysfunctional: KanoAnswer): KanoCategory {
  return table[functional][kanoAnswers.findIndex(({ value }) => value === dysfunctional)]!;
}
