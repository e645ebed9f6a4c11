/** What a rule of a draft can be made for: its pages, questions and panels, and what questions offer. */
import type { Language } from "../language";
import { localText, placedElements } from "./condition-questions";
import { isObject, type JsonObject, listOf, pagesOf, pathText } from "./draft-tree";

export type RuleTargetOption = {
  path: string;
  kind: "page" | "question" | "panel";
  /** Of the page, or of the question. */
  name: string;
  page: number;
  title: string;
  /** Choices and rows that a rule can offer to some only, by the rest of their path: `choices[2]`. */
  options: { path: string; label: string }[];
};

/** The choices of a question, or the rows of a table that is answered row by row. */
function offeredBy(element: JsonObject, language: Language): RuleTargetOption["options"] {
  const list = element.type === "matrix" ? "rows" : "choices";
  if (String(element.type).startsWith("matrix") && element.type !== "matrix") return [];
  return listOf(element[list]).map((entry, at) => {
    const [value, text] = typeof entry === "string" ? entry.split("|", 2) : [undefined, undefined];
    const own = isObject(entry) ? entry : { value: value ?? entry, text };
    return { path: `${list}[${at}]`, label: localText(own.text, String(own.value ?? ""))[language] };
  });
}

/** In the order of the questionnaire, each page before its questions. */
export function ruleTargets(draft: unknown, language: Language): RuleTargetOption[] {
  const elements = placedElements(draft);
  return pagesOf(draft).flatMap(({ page, path }, at): RuleTargetOption[] => [
    {
      ...{ path: pathText(path), kind: "page", name: String(page.name ?? ""), page: at },
      ...{ title: localText(page.title, "")[language], options: [] },
    },
    ...elements
      .filter((one) => one.page === path[1])
      .map(({ element, place }): RuleTargetOption => {
        const name = String(element.name ?? "");
        return {
          ...{ path: pathText(place), kind: element.type === "panel" ? "panel" : "question", name, page: at },
          title: localText(element.title, name)[language],
          options: offeredBy(element, language),
        };
      }),
  ]);
}
