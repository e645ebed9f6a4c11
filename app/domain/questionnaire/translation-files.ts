/** A questionnaire's texts as files for translators, and back: XLIFF 1.2 (2.x is read too) and CSV. */
import { XMLParser } from "fast-xml-parser";
import Papa from "papaparse";
import { type Language, languages } from "../language";
import { isObject, listOf } from "./draft-tree";
import type { Translation, TranslationRow } from "./translation";

export type ReadTranslations =
  | { ok: true; translations: Translation[] }
  | { ok: false; reason: "empty" | "not-xliff" | "not-csv" | "wrong-language" | "too-large" };

const largest = 5_000_000;
const byteOrder = "\ufeff";

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};
/** Characters XML 1.0 cannot hold; no keyboard makes them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const xmlText = (text: string) =>
  text.replace(impossible, "").replace(/[&<>"\r]/g, (character) => escapes[character] ?? character);

/** XLIFF 1.2 from one language into the other; a text that is missing has no target yet. */
export function writeXliff(
  rows: readonly TranslationRow[],
  { from, to, name }: { from: Language; to: Language; name: string },
): string {
  const units = rows.map(({ key, text }) => {
    const target = text[to] === "" ? "" : `\n        <target>${xmlText(text[to])}</target>`;
    return `      <trans-unit id="${xmlText(key)}" xml:space="preserve">
        <source>${xmlText(text[from])}</source>${target}
      </trans-unit>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="${xmlText(name)}" source-language="${from}" target-language="${to}" datatype="plaintext">
    <body>
${units.join("\n")}
    </body>
  </file>
</xliff>
`;
}

const parser = () =>
  new XMLParser({
    ...{ ignoreAttributes: false, attributeNamePrefix: "@", textNodeName: "#" },
    ...{ trimValues: false, parseTagValue: false, parseAttributeValue: false },
    ...{ processEntities: true, htmlEntities: true, ignoreDeclaration: true },
    isArray: (name) => ["file", "unit", "trans-unit", "segment", "group"].includes(name),
  });

const languageOf = (given: unknown): Language | null => {
  const wanted = String(given ?? "")
    .toLowerCase()
    .replace("_", "-");
  if (wanted.startsWith("zh")) return "zh-CN";
  return wanted.startsWith("en") ? "en" : null;
};

/** The text of an element; null where it is missing or holds tags of its own. */
function textIn(given: unknown): string | null {
  if (typeof given === "string") return given;
  if (!isObject(given)) return null;
  const inner = Object.keys(given).filter((key) => !key.startsWith("@") && key !== "#");
  if (inner.length > 0) return null;
  return typeof given["#"] === "string" ? given["#"] : "";
}

function unitsIn(node: unknown): { id: string; target: string | null }[] {
  if (!isObject(node)) return [];
  const here = listOf(node["trans-unit"]).flatMap((unit) =>
    isObject(unit) ? [{ id: String(unit["@id"] ?? ""), target: textIn(unit.target) }] : [],
  );
  const newer = listOf(node.unit).flatMap((unit) => {
    if (!isObject(unit)) return [];
    const [segment] = listOf(unit.segment);
    return [{ id: String(unit["@id"] ?? ""), target: isObject(segment) ? textIn(segment.target) : null }];
  });
  const inside = [node.body, ...listOf(node.group)].flatMap(unitsIn);
  return [...here, ...newer, ...inside];
}

/** The targets of an XLIFF file. A file with its own entities is refused: no translator's tool writes one. */
export function readXliff(xml: string): ReadTranslations {
  if (xml.trim() === "") return { ok: false, reason: "empty" };
  if (xml.length > largest) return { ok: false, reason: "too-large" };
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return { ok: false, reason: "not-xliff" };
  let root: unknown;
  try {
    root = parser().parse(xml.replace(byteOrder, ""));
  } catch {
    return { ok: false, reason: "not-xliff" };
  }
  const xliff = isObject(root) ? root.xliff : undefined;
  if (!isObject(xliff)) return { ok: false, reason: "not-xliff" };
  const translations: Translation[] = [];
  for (const file of listOf(xliff.file)) {
    if (!isObject(file)) continue;
    const language = languageOf(file["@target-language"] ?? xliff["@trgLang"]);
    if (!language) return { ok: false, reason: "wrong-language" };
    for (const { id, target } of unitsIn(file))
      if (target) translations.push({ key: id, language, text: target });
  }
  return { ok: true, translations };
}

/** Spreadsheets compute cells that begin like this, so they get an apostrophe, which reading takes off again. */
const guarded = (text: string) => (/^['=+\-@\t\r]/.test(text) ? `'${text}` : text);
const unguarded = (text: string) => (/^'['=+\-@\t\r]/.test(text) ? text.slice(1) : text);

/** A table with one line a text and one column a language; opens in a spreadsheet. */
export const writeTranslationCsv = (rows: readonly TranslationRow[]): string =>
  byteOrder +
  Papa.unparse(
    [
      ["key", ...languages],
      ...rows.map(({ key, text }) => [key, ...languages.map((language) => guarded(text[language]))]),
    ],
    { newline: "\r\n" },
  );

/** The texts of such a table; an empty cell says nothing. Columns are found by their heading. */
export function readTranslationCsv(csv: string): ReadTranslations {
  if (csv.trim() === "") return { ok: false, reason: "empty" };
  if (csv.length > largest) return { ok: false, reason: "too-large" };
  const { data } = Papa.parse<string[]>(csv.replace(byteOrder, ""), { skipEmptyLines: true });
  const [head = [], ...lines] = data;
  const keyAt = head.findIndex((cell) => cell.trim().toLowerCase() === "key");
  const columns = head.flatMap((cell, at) => {
    const language = at === keyAt ? null : languageOf(cell.trim());
    return language ? [{ at, language }] : [];
  });
  if (keyAt < 0) return { ok: false, reason: "not-csv" };
  if (columns.length === 0) return { ok: false, reason: "wrong-language" };
  const translations = lines.flatMap((line) =>
    columns.flatMap(({ at, language }): Translation[] => {
      const [key = "", text = ""] = [line[keyAt], line[at]];
      return key === "" || text === "" ? [] : [{ key, language, text: unguarded(text) }];
    }),
  );
  return { ok: true, translations };
}
