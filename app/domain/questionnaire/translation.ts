/** Every text of a draft that respondents read, with a name of its own, to be written in each language. */
import type { Language } from "../language";
import {
  type DraftText,
  isObject,
  type JsonObject,
  listOf,
  type PathPart,
  readText,
  valueAt,
  withValue,
  writeText,
} from "./draft-tree";

export type TranslationRow = {
  /** By names and values, so that it survives moving: `q/size/choices/small/text`. */
  key: string;
  path: PathPart[];
  /** The index of its page; null for texts of the whole. */
  page: number | null;
  /** The name of the question it belongs to. */
  question: string | null;
  /** `title`, or the list it stands in: `choices`, `rows`, `columns`. */
  part: string;
  text: DraftText;
};

const texts = new Set([
  ...["title", "description", "html", "placeholder", "unit", "text", "label"],
  ...["minRateDescription", "maxRateDescription", "labelTrue", "labelFalse", "requiredErrorText"],
  ...["otherText", "otherPlaceholder", "noneText", "dontKnowText", "refuseText", "selectAllText"],
  ...["commentText", "commentPlaceholder", "addRowText", "removeRowText", "templateTitle"],
  ...[
    "addPanelText",
    "removePanelText",
    "panelAddText",
    "panelRemoveText",
    "totalText",
    "minErrorText",
    "maxErrorText",
  ],
  ...[
    "completedHtml",
    "completedBeforeHtml",
    "pageNextText",
    "pagePrevText",
    "completeText",
    "startSurveyText",
  ],
]);
/** Lists whose entries may be a bare value that is its own text. */
const valued = new Set(["choices", "rows", "columns", "rateValues"]);
const lists = new Set([
  "pages",
  "elements",
  "questions",
  "templateElements",
  "items",
  "validators",
  "endings",
  ...valued,
]);
const named = new Set(["pages", "elements", "questions", "templateElements"]);

const isText = (given: unknown): boolean =>
  typeof given === "string" ||
  (isObject(given) && Object.values(given).every((inner) => typeof inner === "string"));

type Around = { key: string; page: number | null; question: string | null; part: string };

const segment = (part: string) => encodeURIComponent(part);
const nameIn = (entry: unknown, at: number): string => {
  if (!isObject(entry)) return String(entry);
  const name = entry.value ?? entry.name;
  return typeof name === "string" || typeof name === "number" || typeof name === "boolean"
    ? String(name)
    : String(at);
};

/**
 * The texts of a draft in reading order. A text that is empty in every language is left out; a bare choice
 * value counts as its own text in both.
 */
export function translationRows(draft: unknown): TranslationRow[] {
  const rows: TranslationRow[] = [];
  const taken = new Set<string>();
  const add = (path: PathPart[], { key, page, question, part }: Around, text: DraftText) => {
    if (text.en === "" && text["zh-CN"] === "") return;
    let own = key;
    for (let n = 2; taken.has(own); n++) own = `${key}/${n}`;
    taken.add(own);
    rows.push({ key: own, path, page, question, part, text });
  };
  const entry = (given: unknown, list: string, at: number, path: PathPart[], around: Around) => {
    const name = nameIn(given, at);
    const part = named.has(list) ? "title" : list;
    if (list === "pages" && isObject(given))
      return visit(given, path, { key: `p/${segment(name)}`, page: at, question: null, part });
    if (named.has(list) && isObject(given)) {
      const inside = around.question !== null && list === "templateElements";
      const key = inside ? `${around.key}/${segment(name)}` : `q/${segment(name)}`;
      return visit(given, path, { ...around, key, question: inside ? around.question : name, part });
    }
    const key = `${around.key}/${list}/${segment(name)}`;
    if (isObject(given)) {
      const own = { ...around, key, part };
      if (
        valued.has(list) &&
        given.text === undefined &&
        given.title === undefined &&
        given.value !== undefined
      )
        add([...path, "text"], { ...own, key: `${key}/text` }, readText(String(given.value)));
      return visit(given, path, own);
    }
    if (valued.has(list) && typeof given === "string")
      add([...path, "text"], { ...around, key: `${key}/text`, part }, readText(given));
  };
  const visit = (given: JsonObject, path: PathPart[], around: Around): void => {
    for (const [property, inner] of Object.entries(given)) {
      const here = [...path, property];
      if (texts.has(property) && isText(inner)) {
        const part =
          valued.has(around.part) || around.part === "items" || around.part === "validators"
            ? around.part
            : property;
        add(here, { ...around, key: `${around.key}/${property}`, part }, readText(inner));
      } else if (lists.has(property) && Array.isArray(inner) && path.length < 24)
        listOf(inner).forEach((one, at) => {
          entry(one, property, at, [...here, at], around);
        });
    }
  };
  if (isObject(draft)) visit(draft, [], { key: "s", page: null, question: null, part: "title" });
  return rows;
}

/** How many of the texts each language has. */
export const countTranslations = (
  rows: readonly TranslationRow[],
): { total: number } & Record<Language, number> => ({
  total: rows.length,
  "zh-CN": rows.filter(({ text }) => text["zh-CN"] !== "").length,
  en: rows.filter(({ text }) => text.en !== "").length,
});

/** One text to write. `was` is what its author saw; another text there now is a conflict and is left alone. */
export type Translation = { key: string; language: Language; text: string; was?: string };
/** A text that somebody else changed meanwhile: what it is now, and what was typed. */
export type TranslationConflict = { key: string; language: Language; text: string; typed: string };
export type Translated = {
  draft: unknown;
  changed: number;
  /** Keys that the draft does not have. */
  unknown: string[];
  conflicts: TranslationConflict[];
};

/** The draft with texts written in. What is the same already changes nothing; everything else stays. */
export function translate(draft: unknown, translations: readonly Translation[]): Translated {
  const rows = new Map(translationRows(draft).map((row) => [row.key, row]));
  const done: Translated = { draft, changed: 0, unknown: [], conflicts: [] };
  for (const { key, language, text, was } of translations) {
    const row = rows.get(key);
    if (!row) {
      done.unknown.push(key);
      continue;
    }
    const now = row.text[language];
    if (now === text || was === text) continue;
    if (was !== undefined && was !== now) {
      done.conflicts.push({ key, language, text: now, typed: text });
      continue;
    }
    done.draft = withText(done.draft, row, language, text);
    row.text = { ...row.text, [language]: text };
    done.changed += 1;
  }
  return done;
}

/** A bare choice value becomes a choice with that value and a text. */
function withText(draft: unknown, { path }: TranslationRow, language: Language, text: string): unknown {
  const owner = path.slice(0, -1);
  const bare = valueAt(draft, owner);
  const opened = isObject(bare) ? draft : withValue(draft, owner, { value: bare });
  const entry = valueAt(opened, owner);
  const own = valueAt(opened, path);
  const fallback =
    isObject(entry) && path.at(-1) === "text" && entry.value !== undefined ? String(entry.value) : undefined;
  return withValue(opened, path, writeText(own ?? fallback, language, text));
}
