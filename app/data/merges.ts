/** Entries that were made one lately, and the way back. */
import { and, desc, eq, gt, inArray, isNull, like, lt, notInArray, or, sql } from "drizzle-orm";
import {
  backTo,
  journalOf,
  type MergedTable,
  type MergeJournal,
  type MergeSnapshot,
  mergedTables,
  obstacleTo,
} from "~/domain/fieldwork/merge-journal";
import type { Statement, Store } from "~db/client";
import { byFields, insertRows, isOneOf, updateRows } from "~db/many-rows";
import { newId } from "~db/new-id";
import { mergeCompanies, mergeContacts } from "./merging";

type InWorkspace = { workspaceId: string };
type Kind = "company" | "person";

/** For so long a merge can be taken apart; what it needs for that goes afterwards. */
const keptFor = 30 * 24 * 60 * 60 * 1000;

/** Every row that hangs on these people and companies; of answers and letters no more than merging writes. */
async function snapshotOf(
  { engine, db, tables }: Store,
  { workspaceId, contactIds, companyIds }: InWorkspace & { contactIds: string[]; companyIds: string[] },
): Promise<MergeSnapshot> {
  const { companies, contacts, companyNames, invitations, responses, referrals, mails } = tables;
  const { id, contactId, companyId, invitationId, review, reviewReason, reviewedAt, reviewedBy } = responses;
  const person = (column: Parameters<typeof isOneOf>[1]) => isOneOf(engine, column, contactIds);
  const company = (column: Parameters<typeof isOneOf>[1]) => isOneOf(engine, column, companyIds);
  return {
    companies: await db
      .select()
      .from(companies)
      .where(and(eq(companies.workspaceId, workspaceId), company(companies.id))),
    contacts: await db
      .select()
      .from(contacts)
      .where(
        and(
          eq(contacts.workspaceId, workspaceId),
          or(person(contacts.id), company(contacts.companyId), person(contacts.referredByContactId)),
        ),
      ),
    companyNames: await db
      .select()
      .from(companyNames)
      .where(and(eq(companyNames.workspaceId, workspaceId), company(companyNames.companyId))),
    invitations: await db
      .select()
      .from(invitations)
      .where(
        and(
          eq(invitations.workspaceId, workspaceId),
          or(person(invitations.contactId), company(invitations.companyId)),
        ),
      ),
    responses: await db
      .select({ id, contactId, companyId, invitationId, review, reviewReason, reviewedAt, reviewedBy })
      .from(responses)
      .where(
        and(
          eq(responses.workspaceId, workspaceId),
          or(person(responses.contactId), company(responses.companyId)),
        ),
      ),
    referrals: await db
      .select()
      .from(referrals)
      .where(
        and(
          eq(referrals.workspaceId, workspaceId),
          or(person(referrals.contactId), person(referrals.fromContactId), company(referrals.companyId)),
        ),
      ),
    mails: await db
      .select({ id: mails.id, contactId: mails.contactId })
      .from(mails)
      .where(and(eq(mails.workspaceId, workspaceId), person(mails.contactId))),
  };
}

/** Makes two entries one, see `mergeContacts` and `mergeCompanies`, and keeps the way back. False when one is not there. */
export async function insertMerge(
  store: Store,
  given: InWorkspace & {
    kind: Kind;
    keepId: string;
    goneId: string;
    memberId: string;
    reason: string;
    now: number;
  },
): Promise<boolean> {
  const { db, tables } = store;
  const { contacts, merges } = tables;
  const { workspaceId, kind, keepId, goneId, memberId, now } = given;
  const two = [keepId, goneId];
  const people =
    kind === "person"
      ? two
      : (
          await db
            .select({ id: contacts.id })
            .from(contacts)
            .where(and(eq(contacts.workspaceId, workspaceId), inArray(contacts.companyId, two)))
        ).map(({ id }) => id);
  const scope = { workspaceId, contactIds: people, companyIds: kind === "company" ? two : [] };
  const before = await snapshotOf(store, scope);
  const merged = await (kind === "company" ? mergeCompanies : mergeContacts)(store, given);
  if (!merged) return false;
  const entries = kind === "company" ? before.companies : before.contacts;
  const nameOf = (wanted: string) => {
    const entry = entries.find(({ id }) => id === wanted);
    return String(entry?.name || entry?.email || entry?.phone || "");
  };
  const undo = journalOf(before, await snapshotOf(store, scope));
  await db.insert(merges).values({
    ...{ id: newId(now), workspaceId, kind, keepId, goneId, undo, createdAt: now, createdBy: memberId },
    ...{ keepName: nameOf(keepId), goneName: nameOf(goneId) },
  });
  await db
    .delete(merges)
    .where(and(eq(merges.workspaceId, workspaceId), lt(merges.createdAt, now - keptFor)));
  return true;
}

/** What can still be taken apart, newest first. */
export async function listMerges(
  { db, tables: { merges } }: Store,
  { workspaceId, now }: InWorkspace & { now: number },
) {
  const { id, kind, keepName, goneName, createdAt } = merges;
  return db
    .select({ id, kind, keepName, goneName, createdAt })
    .from(merges)
    .where(
      and(eq(merges.workspaceId, workspaceId), isNull(merges.undoneAt), gt(merges.createdAt, now - keptFor)),
    )
    .orderBy(desc(merges.createdAt), desc(merges.id))
    .limit(50);
}
export type ListedMerge = Awaited<ReturnType<typeof listMerges>>[number];

