/** A draft taken apart into pages and questions by name, and put together again. */
import { childrenKey, holdsQuestions } from "./draft-outline";
import { isObject, type JsonObject, listOf, type PathPart } from "./draft-tree";

export type PartKind = "survey" | "page" | "question";
export type DraftPart = {
  id: string;
  kind: PartKind;
  /** What it is itself, without what stands in it; the list of those is empty, where it was. */
  own: JsonObject;
  parent: string | null;
  /** The property that holds its parts; null where it holds none. */
  key: string | null;
  children: string[];
  path: PathPart[];
};

export const surveyId = "survey";

/** The parts by id: kind and name, or the place of what has no name or shares one. */
export function partsOf(draft: unknown): Map<string, DraftPart> {
  const parts = new Map<string, DraftPart>();
  const add = (given: JsonObject, kind: PartKind, parent: string | null, path: PathPart[]): string => {
    const named = typeof given.name === "string" && given.name !== "" ? `${kind}:${given.name}` : null;
    const id =
      kind === "survey" ? surveyId : named && !parts.has(named) ? named : `${kind}@${path.join(".")}`;
    const paged = kind === "survey" && Array.isArray(given.pages);
    const holds = kind !== "question" || holdsQuestions(given);
    const key = paged ? "pages" : holds ? childrenKey(given) : null;
    const list = key === null ? [] : listOf(given[key]);
    // A list with something odd in it stays whole within its owner.
    const open = key !== null && Array.isArray(given[key]) && list.every(isObject);
    const part: DraftPart = {
      ...{ id, kind, parent, path, key: open ? key : null, children: [] },
      own: open ? { ...given, [key]: [] } : given,
    };
    parts.set(id, part);
    if (open)
      part.children = list
        .filter(isObject)
        .map((inner, at) => add(inner, paged ? "page" : "question", id, [...path, key, at]));
    return id;
  };
  if (isObject(draft)) add(draft, "survey", null, []);
  return parts;
}

/** The draft these parts make; the order of each part's own properties is kept. */
export function draftOf(parts: ReadonlyMap<string, Pick<DraftPart, "own" | "key" | "children">>): unknown {
  const build = (id: string): unknown => {
    const part = parts.get(id);
    if (!part) return undefined;
    if (part.key === null) return part.own;
    return { ...part.own, [part.key]: part.children.map(build) };
  };
  return build(surveyId);
}
