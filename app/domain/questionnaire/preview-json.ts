/** What SurveyJS is given to draw one question or page: that part alone, shown whatever its conditions, and harmless. */
import { type Language, surveyLocale } from "../language";
import { cleanHtml } from "./clean-html";
import { childrenKey, holdsQuestions } from "./draft-outline";
import { isObject, type JsonObject, listOf, type PathPart, valueAt } from "./draft-tree";

/** Fetches, fills in or leaves for elsewhere: a preview does none of it. */
const left = [
  "choicesByUrl",
  "visibleIf",
  "enableIf",
  "requiredIf",
  "setValueIf",
  "setValueExpression",
  "resetValueIf",
];
const offered = new Set(["file", "signaturepad", "imagemap"]);

const cleanEach = (given: unknown): unknown => {
  if (typeof given === "string") return cleanHtml(given);
  if (!isObject(given)) return undefined;
  return Object.fromEntries(
    Object.entries(given).map(([key, html]) => [key, typeof html === "string" ? cleanHtml(html) : ""]),
  );
};

function harmless(element: JsonObject): JsonObject {
  const kept = Object.fromEntries(Object.entries(element).filter(([key]) => !left.includes(key)));
  if (offered.has(String(element.type))) return { type: "html", name: String(element.name), html: "" };
  if (element.type === "html") return { ...kept, html: cleanEach(element.html) };
  const key = childrenKey(element);
  if (!holdsQuestions(element)) return kept;
  return { ...kept, [key]: listOf(element[key]).filter(isObject).map(harmless) };
}

/** The JSON of a survey that shows the part at a path; null where there is nothing to show. */
export function previewJson(
  draft: unknown,
  path: readonly PathPart[],
  language: Language,
): JsonObject | null {
  const part = valueAt(draft, path);
  if (!isObject(part)) return null;
  const base = {
    ...{ locale: surveyLocale[language], showNavigationButtons: false, showQuestionNumbers: false },
    ...{ checkErrorsMode: "onValueChanged", widthMode: "responsive", focusFirstQuestionAutomatic: false },
  };
  const isPage = path.length <= 2 && path[0] !== "elements" && path[0] !== "questions";
  if (path.length === 0 && Array.isArray(part.pages))
    return {
      ...base,
      title: part.title,
      description: part.description,
      pages: [{ name: "preview", elements: [] }],
    };
  if (!isPage)
    return {
      ...base,
      showTitle: false,
      showPageTitles: false,
      pages: [{ name: "preview", elements: [harmless(part)] }],
    };
  const elements = listOf(part[childrenKey(part)]).filter(isObject).map(harmless);
  return {
    ...base,
    showTitle: false,
    pages: [{ name: "preview", title: part.title, description: part.description, elements }],
  };
}
