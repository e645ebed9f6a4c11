/** The matrix as a workbook, and the rows of a workbook or a CSV that somebody brings. */
import { readSheet } from "read-excel-file/node";
import writeXlsxFile from "write-excel-file/node";
import { csvRows } from "~/domain/csv";

const largestFile = 2 * 1024 * 1024;

/** A workbook with one sheet: a bold header that stays in view, words as text, so that nothing runs as a formula. */
export function matrixWorkbook(rows: readonly (readonly (string | number | null)[])[]): Promise<Buffer> {
  const [header = [], ...lines] = rows;
  const cellOf = (value: string | number | null) =>
    value === null || value === "" ? null : typeof value === "number" ? { value } : { value, type: String };
  const sheet = [
    header.map((value) => ({ value: String(value), type: String, fontWeight: "bold" as const })),
    ...lines.map((line) => line.map(cellOf)),
  ];
  return writeXlsxFile(sheet, {
    sheet: "matrix",
    columns: [20, 28, 24, 10, 9, 40, 32, 13, 24, 16].map((width) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}

/** A cell as it would stand in a CSV; a day keeps its form. */
function written(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

/** A workbook is a zip file. */
const isWorkbook = (bytes: Buffer) => bytes.subarray(0, 2).toString("latin1") === "PK";

/** The rows of an uploaded file: the first sheet of a workbook, or a CSV. */
export async function readMatrixFile(file: unknown): Promise<string[][] | "too-large" | "unreadable"> {
  if (!(file instanceof Blob)) return [];
  if (file.size > largestFile) return "too-large";
  const bytes = Buffer.from(await file.arrayBuffer());
  if (!isWorkbook(bytes)) return csvRows(bytes.toString("utf8"));
  try {
    return (await readSheet(bytes)).map((row) => row.map(written));
  } catch {
    return "unreadable";
  }
}
