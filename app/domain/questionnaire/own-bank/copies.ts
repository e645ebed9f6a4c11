/** Copies of bank items in questionnaires: whether they read as the bank does, and taking over what it says now. */
import type { DraftEdit } from "../draft-change";
import { withFreeNames, withReferences } from "../draft-names";
import { childrenKey, isWithin, placeOf } from "../draft-outline";
import { ruleProperties } from "../draft-rules";
import { type DraftText, isObject, type JsonObject, questionsOf, wordingOf } from "../draft-tree";
import { sameJson } from "../same-json";
import { drawEdits } from "./insert-item";
import type { ItemContent } from "./item";
import { type Copy, copiesIn, originOf, originProperty, partsByName, withOrigins } from "./origin";
import { withProduct } from "./product-name";

export type BankWording = { id: string; revision: number; content: ItemContent };

/** "same" reads as the bank does, "older" is of an earlier wording, "changed" was changed where it stands. */
export type CopyState = "same" | "older" | "changed";

/** What belongs to the place of a copy rather than to the item. */
const local = new Set(["name", "measure", "subject", originProperty, ...Object.keys(ruleProperties)]);

const ownOf = (part: JsonObject, names: ReadonlyMap<string, string>) => {
  const key = childrenKey(part);
  const own = Object.entries(part).filter(
    ([property, inner]) => !local.has(property) && !(property === key && Array.isArray(inner)),
  );
  return withReferences(Object.fromEntries(own), names) as JsonObject;
};

const namesOf = (copies: readonly Copy[]) =>
  new Map(copies.map(({ part, origin }) => [String(part.name), origin.part]));

const isInside = (path: Copy["path"], outer: Copy["path"]) =>
  path.length > outer.length && isWithin(path, outer);

/** The copies of an item in a draft that stand in no other copy of it. */
export function topCopies(draft: unknown, id: string): Copy[] {
  const copies = copiesIn(draft, id);
  return copies.filter(({ path }) => !copies.some((one) => isInside(path, one.path)));
}

/** How the copies of an item in a draft stand to what the bank says now; null where there are none. */
export function stateOfCopies(draft: unknown, item: BankWording, product: string): CopyState | null {
  const copies = copiesIn(draft, item.id);
  if (copies.length === 0) return null;
  if (copies.some(({ origin }) => origin.revision < item.revision)) return "older";
  const theirs = partsByName({ ...item.content, parts: withProduct(item.content.parts, product) });
  const names = namesOf(copies);
  const same = copies.every(({ part, origin }) => {
    const saved = theirs.get(origin.part);
    return saved !== undefined && sameJson(ownOf(part, names), ownOf(saved, new Map()));
  });
  return same ? "same" : "changed";
}

/** A text of a copy that the bank words otherwise now. */
export type Reworded = { name: string; here: DraftText; there: DraftText };

/** The texts of the copies in a draft that the bank words otherwise, in their order; empty where one side has none. */
export function rewordedIn(draft: unknown, item: BankWording, product: string): Reworded[] {
  const theirs = partsByName({ ...item.content, parts: withProduct(item.content.parts, product) });
  const none: DraftText = { "zh-CN": "", en: "" };
  return copiesIn(draft, item.id).flatMap(({ part, origin }) => {
    const saved = theirs.get(origin.part);
    if (!saved) return [];
    const texts = (given: JsonObject) =>
      new Map(wordingOf(given).map(({ path, text }) => [path.join("."), text]));
    const [mine, bank] = [texts(part), texts(saved)];
    return [...new Set([...mine.keys(), ...bank.keys()])].flatMap((path): Reworded[] => {
      const [here, there] = [mine.get(path) ?? none, bank.get(path) ?? none];
      return sameJson(here, there) ? [] : [{ name: String(part.name), here, there }];
    });
  });
}

/**
 * The edit that gives every copy of an item in a draft the wording, answers and settings the bank has now, or null
 * where there is no copy. Names, measures and conditions stay as they are here; so do questions added to a copied
 * page or panel. What the bank has taken out stays and is no copy any more; what it has added comes in.
 */
export function takeOver(draft: unknown, item: BankWording, product: string): DraftEdit | null {
  const copies = copiesIn(draft, item.id);
  const tops = topCopies(draft, item.id);
  const last = tops.at(-1);
  if (!last) return null;
  const parts = withOrigins(withProduct(item.content.parts, product), item.id, item.revision);
  const theirs = partsByName({ ...item.content, parts });
  const here = new Map([...namesOf(copies)].map(([name, part]) => [part, name]));
  const present = new Set(copies.map(({ origin }) => origin.part));
  const asked = new Set(questionsOf(draft).map(({ element }) => element.measure));
  const missing = [...theirs.values()].filter(
    (part) => !present.has(String(part.name)) && ![...theirs.values()].some((one) => lacks(one, part)),
  );
  // A part that is missing altogether brings what it holds along.
  function lacks(holder: JsonObject, part: JsonObject) {
    const list = holder[childrenKey(holder)];
    return !present.has(String(holder.name)) && Array.isArray(list) && list.includes(part);
  }
  const once = missing.map((part) => {
    if (part.measure === undefined || !asked.has(part.measure)) return part;
    const { measure: _, subject: __, ...rest } = part;
    return rest;
  });
  const named = withReferences(withFreeNames(once, draft), here) as JsonObject[];
  const freshOf = (part: JsonObject): JsonObject[] => {
    const at = missing.indexOf(part);
    return at < 0 ? [] : named.slice(at, at + 1);
  };

  const renewed = (part: JsonObject): JsonObject => {
    const origin = originOf(part);
    const mine = origin?.id === item.id ? origin : null;
    const saved = mine ? theirs.get(mine.part) : undefined;
    const key = childrenKey(part);
    const list = part[key];
    const inner = Array.isArray(list)
      ? list.map((one: unknown) => (isObject(one) ? renewed(one) : one))
      : undefined;
    if (!saved) {
      const { [originProperty]: left, ...rest } = part;
      const kept = mine ? rest : part;
      return inner ? { ...kept, [key]: inner } : kept;
    }
    const savedList = saved[childrenKey(saved)];
    const added = Array.isArray(savedList) ? savedList.flatMap(freshOf) : [];
    const placed = Object.entries(part).filter(([property]) => local.has(property));
    return {
      ...ownOf(saved, here),
      ...Object.fromEntries(placed),
      [originProperty]: saved[originProperty],
      ...(inner || added.length > 0 ? { [childrenKey(saved)]: [...(inner ?? []), ...added] } : {}),
    };
  };
  const sets = tops.map(({ path, part }): DraftEdit => ({ edit: "set", path, value: renewed(part) }));
  const added = parts.flatMap(freshOf);
  const { container, at } = placeOf(last.path);
  const insert: DraftEdit =
    item.content.holds === "pages"
      ? { edit: "insert-pages", at: Number(last.path[1]) + 1, pages: added }
      : { edit: "insert", container, at: at + 1, elements: added };
  return {
    edit: "all",
    edits: [...sets, ...drawEdits(draft, item.content.draws), ...(added.length > 0 ? [insert] : [])],
  };
}

/** The edit that calls the copies of an item up to date without changing them. */
export const ignoreWording = (draft: unknown, { id, revision }: BankWording): DraftEdit => ({
  edit: "all",
  edits: copiesIn(draft, id).map(({ path, origin }) => ({
    ...{ edit: "set" as const, path: [...path, originProperty] },
    value: { ...origin, revision },
  })),
});
