/** Files that were brought in: uploaded, looked at, written, and undone as a whole. */
import { and, desc, eq, exists, inArray, isNotNull, isNull, not, or, sql } from "drizzle-orm";
import { companyKey } from "~/domain/fieldwork/company-key";
import type { ColumnMapping, ImportChange, ImportCounts, ImportKind } from "~/domain/fieldwork/file-import";
import { joined } from "~/domain/fieldwork/import-changes";
import type { ContactPlan, KnownPerson, PlannedPerson } from "~/domain/fieldwork/plan-contacts";
import { chunksOf } from "~db/chunks";
import type { Store } from "~db/client";
import { insertRows } from "~db/many-rows";
import { newId } from "~db/new-id";
import { contactRows, type NewContact } from "./contacts";
import { changeStatements } from "./import-changes";
import { deleteOrphanLetters } from "./mails";

export type FileImport = Store["tables"]["imports"]["$inferSelect"];
type OneImport = { workspaceId: string; importId: string };

/** Keeps an uploaded table until somebody confirms what it means; nothing else is written yet. */
export async function insertImport(
  { db, tables }: Store,
  given: {
    workspaceId: string;
    kind: ImportKind;
    fileName: string;
    shape: string;
    mapping: ColumnMapping;
    rows: string[][];
    createdBy: string;
    now: number;
    studyId?: string;
    collectorId?: string;
  },
): Promise<string> {
  const { now, ...rest } = given;
  const id = newId(now);
  await db.insert(tables.imports).values({ ...rest, id, createdAt: now });
  return id;
}

export async function findImport(
  { db, tables }: Store,
  { workspaceId, importId }: OneImport,
): Promise<FileImport | null> {
  const { imports } = tables;
  const [found] = await db
    .select()
    .from(imports)
    .where(and(eq(imports.workspaceId, workspaceId), eq(imports.id, importId)))
    .limit(1);
  return found ?? null;
}

/** The mapping that was used last for a file with the same headings; null when there was none. */
export async function findMappingOf(
  { db, tables }: Store,
  given: { workspaceId: string; kind: ImportKind; shape: string },
): Promise<ColumnMapping | null> {
  const { imports } = tables;
  const [found] = await db
    .select({ mapping: imports.mapping })
    .from(imports)
    .where(
      and(
        eq(imports.workspaceId, given.workspaceId),
        eq(imports.kind, given.kind),
        eq(imports.shape, given.shape),
        isNotNull(imports.finishedAt),
      ),
    )
    .orderBy(desc(imports.finishedAt))
    .limit(1);
  return found?.mapping ?? null;
}

/** Files that were brought in (to one study), newest first, without their rows. */
export async function listImports(
  { db, tables }: Store,
  { workspaceId, kind, studyId }: { workspaceId: string; kind: ImportKind; studyId?: string },
) {
  const { imports } = tables;
  return db
    .select({
      id: imports.id,
      fileName: imports.fileName,
      counts: imports.counts,
      createdAt: imports.createdAt,
      createdBy: imports.createdBy,
      finishedAt: imports.finishedAt,
      undoneAt: imports.undoneAt,
    })
    .from(imports)
    .where(
      and(
        eq(imports.workspaceId, workspaceId),
        eq(imports.kind, kind),
        studyId === undefined ? undefined : eq(imports.studyId, studyId),
      ),
    )
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(100);
}

export async function updateImportMapping(
  { db, tables }: Store,
  given: OneImport & { mapping: ColumnMapping },
): Promise<void> {
  const { imports } = tables;
  await db
    .update(imports)
    .set({ mapping: given.mapping })
    .where(and(eq(imports.workspaceId, given.workspaceId), eq(imports.id, given.importId)));
}

