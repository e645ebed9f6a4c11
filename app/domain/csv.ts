/** Tables as text: CSV that a spreadsheet opens without running anything, and what comes back from one. */
import type { Answer } from "./questionnaire/compiled";

export type Cell = Answer | null | undefined;

/** Excel takes a file for UTF-8 only with this mark in front. */
const byteOrderMark = "\uFEFF";

/**
 * One cell. A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV
 * injection; also in full width, after any spaces); numbers stay numbers. Quotes are doubled, every text is quoted.
 */
function csvCell(value: Cell): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const text =
    typeof value === "string" ? value : Array.isArray(value) ? value.join("; ") : JSON.stringify(value);
  const defused = /^\s*[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text;
  return `"${defused.replaceAll('"', '""')}"`;
}

/** Rows as a file: a byte-order mark in front, lines that end as RFC 4180 asks. */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  `${byteOrderMark}${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;

/** Rows of cells out of delimited text (RFC 4180): quoted cells may hold delimiters, line ends and doubled quotes. */
export function parseDelimited(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    row.push(cell);
    cell = "";
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (letter === '"' && cell === "") quoted = true;
    else if (letter === delimiter) endCell();
    else if (letter === "\n") endRow();
    else if (letter !== "\r") cell += letter;
  }
  if (cell !== "" || row.length > 0) endRow();
  return rows;
}

/** The rows of a CSV with comma, semicolon or tab between the cells, whichever its first line has most of. */
export function csvRows(text: string): string[][] {
  const body = text.replace(byteOrderMark, "");
  const [head = ""] = body.split(/\r?\n/, 1);
  const delimiter = ["\t", ";", ","].reduce((best, one) =>
    head.split(one).length > head.split(best).length ? one : best,
  );
  return parseDelimited(body, delimiter);
}
