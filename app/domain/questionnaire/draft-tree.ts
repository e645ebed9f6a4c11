/** Finds its way in SurveyJS JSON that may be anything: a draft is text a person wrote. */
import { type Language, languages, surveyLocale } from "../language";

export type JsonObject = { [key: string]: unknown };
export type PathPart = string | number;

export const isObject = (given: unknown): given is JsonObject =>
  typeof given === "object" && given !== null && !Array.isArray(given);
export const listOf = (given: unknown): unknown[] => (Array.isArray(given) ? given : []);

/** The value at a path, or undefined. */
export const valueAt = (root: unknown, path: readonly PathPart[]): unknown =>
  path.reduce<unknown>((at, part) => {
    if (Array.isArray(at)) return typeof part === "number" ? at[part] : undefined;
    return isObject(at) && Object.hasOwn(at, part) ? at[part] : undefined;
  }, root);

/** A copy with the value at a path replaced, or removed where it is undefined; everything else is shared. */
export function withValue(root: unknown, path: readonly PathPart[], given: unknown): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return given;
  if (Array.isArray(root)) return root.map((item, at) => (at === part ? withValue(item, rest, given) : item));
  if (!isObject(root)) return root;
  const inner = withValue(root[part], rest, given);
  if (inner !== undefined) return { ...root, [part]: inner };
  return Object.fromEntries(Object.entries(root).filter(([key]) => key !== part));
}

/** `pages[1].elements[0].choices[2]`, as the compiler writes a place. */
export const pathText = (path: readonly PathPart[]): string =>
  path.reduce<string>(
    (text, part) => (typeof part === "number" ? `${text}[${part}]` : text ? `${text}.${part}` : part),
    "",
  );

/** Text by language; empty where a language has none of its own. */
export type DraftText = Record<Language, string>;

/** A localizable string of SurveyJS in our languages. A plain text is meant for both; `default` is English. */
export function readText(given: unknown): DraftText {
  if (typeof given === "string") return { "zh-CN": given, en: given };
  if (!isObject(given)) return { "zh-CN": "", en: "" };
  const first = (...keys: string[]) =>
    keys.map((key) => given[key]).find((word): word is string => typeof word === "string") ?? "";
  return { "zh-CN": first(surveyLocale["zh-CN"]), en: first(surveyLocale.en, "default") };
}

/** The string with one language changed; other locales stay, an emptied text disappears. */
export function writeText(given: unknown, language: Language, text: string): unknown {
  if (readText(given)[language] === text) return given;
  const plain = typeof given === "string" ? { default: given, [surveyLocale["zh-CN"]]: given } : {};
  const before: JsonObject = isObject(given) ? given : plain;
  const keys = language === "en" ? ["default", surveyLocale.en] : [surveyLocale[language]];
  const kept = Object.entries(before).filter(([key]) => !keys.includes(key));
  const written = text === "" ? [] : keys.map((key) => [key, text] as const);
  const after = Object.fromEntries(language === "en" ? [...written, ...kept] : [...kept, ...written]);
  return Object.keys(after).length > 0 ? after : undefined;
}

export type FoundPage = { path: PathPart[]; page: JsonObject };
export type FoundQuestion = { path: PathPart[]; element: JsonObject; page: number };

/** The pages of a draft; a draft without pages has none. */
export const pagesOf = (draft: unknown): FoundPage[] =>
  listOf(valueAt(draft, ["pages"])).flatMap((page, at) =>
    isObject(page) ? [{ path: ["pages", at], page }] : [],
  );

/** The name of a page; one without a name is called after its place, as SurveyJS does. */
export const pageName = (page: JsonObject, at: number): string =>
  (typeof page.name === "string" && page.name.trim()) || `page${at + 1}`;

/** The questions inside a page or panel, those in panels included, in their order. */
function elementsIn(container: JsonObject, path: PathPart[], page: number): FoundQuestion[] {
  // Older questionnaires say "questions".
  const key = Array.isArray(container.elements) ? "elements" : "questions";
  return listOf(container[key]).flatMap((element, at) => {
    if (!isObject(element)) return [];
    const here = [...path, key, at];
    if (element.type === "panel") return elementsIn(element, here, page);
    return [{ path: here, element, page }];
  });
}

/** Every question of a draft in its order, with the number of its page; without pages all stand on the first. */
export const questionsOf = (draft: unknown): FoundQuestion[] =>
  isObject(draft) && !Array.isArray(draft.pages)
    ? elementsIn(draft, [], 0)
    : pagesOf(draft).flatMap(({ page, path }) => elementsIn(page, path, Number(path[1])));

/** The question with this name, or null. */
export const findQuestion = (draft: unknown, name: string): FoundQuestion | null =>
  questionsOf(draft).find(({ element }) => element.name === name) ?? null;

/** How many of a draft's texts each language has, of all that have one in any language. */
export function countTexts(draft: unknown): { total: number } & Record<Language, number> {
  const counts = { total: 0, "zh-CN": 0, en: 0 };
  for (const { texts } of [...questionsOf(draft).map(({ element }) => element), ...pageHeads(draft)].map(
    (part) => ({ texts: wordingOf(part) }),
  ))
    for (const { text } of texts) {
      const here = languages.filter((language) => text[language] !== "");
      if (here.length === 0) continue;
      counts.total += 1;
      for (const language of here) counts[language] += 1;
    }
  return counts;
}

const pageHeads = (draft: unknown): JsonObject[] => [
  ...(isObject(draft) ? [{ title: draft.title, description: draft.description }] : []),
  ...pagesOf(draft).map(({ page }) => ({ title: page.title, description: page.description })),
];

/** The properties of a question that people read, beside its lists. */
const textProperties = [
  "title",
  "description",
  "html",
  "placeholder",
  "unit",
  "minRateDescription",
  "maxRateDescription",
  "labelTrue",
  "labelFalse",
  "otherText",
  "noneText",
  "dontKnowText",
  "refuseText",
  "requiredErrorText",
] as const;
const textLists = {
  choices: "text",
  rows: "text",
  columns: "text",
  rateValues: "text",
  items: "title",
  validators: "text",
} as const;

export type Wording = { path: PathPart[]; text: DraftText };

/**
 * Every text of a question that people read: its own, and those of its choices, rows, columns, fields and
 * checks. Paths start at the question. Where a choice is a bare value, the value is its text.
 */
export function wordingOf(element: JsonObject): Wording[] {
  const own = textProperties.flatMap((property) =>
    property === "title" || element[property] !== undefined
      ? [{ path: [property], text: readText(element[property]) }]
      : [],
  );
  const listed = Object.entries(textLists).flatMap(([list, property]) =>
    listOf(element[list]).map((entry, at): Wording => {
      const path = [list, at, property];
      if (!isObject(entry)) return { path, text: { "zh-CN": String(entry), en: String(entry) } };
      if (entry[property] !== undefined) return { path, text: readText(entry[property]) };
      const bare = String(entry.value ?? entry.name ?? "");
      return { path, text: { "zh-CN": bare, en: bare } };
    }),
  );
  return [...own, ...listed];
}
