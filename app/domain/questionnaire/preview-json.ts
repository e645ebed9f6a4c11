/** What SurveyJS is given to draw one question or page: that part alone, shown whatever its conditions, and harmless. */
import { type Language, surveyLocale } from "../language";
import { childrenKey, holdsQuestions } from "./draft-outline";
import { isObject, type JsonObject, listOf, type PathPart, valueAt } from "./draft-tree";
import { harmless } from "./harmless";

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
const offered = new Set(["signaturepad", "imagemap"]);

/** A question as it is drawn: whatever its conditions, and without what cannot be answered here. */
function drawn(element: JsonObject): JsonObject {
  const kept = Object.fromEntries(Object.entries(element).filter(([key]) => !left.includes(key)));
  if (offered.has(String(element.type))) return { type: "html", name: String(element.name), html: "" };
  const key = childrenKey(element);
  if (!holdsQuestions(element)) return kept;
  return { ...kept, [key]: listOf(element[key]).filter(isObject).map(drawn) };
}

/** The JSON of a survey that shows the part at a path; null where there is nothing to show. */
export function previewJson(
  draft: unknown,
  path: readonly PathPart[],
  language: Language,
): JsonObject | null {
  const part = valueAt(draft, path);
  const json = isObject(part) ? harmless(surveyOf(part, path, language)) : null;
  return isObject(json) ? json : null;
}

function surveyOf(part: JsonObject, path: readonly PathPart[], language: Language): JsonObject {
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
      pages: [{ name: "preview", elements: [drawn(part)] }],
    };
  const elements = listOf(part[childrenKey(part)]).filter(isObject).map(drawn);
  return {
    ...base,
    showTitle: false,
    pages: [{ name: "preview", title: part.title, description: part.description, elements }],
  };
}
