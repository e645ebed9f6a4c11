/**
 * Many rows in one short statement. A `values` list names every value of every row, and building that text costs more
 * than the writing itself; here the rows travel as one JSON value (SQLite) or an array a column (PostgreSQL), which the
 * engine takes apart, and what is the same in all of them travels once.
 */
import { and, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Store } from "./client";

/** An array of PostgreSQL in its own notation: the driver makes the same of a list, but takes three times as long. */
const arrayOf = (values: readonly unknown[]): string => {
  const items = values.map((value) => {
    if (typeof value !== "string") return String(value ?? "NULL");
    return `"${/["\\]/.test(value) ? value.replace(/["\\]/g, "\\$&") : value}"`;
  });
  return `{${items.join()}}`;
};

type Column = { values: unknown[]; type: string };
type Engine = Store["engine"];

/** The values of one column in many rows, as the driver takes them; `missing` stands where a row says nothing. */
const valuesOf = (
  column: SQLiteColumn,
  values: readonly unknown[],
  missing: () => unknown = () => null,
): unknown[] =>
  values.map((given) => {
    const value = given ?? missing();
    return value === null ? null : column.mapToDriverValue(value);
  });

/** A table named `given` of columns, and a name for each of them. */
const given = (engine: Engine, columns: readonly Column[]): SQL => {
  if (engine === "sqlite") {
    const rows = columns[0]?.values.map((_, row) => columns.map(({ values }) => values[row]));
    return sql`json_each(${JSON.stringify(rows ?? [])}) as given`;
  }
  const arrays = columns.map(({ values, type }) => sql`${arrayOf(values)}::${sql.raw(type)}[]`);
  return sql`unnest(${sql.join(arrays, sql`, `)}) as given(${sql.raw(columns.map((_, at) => `c${at}`).join())})`;
};
const nameIn = (engine: Engine, at: number): SQL =>
  sql.raw(engine === "pg" ? `given.c${at}` : `given.value ->> ${at}`);

/** An insert of `rows`, to be refined (`onConflictDoNothing`, `returning`) and run like any other. */
export function insertRows<T extends SQLiteTable>(
  { engine, db }: Pick<Store, "engine" | "db">,
  table: T,
  rows: readonly T["$inferInsert"][],
) {
  const differing: Column[] = [];
  const selected = Object.entries(getTableColumns(table)).map(([name, column]): SQL => {
    const values = valuesOf(
      column,
      rows.map((row: Record<string, unknown>) => row[name]),
      () => column.defaultFn?.() ?? column.default ?? null,
    );
    const type = column.getSQLType();
    const [first = null] = values;
    if (rows.length > 1 && values.every((value) => value === first))
      return engine === "pg" ? sql`${first}::${sql.raw(type)}` : sql`${first}`;
    return nameIn(engine, differing.push({ values, type }) - 1);
  });
  // "where true": without it SQLite would read "on conflict" as the condition of a join.
  const from = sql`${given(engine, differing)} where true`;
  return db.insert(table).select(sql`select ${sql.join(selected, sql`, `)} from ${from}` as never);
}

/**
 * An update of the rows with these ids, each to values of its own; all of them name the same fields. Rows of other
 * workspaces stay as they are.
 */
export function updateRows<T extends SQLiteTable & { id: SQLiteColumn; workspaceId: SQLiteColumn }>(
  { engine, db }: Pick<Store, "engine" | "db">,
  table: T,
  workspaceId: string,
  rows: readonly ({ id: string } & Record<string, unknown>)[],
) {
  const columns = Object.entries(getTableColumns(table)).filter(([name]) => rows[0] && name in rows[0]);
  const from = columns.map(([name, column]) => ({
    values: valuesOf(
      column,
      rows.map((row) => row[name]),
    ),
    type: column.getSQLType(),
  }));
  const { id, ...set } = Object.fromEntries(columns.map(([name], at) => [name, nameIn(engine, at)]));
  // "+": without it SQLite would look through the whole workspace for every row.
  const here = sql`${sql.raw(engine === "pg" ? "" : "+")}${table.workspaceId} = ${workspaceId}`;
  return db
    .update(table)
    .set(set as never)
    .from(given(engine, from))
    .where(and(here, sql`${table.id} = ${id}`));
}

/** Whether a column holds one of many words, which travel as one value. */
export const isOneOf = (engine: Engine, column: SQLiteColumn, words: readonly string[]): SQL =>
  sql`${column} in (select ${nameIn(engine, 0)} from ${given(engine, [{ values: [...words], type: "text" }])})`;

type Changed = { id: string; set: Record<string, unknown> };

/** Changes that name the same fields together: each group is one `updateRows`. */
export function byFields<T extends Changed>(changes: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of changes) {
    const fields = Object.keys(one.set).sort().join();
    const group = groups.get(fields);
    if (group) group.push(one);
    else groups.set(fields, [one]);
  }
  return [...groups.values()];
}
