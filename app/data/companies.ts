/** The surveyed companies. */
import { and, count, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { companyKey } from "~/domain/fieldwork/company-key";
import type { Language } from "~/domain/language";
import type { Store } from "~db/client";
import { holds } from "~db/holds";
import { newId } from "~db/new-id";
import { deleteOrphanLetters } from "./mails";
import { eraseMerges } from "./merges";

export type Company = Store["tables"]["companies"]["$inferSelect"];

/** The company that has a name, or had it before two were made one; null when there is none. */
export async function findNamed(
  { db, tables }: Pick<Store, "db" | "tables">,
  { workspaceId, nameKey }: { workspaceId: string; nameKey: string },
): Promise<string | null> {
  const { companies, companyNames } = tables;
  const [found] = await db
    .select({ id: companies.id })
    .from(companies)
    .where(and(eq(companies.workspaceId, workspaceId), eq(companies.nameKey, nameKey)))
    .limit(1);
  if (found) return found.id;
  const [other] = await db
    .select({ id: companyNames.companyId })
    .from(companyNames)
    .where(and(eq(companyNames.workspaceId, workspaceId), eq(companyNames.nameKey, nameKey)))
    .limit(1);
  return other?.id ?? null;
}

type Told = { size: string | null; industry: string | null; region?: string | null };

/** Fills in what is told of a company and its record does not hold; its answers are read anew where something was. */
async function fillCompany(
  { db, tables }: Store,
  { workspaceId, companyId, told }: { workspaceId: string; companyId: string; told: Told },
): Promise<void> {
  const { companies, responses } = tables;
  const fields = (["size", "industry", "region"] as const).filter((field) => told[field]);
  if (fields.length === 0) return;
  const filled = await db
    .update(companies)
    .set(
      Object.fromEntries(fields.map((field) => [field, sql`coalesce(${companies[field]}, ${told[field]})`])),
    )
    .where(
      and(
        eq(companies.workspaceId, workspaceId),
        eq(companies.id, companyId),
        or(...fields.map((field) => isNull(companies[field]))),
      ),
    )
    .returning({ id: companies.id });
  if (filled.length > 0)
    await db
      .update(responses)
      .set({ revision: sql`${responses.revision} + 1` })
      .where(
        and(
          eq(responses.workspaceId, workspaceId),
          eq(responses.companyId, companyId),
          isNotNull(responses.completedAt),
        ),
      );
}

/** A company by its name, made when it is new; what is told of it fills what is not known yet. */
export async function requireCompany(
  store: Store,
  given: Told & { workspaceId: string; name: string; now: number },
): Promise<string> {
  const { db, tables } = store;
  const { companies } = tables;
  const { now, ...rest } = given;
  const nameKey = companyKey(given.name);
  const known = await findNamed(store, { workspaceId: given.workspaceId, nameKey });
  if (known) {
    await fillCompany(store, { workspaceId: given.workspaceId, companyId: known, told: given });
    return known;
  }
  const [made] = await db
    .insert(companies)
    .values({ ...rest, id: newId(now), nameKey, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: companies.id });
  if (made) return made.id;
  // Somebody else made it in between.
  return (await findNamed({ db, tables }, { workspaceId: given.workspaceId, nameKey }))!;
}

export async function findCompany(
  { db, tables }: Store,
  { workspaceId, companyId }: { workspaceId: string; companyId: string },
): Promise<Company | null> {
  const { companies } = tables;
  const [found] = await db
    .select()
    .from(companies)
    .where(and(eq(companies.workspaceId, workspaceId), eq(companies.id, companyId)))
    .limit(1);
  return found ?? null;
}

export type CompanyFilter = { search?: string; size?: string; industry?: string; tag?: string };
export const companySorts = ["name", "people", "answers", "newest"] as const;
export type CompanySort = (typeof companySorts)[number];

/**
 * One page of the companies that pass the filter with the number of their people and complete responses, and how many
 * companies pass in all. Names are sorted as `locale` sorts them; the other orders put the largest first.
 */
export async function listCompanies(
  store: Store,
  given: {
    workspaceId: string;
    filter?: CompanyFilter;
    sort?: CompanySort;
    locale?: Language;
    limit: number;
    offset: number;
  },
) {
  const { db, tables } = store;
  const { companies, contacts, responses } = tables;
  const { workspaceId, filter = {}, sort = "name", locale = "en", limit, offset } = given;
  const { search, size, industry, tag } = filter;
  const where = and(
    eq(companies.workspaceId, workspaceId),
    search ? or(holds(companies.name, search), holds(companies.region, search)) : undefined,
    size ? eq(companies.size, size) : undefined,
    industry ? eq(companies.industry, industry) : undefined,
    tag ? holds(sql`cast(${companies.tags} as text)`, JSON.stringify(tag)) : undefined,
  );
  const people = db
    .select({ companyId: contacts.companyId, n: count().as("people_n") })
    .from(contacts)
    .where(eq(contacts.workspaceId, workspaceId))
    .groupBy(contacts.companyId)
    .as("people");
  const answers = db
    .select({ companyId: responses.companyId, n: count(responses.completedAt).as("answers_n") })
    .from(responses)
    .where(eq(responses.workspaceId, workspaceId))
    .groupBy(responses.companyId)
    .as("answers");
  const rows = await db
    .select({
      id: companies.id,
      name: companies.name,
      nameKey: companies.nameKey,
      size: companies.size,
      industry: companies.industry,
      region: companies.region,
      tags: companies.tags,
      createdAt: companies.createdAt,
      people: people.n,
      answers: answers.n,
    })
    .from(companies)
    .leftJoin(people, eq(people.companyId, companies.id))
    .leftJoin(answers, eq(answers.companyId, companies.id))
    .where(where);
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const counted = rows.map((row) => ({
    ...row,
    people: Number(row.people ?? 0),
    answers: Number(row.answers ?? 0),
  }));
  const rank = (row: (typeof counted)[number]) =>
    sort === "people" ? row.people : sort === "answers" ? row.answers : sort === "newest" ? row.createdAt : 0;
  return {
    total: counted.length,
    rows: counted.sort((a, b) => rank(b) - rank(a) || compare(a.name, b.name)).slice(offset, offset + limit),
  };
}
export type ListedCompany = Awaited<ReturnType<typeof listCompanies>>["rows"][number];

export type CompanyDetails = Pick<Company, "name" | "size" | "industry" | "region" | "tags">;

/** Saves what is known of a company; "taken" when another one has the name. */
export async function updateCompany(
  store: Store,
  given: { workspaceId: string; companyId: string; company: CompanyDetails },
): Promise<"saved" | "taken"> {
  const { companies, responses } = store.tables;
  const { workspaceId, companyId } = given;
  const nameKey = companyKey(given.company.name);
  const named = await findNamed(store, { workspaceId, nameKey });
  if (named && named !== companyId) return "taken";
  await store.atomically((tx) => [
    tx
      .update(companies)
      .set({ ...given.company, nameKey })
      .where(and(eq(companies.workspaceId, workspaceId), eq(companies.id, companyId))),
    // Results are kept by the state of the responses: those of this company fall into other segments now.
    tx
      .update(responses)
      .set({ revision: sql`${responses.revision} + 1` })
      .where(and(eq(responses.workspaceId, workspaceId), eq(responses.companyId, companyId))),
  ]);
  return "saved";
}

/** A new company; null when there is one of that name. */
export async function insertCompany(
  { db, tables }: Store,
  given: { workspaceId: string; company: CompanyDetails; now: number },
): Promise<string | null> {
  const { companies } = tables;
  const { workspaceId, company, now } = given;
  const nameKey = companyKey(company.name);
  if (await findNamed({ db, tables }, { workspaceId, nameKey })) return null;
  const [made] = await db
    .insert(companies)
    .values({ ...company, id: newId(now), workspaceId, nameKey, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: companies.id });
  return made?.id ?? null;
}

/** What of a company is kept: said before it is deleted. */
export async function countCompanyTraces(
  { db, tables }: Store,
  { workspaceId, companyId }: { workspaceId: string; companyId: string },
) {
  const { contacts, responses } = tables;
  const [people] = await db
    .select({ n: count() })
    .from(contacts)
    .where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.companyId, companyId)));
  const [answered] = await db
    .select({ begun: count(), complete: count(responses.completedAt), closed: count(responses.outcome) })
    .from(responses)
    .where(and(eq(responses.workspaceId, workspaceId), eq(responses.companyId, companyId)));
  const complete = Number(answered?.complete ?? 0);
  return {
    people: Number(people?.n ?? 0),
    complete,
    partial: Number(answered?.begun ?? 0) - complete - Number(answered?.closed ?? 0),
  };
}

