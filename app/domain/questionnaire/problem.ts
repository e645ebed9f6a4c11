/** What the compiler finds in a questionnaire's JSON. The editor has a sentence for every code. */

export type ProblemCode =
  | "not-an-object"
  | "too-large"
  | "too-deep"
  | "forbidden-key"
  | "empty"
  | "missing-name"
  | "bad-name"
  | "duplicate-name"
  | "unknown-type"
  | "type-off"
  | "files-off"
  | "files-inside"
  | "no-file-kinds"
  | "no-choices"
  | "bad-choice"
  | "duplicate-choice"
  | "bad-limit"
  | "bad-pattern"
  | "bad-expression"
  | "unknown-page"
  | "unknown-function"
  | "unsupported-variable"
  | "unsupported-property";

export type WarningCode =
  | "unknown-reference"
  | "unknown-property"
  | "ignored-property"
  | "html-cleaned"
  | "missing-language";

export type Problem = {
  code: ProblemCode | WarningCode;
  /** Where in the JSON: `pages[1].elements[0].choices[2]`; empty for the whole. */
  path: string;
  /** The question, page or name it is about. */
  name?: string;
  /** Words and numbers for the sentence. */
  params?: Record<string, string | number>;
};