/** Everybody a file is compared with, and every company with all its names. */
export async function listKnown({ db, tables }: Store, { workspaceId }: { workspaceId: string }) {
  const { contacts, companies, companyNames } = tables;
  const here = eq(companies.workspaceId, workspaceId);
  const of = contacts;
  const people = await db
    .select({
      ...{ id: of.id, companyId: of.companyId, name: of.name, email: of.email, phone: of.phone },
      ...{ position: of.position, chainRoles: of.chainRoles, primaryRole: of.primaryRole },
      ...{ language: of.language, tags: of.tags, consentAt: of.consentAt, optedOutAt: of.optedOutAt },
    })
    .from(contacts)
    .where(eq(contacts.workspaceId, workspaceId));
  const { id, name, nameKey, size, industry, region } = companies;
  const knownCompanies = await db
    .select({ id, name, nameKey, size, industry, region })
    .from(companies)
    .where(here);
  const names = await db
    .select({ other: companyNames.nameKey, nameKey })
    .from(companyNames)
    .innerJoin(companies, eq(companies.id, companyNames.companyId))
    .where(here);
  const keys = new Map(knownCompanies.map((company) => [company.id, company.nameKey]));
  return {
    known: people.map((entry): KnownPerson => {
      const { name, email, phone } = entry;
      return { companyNameKey: keys.get(entry.companyId) ?? "", name, email, phone, entry };
    }),
    knownCompanies,
    names: new Map(names.map((one) => [one.other, one.nameKey])),
  };
}

/** The ids of companies by name, those that are new made under this import. */
export async function requireCompanies(
  store: Store,
  given: OneImport & { companies: ContactPlan["companies"]; now: number },
): Promise<Map<string, string>> {
  const { companies, companyNames } = store.tables;
  const { workspaceId, importId, now } = given;
  const others = await store.db
    .select({ id: companyNames.companyId, nameKey: companyNames.nameKey })
    .from(companyNames)
    .where(eq(companyNames.workspaceId, workspaceId));
  const ids = new Map(others.map(({ id, nameKey }) => [nameKey, id]));
  const rows = given.companies
    .filter(({ nameKey }) => !ids.has(nameKey))
    .map((company) => ({ ...company, id: newId(now), workspaceId, importId, createdAt: now }));
  const key = { id: companies.id, nameKey: companies.nameKey };
  const made = await insertRows(store, companies, rows).onConflictDoNothing().returning(key);
  for (const { id, nameKey } of made) ids.set(nameKey, id);
  const there = rows.flatMap(({ nameKey }) => (ids.has(nameKey) ? [] : nameKey));
  for (const keys of chunksOf(there)) {
    const found = await store.db
      .select(key)
      .from(companies)
      .where(and(eq(companies.workspaceId, workspaceId), inArray(companies.nameKey, keys)));
    for (const { id, nameKey } of found) ids.set(nameKey, id);
  }
  return ids;
}

/** Field by field, like the rows that are made of it: of ten thousand objects, spreading takes half of an import. */
const inCompany = (one: PlannedPerson, companyId: string): NewContact => ({
  companyId,
  name: one.name,
  email: one.email,
  phone: one.phone,
  position: one.position,
  chainRoles: one.chainRoles,
  primaryRole: one.primaryRole,
  language: one.language,
  tags: one.tags,
  consentAt: one.consentAt,
  optedOutAt: one.optedOutAt,
});

/**
 * Writes what a plan says, people who have come in between left out, and keeps the refused rows with the import. Doing it
 * twice writes nobody twice. What it says anew of those there already is written where `update` is true; who stands under
 * another company now goes there where `move` is.
 */