/**
 * Deletes a company with its people, their invitations and everything that was answered in it. What they answered in
 * another company before stays there, without them.
 */
export async function deleteCompany(
  store: Store,
  { workspaceId, companyId }: { workspaceId: string; companyId: string },
): Promise<void> {
  const { companies, contacts, responses, referrals, invitations } = store.tables;
  const of = (table: typeof contacts | typeof responses | typeof referrals | typeof invitations) =>
    and(eq(table.workspaceId, workspaceId), eq(table.companyId, companyId));
  await store.atomically((tx) => [
    tx.delete(responses).where(of(responses)),
    tx
      .update(responses)
      .set({ contactId: null, invitationId: null, revision: sql`${responses.revision} + 1` })
      .where(
        and(
          eq(responses.workspaceId, workspaceId),
          inArray(responses.contactId, tx.select({ id: contacts.id }).from(contacts).where(of(contacts))),
        ),
      ),
    tx.delete(referrals).where(of(referrals)),
    tx.delete(invitations).where(of(invitations)),
    tx.delete(contacts).where(of(contacts)),
    deleteOrphanLetters({ db: tx, tables: store.tables }, { workspaceId }),
    eraseMerges({ db: tx, tables: store.tables }, { workspaceId, id: companyId }),
    tx.delete(companies).where(and(eq(companies.workspaceId, workspaceId), eq(companies.id, companyId))),
  ]);
}
