/**
 * Which column of another survey tool's export holds which answer. Columns are guessed from the headings of
 * 问卷星, 腾讯问卷, Google Forms, SurveyMonkey, Typeform and LimeSurvey, and of our own file, and mended by hand.
 */
import { itemsOf } from "../questionnaire/by-measure";
import type { Compiled, Item } from "../questionnaire/compiled";
import type { ColumnMapping } from "./file-import";

const exportFormats = [
  "wjx",
  "tencent",
  "google",
  "surveymonkey",
  "typeform",
  "limesurvey",
  "other",
] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What a column can hold besides answers. */
export const aboutFields = ["id", "started", "completed", "seconds", "language"] as const;
export type AboutField = (typeof aboutFields)[number];

/**
 * A column's field: one of `aboutFields`, or `item:<name>` (the whole answer), `part:<name>:<row or field>`,
 * `choice:<name>:<value>` (a column of its own for each choice), `other:<name>` (the text beside "other").
 */
export type AnswerField = string;

export const itemOfField = (field: AnswerField): string | null =>
  /^(?:item|part|choice|other):([^:]+)/.exec(field)?.[1] ?? null;
export const partOfField = (field: AnswerField): string => field.split(":").slice(2).join(":");

/** Letters and digits only, so that numbering, brackets and spaces do not keep two wordings apart. */
export const foldedText = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[【[(](单选题?|多选题?|填空题?|矩阵[^\])】]*|排序题?|量表题?|必填|选填|required)[\])】]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** "12、", "Q12.", "G01Q02." in front of a question. */
const numbering = /^\s*(?:[QG]?\d+(?:Q\d+)?)\s*[.、:：)）]\s*/i;

