/** From parts of a questionnaire to an item of the bank, and the mark they get that they are one. */

import { questionName } from "../bank/survey-json";
import type { DraftEdit } from "../draft-change";
import { freeName, withReferences } from "../draft-names";
import { isWithin, outlineOf } from "../draft-outline";
import { isObject, type JsonObject, listOf, type PathPart, valueAt } from "../draft-tree";
import { measures } from "../measures";
import { namedIn, withKnownConditions } from "./conditions-kept";
import { draftOfItem, type ItemContent } from "./item";
import { copiesIn, mapParts, originOf, originProperty, withoutOrigins } from "./origin";
import { withoutProduct } from "./product-name";

type Path = readonly PathPart[];

export type SavedItem = {
  content: ItemContent;
  /** Conditions left out, as they ask about questions that are not saved with them. */
  leftOut: string[];
};

const standardNames = measures.map(({ key }) => questionName(key));

/** The names of a saved item again, for what came from that item and was renamed since. */
function underBankNames({ parts, ...content }: ItemContent, id: string): JsonObject[] {
  const copies = copiesIn(draftOfItem({ ...content, parts }), id);
  const back = new Map(
    copies.flatMap(({ part, origin }) =>
      typeof part.name === "string" && part.name !== origin.part ? [[part.name, origin.part]] : [],
    ),
  );
  const taken = new Set(copies.map(({ origin }) => origin.part.toLowerCase()));
  const renamed = new Map(back);
  const named = parts.map((part) =>
    mapParts(part, (one) => {
      const origin = originOf(one);
      if (typeof one.name !== "string") return one;
      if (origin?.id === id) return { ...one, name: origin.part };
      const name = freeName(one.name, taken);
      taken.add(name.toLowerCase());
      if (name !== one.name) renamed.set(one.name, name);
      return { ...one, name };
    }),
  );
  return withReferences(named, renamed) as JsonObject[];
}

/**
 * The parts at these paths (pages, or questions) as an item. `product` is the study's: its name becomes a mark.
 * With `id`, the parts are a newer wording of that item and get its names back. Conditions on questions outside
 * are left out, but for those on questions of the product's own bank, which keep their names in every study. The
 * numbers drawn at random that conditions read come along. Null where there is nothing at a path.
 */
export function itemFrom(
  draft: unknown,
  paths: readonly Path[],
  given: { product: string; id?: string | undefined },
): SavedItem | null {
  const found = paths.map((path) => valueAt(draft, path));
  if (found.length === 0 || !found.every(isObject)) return null;
  const holds = paths.every((path) => path.length === 2 && path[0] === "pages") ? "pages" : "questions";
  const named = withoutOrigins(
    given.id ? underBankNames({ holds, parts: found, draws: [] }, given.id) : found,
  );
  const drawn = listOf(isObject(draft) ? draft.draws : undefined).filter(isObject);
  const inside = outlineOf(draftOfItem({ holds, parts: named, draws: [] }));
  const names = [...inside.map(({ part }) => part.name), ...drawn.map(({ name }) => name), ...standardNames];
  const { parts, leftOut } = withKnownConditions(
    named,
    new Set(names.map((name) => String(name).toLowerCase())),
  );
  const read = new Set(namedIn(JSON.stringify(parts)));
  const draws = drawn.filter(({ name }) => read.has(String(name).toLowerCase()));
  return { content: { holds, parts: withoutProduct(parts, given.product), draws }, leftOut };
}

/**
 * The edit that marks the parts at these paths, and all they hold, as copies of the item they were saved as.
 * Their names in the bank are those they were given there: by `itemFrom`, in the same order.
 */
export function markSaved(
  draft: unknown,
  paths: readonly Path[],
  saved: { id: string; revision: number; content: ItemContent },
): DraftEdit {
  const rows = outlineOf(draft).filter(({ path }) => paths.some((top) => isWithin(path, top)));
  const names = outlineOf(draftOfItem(saved.content))
    .slice(saved.content.holds === "pages" ? 0 : 1)
    .map(({ part }) => part.name);
  return {
    edit: "all",
    edits: rows.flatMap(({ path }, at) => {
      const part = names[at];
      if (typeof part !== "string") return [];
      const value = { id: saved.id, part, revision: saved.revision };
      return [{ edit: "set" as const, path: [...path, originProperty], value }];
    }),
  };
}
