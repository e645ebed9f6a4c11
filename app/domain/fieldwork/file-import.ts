/** What a file brought in, whichever its kind. */
const importKinds = ["contacts", "answers"] as const;
export type ImportKind = (typeof importKinds)[number];

/** Which column of the file (from 0) holds which field; the meaning of `field` belongs to the import's kind. */
export type ColumnMapping = { column: number; field: string }[];

/** The columns of a table (headings first), each with a value of its first rows and the field it holds; empty for none. */
export const columnsOf = (rows: readonly string[][], mapping: ColumnMapping) =>
  (rows[0] ?? []).map((heading, column) => ({
    heading,
    example: rows.slice(1, 20).find((row) => row[column])?.[column] ?? "",
    field: mapping.find((one) => one.column === column)?.field ?? "",
  }));

/** Rows read, written, found to be there already, and refused; of those there, how many were changed, and moved. */
export type ImportCounts = {
  read: number;
  added: number;
  known: number;
  refused: number;
  changed?: number;
  moved?: number;
};

/** What a file changed of a person or company that was there already: the fields it touched, before and after. */
export type ImportChange = {
  kind: "person" | "company";
  id: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
};
