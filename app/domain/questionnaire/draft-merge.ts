/**
 * Two people's edits of one draft brought together (a three-way merge by question). What only one of them
 * changed is taken; where both changed the same thing, mine stays and theirs is handed back to be read.
 */
import { type DraftPart, draftOf, type PartKind, partsOf, surveyId } from "./draft-parts";
import { isObject, type JsonObject, type PathPart } from "./draft-tree";
import { sameJson } from "./same-json";

export type MergeConflict = {
  /** Name of the question or page; empty for the questionnaire itself. */
  name: string;
  part: PartKind;
  kind: "both-changed" | "both-moved" | "i-removed" | "they-removed";
  /** The property both changed, and what the others made of it; of what both moved, the name of where they put it. */
  property: string;
  theirs: unknown;
};
export type Merged = { draft: unknown; conflicts: MergeConflict[] };

const absent = Symbol("absent");
type Given = unknown | typeof absent;
/** Where both changed the same thing; entries of a list are named "=value" in its path. */
export type Clash = { path: PathPart[]; mine: unknown; theirs: unknown };

const valueIn = (object: JsonObject, key: string): Given =>
  Object.hasOwn(object, key) ? object[key] : absent;

/** How the entries of a list are told apart: choices by value, columns and fields by name, bare values as they are. */
function idsOf(list: readonly unknown[]): string[] | null {
  const ids = list.map((entry) => {
    if (!isObject(entry)) return typeof entry === "object" ? null : `=${String(entry)}`;
    const id = entry.value ?? entry.name;
    return typeof id === "string" || typeof id === "number" ? `=${id}` : null;
  });
  const known = ids.filter((id) => id !== null);
  return known.length === list.length && new Set(known).size === known.length ? known : null;
}

function mergeValue(base: Given, mine: Given, theirs: Given, path: PathPart[], clashes: Clash[]): Given {
  if (sameJson(mine, theirs) || sameJson(base, theirs)) return mine;
  if (sameJson(base, mine)) return theirs;
  if (isObject(mine) && isObject(theirs)) {
    const before = isObject(base) ? base : {};
    return mergeObject(before, mine, theirs, path, clashes);
  }
  if (Array.isArray(mine) && Array.isArray(theirs) && Array.isArray(base)) {
    const merged = mergeList(base, mine, theirs, path, clashes);
    if (merged) return merged;
  }
  const said = (given: Given) => (given === absent ? undefined : given);
  clashes.push({ path, mine: said(mine), theirs: said(theirs) });
  return mine;
}

function mergeObject(
  base: JsonObject,
  mine: JsonObject,
  theirs: JsonObject,
  path: PathPart[],
  clashes: Clash[],
): JsonObject {
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = mergeValue(
        valueIn(base, key),
        valueIn(mine, key),
        valueIn(theirs, key),
        [...path, key],
        clashes,
      );
      return value === absent ? [] : [[key, value] as const];
    }),
  );
}

function mergeList(
  base: unknown[],
  mine: unknown[],
  theirs: unknown[],
  path: PathPart[],
  clashes: Clash[],
): unknown[] | null {
  const [was, here, there] = [idsOf(base), idsOf(mine), idsOf(theirs)];
  if (!was || !here || !there) return null;
  const pick = (ids: string[], list: unknown[], id: string): Given => {
    const at = ids.indexOf(id);
    return at < 0 ? absent : list[at];
  };
  const kept = new Map<string, unknown>();
  for (const id of new Set([...here, ...there])) {
    const [before, a, b] = [pick(was, base, id), pick(here, mine, id), pick(there, theirs, id)];
    const lost = before !== absent && (a === absent || b === absent);
    // Taken out by one; kept only where the other changed it meanwhile.
    if (lost && sameJson(before, a === absent ? b : a)) continue;
    const value = a === absent ? b : b === absent ? a : mergeValue(before, a, b, [...path, id], clashes);
    kept.set(id, value);
  }
  return mergeOrder(was, here, there, new Set(kept.keys())).map((id) => kept.get(id));
}

/**
 * The properties of one thing, changed from `base` in two places. What only one of them changed is taken, in lists
 * entry by entry; where both changed the same, `mine` stands and the clash is told.
 */
export function mergeProperties(base: JsonObject, mine: JsonObject, theirs: JsonObject) {
  const clashes: Clash[] = [];
  return { merged: mergeObject(base, mine, theirs, [], clashes), clashes };
}

/** `merged` with the other side of a clash in place of mine. */
export function withTheirs(merged: unknown, { path, theirs }: Clash): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return theirs;
  if (Array.isArray(merged)) {
    const at = idsOf(merged)?.indexOf(String(key)) ?? -1;
    return merged.map((one, index) =>
      index === at ? withTheirs(one, { path: rest, mine: one, theirs }) : one,
    );
  }
  const object = isObject(merged) ? merged : {};
  const value = withTheirs(object[key], { path: rest, mine: object[key], theirs });
  const { [key]: _, ...others } = object;
  return value === undefined ? others : { ...object, [key]: value };
}

