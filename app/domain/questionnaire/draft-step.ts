/** Moves by keyboard: one place up or down, over the ends of pages, into panels and out of them. */
import type { DraftEdit } from "./draft-change";
import { childrenKey, holdsQuestions, placeOf } from "./draft-outline";
import { isObject, listOf, type PathPart, valueAt } from "./draft-tree";

export type Direction = "up" | "down" | "in" | "out";

const countIn = (draft: unknown, container: readonly PathPart[]): number => {
  const holder = valueAt(draft, container);
  return isObject(holder) ? listOf(holder[childrenKey(holder)]).length : 0;
};

/**
 * The move of a question or page one place further, or null where it cannot go. At the end of a page a question
 * goes to the next page, at the end of a panel out of it; "in" puts it at the end of the panel above.
 */
export function stepEdit(draft: unknown, path: readonly PathPart[], direction: Direction): DraftEdit | null {
  if (path.length < 2) return null;
  const { container, key, at } = placeOf(path);
  const siblings = listOf(valueAt(draft, path.slice(0, -1)));
  const move = (to: PathPart[], place: number): DraftEdit => ({
    edit: "move",
    path,
    container: to,
    at: place,
  });
  const inPage = key !== "pages" && container.length <= 2;
  if (direction === "in") {
    const above = siblings[at - 1];
    if (key === "pages" || !isObject(above) || !holdsQuestions(above)) return null;
    const panel = [...path.slice(0, -1), at - 1];
    return move(panel, countIn(draft, panel));
  }
  const after = direction === "up" ? 0 : 1;
  if (direction === "out") {
    if (key === "pages" || inPage) return null;
    const outer = placeOf(container);
    return move(outer.container, outer.at + 1);
  }
  const next = at + (direction === "up" ? -1 : 1);
  if (next >= 0 && next < siblings.length) return move(container, direction === "up" ? next : next + 1);
  if (key === "pages") return null;
  if (!inPage) {
    const outer = placeOf(container);
    return move(outer.container, outer.at + after);
  }
  const page = Number(container[1]) + (direction === "up" ? -1 : 1);
  const target = ["pages", page];
  if (container[0] !== "pages" || !isObject(valueAt(draft, target))) return null;
  return move(target, direction === "up" ? countIn(draft, target) : 0);
}
