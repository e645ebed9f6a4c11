/** Sets answers into wording: "If the price were {price_cheap} …". */

import type { Language } from "../../domain/language";
import { fileNames } from "../../domain/questionnaire/answer-files";
import type { Answer, Answers, Compiled } from "../../domain/questionnaire/compiled";
import type { Variables } from "../../domain/questionnaire/evaluate";

/**
 * Replaces `{name}` by the answer in the words the respondent saw. Nothing stands where there is no answer;
 * braces that name no item and no variable stay as they are.
 */
export function fillIn(
  text: string,
  given: { compiled: Compiled; answers: Answers; variables: Variables; language: Language },
): string {
  if (!text.includes("{")) return text;
  return text.replace(/\{([^{}]+)\}/g, (whole, path: string) => {
    const variable = given.variables[path];
    if (variable !== undefined) return String(variable);
    const item = given.compiled.pages.flatMap(({ items }) => items).find(({ name }) => name === path);
    if (!item) return whole;
    const choices = "choices" in item ? item.choices : [];
    const word = (answer: Answer): string => {
      if (item.kind === "file") return fileNames([answer]).join("");
      const choice = choices.find(({ value }) => value === answer);
      if (choice) return choice.text[given.language];
      return typeof answer === "number" ? answer.toLocaleString(given.language) : String(answer);
    };
    const answer = given.answers[path];
    if (answer === undefined) return "";
    if (!Array.isArray(answer)) return word(answer);
    return new Intl.ListFormat(given.language, { type: "conjunction" }).format(answer.map(word));
  });
}
