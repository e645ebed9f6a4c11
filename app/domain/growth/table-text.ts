/** Tables of figures as text: a CSV, or rows copied from a spreadsheet. */
import { csvRows } from "../csv";

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, " ");

export type ReadTable<Column extends string> =
  | { ok: false; missing: Column[] }
  | { ok: true; rows: { line: number; cells: Record<Column, string> }[] };

/**
 * Rows under a header, as `csvRows` reads them. `names` gives the headers that each column answers to, whatever their case, width and blanks; unknown columns are ignored, an
 * absent one is empty. Without one of `needed` nothing is read. Lines count as a spreadsheet counts them; empty ones are skipped.
 */
export function readTable<Column extends string>(
  text: string,
  names: Readonly<Record<Column, readonly string[]>>,
  needed: readonly NoInfer<Column>[],
): ReadTable<Column> {
  const [header = [], ...lines] = csvRows(text);
  const keys = Object.keys(names) as Column[];
  const places = Object.fromEntries(
    keys.map((key) => [key, header.findIndex((cell) => names[key].map(plain).includes(plain(cell)))]),
  ) as Record<Column, number>;
  const missing = needed.filter((key) => places[key] < 0);
  if (missing.length > 0) return { ok: false, missing };
  return {
    ok: true,
    rows: lines.flatMap((cells, index) =>
      cells.every((cell) => cell.trim() === "")
        ? []
        : [
            {
              line: index + 2,
              cells: Object.fromEntries(
                keys.map((key) => [key, places[key] < 0 ? "" : (cells[places[key]] ?? "").trim()]),
              ) as Record<Column, string>,
            },
          ],
    ),
  };
}
