/**
 * Taking over what the bank says now into the copies of an item: a three-way merge with the wording they were
 * made from. What was changed here stays, what the bank changed comes; where both changed the same, one is picked.
 */
import type { DraftEdit } from "../draft-change";
import { type Clash, mergeProperties, withTheirs } from "../draft-merge";
import { withFreeNames, withReferences } from "../draft-names";
import { childrenKey, placeOf } from "../draft-outline";
import { type DraftText, isObject, type JsonObject, questionsOf, wordingOf } from "../draft-tree";
import { sameJson } from "../same-json";
import { type BankWording, bankNames, localProperties, ownOf, topCopies } from "./copies";
import { drawEdits } from "./insert-item";
import { copiesIn, originOf, originProperty, partsByName, withOrigins } from "./origin";
import { withProduct } from "./product-name";

/** Something of a copy that was changed here and in the bank; `key` tells it from others of the same item. */
export type CopyClash = Clash & { key: string; name: string };

/** A text of a copy that the bank words otherwise now. */
export type Reworded = { name: string; here: DraftText; there: DraftText };

export type NewerWording = {
  /** Texts that were not changed here and come from the bank. */
  comes: Reworded[];
  /** How many texts stay as they were worded here, while the bank has others. */
  stays: number;
  clashes: CopyClash[];
  /** Without the wording a copy was made from, all that differs is a clash. */
  compared: boolean;
};

// One word for both ways in which English is kept.
const keyOf = (name: string, { path }: Clash) => `${name}:${path.join(".")}`.replace(/\.default$/, ".en");

function reworded(name: string, mine: JsonObject, other: JsonObject): Reworded[] {
  const none: DraftText = { "zh-CN": "", en: "" };
  const texts = (given: JsonObject) =>
    new Map(wordingOf(given).map(({ path, text }) => [path.join("."), text]));
  const [before, after] = [texts(mine), texts(other)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path): Reworded[] => {
    const [here, there] = [before.get(path) ?? none, after.get(path) ?? none];
    return sameJson(here, there) ? [] : [{ name, here, there }];
  });
}

/** Each copy of the item that the bank still has, merged; mine stands where both changed the same. */
function mergedCopies(draft: unknown, item: BankWording, product: string) {
  const copies = copiesIn(draft, item.id);
  const here = new Map([...bankNames(copies)].map(([name, part]) => [part, name]));
  const partsOf = (content: BankWording["content"]) =>
    partsByName({ ...content, parts: withProduct(content.parts, product) });
  const theirs = partsOf(item.content);
  return copies.flatMap(({ part, origin }) => {
    const saved = theirs.get(origin.part);
    if (!saved) return [];
    const earlier = item.earlier?.[origin.revision];
    const from = origin.revision === item.revision ? saved : earlier && partsOf(earlier).get(origin.part);
    const name = String(part.name);
    const [mine, bank] = [ownOf(part, new Map()), ownOf(saved, here)];
    const { merged, clashes } = mergeProperties(from ? ownOf(from, here) : {}, mine, bank);
    const told = clashes.map((clash): CopyClash => ({ ...clash, name, key: keyOf(name, clash) }));
    return [{ part, name, mine, bank, merged, clashes: told, compared: from !== undefined }];
  });
}

/** What taking over the newest wording of an item would do to its copies in a draft, in their order. */
export function lookAtNewer(draft: unknown, item: BankWording, product: string): NewerWording {
  const copies = mergedCopies(draft, item, product);
  const seen = new Set<string>();
  const clashes = copies.flatMap((copy) => copy.clashes).filter(({ key }) => !seen.has(key) && seen.add(key));
  const differing = copies.flatMap(({ name, merged, bank, clashes: own }) => {
    const withBank = own.reduce(withTheirs, merged as unknown);
    return isObject(withBank) ? reworded(name, withBank, bank) : [];
  });
  return {
    comes: copies.flatMap(({ name, mine, merged }) => reworded(name, mine, merged)),
    stays: differing.length,
    clashes,
    compared: copies.every(({ compared }) => compared),
  };
}

/**
 * The edit that brings what the bank changed into every copy of an item in a draft, or null where there is no copy.
 * `picks` are the keys of the clashes in which the bank's side is taken. Names, measures and conditions stay as they
 * are here; so do questions added to a copied page or panel, and what was taken out of it here stays out. What the
 * bank has taken out stays and is no copy any more; what it has added comes in.
 */
export function takeOver(
  draft: unknown,
  item: BankWording,
  product: string,
  picks: ReadonlySet<string> = new Set(),
): DraftEdit | null {
  const copies = copiesIn(draft, item.id);
  const tops = topCopies(draft, item.id);
  const last = tops.at(-1);
  if (!last) return null;
  const parts = withOrigins(withProduct(item.content.parts, product), item.id, item.revision);
  const theirs = partsByName({ ...item.content, parts });
  const merged = new Map(mergedCopies(draft, item, product).map((copy) => [copy.part, copy]));
  const here = new Map([...bankNames(copies)].map(([name, part]) => [part, name]));
  const present = new Set(copies.map(({ origin }) => origin.part));
  const before = copies.flatMap(({ origin }) => item.earlier?.[origin.revision] ?? []);
  const known = new Set(before.flatMap((content) => [...partsByName(content).keys()]));
  const asked = new Set(questionsOf(draft).map(({ element }) => element.measure));
  const missing = [...theirs.values()].filter(
    (part) =>
      !present.has(String(part.name)) &&
      !known.has(String(part.name)) &&
      ![...theirs.values()].some((one) => lacks(one, part)),
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
    const copy = merged.get(part);
    const key = childrenKey(part);
    const list = part[key];
    const inner = Array.isArray(list)
      ? list.map((one: unknown) => (isObject(one) ? renewed(one) : one))
      : undefined;
    if (!saved || !copy) {
      const { [originProperty]: left, ...rest } = part;
      const kept = mine ? rest : part;
      return inner ? { ...kept, [key]: inner } : kept;
    }
    const savedList = saved[childrenKey(saved)];
    const added = Array.isArray(savedList) ? savedList.flatMap(freshOf) : [];
    const placed = Object.entries(part).filter(([property]) => localProperties.has(property));
    const own = copy.clashes
      .filter((clash) => picks.has(clash.key))
      .reduce(withTheirs, copy.merged as unknown);
    return {
      ...(own as JsonObject),
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