/** Forgets how to take apart what somebody, or a company, was part of: nothing of who is forgotten may stay. */
export const eraseMerges = (
  { db, tables: { merges } }: Pick<Store, "db" | "tables">,
  { workspaceId, id }: InWorkspace & { id: string },
) =>
  db
    .delete(merges)
    .where(and(eq(merges.workspaceId, workspaceId), like(sql`cast(${merges.undo} as text)`, `%${id}%`)));

/** The rows a merge has written, as they are now. */
async function currentOf(
  { engine, db, tables }: Store,
  { workspaceId, journal }: InWorkspace & { journal: MergeJournal },
): Promise<MergeSnapshot> {
  const now = {} as MergeSnapshot;
  for (const name of mergedTables) {
    const ids = journal.changed.filter(({ table }) => table === name).map(({ id }) => id);
    const table = tables[name] as Store["tables"]["contacts"];
    const where = and(eq(table.workspaceId, workspaceId), isOneOf(engine, table.id, ids));
    now[name] = ids.length === 0 ? [] : await db.select().from(table).where(where);
  }
  return now;
}

/** Whether somebody else is known by now under what would be given back. */
async function isTaken(
  { db, tables }: Store,
  { workspaceId, journal }: InWorkspace & { journal: MergeJournal },
): Promise<boolean> {
  const { contacts, companies } = tables;
  const back = [
    ...journal.gone.map(({ table, row }) => ({ table, id: row.id, fields: row as Record<string, unknown> })),
    ...journal.changed.map(({ table, id, before }) => ({ table, id, fields: before })),
  ];
  const wanted = (of: MergedTable, field: string) =>
    back.flatMap(({ table, fields }) => (table === of && fields[field] ? [String(fields[field])] : []));
  const ids = ["", ...back.map(({ id }) => id)];
  const [person] = await db
    .select({ id: contacts.id })
    .from(contacts)
    .where(
      and(
        eq(contacts.workspaceId, workspaceId),
        inArray(contacts.contactKey, ["", ...wanted("contacts", "contactKey")]),
        notInArray(contacts.id, ids),
      ),
    )
    .limit(1);
  const [company] = await db
    .select({ id: companies.id })
    .from(companies)
    .where(
      and(
        eq(companies.workspaceId, workspaceId),
        inArray(companies.nameKey, ["", ...wanted("companies", "nameKey")]),
        notInArray(companies.id, ids),
      ),
    )
    .limit(1);
  return person !== undefined || company !== undefined;
}

/** The order in which rows come back, so that none points at one that is not there yet. */
const writing: readonly ["insert" | "update", MergedTable][] = [
  ["insert", "companies"],
  ["update", "companies"],
  ["update", "companyNames"],
  ["update", "contacts"],
  ["insert", "contacts"],
  ["update", "invitations"],
  ["insert", "invitations"],
  ["update", "responses"],
  ["update", "referrals"],
  ["insert", "referrals"],
  ["update", "mails"],
];

/**
 * Takes two apart that were made one: both are as they were, each with the invitations and answers it brought. Nothing is
 * written where something stands in the way. Letters that were waiting for the entry that went are not written again.
 */
export async function undoMerge(
  store: Store,
  { workspaceId, mergeId, now }: InWorkspace & { mergeId: string; now: number },
): Promise<{ ok: true } | { ok: false; why: "late" | "missing" | "edited" | "taken" }> {
  const { db, tables, engine } = store;
  const { merges, companyNames, responses } = tables;
  const mine = and(eq(merges.workspaceId, workspaceId), eq(merges.id, mergeId), isNull(merges.undoneAt));
  const [merge] = await db
    .select()
    .from(merges)
    .where(and(mine, gt(merges.createdAt, now - keptFor)))
    .limit(1);
  if (!merge) return { ok: false, why: "late" };
  const journal = merge.undo;
  const current = await currentOf(store, { workspaceId, journal });
  const why =
    obstacleTo(journal, current) ?? ((await isTaken(store, { workspaceId, journal })) ? "taken" : null);
  if (why) return { ok: false, why };
  const back = backTo(journal, current);
  const readAnew = back.filter(({ table }) => table === "responses").map(({ id }) => id);
  await store.atomically((tx): Statement[] => {
    const within = { ...store, db: tx };
    return [
      ...journal.added.map(({ id }) =>
        tx
          .delete(companyNames)
          .where(and(eq(companyNames.workspaceId, workspaceId), eq(companyNames.id, id))),
      ),
      ...writing.flatMap(([how, name]): Statement[] => {
        const table = tables[name] as Store["tables"]["contacts"];
        const rows = journal.gone.filter((one) => one.table === name).map(({ row }) => row);
        if (how === "insert") return rows.length > 0 ? [insertRows(within, table, rows as never)] : [];
        return byFields(back.filter((one) => one.table === name)).map((group) =>
          updateRows(
            within,
            table,
            workspaceId,
            group.map(({ id, set }) => ({ ...set, id })),
          ),
        );
      }),
      tx
        .update(responses)
        .set({ revision: sql`${responses.revision} + 1` })
        .where(and(eq(responses.workspaceId, workspaceId), isOneOf(engine, responses.id, readAnew))),
      tx.update(merges).set({ undoneAt: now }).where(mine),
    ];
  });
  return { ok: true };
}
