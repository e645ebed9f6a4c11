/** The lists of a question that people write: choices, rows, columns, fields. Each entry keeps what it has beside its wording. */
import { type Language, languages } from "../language";
import { surveyText, words } from "./bank/survey-json";
import { freeName } from "./draft-names";
import { type DraftText, isObject, readText, writeText } from "./draft-tree";

/** `fields` have a name and a title (columns of a table, texts); `values` a value and a text. */
export type ListKind = "values" | "fields";

const keys = { values: { id: "value", text: "text" }, fields: { id: "name", text: "title" } } as const;

/** Its value or name, and its wording; an entry without a wording shows its value in every language. */
export function entryTexts(list: ListKind, entry: unknown): { id: string; words: DraftText } {
  const { id, text } = keys[list];
  if (typeof entry === "string" && list === "values" && entry.includes("|")) {
    const [value = "", word = ""] = entry.split("|", 2);
    return { id: value, words: { "zh-CN": word, en: word } };
  }
  const bare = String((isObject(entry) ? entry[id] : entry) ?? "");
  if (!isObject(entry) || entry[text] === undefined) return { id: bare, words: { "zh-CN": bare, en: bare } };
  return { id: bare, words: readText(entry[text]) };
}

/** The entry with one language reworded; its value stays, so that answers already given keep their meaning. */
export function withEntryText(list: ListKind, entry: unknown, language: Language, written: string): unknown {
  const { id, text } = keys[list];
  const { id: value, words: before } = entryTexts(list, entry);
  const own = isObject(entry) ? entry : { [id]: typeof entry === "string" ? value : entry };
  const given = own[text] ?? (isObject(entry) && before.en === "" ? undefined : before.en);
  const after = writeText(given, language, written);
  if (after !== undefined) return { ...own, [text]: after };
  // An entry all of whose wording is gone would show its value again.
  return { ...own, [text]: { default: "", en: "" } };
}

const taken = (list: ListKind, entries: readonly unknown[]) =>
  new Set(entries.map((entry) => entryTexts(list, entry).id.toLowerCase()));

/** One more entry, without words yet. */
export function newEntry(list: ListKind, entries: readonly unknown[]): unknown {
  const { id, text } = keys[list];
  const free = freeName(`${list === "values" ? "item" : "field"}${entries.length + 1}`, taken(list, entries));
  return {
    [id]: free,
    [text]: surveyText(words(`第 ${entries.length + 1} 项`, `Item ${entries.length + 1}`)),
  };
}

/** The entries as lines, "中文 | English". */
export const linesOf = (list: ListKind, entries: readonly unknown[]): string =>
  entries
    .map((entry) => {
      const { words: said } = entryTexts(list, entry);
      return said["zh-CN"] === said.en ? said.en : languages.map((language) => said[language]).join(" | ");
    })
    .join("\n");

/**
 * The entries that lines stand for. A line that reads as an entry did keeps that entry with all it has; a new
 * one gets a value made from its English words.
 */
export function readLines(list: ListKind, lines: string, before: readonly unknown[]): unknown[] {
  const { id, text } = keys[list];
  const left = [...before];
  const used = taken(list, before);
  return lines.split(/\r?\n/).flatMap((line) => {
    if (line.trim() === "") return [];
    const at = left.findIndex((entry) => linesOf(list, [entry]).trim() === line.trim());
    if (at >= 0) return left.splice(at, 1);
    const [first = "", second = ""] = line.split("|").map((part) => part.trim());
    const said = words(first || second, second || first);
    const slug = said.en
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join("-")
      .slice(0, 40);
    const free = freeName(slug || `item${used.size + 1}`, used);
    used.add(free);
    return [{ [id]: free, [text]: surveyText(said) }];
  });
}
