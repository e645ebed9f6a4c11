/** Edits of a questionnaire's draft. Every edit keeps the properties it does not know. */
import type { Language } from "../language";
import {
  findQuestion,
  isObject,
  type JsonObject,
  listOf,
  type PathPart,
  pathText,
  valueAt,
  withValue,
  wordingOf,
  writeText,
} from "./draft-tree";

const split = (path: readonly PathPart[]): { list: PathPart[]; at: number } => ({
  list: path.slice(0, -1),
  at: Number(path.at(-1)),
});
const spliced = (list: unknown, at: number, remove: number, ...insert: unknown[]) =>
  listOf(list).toSpliced(at, remove, ...insert);

/** One text of a question: where it stands in it (`choices[2].text`), and what it is to say. */
export type TextChange = { path: string; language: Language; text: string };

/**
 * The draft with texts of a question changed, or null when there is no such question. A path that is no
 * text of the question is left alone; a bare choice value becomes a choice with that value and a text.
 */
export function setWording(draft: unknown, name: string, changes: readonly TextChange[]): unknown {
  const found = findQuestion(draft, name);
  if (!found) return null;
  let element: unknown = found.element;
  for (const { path, language, text } of changes) {
    const wording = wordingOf(found.element).find((one) => pathText(one.path) === path);
    if (!wording || wording.text[language] === text) continue;
    const entry = wording.path.slice(0, -1);
    const bare = valueAt(element, entry);
    if (entry.length > 0 && !isObject(bare)) element = withValue(element, entry, { value: bare });
    const before = valueAt(element, wording.path) ?? (entry.length > 0 ? wording.text.en : undefined);
    element = withValue(element, wording.path, writeText(before, language, text));
  }
  return withValue(draft, found.path, element);
}

/**
 * The draft with the title or description of a page changed (of the whole questionnaire where `page` is
 * null), or null when there is no such page.
 */
export function setHeading(draft: unknown, page: number | null, changes: readonly TextChange[]): unknown {
  const path = page === null ? [] : ["pages", page];
  if (!isObject(valueAt(draft, path))) return null;
  return changes
    .filter((change) => change.path === "title" || change.path === "description")
    .reduce((edited, { path: property, language, text }) => {
      const place = [...path, property];
      return withValue(edited, place, writeText(valueAt(edited, place), language, text));
    }, draft);
}

/** The draft with a question required or not, or null when there is no such question. */
export function setRequired(draft: unknown, name: string, required: boolean): unknown {
  const found = findQuestion(draft, name);
  return found && withValue(draft, [...found.path, "isRequired"], required ? true : undefined);
}

/** A question that was taken out, and where it stood: enough to put it back. */
export type Removed = { path: PathPart[]; element: JsonObject };

/** The draft without a question, or null when there is no such question. Its page stays, even empty. */
export function removeQuestion(draft: unknown, name: string): { draft: unknown; removed: Removed } | null {
  const found = findQuestion(draft, name);
  if (!found) return null;
  const { list, at } = split(found.path);
  return {
    draft: withValue(draft, list, spliced(valueAt(draft, list), at, 1)),
    removed: { path: found.path, element: found.element },
  };
}

/** The draft with a removed question back in its place; null when that place is gone or the name is taken. */
export function restoreQuestion(draft: unknown, { path, element }: Removed): unknown {
  const { list, at } = split(path);
  const siblings = valueAt(draft, list);
  const taken = typeof element.name === "string" && findQuestion(draft, element.name);
  if (taken || list.at(-1) !== "elements" || !Array.isArray(siblings) || !Number.isInteger(at)) return null;
  return withValue(draft, list, spliced(siblings, at, 0, element));
}

/**
 * The draft with a question one place further up or down, or null when it cannot go further. At the end of
 * a page it goes to the next one, at the end of a panel out of the panel.
 */
export function moveQuestion(draft: unknown, name: string, direction: "up" | "down"): unknown {
  const found = findQuestion(draft, name);
  if (!found) return null;
  const { list, at } = split(found.path);
  const siblings = listOf(valueAt(draft, list));
  const step = direction === "up" ? -1 : 1;
  const without = withValue(draft, list, spliced(siblings, at, 1));
  const put = (where: PathPart[], place: number) =>
    withValue(without, where, spliced(valueAt(without, where), place, 0, found.element));
  if (siblings[at + step] !== undefined) return put(list, at + step);
  const container = split(list.slice(0, -1));
  if (container.list.at(-1) === "elements")
    return put(container.list, container.at + (direction === "up" ? 0 : 1));
  const page = container.at + step;
  const elements = ["pages", page, "elements"];
  if (!isObject(valueAt(draft, ["pages", page]))) return null;
  return put(elements, direction === "up" ? listOf(valueAt(draft, elements)).length : 0);
}
