/** The people of the surveyed companies. Everyone is listed once per workspace, by `contactKey`. */
import {
  and,
  asc,
  count,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  type like,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { ChainRole } from "~/domain/chain/role";
import { contactKey, emailKey } from "~/domain/fieldwork/contact-key";
import type { Language } from "~/domain/language";
import { chunksOf } from "~db/chunks";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";

export type Contact = Store["tables"]["contacts"]["$inferSelect"];

/** What a person is entered with, by hand or from a file. */
export type NewContact = {
  companyId: string;
  name: string;
  email: string;
  phone: string;
  position: string;
  chainRoles: ChainRole[];
  primaryRole: ChainRole;
  language: Language | null;
  tags: string[];
  consentAt: number | null;
};

export type NewContacts = { workspaceId: string; contacts: readonly NewContact[]; now: number } & Partial<
  Pick<Contact, "importId" | "referredByContactId">
>;

/** Rows as they are stored, with the key under which each person is known. */
const contactRows = (given: NewContacts) =>
  given.contacts.map((contact) => {
    const id = newId(given.now);
    return {
      ...contact,
      id,
      workspaceId: given.workspaceId,
      email: emailKey(contact.email),
      contactKey: contactKey({ ...contact, fallback: id }),
      importId: given.importId ?? null,
      referredByContactId: given.referredByContactId ?? null,
      createdAt: given.now,
    };
  });

/** Adds people, all or none; who is known already is left as they are. The ids of those added, in their order. */
export async function insertContacts(store: Store, given: NewContacts): Promise<string[]> {
  const { contacts } = store.tables;
  const rows = contactRows(given);
  const written = await store.atomically((tx) =>
    chunksOf(rows).map((chunk) =>
      tx.insert(contacts).values(chunk).onConflictDoNothing().returning({ id: contacts.id }),
    ),
  );
  return written.flat().map(({ id }) => String(id));
}

export async function findContact(
  { db, tables }: Store,
  { workspaceId, contactId }: { workspaceId: string; contactId: string },
) {
  const { contacts, companies } = tables;
  const [found] = await db
    .select({ contact: contacts, companyName: companies.name })
    .from(contacts)
    .innerJoin(companies, eq(companies.id, contacts.companyId))
    .where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, contactId)))
    .limit(1);
  return found ? { ...found.contact, companyName: found.companyName } : null;
}

/** `like` with what a person typed taken as it stands, in any case, on both engines. */
const holds = (column: Parameters<typeof like>[0], typed: string): SQL =>
  sql`lower(${column}) like ${`%${typed.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`} escape '\\'`;

export type ContactFilter = {
  /** Part of a name, an address, a number or the company's name. */
  search?: string;
  role?: ChainRole;
  companyId?: string;
  tag?: string;
  importId?: string;
  /** `reachable`: has an address and did not opt out; `opted-out`; `no-address`. */
  state?: "reachable" | "opted-out" | "no-address";
};

function filtered({ contacts, companies }: Store["tables"], workspaceId: string, filter: ContactFilter) {
  const { search, role, companyId, tag, importId, state } = filter;
  const wanted: (SQL | undefined)[] = [eq(contacts.workspaceId, workspaceId)];
  if (search)
    wanted.push(
      or(
        ...[contacts.name, contacts.email, contacts.phone, companies.name].map((column) =>
          holds(column, search),
        ),
      ),
    );
  if (role) wanted.push(sql`cast(${contacts.chainRoles} as text) like ${`%"${role}"%`}`);
  if (tag) wanted.push(holds(sql`cast(${contacts.tags} as text)` as never, JSON.stringify(tag)));
  if (companyId) wanted.push(eq(contacts.companyId, companyId));
  if (importId) wanted.push(eq(contacts.importId, importId));
  if (state === "opted-out") wanted.push(isNotNull(contacts.optedOutAt));
  if (state === "no-address") wanted.push(eq(contacts.email, ""));
  if (state === "reachable")
    wanted.push(isNull(contacts.optedOutAt), isNull(contacts.anonymisedAt), sql`${contacts.email} <> ''`);
  return and(...wanted);
}

export const contactSorts = ["name", "company", "newest"] as const;
export type ContactSort = (typeof contactSorts)[number];

/**
 * One page of the people that pass the filter, with their company's name, and how many pass in all.
 * Names are sorted as `locale` sorts them.
 */
export async function listContacts(
  store: Store,
  given: {
    workspaceId: string;
    filter?: ContactFilter;
    sort?: ContactSort;
    locale?: Language;
    limit: number;
    offset: number;
  },
) {
  const { db, tables } = store;
  const { contacts, companies } = tables;
  const { workspaceId, filter = {}, sort = "newest", locale = "en", limit, offset } = given;
  const where = filtered(tables, workspaceId, filter);
  const joined = eq(companies.id, contacts.companyId);
  const whole = () =>
    db.select({ contact: contacts, companyName: companies.name }).from(contacts).innerJoin(companies, joined);
  const flat = (rows: { contact: Contact; companyName: string }[]) =>
    rows.map(({ contact, companyName }) => ({ ...contact, companyName }));
  if (sort === "newest") {
    const [counted] = await db
      .select({ n: count() })
      .from(contacts)
      .innerJoin(companies, joined)
      .where(where);
    const rows = await whole()
      .where(where)
      .orderBy(desc(contacts.createdAt), asc(contacts.id))
      .limit(limit)
      .offset(offset);
    return { total: Number(counted?.n ?? 0), rows: flat(rows) };
  }
  const keys = await db
    .select({ id: contacts.id, name: contacts.name, company: companies.name })
    .from(contacts)
    .innerJoin(companies, joined)
    .where(where);
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const by = (key: (typeof keys)[number]) => (sort === "name" ? key.name : key.company);
  const ids = keys
    .sort((a, b) => compare(by(a), by(b)) || compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
    .slice(offset, offset + limit)
    .map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await whole().where(inArray(contacts.id, ids));
  const place = new Map(ids.map((id, index) => [id, index]));
  return {
    total: keys.length,
    rows: flat(rows).sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)),
  };
}
export type ListedContact = Awaited<ReturnType<typeof listContacts>>["rows"][number];

/** Everyone that passes the filter, without their order. */
export async function listAllContacts(
  { db, tables }: Store,
  { workspaceId, filter = {} }: { workspaceId: string; filter?: ContactFilter },
) {
  const { contacts, companies } = tables;
  const rows = await db
    .select({ contact: contacts, companyName: companies.name })
    .from(contacts)
    .innerJoin(companies, eq(companies.id, contacts.companyId))
    .where(filtered(tables, workspaceId, filter));
  return rows.map(({ contact, companyName }) => ({ ...contact, companyName }));
}

/** Sets or clears that a person must not be written to any more. The first instant stays. */
export async function updateContactOptOut(
  { db, tables }: Store,
  given: { workspaceId: string; contactId: string; optedOutAt: number | null },
): Promise<void> {
  const { contacts } = tables;
  const { workspaceId, contactId, optedOutAt } = given;
  await db
    .update(contacts)
    .set({ optedOutAt: optedOutAt === null ? null : sql`coalesce(${contacts.optedOutAt}, ${optedOutAt})` })
    .where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, contactId)));
}
