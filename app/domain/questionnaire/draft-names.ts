/** Names of questions and pages: finding free ones, and renaming with every reference to them. */
import { isObject, type JsonObject } from "./draft-tree";

/** Every `name` in a part of a draft, at any depth. */
export function namesIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(namesIn);
  if (!isObject(part)) return [];
  const own = typeof part.name === "string" ? [part.name] : [];
  return [...own, ...Object.values(part).flatMap(namesIn)];
}

/** `wanted`, or with the first number behind it that makes it free. SurveyJS compares names without case. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted.toLowerCase())) return wanted;
  const [, stem = `${wanted}_`, number = "1"] = /^(.*?)(\d{1,6})$/.exec(wanted) ?? [];
  for (let n = Number(number) + 1; ; n += 1) {
    const name = `${stem}${n}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

export const takenNames = (draft: unknown): Set<string> =>
  new Set(namesIn(draft).map((name) => name.toLowerCase()));

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Every `{old}`, `{old.row}`, `{old[0]}` and `{old-Comment}` in the texts and conditions of a part, renamed. */
export function withReferences(part: unknown, renamed: ReadonlyMap<string, string>): unknown {
  if (renamed.size === 0) return part;
  const names = [...renamed.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const reference = new RegExp(`\\{(\\s*#?)(${names.join("|")})(?=\\s*\\}|[.[]|-Comment\\b)`, "gi");
  const byKey = new Map([...renamed].map(([from, to]) => [from.toLowerCase(), to]));
  const inside = (given: unknown): unknown => {
    if (typeof given === "string") {
      if (!given.includes("{")) return given;
      return given.replace(
        reference,
        (_, mark: string, name: string) => `{${mark}${byKey.get(name.toLowerCase())}`,
      );
    }
    if (Array.isArray(given)) return mapped(given, inside);
    if (!isObject(given)) return given;
    const entries = Object.entries(given);
    const after = entries.map(([key, inner]) => [key, inside(inner)] as const);
    return after.every(([, inner], at) => inner === entries[at]?.[1]) ? given : Object.fromEntries(after);
  };
  return inside(part);
}

const mapped = (list: unknown[], each: (item: unknown) => unknown): unknown[] => {
  const after = list.map(each);
  return after.every((item, at) => item === list[at]) ? list : after;
};

/** Lists whose entries have names of their own, apart from those of questions: fields, columns, checks. */
const apart = new Set(["items", "columns", "choices", "rows", "validators", "rateValues"]);

/** The names of a draft's pages, and all others: a page may be called like a question on it. */
function takenApart(draft: unknown): { pages: Set<string>; others: Set<string> } {
  const pages = isObject(draft) && Array.isArray(draft.pages) ? draft.pages.filter(isObject) : [];
  const lower = (names: unknown[]) => new Set(names.map((name) => String(name).toLowerCase()));
  const inside = pages.map(({ name: _, ...page }) => page);
  return {
    pages: lower(pages.map(({ name }) => name)),
    others: lower(namesIn(isObject(draft) ? { ...draft, pages: inside } : draft)),
  };
}

/**
 * Copies of pages or questions under names that are still free in the draft; references among the copies
 * follow, those to questions outside stay.
 */
export function withFreeNames(parts: readonly JsonObject[], draft: unknown): JsonObject[] {
  const taken = takenApart(draft);
  const renamed = new Map<string, string>();
  const named = (given: unknown): unknown => {
    if (Array.isArray(given)) return given.map(named);
    if (!isObject(given)) return given;
    const isPage = parts.includes(given) && given.type === undefined;
    const names = isPage ? taken.pages : taken.others;
    const entries = Object.entries(given).map(([key, inner]) => {
      if (key !== "name" || typeof inner !== "string") return [key, apart.has(key) ? inner : named(inner)];
      const name = freeName(inner, names);
      names.add(name.toLowerCase());
      if (name !== inner && !isPage) renamed.set(inner, name);
      return [key, name];
    });
    return Object.fromEntries(entries);
  };
  const copies = named([...parts]);
  return withReferences(copies, renamed) as JsonObject[];
}
