/** The people of the surveyed companies. Everyone is listed once per workspace, by `contactKey`. */
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { ChainRole } from "~/domain/chain/role";
import { contactKey, emailKey } from "~/domain/fieldwork/contact-key";
import type { Language } from "~/domain/language";
import type { Store } from "~db/client";
import { holds } from "~db/holds";
import { insertRows, isOneOf } from "~db/many-rows";
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
  optedOutAt?: number | null;
};

export type NewContacts = {
  workspaceId: string;
  contacts: readonly NewContact[];
  importId?: string;
  referredByContactId?: string | null;
};

/** Rows as they are stored, with the key under which each person is known. */
export const contactRows = (now: number, given: NewContacts) =>
  given.contacts.map((contact) => {
    const id = newId(now);
    const { companyId, name, phone, position, chainRoles, primaryRole, language, tags, consentAt } = contact;
    const email = emailKey(contact.email);
    const key = contactKey({ companyId, name, email, phone, fallback: id });
    return {
      id,
      workspaceId: given.workspaceId,
      companyId,
      name,
      email,
      phone,
      position,
      contactKey: key,
      chainRoles,
      primaryRole,
      language,
      tags,
      consentAt,
      optedOutAt: contact.optedOutAt ?? null,
      importId: given.importId ?? null,
      referredByContactId: given.referredByContactId ?? null,
      createdAt: now,
    };
  });

/** Adds people, all or none; who is known already is left as they are. The ids of those added, in their order. */
export async function insertContacts(
  store: Store,
  { now, ...given }: NewContacts & { now: number },
): Promise<string[]> {
  const { contacts } = store.tables;
  const rows = contactRows(now, given);
  const written = await insertRows(store, contacts, rows)
    .onConflictDoNothing()
    .returning({ id: contacts.id });
  return written.map(({ id }) => id);
}

const withCompany = ({ db, tables: { contacts, companies } }: Store) =>
  db
    .select({ contact: contacts, companyName: companies.name })
    .from(contacts)
    .innerJoin(companies, eq(companies.id, contacts.companyId));
const flat = ({ contact, companyName }: { contact: Contact; companyName: string }) => ({
  ...contact,
  companyName,
});

export async function findContact(
  store: Store,
  { workspaceId, contactId }: { workspaceId: string; contactId: string },
) {
  const { contacts } = store.tables;
  const [found] = await withCompany(store)
    .where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, contactId)))
    .limit(1);
  return found ? flat(found) : null;
}

/** `reachable`: has an address and did not opt out. */
export const contactStates = ["reachable", "opted-out", "no-address"] as const;

export type ContactFilter = {
  /** Part of a name, an address, a number or the company's name. */
  search?: string;
  role?: ChainRole;
  companyId?: string;
  tag?: string;
  importId?: string;
  state?: (typeof contactStates)[number];
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
  if (tag) wanted.push(holds(sql`cast(${contacts.tags} as text)`, JSON.stringify(tag)));
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
  if (sort === "newest") {
    const [counted] = await db
      .select({ n: count() })
      .from(contacts)
      .innerJoin(companies, joined)
      .where(where);
    const rows = await withCompany(store)
      .where(where)
      .orderBy(desc(contacts.createdAt), asc(contacts.id))
      .limit(limit)
      .offset(offset);
    return { total: Number(counted?.n ?? 0), rows: rows.map(flat) };
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
  const rows = ids.length === 0 ? [] : await withCompany(store).where(inArray(contacts.id, ids));
  const place = new Map(ids.map((id, index) => [id, index]));
  return {
    total: keys.length,
    rows: rows.map(flat).sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)),
  };
}
export type ListedContact = Awaited<ReturnType<typeof listContacts>>["rows"][number];

/** Everyone that passes the filter, without their order. */
export async function listAllContacts(
  store: Store,
  { workspaceId, filter = {} }: { workspaceId: string; filter?: ContactFilter },
) {
  const rows = await withCompany(store).where(filtered(store.tables, workspaceId, filter));
  return rows.map(flat);
}

/** Who was in one of these companies until a file moved them to another. */
async function listMovedFrom(
  { db, tables: { imports } }: Store,
  { workspaceId, companyIds }: { workspaceId: string; companyIds: ReadonlySet<unknown> },
): Promise<string[]> {
  const moves = await db
    .select({ changes: imports.changes })
    .from(imports)
    .where(
      and(eq(imports.workspaceId, workspaceId), sql`cast(${imports.counts} as text) like ${'%"moved"%'}`),
    );
  return moves
    .flatMap(({ changes }) => changes ?? [])
    .filter(({ kind, before }) => kind === "person" && companyIds.has(before.companyId))
    .map(({ id }) => id);
}

/**
 * The names of everybody known in the companies that answered a study, and of those who have moved on from there since;
 * for finding them in open answers.
 */
export async function listNamesInStudy(
  store: Store,
  { workspaceId, studyId }: { workspaceId: string; studyId: string },
): Promise<string[]> {
  const { db, engine, tables } = store;
  const { contacts, responses } = tables;
  const inStudy = and(
    eq(responses.workspaceId, workspaceId),
    eq(responses.studyId, studyId),
    isNotNull(responses.companyId),
  );
  const answered = await db.selectDistinct({ id: responses.companyId }).from(responses).where(inStudy);
  const ids = answered.flatMap(({ id }) => id ?? []);
  const moved = await listMovedFrom(store, { workspaceId, companyIds: new Set(ids) });
  const rows = await db
    .selectDistinct({ name: contacts.name })
    .from(contacts)
    .where(
      and(
        eq(contacts.workspaceId, workspaceId),
        ne(contacts.name, ""),
        or(isOneOf(engine, contacts.companyId, ids), isOneOf(engine, contacts.id, moved)),
      ),
    );
  return rows.map(({ name }) => name);
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

/** Saves what is known of a person; "taken" when somebody else is known under the same address. */
export async function updateContact(
  { db, tables }: Store,
  given: { workspaceId: string; contactId: string; contact: NewContact },
): Promise<"saved" | "taken"> {
  const { contacts } = tables;
  const { workspaceId, contactId, contact } = given;
  const key = contactKey({ ...contact, fallback: contactId });
  const [other] = await db
    .select({ id: contacts.id })
    .from(contacts)
    .where(
      and(eq(contacts.workspaceId, workspaceId), eq(contacts.contactKey, key), ne(contacts.id, contactId)),
    )
    .limit(1);
  if (other) return "taken";
  await db
    .update(contacts)
    .set({ ...contact, email: emailKey(contact.email), contactKey: key })
    .where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, contactId)));
  return "saved";
}

/** Everyone who has not been made anonymous, with what is known of the company. */
export async function listPeopleToExport({ db, tables }: Store, { workspaceId }: { workspaceId: string }) {
  const { contacts, companies } = tables;
  return db
    .select({
      companyName: companies.name,
      size: companies.size,
      industry: companies.industry,
      region: companies.region,
      name: contacts.name,
      email: contacts.email,
      phone: contacts.phone,
      position: contacts.position,
      chainRoles: contacts.chainRoles,
      language: contacts.language,
      tags: contacts.tags,
      consentAt: contacts.consentAt,
      optedOutAt: contacts.optedOutAt,
    })
    .from(contacts)
    .innerJoin(companies, eq(companies.id, contacts.companyId))
    .where(and(eq(contacts.workspaceId, workspaceId), isNull(contacts.anonymisedAt)))
    .orderBy(asc(companies.name), asc(contacts.createdAt), asc(contacts.id));
}
