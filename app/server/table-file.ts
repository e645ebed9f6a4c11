/** Tables that people bring as a file: CSV in whatever encoding, or the first sheet of an Excel file. */
import Papa from "papaparse";
import { readSheet } from "read-excel-file/node";
import { decodeText, type TextEncoding, textEncodings } from "~/domain/fieldwork/decode-text";
import { wordIn } from "~/domain/typed";

export type TableProblem = "empty" | "unreadable" | "old-excel" | "too-many-rows";
export type ReadTable = { ok: true; rows: string[][] } | { ok: false; problem: TableProblem };

/** More people than a study asks; a larger file is cut up by whoever brings it. */
const mostRows = 20_000;

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return "";
  // Excel keeps a day as its midnight.
  if (cell instanceof Date)
    return cell
      .toISOString()
      .replace("T", " ")
      .replace(/( 00:00:00)?\.\d+Z$/, "");
  // An apostrophe before a sign is what an export puts there against formulas.
  return String(cell)
    .replaceAll("\u0000", "")
    .trim()
    .replace(/^'(?=[=+\-@])/, "");
};

const starts = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte);

async function rowsOf(bytes: Uint8Array, encoding?: TextEncoding): Promise<unknown[][]> {
  // "PK": an Excel workbook is a zip file.
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return readSheet(Buffer.from(bytes));
  // One kind of line end: where a file mixes them, rows after the odd one would silently run into one.
  const text = decodeText(bytes, encoding).text.replace(/\r\n?/g, "\n");
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: "greedy" });
  return data;
}

/** The rows of an uploaded file as text, the way they stand in it, read in the `encoding` somebody chose, if one. */
export async function readTable(file: File, encoding: FormDataEntryValue | null = null): Promise<ReadTable> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) return { ok: false, problem: "empty" };
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { ok: false, problem: "old-excel" };
  const rows = await rowsOf(bytes, wordIn(textEncodings, String(encoding)) ?? undefined).catch(() => null);
  if (!rows) return { ok: false, problem: "unreadable" };
  if (rows.length > mostRows) return { ok: false, problem: "too-many-rows" };
  const text = rows.map((row) => row.map(cellText));
  return text.some((row) => row.some(Boolean)) ? { ok: true, rows: text } : { ok: false, problem: "empty" };
}
