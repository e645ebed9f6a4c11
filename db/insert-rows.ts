/**
 * Many rows in one short statement. A `values` list names every value of every row, and building that text costs more
 * than the writing itself; here the rows travel as one JSON value, which either engine takes apart, and what is the
 * same in all of them travels once.
 */
import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Store } from "./client";

/** An insert of `rows`, to be refined (`onConflictDoNothing`, `returning`) and run like any other. */
export function insertRows<T extends SQLiteTable>(
  { engine, db }: Pick<Store, "engine" | "db">,
  table: T,
  rows: readonly T["$inferInsert"][],
) {
  const differing: { values: unknown[]; type: string }[] = [];
  const selected = Object.entries(getTableColumns(table)).map(([name, column]): SQL => {
    const values = rows.map((row: Record<string, unknown>) => {
      const value = row[name] ?? column.defaultFn?.() ?? column.default ?? null;
      // SQLite keeps JSON as text and a truth as a number; PostgreSQL takes both out of JSON as they are.
      return value === null || engine === "pg" ? value : column.mapToDriverValue(value);
    });
    const type = column.getSQLType();
    const [first = null] = values;
    const alike = (typeof first !== "object" || first === null) && values.every((value) => value === first);
    if (alike && rows.length > 1) return engine === "pg" ? sql`${first}::${sql.raw(type)}` : sql`${first}`;
    const at = differing.push({ values, type }) - 1;
    return sql.raw(engine === "pg" ? `c${at}` : `value ->> ${at}`);
  });
  const json = JSON.stringify(
    rows.map((_, row) =>
      engine === "pg"
        ? Object.fromEntries(differing.map(({ values }, at) => [`c${at}`, values[row]]))
        : differing.map(({ values }) => values[row]),
    ),
  );
  const shape = sql.raw(differing.map(({ type }, at) => `c${at} ${type}`).join(", "));
  // "where true": without it SQLite would read "on conflict" as the condition of a join.
  const given =
    engine === "pg"
      ? sql`json_to_recordset(${json}::json) as given(${shape})`
      : sql`json_each(${json}) where true`;
  return db.insert(table).select(sql`select ${sql.join(selected, sql`, `)} from ${given}` as never);
}
