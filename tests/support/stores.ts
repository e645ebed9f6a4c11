/** Fresh, migrated databases for tests: SQLite in memory, PostgreSQL on the suite's server. */
import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { openStore, type Store } from "~db/client";

export const migrations = fileURLToPath(new URL("../../db/migrations", import.meta.url));

export const openMemoryStore = () => openStore(":memory:", migrations);

async function freshPgUrl() {
  const server = inject("postgresUrl");
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Addresses of databases that nobody has opened yet, by engine. */
export const freshUrls = [
  ["SQLite", async () => join(mkdtempSync(join(tmpdir(), "store-")), "fresh.db")],
  ["PostgreSQL", freshPgUrl],
] as const;

/** Runs the same tests on both engines; `store()` is the open store of the engine at hand. */
export function onBothEngines(title: string, tests: (store: () => Store) => void) {
  describe.each([
    ["SQLite", openMemoryStore],
    ["PostgreSQL", async () => openStore(await freshPgUrl(), migrations)],
  ] as const)(`${title} on %s`, (_, open) => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store?.close());
    tests(() => store);
  });
}
