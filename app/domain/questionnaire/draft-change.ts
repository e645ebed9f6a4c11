/**
 * The vocabulary of edits: each takes a draft and says what becomes of it. What an edit does not name stays
 * as it is, properties nobody here knows included, so that a questionnaire made elsewhere survives its editing.
 */
import type { Language } from "../language";
import { freeName, takenNames, withFreeNames, withReferences } from "./draft-names";
import { childrenKey, isWithin, pagePaths, placeOf } from "./draft-outline";
import {
  isObject,
  type JsonObject,
  listOf,
  type PathPart,
  valueAt,
  withValue,
  writeText,
} from "./draft-tree";
import { originProperty } from "./own-bank/origin";

type Path = readonly PathPart[];

export type DraftEdit =
  /** A property set, or removed where the value is undefined. The path leads to the property. */
  | { edit: "set"; path: Path; value: unknown }
  /** One language of a text; the path leads to the text. */
  | { edit: "text"; path: Path; language: Language; text: string }
  /** Several edits as one; all of them or none. */
  | { edit: "all"; edits: readonly DraftEdit[] }
  /** Questions put into a page or panel, the first at `at`. Names that are taken are changed. */
  | { edit: "insert"; container: Path; at: number; elements: readonly JsonObject[] }
  | { edit: "insert-pages"; at: number; pages: readonly JsonObject[]; draws?: readonly JsonObject[] }
  /** A question or page moved before the one that stands at `at` of `container` now ([] for pages). */
  | { edit: "move"; path: Path; container: Path; at: number }
  | { edit: "remove"; path: Path }
  /** A copy behind the original, under free names, without its measure (asked once) and no copy of a bank item. */
  | { edit: "duplicate"; path: Path }
  /** A new name, in every condition and text that mentions the old one, too. */
  | { edit: "rename"; path: Path; name: string }
  | { edit: "replace"; draft: unknown };

/** The draft after an edit, and where the part it was about stands now. */
export type Edited = { draft: unknown; at: PathPart[] };

/** The draft after an edit; null when it cannot be done (its part is gone, or a panel would hold itself). */
export function applyEdit(draft: unknown, edit: DraftEdit): Edited | null {
  switch (edit.edit) {
    case "set":
      return setValue(draft, edit.path, edit.value);
    case "text": {
      const before = valueAt(draft, edit.path);
      return setValue(draft, edit.path, writeText(before, edit.language, edit.text));
    }
    case "all":
      return edit.edits.reduce<Edited | null>(
        (done, next) => {
          const after = done && applyEdit(done.draft, next);
          return after && { draft: after.draft, at: after.at };
        },
        { draft, at: [] },
      );
    case "insert": {
      const elements = withFreeNames(edit.elements, draft);
      return elements.length > 0 ? insertElements(draft, edit.container, edit.at, elements) : null;
    }
    case "insert-pages":
      return insertPages(draft, edit.at, edit.pages, edit.draws ?? []);
    case "move":
      return move(draft, edit.path, edit.container, edit.at);
    case "remove":
      return remove(draft, edit.path);
    case "duplicate":
      return duplicate(draft, edit.path);
    case "rename":
      return rename(draft, edit.path, edit.name);
    case "replace":
      return { draft: edit.draft, at: [] };
  }
}

/** The part that holds the property; a value cannot be set on what is not there. */
function setValue(draft: unknown, path: Path, value: unknown): Edited | null {
  const owner = valueAt(draft, path.slice(0, -1));
  const last = path.at(-1);
  if (last === undefined || (typeof last === "number" ? !Array.isArray(owner) : !isObject(owner)))
    return null;
  return { draft: withValue(draft, path, value), at: path.slice(0, -1) };
}

const spliced = (list: unknown, at: number, remove: number, ...insert: unknown[]) =>
  listOf(list).toSpliced(at, remove, ...insert);

function insertElements(draft: unknown, container: Path, at: number, elements: JsonObject[]): Edited | null {
  const holder = valueAt(draft, container);
  if (!isObject(holder)) return null;
  const key = childrenKey(holder);
  const place = Math.max(0, Math.min(at, listOf(holder[key]).length));
  const list = [...container, key];
  return { draft: withValue(draft, list, spliced(holder[key], place, 0, ...elements)), at: [...list, place] };
}

