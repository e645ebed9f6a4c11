/** The questions of a draft as a tree: pages, panels, and the questions each of them holds. */
import { isObject, type JsonObject, listOf, type PathPart, valueAt } from "./draft-tree";

/** The property under which a page, a panel or a repeated panel keeps its questions. */
export function childrenKey(container: JsonObject): "elements" | "questions" | "templateElements" {
  const old = Array.isArray(container.questions);
  if (container.type === "paneldynamic")
    return old && !Array.isArray(container.templateElements) ? "questions" : "templateElements";
  return old && !Array.isArray(container.elements) ? "questions" : "elements";
}

export const holdsQuestions = (element: JsonObject): boolean =>
  element.type === "panel" || element.type === "paneldynamic";

/** Where the pages of a draft stand. SurveyJS also takes questions without pages: the draft is then its only page. */
export function pagePaths(draft: unknown): PathPart[][] {
  if (!isObject(draft)) return [];
  if (Array.isArray(draft.pages))
    return draft.pages.flatMap((page, at) => (isObject(page) ? [["pages", at]] : []));
  return Array.isArray(draft.elements) || Array.isArray(draft.questions) ? [[]] : [];
}

export type OutlineRow = {
  path: PathPart[];
  part: JsonObject;
  kind: "page" | "question";
  /** 0 for a page, 1 for a question on it, 2 inside a panel, … */
  depth: number;
  /** The index of its page. */
  page: number;
  /** How many questions a question or page holds directly. */
  holds: number;
};

function rowsIn(container: JsonObject, path: PathPart[], depth: number, page: number): OutlineRow[] {
  const key = childrenKey(container);
  return listOf(container[key]).flatMap((element, at): OutlineRow[] => {
    if (!isObject(element)) return [];
    const here = [...path, key, at];
    const holds = holdsQuestions(element) ? listOf(element[childrenKey(element)]).length : 0;
    const row: OutlineRow = { path: here, part: element, kind: "question", depth, page, holds };
    return holdsQuestions(element) ? [row, ...rowsIn(element, here, depth + 1, page)] : [row];
  });
}

/** Every page and question in reading order; questions in panels and repeated panels included. */
export const outlineOf = (draft: unknown): OutlineRow[] =>
  pagePaths(draft).flatMap((path, page) => {
    const part = valueAt(draft, path);
    if (!isObject(part)) return [];
    const holds = listOf(part[childrenKey(part)]).length;
    return [{ path, part, kind: "page" as const, depth: 0, page, holds }, ...rowsIn(part, path, 1, page)];
  });

/** The container and place of a part: `pages[1].elements[3]` stands at 3 of `pages[1]`. */
export const placeOf = (path: readonly PathPart[]): { container: PathPart[]; key: string; at: number } => ({
  container: path.slice(0, -2),
  key: String(path.at(-2) ?? ""),
  at: Number(path.at(-1)),
});

export const samePath = (one: readonly PathPart[] | null, other: readonly PathPart[] | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.length === other.length &&
    one.every((part, at) => part === other[at]));

/** Whether `inner` is `outer` or stands inside it. */
export const isWithin = (inner: readonly PathPart[], outer: readonly PathPart[]): boolean =>
  outer.every((part, at) => inner[at] === part);