const aboutHeadings: Record<AboutField, RegExp> = {
  id: /^(序号|编号|答卷编号|#|id|response ?id|respondent ?id|submission ?id|token)$/i,
  started: /^(开始答题时间|开始时间|start date.*|date started|startdate)$/i,
  completed:
    /^(提交答卷时间|提交时间|结束答题时间|结束时间|时间戳记?|timestamp|end date.*|submit date.*|date submitted|submitdate|completed)$/i,
  seconds: /^(所用时间|答题时长|用时|时长|total time|interviewtime|duration.*)$/i,
  language: /^(语言|language|start ?language)$/i,
};

const titles = (item: Item) =>
  [item.title["zh-CN"], item.title.en, item.name, item.measure ?? ""].map(foldedText).filter(Boolean);

type Part = { value: string; names: string[] };

/** The parts of an item that may have a column of their own: choices, rows, fields. */
export function partsOf(item: Item): { kind: "choice" | "part"; parts: Part[] } | null {
  const named = (value: string | number, text: { "zh-CN": string; en: string }) => ({
    value: String(value),
    names: [text["zh-CN"], text.en, String(value)].map(foldedText),
  });
  switch (item.kind) {
    case "checkbox":
      return { kind: "choice", parts: item.choices.map(({ value, text }) => named(value, text)) };
    case "matrix":
      return { kind: "part", parts: item.rows.map(({ value, text }) => named(value, text)) };
    case "multipletext":
      return { kind: "part", parts: item.fields.map(({ name, title }) => named(name, title)) };
    default:
      return null;
  }
}

/** Every way to cut a heading into a question and a part of it. */
function cuts(heading: string): [question: string, part: string][] {
  const found: [string, string][] = [];
  for (const pattern of [/^(.+?)\s*\[(.+)\]\s*$/, /^(.+?)\s*[(（]([^()（）]+)[)）]\s*$/])
    for (const match of [pattern.exec(heading)]) if (match) found.push([match[1]!, match[2]!]);
  for (const sign of ["—", "–", "：", ":", "/", " - ", "-"]) {
    for (let at = heading.indexOf(sign); at > 0; at = heading.indexOf(sign, at + 1))
      found.push([heading.slice(0, at), heading.slice(at + sign.length)]);
  }
  return found;
}

const otherWords = /^(其他|其它|other)/i;

function fieldOf(heading: string, items: readonly Item[]): AnswerField | null {
  const plain = heading.replace(numbering, "").trim();
  const about = aboutFields.find((field) => aboutHeadings[field].test(plain || heading.trim()));
  if (about) return about;
  const asks = (text: string) => {
    const folded = foldedText(text.replace(numbering, ""));
    return folded === "" ? undefined : items.find((item) => titles(item).includes(folded));
  };
  const whole = asks(plain);
  if (whole) return `item:${whole.name}`;
  for (const [question, part] of cuts(plain)) {
    const item = asks(question);
    if (!item) continue;
    const parts = partsOf(item);
    const found = parts?.parts.find(({ names }) => names.includes(foldedText(part)));
    if (parts && found) return `${parts.kind}:${item.name}:${found.value}`;
    if (otherWords.test(part.trim())) return `other:${item.name}`;
  }
  // A tool that heads the columns of a question with its choices alone, or with a number in front: "3(Payroll)".
  const folded = foldedText(/^\s*\d+\s*[(（]([^()（）]+)[)）]\s*$/.exec(heading)?.[1] ?? plain);
  for (const item of items) {
    const parts = item.kind === "checkbox" ? partsOf(item) : null;
    const found = folded && parts?.parts.find(({ names }) => names.includes(folded));
    if (found) return `choice:${item.name}:${found.value}`;
  }
  return null;
}

/** One column a field; a second column for the same field is left out. */
export function guessAnswerMapping(header: readonly string[], compiled: Compiled): ColumnMapping {
  const items = itemsOf(compiled).filter(({ kind }) => !["statement", "display", "file"].includes(kind));
  const taken = new Set<string>();
  return header.flatMap((heading, column) => {
    const field = fieldOf(heading, items);
    if (field === null || taken.has(field)) return [];
    taken.add(field);
    return [{ column, field }];
  });
}

const has = (header: readonly string[], pattern: RegExp) => header.some((heading) => pattern.test(heading));

/** Which tool a file comes from, by the headings only it writes. */
export function formatOfExport(header: readonly string[]): ExportFormat {
  if (has(header, /^提交答卷时间$/) || has(header, /^来自IP$/)) return "wjx";
  if (has(header, /^结束答题时间$/) || has(header, /^答题时长$/)) return "tencent";
  if (has(header, /^respondent id$/i)) return "surveymonkey";
  if (has(header, /^#$/) && has(header, /^(submit date|network id)/i)) return "typeform";
  if (has(header, /^(submitdate|date submitted|lastpage|last page|startlanguage)$/i)) return "limesurvey";
  if (/^(时间戳记?|timestamp)$/i.test(header[0] ?? "")) return "google";
  return "other";
}

const subHeadings = /^(response|open-ended response|)$/i;

/**
 * The table of a file with one row of headings. SurveyMonkey writes two: the question once, and under it what each
 * column of it holds; they are joined as "question [part]". Null for a table without headings.
 */
export function answerTable(rows: readonly string[][]): string[][] | null {
  const at = rows.findIndex((row) => row.filter((cell) => cell.trim() !== "").length >= 2);
  const top = rows[at];
  if (at < 0 || !top) return null;
  const below = rows[at + 1] ?? [];
  const double =
    has(top, /^respondent id$/i) && below.some((cell) => /^(open-ended )?response$/i.test(cell.trim()));
  let question = "";
  const header = top.map((cell, column) => {
    if (!double) return cell.trim();
    question = cell.trim() || question;
    const sub = (below[column] ?? "").trim();
    return subHeadings.test(sub) ? question : `${question} [${sub}]`;
  });
  const body = rows.slice(at + (double ? 2 : 1)).filter((row) => row.some((cell) => cell.trim() !== ""));
  return [header, ...body.map((row) => header.map((_, column) => (row[column] ?? "").trim()))];
}