/** A draft whose questions stand without pages gets its first page around them. */
export function withPages(draft: unknown): unknown {
  if (!isObject(draft) || Array.isArray(draft.pages)) return draft;
  const key = childrenKey(draft);
  const name = freeName("page1", takenNames(draft));
  const pages = Array.isArray(draft[key]) ? [{ name, elements: draft[key] }] : [];
  const { [key]: _, ...rest } = draft;
  return { ...rest, pages };
}

function insertPages(
  draft: unknown,
  at: number,
  pages: readonly JsonObject[],
  draws: readonly JsonObject[],
): Edited | null {
  const paged = withPages(draft);
  if (!isObject(paged) || pages.length === 0) return null;
  const before = listOf(paged.pages);
  const place = Math.max(0, Math.min(at, before.length));
  const inserted = spliced(before, place, 0, ...withFreeNames(pages, paged));
  const drawn = listOf(paged.draws);
  const missing = draws.filter(({ name }) => !drawn.some((one) => isObject(one) && one.name === name));
  const after = { ...paged, pages: inserted };
  return {
    draft: missing.length > 0 ? { ...after, draws: [...drawn, ...missing] } : after,
    at: ["pages", place],
  };
}

/** Path after the part at `gone` was taken out of its list. */
function without(path: Path, gone: Path): PathPart[] {
  const depth = gone.length - 1;
  const at = path[depth];
  const cut = gone.at(-1);
  const behind =
    path.length > depth &&
    isWithin(path, gone.slice(0, -1)) &&
    typeof at === "number" &&
    typeof cut === "number" &&
    at > cut;
  return behind ? path.map((part, index) => (index === depth ? at - 1 : part)) : [...path];
}

function move(draft: unknown, path: Path, container: Path, at: number): Edited | null {
  const part = valueAt(draft, path);
  if (!isObject(part) || path.length < 2 || isWithin(container, path)) return null;
  const from = placeOf(path);
  const isPage = from.container.length === 0 && from.key === "pages";
  const target = valueAt(draft, container);
  if (!isObject(target) || isPage !== (container.length === 0 && Array.isArray(target.pages))) return null;
  const key = isPage ? "pages" : childrenKey(target);
  const sameList =
    from.key === key && from.container.length === container.length && isWithin(container, from.container);
  const place = sameList && at > from.at ? at - 1 : at;
  if (sameList && place === from.at) return null;
  const taken = remove(draft, path);
  if (!taken) return null;
  const list = [...without(container, path), key];
  const before = listOf(valueAt(taken.draft, list));
  const there = Math.max(0, Math.min(place, before.length));
  return { draft: withValue(taken.draft, list, before.toSpliced(there, 0, part)), at: [...list, there] };
}

function remove(draft: unknown, path: Path): Edited | null {
  const list = path.slice(0, -1);
  const { container, at } = placeOf(path);
  if (path.length < 2 || !isObject(valueAt(draft, path))) return null;
  const after = spliced(valueAt(draft, list), at, 1);
  const near = Math.min(at, after.length - 1);
  return { draft: withValue(draft, list, after), at: near >= 0 ? [...list, near] : container };
}

const unmeasured = (part: JsonObject): JsonObject => {
  const { measure: _, subject: __, [originProperty]: ___, ...rest } = part;
  const key = childrenKey(rest);
  if (!Array.isArray(rest[key])) return rest;
  return { ...rest, [key]: rest[key].map((inner: unknown) => (isObject(inner) ? unmeasured(inner) : inner)) };
};

function duplicate(draft: unknown, path: Path): Edited | null {
  const part = valueAt(draft, path);
  if (!isObject(part) || path.length < 2) return null;
  const { container, key, at } = placeOf(path);
  const copies = withFreeNames([unmeasured(part)], draft);
  const list = [...container, key];
  return {
    draft: withValue(draft, list, spliced(valueAt(draft, list), at + 1, 0, ...copies)),
    at: [...list, at + 1],
  };
}

function rename(draft: unknown, path: Path, name: string): Edited | null {
  const part = valueAt(draft, path);
  if (!isObject(part)) return null;
  const renamed = withValue(draft, [...path, "name"], name);
  const isPage = pagePaths(draft).some((page) => page.length === path.length && isWithin(path, page));
  if (isPage || typeof part.name !== "string" || part.name === "") return { draft: renamed, at: [...path] };
  return { draft: withReferences(renamed, new Map([[part.name, name]])), at: [...path] };
}