export async function finishContactImport(
  store: Store,
  given: OneImport & { plan: ContactPlan; update?: boolean; move?: boolean; now: number },
): Promise<ImportCounts> {
  const { workspaceId, importId, plan, update = false, move = false, now } = given;
  const { contacts, imports } = store.tables;
  const moves = move ? plan.moves : [];
  const companies = [...new Set([...plan.companies, ...moves.map(({ to }) => to)])];
  const ids = await requireCompanies(store, { ...given, companies });
  const spelled = new Map(
    [...new Set(plan.people.map(({ company }) => company))].map((name) => [name, ids.get(companyKey(name))]),
  );
  const rows = contactRows(now, {
    ...{ workspaceId, importId },
    contacts: plan.people.map((one) => inCompany(one, spelled.get(one.company) ?? "")),
  });
  const changes = joined([
    ...moves.flatMap(({ id, from, to, before, after }): ImportChange[] => {
      const companyId = ids.get(to.nameKey);
      const change = { before: { ...before, companyId: from.id }, after: { ...after, companyId } };
      return companyId ? [{ kind: "person", id, ...change }] : [];
    }),
    ...(update ? plan.changes.map(({ row: _row, name: _name, ...change }) => change) : []),
  ]);
  const change = await changeStatements(store, { workspaceId, changes, back: false });
  const counts = {
    read: plan.people.length + plan.known.length + plan.refused.length,
    added: plan.people.length,
    known: plan.known.length,
    refused: plan.refused.length,
    ...(update && plan.changes.length > 0 && { changed: plan.changes.length }),
    ...(moves.length > 0 && { moved: moves.length }),
  };
  const refused = plan.refused.map(({ row, problem, field, value }) => [String(row), problem, field, value]);
  await store.atomically((tx) => [
    insertRows({ ...store, db: tx }, contacts, rows).onConflictDoNothing({
      target: [contacts.workspaceId, contacts.contactKey],
    }),
    ...change(tx),
    tx
      .update(imports)
      .set({ finishedAt: now, counts, changes, rows: refused })
      .where(and(eq(imports.workspaceId, workspaceId), eq(imports.id, importId), isNull(imports.finishedAt))),
  ]);
  return counts;
}

/** The companies a file has made of which nothing else is known. */
export function unusedCompanies({ db, tables }: Store, { workspaceId, importId }: OneImport) {
  const { contacts, companies, responses, invitations } = tables;
  const left = (table: typeof contacts | typeof responses | typeof invitations) =>
    exists(db.select({ one: sql`1` }).from(table).where(eq(table.companyId, companies.id)));
  return and(
    eq(companies.workspaceId, workspaceId),
    eq(companies.importId, importId),
    not(left(contacts)),
    not(left(responses)),
    // Of somebody who has moved on since: what they were asked here stays here.
    not(left(invitations)),
  );
}

/**
 * Takes a file of people back: they go, with invitations nobody was sent, and so do companies it made that nothing else
 * is known of; what it changed is as before, unless somebody has changed it since. Who was written to or has answered
 * stays; how many is returned.
 */
export async function undoContactImport(
  store: Store,
  { workspaceId, importId, now }: OneImport & { now: number },
): Promise<{ kept: number }> {
  const { db, tables } = store;
  const { contacts, companies, invitations, responses, imports } = tables;
  const mine = and(eq(contacts.workspaceId, workspaceId), eq(contacts.importId, importId));
  const asked = db
    .select({ one: sql`1` })
    .from(invitations)
    .where(
      and(
        eq(invitations.contactId, contacts.id),
        or(isNotNull(invitations.sentAt), isNotNull(invitations.openedAt), isNotNull(invitations.startedAt)),
      ),
    );
  const answered = db.select({ one: sql`1` }).from(responses).where(eq(responses.contactId, contacts.id));
  const found = await findImport(store, { workspaceId, importId });
  const change = await changeStatements(store, { workspaceId, changes: found?.changes ?? [], back: true });
  await store.atomically((tx) => [
    ...change(tx),
    tx.delete(contacts).where(and(mine, not(exists(asked)), not(exists(answered)))),
    deleteOrphanLetters({ db: tx, tables }, { workspaceId }),
    tx.delete(companies).where(unusedCompanies(store, { workspaceId, importId })),
    tx
      .update(imports)
      .set({ undoneAt: now })
      .where(and(eq(imports.workspaceId, workspaceId), eq(imports.id, importId))),
  ]);
  const left = await db.select({ id: contacts.id }).from(contacts).where(mine);
  return { kept: left.length };
}
