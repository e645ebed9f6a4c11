/** What was typed before changes were kept is there afterwards. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { listContents, listEntryChanges } from "~/data/entries";
import { countsKey } from "~/domain/growth/funnel-form";
import { openStore, type Store } from "~db/client";
import { newId } from "~db/new-id";
import { insertEmptyStudy } from "../support/empty-study";
import { freshUrls, migrations } from "../support/stores";

/** The migrations up to the one before the figures were moved. */
function earlierMigrations(): string {
  const folder = mkdtempSync(join(tmpdir(), "migrations-"));
  cpSync(migrations, folder, { recursive: true });
  for (const engine of ["sqlite", "pg"]) {
    const path = join(folder, engine, "meta", "_journal.json");
    const journal = JSON.parse(readFileSync(path, "utf8")) as { entries: { tag: string }[] };
    const at = journal.entries.findIndex(({ tag }) => tag.endsWith("_entries_moved"));
    writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, at) }));
  }
  return folder;
}

const run = (store: Store, statement: ReturnType<typeof sql>) =>
  (store.engine === "pg"
    ? (store.db as unknown as { execute: (one: unknown) => Promise<unknown> }).execute(statement)
    : store.db.run(statement)) as Promise<unknown>;

test.each(freshUrls)("figures typed before are kept on %s", async (_, freshUrl) => {
  const url = await freshUrl();
  const before = await openStore(url, earlierMigrations());
  const workspaceId = newId();
  const studyId = await insertEmptyStudy(before, workspaceId);
  const text = (value: unknown) => JSON.stringify(value);
  const counts = { visit: 9, paid: 1 };
  const points = [{ year: 2020, amount: 1.5 }];
  await run(
    before,
    sql`insert into money_months (id, workspace_id, study_id, month, revenue, variable_cost, fixed_cost, funding, customers)
    values ('m', ${workspaceId}, ${studyId}, '2026-01', 10.5, 1, 2, 0, 3)`,
  );
  await run(
    before,
    sql`insert into renewal_cohorts (id, workspace_id, study_id, month, started, renewed)
    values ('c', ${workspaceId}, ${studyId}, '2025-01', 40, ${text([34, 31])})`,
  );
  await run(
    before,
    sql`insert into money_settings (id, workspace_id, months_required, cash) values (${studyId}, ${workspaceId}, 4, 1.5)`,
  );
  await run(
    before,
    sql`insert into funnel_counts (id, workspace_id, study_id, period, channel, counts, referred)
    values ('f', ${workspaceId}, ${studyId}, '2026-01', '展会 "A"', ${text(counts)}, 2)`,
  );
  for (const [id, removedAt] of [
    ["s1", null],
    ["s2", 5],
  ] as const)
    await run(
      before,
      sql`insert into market_series (id, workspace_id, study_id, name, unit, source, kind, points, removed_at)
      values (${id}, ${workspaceId}, ${studyId}, ${id}, '', '', 'own', ${text(points)}, ${removedAt})`,
    );
  await before.close();

  const store = await openStore(url, migrations);
  const where = { workspaceId, studyId };
  const amounts = { revenue: 10.5, variableCost: 1, fixedCost: 2, funding: 0, customers: 3 };
  expect(await listContents(store, { ...where, kind: "money-month" })).toEqual([
    { month: "2026-01", ...amounts, acquisition: null, won: null, lost: null },
  ]);
  expect(await listContents(store, { ...where, kind: "renewal-cohort" })).toEqual([
    { month: "2025-01", started: 40, renewed: [34, 31] },
  ]);
  expect(await listContents(store, { ...where, kind: "money-rule" })).toEqual([
    { monthsRequired: 4, cash: 1.5 },
  ]);
  const row = { period: "2026-01", channel: '展会 "A"', seen: null, counts, recovered: null, referred: 2 };
  expect(await listContents(store, { ...where, kind: "funnel-row" })).toEqual([row]);
  const series = { name: "s1", unit: "", source: "", kind: "own", points };
  expect(await listContents(store, { ...where, kind: "market-series" })).toEqual([series]);
  const changes = await listEntryChanges(store, {
    ...where,
    kinds: ["funnel-row", "market-series"],
    limit: 9,
  });
  expect(changes.find(({ kind }) => kind === "funnel-row")?.key).toBe(countsKey(row));
  expect(changes.find(({ after }) => after === null)).toMatchObject({ key: "s2", before: { name: "s2" } });
  await store.close();
});