/** Whether both put what they have in common in another order than before, each a different one. */
function reorderedApart(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): boolean {
  const common = (list: readonly string[]) =>
    list.filter((id) => base.includes(id) && mine.includes(id) && theirs.includes(id));
  const [was, here, there] = [common(base), common(mine), common(theirs)];
  return !sameJson(here, was) && !sameJson(there, was) && !sameJson(here, there);
}

/** One order out of two: the one that was changed, with what only the other has behind its neighbour there. */
export function mergeOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  members: ReadonlySet<string>,
): string[] {
  const common = (list: readonly string[]) =>
    list.filter((id) => base.includes(id) && mine.includes(id) && theirs.includes(id));
  const moved = !sameJson(common(mine), common(base));
  const [first, second] = moved ? [mine, theirs] : [theirs, mine];
  const order = first.filter((id) => members.has(id));
  for (const [at, id] of second.entries()) {
    if (!members.has(id) || order.includes(id)) continue;
    const before = second.slice(0, at).findLast((other) => order.includes(other));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  }
  return [...order, ...[...members].filter((id) => !order.includes(id))];
}

/**
 * `mine` and `theirs`, both made from `base`, in one draft. Merging the same twice changes nothing. A question
 * one side removed and the other changed stays, and is told of. What both moved stands where mine put it, and is told of,
 * with where theirs put it.
 */
export function mergeDrafts(base: unknown, mine: unknown, theirs: unknown): Merged {
  if (sameJson(mine, theirs) || sameJson(base, theirs)) return { draft: mine, conflicts: [] };
  if (sameJson(base, mine)) return { draft: theirs, conflicts: [] };
  const [was, here, there] = [partsOf(base), partsOf(mine), partsOf(theirs)];
  const conflicts: MergeConflict[] = [];
  const merged = new Map<string, Omit<DraftPart, "path">>();
  const nameOf = (part: DraftPart) =>
    typeof part.own.name === "string" && part.kind !== "survey" ? part.own.name : "";
  const keep = (id: string): void => {
    if (merged.has(id)) return;
    const [before, a, b] = [was.get(id), here.get(id), there.get(id)];
    const part = a ?? b ?? before;
    if (!part) return;
    const clashes: Clash[] = [];
    const own = a && b ? mergeObject(before?.own ?? {}, a.own, b.own, [], clashes) : part.own;
    const parent = a && b ? (before && a.parent === before.parent ? b.parent : a.parent) : part.parent;
    const moved = before && a && b && a.parent !== before.parent && b.parent !== before.parent;
    if (moved && a.parent !== b.parent) {
      const place = b.parent === null ? undefined : there.get(b.parent);
      conflicts.push({
        name: nameOf(part),
        part: part.kind,
        kind: "both-moved",
        property: "",
        theirs: place ? nameOf(place) : "",
      });
    }
    merged.set(id, { ...part, own, parent, key: part.key ?? b?.key ?? null, children: [] });
    const described = { name: nameOf(part), part: part.kind };
    for (const { path, theirs: other } of clashes) {
      const property = path.join(".").replace(/\.(default|en)$/, ".en");
      if (conflicts.some((one) => one.name === described.name && one.property === property)) continue;
      conflicts.push({ ...described, kind: "both-changed", property, theirs: other });
    }
    if (parent !== null) keep(parent);
  };
  for (const id of new Set([...here.keys(), ...there.keys()])) {
    const [before, a, b] = [was.get(id), here.get(id), there.get(id)];
    if (before && (!a || !b)) {
      const left = a ?? b;
      if (!left || sameJson(left.own, before.own)) continue;
      const kind = a ? "they-removed" : "i-removed";
      conflicts.push({ name: nameOf(left), part: left.kind, kind, property: "", theirs: undefined });
    }
    keep(id);
  }
  for (const [id, part] of merged) {
    const members = new Set(
      [...merged.values()].filter(({ parent }) => parent === id).map((inner) => inner.id),
    );
    const lists = [was, here, there].map((parts) => parts.get(id)?.children ?? []);
    const [before = [], mineIn = [], theirsIn = []] = lists;
    part.children = mergeOrder(before, mineIn, theirsIn, members);
    if (reorderedApart(before, mineIn, theirsIn))
      conflicts.push({
        ...{ name: part.kind === "survey" ? "" : String(part.own.name ?? ""), part: part.kind },
        ...{
          kind: "both-changed",
          property: "order",
          theirs: theirsIn
            .map((inner) => there.get(inner))
            .flatMap((inner) => (inner ? [nameOf(inner)] : []))
            .join(", "),
        },
      });
  }
  return {
    draft: draftOf(merged.size > 0 ? merged : new Map([[surveyId, { own: {}, key: null, children: [] }]])),
    conflicts,
  };
}
