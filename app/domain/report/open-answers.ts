/** Finding open answers: every word of the search must occur, whatever its case or width. */
import type { OpenAnswer, QuestionResult } from "./question-results";

const plain = (text: string) => text.normalize("NFKC").toLowerCase();

/** The answers that contain every word of `search`; all of them for an empty one. */
export function searchAnswers(texts: readonly OpenAnswer[], search: string): OpenAnswer[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return texts.filter(({ text }) => {
    const answer = plain(text);
    return words.every((word) => answer.includes(word));
  });
}

/** A result as a screen takes it: of its open answers only the latest few. */
export const withFewTexts = (question: QuestionResult, most: number): QuestionResult =>
  question.kind === "texts" ? { ...question, texts: question.texts.slice(0, most) } : question;
