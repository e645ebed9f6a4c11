/** The matrix as text: what is pasted from a spreadsheet, and CSV out and in. */

import { csvText } from "../csv";
import type { LocalText } from "../language";
import { type FeatureMeasure, readAmount } from "./feature-measure";
import { blankCell, type CellContent, cellSchema, type Support } from "./matrix-cell";

const supportWords: Record<Support, readonly string[]> = {
  yes: ["yes", "y", "有", "是", "支持", "✓", "✔", "√", "●", "true"],
  partial: ["partial", "partly", "p", "部分", "部分有", "部分支持", "◐", "△"],
  no: ["no", "n", "无", "没有", "否", "不支持", "✗", "✕", "×", "x", "○", "false"],
  unknown: ["unknown", "?", "不清楚", "未知", "-", "–", "n/a"],
};

const supportOf = (word: string): Support | null =>
  (Object.keys(supportWords) as Support[]).find((support) => supportWords[support].includes(word)) ?? null;

/**
 * What is pasted into the row of a measured feature: an amount, or a mark of not knowing. Null for text that is neither;
 * an empty cell changes nothing.
 */
export function readPastedAmount(text: string): Partial<Pick<CellContent, "amount">> | null {
  const amount = readAmount(text);
  if (amount === "unreadable") return null;
  return amount === undefined ? {} : { amount };
}

/**
 * What a pasted cell says: a word or mark of support ("yes", "部分", "✓"), a quality 1–5, or both ("yes 4").
 * Null for text that says neither; an empty cell changes nothing.
 */
export function readPastedCell(text: string): Partial<Pick<CellContent, "support" | "quality">> | null {
  const plain = text.normalize("NFKC").trim().toLowerCase();
  if (plain === "") return {};
  const [, word = "", digit] = /^(.*?)[\s,/(:]*([1-5])?\)?$/su.exec(plain) ?? [];
  const quality = digit === undefined ? {} : { quality: Number(digit) };
  if (word === "") return quality;
  const support = supportOf(word.trim());
  return support && { support, ...quality };
}

const columns = [
  "category",
  "feature",
  "competitor",
  "support",
  "quality",
  "amount",
  "unit",
  "note",
  "source",
  "checked_on",
  "saved_at",
  "saved_by",
] as const;
type Column = (typeof columns)[number];

type Named = { id: string; category: string; name: LocalText; measure: FeatureMeasure | null };
type Vendor = { key: string; name: string };
type Cell = CellContent & { featureId: string; vendor: string; savedAt: number; savedBy: string };

type Matrix = { features: readonly Named[]; vendors: readonly Vendor[]; cells: readonly Cell[] };

/**
 * The matrix as rows under a header, a row a cell, cells that nobody has written included, so that it can be filled in and
 * read back.
 */
export function matrixRows(
  { features, vendors, cells }: Matrix,
  language: keyof LocalText,
): (string | number | null)[][] {
  const known = new Map(cells.map((cell) => [`${cell.featureId}/${cell.vendor}`, cell]));
  const lines = features.flatMap((feature) =>
    vendors.map((vendor) => {
      const cell = known.get(`${feature.id}/${vendor.key}`);
      const { support, quality, amount, note, source, checkedOn } = cell ?? blankCell;
      const saved = cell ? [new Date(cell.savedAt).toISOString(), cell.savedBy] : ["", ""];
      const fields = [feature.category, feature.name[language], vendor.name, support, quality];
      const measured = [amount, feature.measure?.unit ?? ""];
      return [...fields, ...measured, note, source, checkedOn ?? "", ...saved];
    }),
  );
  return [[...columns], ...lines];
}

/** The rows of the matrix as CSV. */
export const matrixCsv = (matrix: Matrix, language: keyof LocalText): string =>
  csvText(matrixRows(matrix, language));

export type ImportProblem = "feature" | "competitor" | "content";
/** Of a file without the column, the amount is not known to have changed. */
type ReadCell = Omit<CellContent, "amount"> & { amount?: number | null; featureId: string; vendor: string };
export type ReadMatrix =
  | { ok: false; missing: Column[] }
  | {
      ok: true;
      cells: ReadCell[];
      /** Lines left out, counted as a spreadsheet counts them. */
      problems: { line: number; problem: ImportProblem }[];
    };

const needed = ["feature", "competitor", "support"] as const satisfies readonly Column[];
const plain = (text: string) => text.normalize("NFKC").trim().toLowerCase();
/** Takes back the apostrophe that keeps a spreadsheet from running a cell. */
const undefuse = (text: string) => text.replace(/^'(?=\s*[=+\-@＝＋－＠])/u, "");

type Known = { features: readonly Named[]; vendors: readonly Vendor[] };

/**
 * Reads rows in the columns of `matrixRows`, in any order; others are ignored. Features are found by their name in
 * either language, competitors by name or key. A row that names neither, or says what a cell cannot, is left out and
 * told.
 */
export function readMatrixRows(
  [header = [], ...lines]: readonly (readonly string[])[],
  { features, vendors }: Known,
): ReadMatrix {
  const place = new Map(header.map((name, index) => [plain(name), index]));
  const missing = needed.filter((column) => !place.has(column));
  if (missing.length > 0) return { ok: false, missing };
  const byName = new Map(
    features.flatMap((one) => [one.name["zh-CN"], one.name.en].map((word) => [plain(word), one] as const)),
  );
  const vendorKeys = new Map(
    vendors.flatMap(({ key, name }) => [key, name].map((word) => [plain(word), key] as const)),
  );
  const cells: ReadCell[] = [];
  const problems: { line: number; problem: ImportProblem }[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.every((cell) => cell.trim() === "")) continue;
    const at = (column: Column) => undefuse(line[place.get(column) ?? -1] ?? "");
    const refuse = (problem: ImportProblem) => problems.push({ line: index + 2, problem });
    const feature = byName.get(plain(at("feature")));
    const vendor = vendorKeys.get(plain(at("competitor")));
    if (feature === undefined || vendor === undefined) {
      refuse(feature === undefined ? "feature" : "competitor");
      continue;
    }
    const amount = place.has("amount") ? (readAmount(at("amount")) ?? null) : undefined;
    const quality = plain(at("quality"));
    const read = cellSchema.safeParse({
      support: supportOf(plain(at("support")) || "unknown"),
      quality: quality === "" ? null : Number(quality),
      amount: amount === undefined ? null : amount,
      note: at("note"),
      source: at("source"),
      checkedOn: at("checked_on"),
    });
    // An amount in the row of a feature that is not measured would be kept and never be seen.
    if (read.success && (feature.measure || read.data.amount === null))
      cells.push({
        ...read.data,
        amount: amount === undefined ? undefined : read.data.amount,
        featureId: feature.id,
        vendor,
      });
    else refuse("content");
  }
  return { ok: true, cells, problems };
}
