/** What choices, rows and columns are called, in the words of the questionnaires that asked them. */
import type { LocalText } from "../../language";
import { type AnswerOption, anchorAttributes, problems } from "../../questionnaire/answer-options";
import { itemsOf } from "../../questionnaire/by-measure";
import type { Compiled } from "../../questionnaire/compiled";
import type { MeasureKey } from "../../questionnaire/measures";
import type { Evidence } from "../evidence";

/** A real answer: neither "other" nor one that excludes the rest ("don't know", "none"). */
export type NamedAnswer = { value: string; name: LocalText };

const notAnswers = new Set(["other", "dontknow", "dont-know", "none", "na"]);

/** The real answers to a measure over all versions asked; of a matrix its rows. */
export const answersTo = (evidence: readonly Evidence[], key: MeasureKey): NamedAnswer[] =>
  Object.entries(namesOfChoices(evidence, key)).flatMap(([value, name]) =>
    notAnswers.has(value) ? [] : [{ value, name }],
  );

/** What every choice of a measure is called, "other" and "don't know" included. */
export function namesOfChoices(evidence: readonly Evidence[], key: MeasureKey): Record<string, LocalText> {
  const known = new Map<string, LocalText>();
  const seen = new Set<Compiled>();
  for (const { compiled } of evidence) {
    if (seen.has(compiled)) continue;
    seen.add(compiled);
    for (const item of itemsOf(compiled)) {
      if (item.measure !== key) continue;
      const options =
        item.kind === "matrix"
          ? item.rows
          : item.kind === "radio" ||
              item.kind === "dropdown" ||
              item.kind === "checkbox" ||
              item.kind === "ranking"
            ? item.choices
            : [];
      for (const { value, text } of options) known.set(String(value), text);
    }
  }
  return Object.fromEntries(known);
}

const inWordsAsked =
  <Value extends string>(key: MeasureKey, options: readonly AnswerOption<Value>[]) =>
  (evidence: readonly Evidence[]): AnswerOption<Value>[] => {
    const asked = namesOfChoices(evidence, key);
    return options.map(({ value, name }) => ({ value, name: asked[value] ?? name }));
  };

/** The eight anchor attributes as these people were asked about them; in their general words where nobody was. */
export const attributesAsked = inWordsAsked("anchor.importance", anchorAttributes);

/** The bank's problems, in the same way. */
export const problemsAsked = inWordsAsked("anchor.problems", problems);
