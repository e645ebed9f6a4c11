/** What changed between two drafts, a change a sentence. */
import { type Language, languages } from "../language";
import { type DraftPart, type PartKind, partsOf } from "./draft-parts";
import { type DraftText, isObject, type JsonObject, listOf, readText } from "./draft-tree";
import { originProperty } from "./own-bank/origin";
import { sameJson } from "./same-json";

/** `part` is what the sentence is about; `title` is how people know it (its name where it has no title). */
type About = { part: PartKind; name: string; title: DraftText };
export type DraftChange = About &
  (
    | { change: "added" | "removed" | "moved" }
    /** A text: the property, the language, and both wordings; empty where there was or is none. */
    | { change: "text"; property: string; language: Language; before: string; after: string }
    | { change: "required"; after: boolean }
    | { change: "type"; before: string; after: string }
    /** A condition set, changed or taken away; the sentence is made from the expression. */
    | { change: "condition"; property: string; before: string; after: string }
    | { change: "entry-added" | "entry-removed"; list: string; entry: DraftText }
    | { change: "entry-text"; list: string; language: Language; before: string; after: string }
    | { change: "entries-moved"; list: string }
    | { change: "property"; property: string; before: unknown; after: unknown }
  );

const texts = new Set([
  ...["title", "description", "html", "placeholder", "unit", "minRateDescription", "maxRateDescription"],
  ...["labelTrue", "labelFalse", "otherText", "noneText", "dontKnowText", "refuseText", "requiredErrorText"],
  ...["completedHtml", "otherPlaceholder", "commentText", "templateTitle"],
]);
const conditions = new Set(["visibleIf", "requiredIf", "enableIf", "choicesVisibleIf", "rowsVisibleIf"]);
const lists = new Set(["choices", "rows", "columns", "items", "rateValues"]);

function aboutOf({ kind, own }: DraftPart): About {
  const name = kind === "survey" || typeof own.name !== "string" ? "" : own.name;
  const title = readText(own.title);
  return { part: kind, name, title: { "zh-CN": title["zh-CN"] || name, en: title.en || name } };
}

const entryId = (entry: unknown) => (isObject(entry) ? (entry.value ?? entry.name) : entry);
const entryText = (entry: unknown): DraftText => {
  const bare = String(entryId(entry) ?? "");
  const text = readText(isObject(entry) ? (entry.text ?? entry.title) : undefined);
  return { "zh-CN": text["zh-CN"] || bare, en: text.en || bare };
};

function listChanges(about: About, list: string, before: unknown, after: unknown): DraftChange[] {
  const [was, now] = [listOf(before), listOf(after)];
  const find = (entries: unknown[], wanted: unknown) =>
    entries.find((entry) => sameJson(entryId(entry), entryId(wanted)));
  const changes: DraftChange[] = [];
  for (const entry of now)
    if (find(was, entry) === undefined)
      changes.push({ ...about, change: "entry-added", list, entry: entryText(entry) });
  for (const entry of was) {
    const other = find(now, entry);
    if (other === undefined) {
      changes.push({ ...about, change: "entry-removed", list, entry: entryText(entry) });
      continue;
    }
    const [from, to] = [entryText(entry), entryText(other)];
    const reworded = languages.filter((language) => from[language] !== to[language]);
    for (const language of reworded)
      changes.push({
        ...about,
        change: "entry-text",
        list,
        language,
        before: from[language],
        after: to[language],
      });
    if (reworded.length === 0 && !sameJson(entry, other))
      changes.push({
        ...about,
        change: "property",
        property: `${list}: ${String(entryId(entry))}`,
        before: entry,
        after: other,
      });
  }
  const kept = was.filter((entry) => find(now, entry) !== undefined).map(entryId);
  const order = now.filter((entry) => find(was, entry) !== undefined).map(entryId);
  if (!sameJson(kept, order)) changes.push({ ...about, change: "entries-moved", list });
  return changes;
}

function propertyChanges(
  about: About,
  before: JsonObject,
  after: JsonObject,
  holds: string | null,
): DraftChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((property): DraftChange[] => {
    if (property === holds || property === "name" || property === originProperty) return [];
    const [was, now] = [before[property], after[property]];
    if (sameJson(was, now)) return [];
    if (texts.has(property)) {
      const [from, to] = [readText(was), readText(now)];
      return languages.flatMap((language): DraftChange[] =>
        from[language] === to[language]
          ? []
          : [{ ...about, change: "text", property, language, before: from[language], after: to[language] }],
      );
    }
    if (property === "isRequired") return [{ ...about, change: "required", after: now === true }];
    if (property === "type") return [{ ...about, change: "type", before: String(was), after: String(now) }];
    if (conditions.has(property))
      return [
        { ...about, change: "condition", property, before: String(was ?? ""), after: String(now ?? "") },
      ];
    if (lists.has(property)) return listChanges(about, property, was, now);
    return [{ ...about, change: "property", property, before: was, after: now }];
  });
}

/** Which of the ids that stayed were moved: the fewest whose leaving puts the others in their old order. */
function movedAmong(before: readonly string[], after: readonly string[]): Set<string> {
  const place = new Map(before.map((id, at) => [id, at]));
  const kept = after.filter((id) => place.has(id));
  const run: string[][] = [];
  for (const id of kept) {
    const best = run
      .filter((chain) => (place.get(chain.at(-1) ?? "") ?? -1) < (place.get(id) ?? 0))
      .reduce<string[]>((longest, chain) => (chain.length > longest.length ? chain : longest), []);
    run.push([...best, id]);
  }
  const still = new Set(
    run.reduce<string[]>((longest, chain) => (chain.length > longest.length ? chain : longest), []),
  );
  return new Set(kept.filter((id) => !still.has(id)));
}

/**
 * The changes that lead from one draft to another, in the order of the later one; what was removed comes
 * last. A question is known by its name: a renamed one was removed and added.
 */
export function draftChanges(before: unknown, after: unknown): DraftChange[] {
  const [was, now] = [partsOf(before), partsOf(after)];
  const moved = new Set(
    [...now.values()].flatMap((part) => {
      const old = was.get(part.id);
      return old ? [...movedAmong(old.children, part.children)] : [];
    }),
  );
  const changes: DraftChange[] = [];
  for (const [id, part] of now) {
    const old = was.get(id);
    const about = aboutOf(part);
    if (!old) changes.push({ ...about, change: "added" });
    else {
      if (old.parent !== part.parent || moved.has(id)) changes.push({ ...about, change: "moved" });
      changes.push(...propertyChanges(about, old.own, part.own, part.key));
    }
  }
  for (const [id, part] of was) if (!now.has(id)) changes.push({ ...aboutOf(part), change: "removed" });
  return changes;
}
