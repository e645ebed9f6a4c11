/** What can be wrong with an answer. The screen has a sentence for every code in both languages. */
import type { LocalText } from "../language";
import type { FileProblem } from "./answer-files";

export type AnswerProblemCode =
  | "required"
  | "wrong-shape"
  | "unknown-question"
  | "not-a-choice"
  | "not-unique"
  | "exclusive"
  | "pick-more"
  | "pick-fewer"
  | "rank-all"
  | "too-long"
  | "not-a-number"
  | "below-minimum"
  | "above-maximum"
  | "off-step"
  | "total-differs"
  | "bad-email"
  | "bad-date"
  | "bad-url"
  | "bad-format"
  | "check-failed"
  | FileProblem;

export type AnswerProblem = {
  item: string;
  /** The part of the item: a matrix row, a field, `other` for the text beside "other". */
  field?: string;
  code: AnswerProblemCode;
  /** Numbers and names for the sentence: limit, given, total. */
  params?: Record<string, number | string>;
  /** The author's own wording of a failed check. */
  message?: LocalText;
};
