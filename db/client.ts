/**
 * The one door to a database: `openStore` gives a `Store` whose queries read the same on SQLite and
 * PostgreSQL. Queries are only ever awaited; `.get/.all/.run` stay inside this folder.
 */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { drizzle as drizzleSqlite } from "drizzle-orm/better-sqlite3";
import { migrate as migrateSqlite } from "drizzle-orm/better-sqlite3/migrator";
import { drizzle as drizzlePg } from "drizzle-orm/node-postgres";
import { migrate as migratePg } from "drizzle-orm/node-postgres/migrator";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import pg from "pg";
import { kits } from "./columns";
import { defineTables, type Tables } from "./tables/define-tables";

type Db = BaseSQLiteDatabase<"async", unknown, Record<string, never>>;

/** What a transaction may hold: insert, update or delete builders, not yet awaited. */
export type Statement = PromiseLike<unknown>;
/** The rows that each statement returned (empty without `.returning()`), in their order. */
export type Written = Record<string, unknown>[][];

export type Store = {
  engine: "sqlite" | "pg";
  db: Db;
  tables: Tables;
  /**
   * Writes all of the statements or none. The callback only builds them: SQLite runs them in one
   * synchronous transaction, so that no other write of this process can slip in between.
   */
  atomically: (build: (tx: Db) => Statement[]) => Promise<Written>;
  /** True when the database answers. */
  ping: () => Promise<boolean>;
  close: () => Promise<void>;
};

/** The casing and the migrations must agree with `drizzle.*.ts`. */
const casing = "snake_case";
const migrationsOf = (engine: Store["engine"], folder: string) => ({
  migrationsFolder: `${folder}/${engine}`,
});

function openSqlite(path: string, migrations: string): Store {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  const file = new Database(path);
  file.pragma("journal_mode = WAL");
  file.pragma("busy_timeout = 5000");
  // FULL: an acknowledged answer is on disk even when the power fails.
  file.pragma("synchronous = FULL");
  const sync = drizzleSqlite(file, { casing });
  // Migrations that rebuild a table need foreign keys off; the connection turns them on afterwards.
  file.pragma("foreign_keys = OFF");
  migrateSqlite(sync, migrationsOf("sqlite", migrations));
  file.pragma("foreign_keys = ON");
  // Awaiting a builder works on the synchronous driver too; the type hides the synchronous methods.
  const db = sync as unknown as Db;
  type Runnable = { all: () => unknown; run: () => unknown; config?: { returning?: unknown } };
  const runNow = (statement: Runnable) => {
    if (statement.config?.returning) return statement.all() as Record<string, unknown>[];
    statement.run();
    return [];
  };
  return {
    engine: "sqlite",
    db,
    tables: defineTables(kits.sqlite),
    atomically: async (build) =>
      file
        .transaction(() => build(db).map((statement) => runNow(statement as unknown as Runnable)))
        .immediate(),
    ping: async () => file.prepare("select 1").get() !== undefined,
    close: async () => void file.close(),
  };
}

/** Any number; the same one in every instance, so that two of them do not migrate at once. */
const migrationLock = 7_473_291;

async function openPg(url: string, migrations: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // Without a listener a dropped idle connection would end the process.
  pool.on("error", (error) => console.error(`PostgreSQL connection lost: ${error.message}`));
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await migratePg(drizzlePg(client, { casing }), migrationsOf("pg", migrations));
  } finally {
    await client.query("select pg_advisory_unlock($1)", [migrationLock]).catch(() => undefined);
    client.release();
  }
  const async = drizzlePg(pool, { casing });
  return {
    engine: "pg",
    db: async as unknown as Db,
    tables: defineTables(kits.pg),
    atomically: (build) =>
      async.transaction(async (tx) => {
        const written: Written = [];
        for (const statement of build(tx as unknown as Db)) {
          const rows = await statement;
          written.push(Array.isArray(rows) ? rows : []);
        }
        return written;
      }),
    ping: async () => (await pool.query("select 1")).rowCount === 1,
    close: () => pool.end(),
  };
}

/**
 * Opens the database and brings it up to date.
 * `url`: `postgres://…`, or the path of a SQLite file (`:memory:` for one that is forgotten).
 * `migrations`: the folder that holds `sqlite/` and `pg/`.
 */
export const openStore = async (url: string, migrations: string): Promise<Store> =>
  /^postgres(ql)?:\/\//.test(url)
    ? openPg(url, migrations)
    : openSqlite(url.replace(/^file:/, ""), migrations);
