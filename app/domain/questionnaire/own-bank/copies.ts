/** Copies of bank items in questionnaires: whether they read as the bank does. */
import type { DraftEdit } from "../draft-change";
import { withReferences } from "../draft-names";
import { childrenKey, isWithin } from "../draft-outline";
import { ruleProperties } from "../draft-rules";
import type { JsonObject } from "../draft-tree";
import { sameJson } from "../same-json";
import type { ItemContent } from "./item";
import { type Copy, copiesIn, originProperty, partsByName } from "./origin";
import { withProduct } from "./product-name";

/** What an item says now; `earlier` are former wordings by revision, as far as they are kept. */
export type BankWording = {
  id: string;
  revision: number;
  content: ItemContent;
  earlier?: Readonly<Record<number, ItemContent>>;
};

/** "same" reads as the bank does, "older" is of an earlier wording, "changed" was changed where it stands. */
export type CopyState = "same" | "older" | "changed";

/** What belongs to the place of a copy rather than to the item. */
export const localProperties = new Set([
  "name",
  "measure",
  "subject",
  originProperty,
  ...Object.keys(ruleProperties),
]);

/** What a copy says and asks itself, without what belongs to its place, under other names of questions. */
export const ownOf = (part: JsonObject, names: ReadonlyMap<string, string>) => {
  const key = childrenKey(part);
  const own = Object.entries(part).filter(
    ([property, inner]) => !localProperties.has(property) && !(property === key && Array.isArray(inner)),
  );
  return withReferences(Object.fromEntries(own), names) as JsonObject;
};

/** What each copy is called in the bank, by the name it has here. */
export const bankNames = (copies: readonly Copy[]) =>
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
  const names = bankNames(copies);
  const same = copies.every(({ part, origin }) => {
    const saved = theirs.get(origin.part);
    return saved !== undefined && sameJson(ownOf(part, names), ownOf(saved, new Map()));
  });
  return same ? "same" : "changed";
}

/** The edit that calls the copies of an item up to date without changing them. */
export const ignoreWording = (draft: unknown, { id, revision }: BankWording): DraftEdit => ({
  edit: "all",
  edits: copiesIn(draft, id).map(({ path, origin }) => ({
    ...{ edit: "set" as const, path: [...path, originProperty] },
    value: { ...origin, revision },
  })),
});
