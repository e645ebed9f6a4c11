/** An answer in the words of its question, for people who read one response. */
import type { Language, LocalText } from "../language";
import { fileNames } from "./answer-files";
import type { Answer, Answers, Item } from "./compiled";

type Worded = readonly { value: Answer; text: LocalText }[];

const wordOf = (options: Worded, value: Answer, language: Language): string =>
  options.find((option) => option.value === value)?.text[language] ?? String(value);

/** Lines of text, one a part of the answer; empty when it was not answered. */
export function answerWords(item: Item, answers: Answers, language: Language): string[] {
  const answer = answers[item.name];
  if (answer === undefined) return [];
  const comment = answers[`${item.name}-Comment`];
  const written = typeof comment === "string" ? [comment] : [];
  switch (item.kind) {
    case "radio":
    case "dropdown":
    case "checkbox":
    case "ranking":
    case "image": {
      const given = Array.isArray(answer) ? answer : [answer];
      const words = given.map((value) => wordOf(item.choices, value, language));
      const lines = item.kind === "ranking" ? words.map((word, index) => `${index + 1}. ${word}`) : words;
      return [...lines, ...written];
    }
    case "rating":
      return [wordOf(item.values, answer, language)];
    case "boolean":
      return [(answer === item.yesValue ? item.yes : item.no)[language]];
    case "matrix":
    case "multipletext": {
      if (typeof answer !== "object" || Array.isArray(answer)) return [String(answer)];
      const parts: Worded =
        item.kind === "matrix"
          ? item.rows
          : item.fields.map(({ name, title }) => ({ value: name, text: title }));
      return parts.flatMap(({ value, text }) => {
        const cell = answer[String(value)];
        if (cell === undefined) return [];
        const word = item.kind === "matrix" ? wordOf(item.columns, cell, language) : String(cell);
        return [`${text[language]}: ${word}`];
      });
    }
    case "file":
      return fileNames(answer);
    default:
      return [typeof answer === "object" ? JSON.stringify(answer) : String(answer), ...written];
  }
}
