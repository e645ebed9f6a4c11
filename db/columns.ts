/**
 * Two kits of column builders with one set of names: the tables are defined once with a kit and
 * come out for SQLite or for PostgreSQL.
 *
 * Drizzle has no schema that fits both dialects. The PostgreSQL kit is cast to the SQLite kit's
 * type, so that the rest of the program sees one type; this file is the only place of that cast.
 */
import * as pg from "drizzle-orm/pg-core";
import * as sqlite from "drizzle-orm/sqlite-core";

const sqliteKit = {
  table: sqlite.sqliteTable,
  index: sqlite.index,
  unique: sqlite.uniqueIndex,
  /** A key made by us (UUIDv7). */
  id: () => sqlite.text("id").primaryKey(),
  text: () => sqlite.text(),
  /** A word out of a closed list. */
  word: <W extends string>() => sqlite.text().$type<W>(),
  bool: () => sqlite.integer({ mode: "boolean" }),
  int: () => sqlite.integer(),
  real: () => sqlite.real(),
  /** An instant, as milliseconds since 1970. */
  time: () => sqlite.integer(),
  /** JSON of a known shape; the order of keys is kept on both engines. */
  json: <T>() => sqlite.text({ mode: "json" }).$type<T>(),
  bytes: () => sqlite.blob({ mode: "buffer" }),
};

export type Kit = typeof sqliteKit;

const pgKit = {
  table: pg.pgTable,
  index: pg.index,
  unique: pg.uniqueIndex,
  id: () => pg.text("id").primaryKey(),
  text: () => pg.text(),
  word: <W extends string>() => pg.text().$type<W>(),
  bool: () => pg.boolean(),
  int: () => pg.integer(),
  real: () => pg.doublePrecision(),
  time: () => pg.bigint({ mode: "number" }),
  // `json`, not `jsonb`: jsonb reorders keys and a questionnaire's order is meaning.
  json: <T>() => pg.json().$type<T>(),
  bytes: pg.customType<{ data: Buffer }>({ dataType: () => "bytea" }),
};

export const kits = { sqlite: sqliteKit, pg: pgKit as unknown as Kit };
