/** What the controls of a page show: the reverse of `readForm`. */
import { referencesIn } from "../../domain/questionnaire/answer-files";
import type { Answer, Answers, Item, Page } from "../../domain/questionnaire/compiled";
import { answerField, commentField, partField } from "../../domain/questionnaire/read-form";

export type FormEntry = [name: string, value: string];

/** Stored answers as the form fields that would have posted them. */
export const writeForm = (page: Page, answers: Answers): FormEntry[] =>
  page.items.flatMap((item) => {
    const answer = answers[item.name];
    const comment = answers[`${item.name}-Comment`];
    return [
      ...(answer === undefined ? [] : writeItem(item, answer)),
      ...(typeof comment === "string" ? [[commentField(item.name), comment] as FormEntry] : []),
    ];
  });

function writeItem(item: Item, answer: Answer): FormEntry[] {
  if (item.kind === "file")
    return referencesIn(answer).map((file) => [answerField(item.name), JSON.stringify(file)]);
  if (Array.isArray(answer))
    return item.kind === "ranking"
      ? answer.map((choice, at) => [partField(item.name, String(choice)), String(at + 1)])
      : answer.map((choice) => [answerField(item.name), String(choice)]);
  if (typeof answer === "object")
    return Object.entries(answer).map(([part, value]) => [partField(item.name, part), String(value)]);
  return [[answerField(item.name), String(answer)]];
}

/** Looks up what is typed or picked. */
export type FormValues = {
  first: (name: string) => string;
  all: (name: string) => string[];
  has: (name: string, value: string) => boolean;
};

export const valuesOf = (entries: readonly FormEntry[]): FormValues => ({
  first: (name) => entries.find(([key]) => key === name)?.[1] ?? "",
  all: (name) => entries.flatMap(([key, value]) => (key === name ? [value] : [])),
  has: (name, value) => entries.some(([key, given]) => key === name && given === value),
});
