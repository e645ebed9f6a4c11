/** The surveyed companies. */
import { and, eq } from "drizzle-orm";
import { companyKey } from "~/domain/fieldwork/company-key";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";

export type Company = Store["tables"]["companies"]["$inferSelect"];

/** A company by its name, made when it is new; size and industry are filled in once. */
export async function requireCompany(
  { db, tables }: Store,
  given: { workspaceId: string; name: string; size: string | null; industry: string | null; now: number },
): Promise<string> {
  const { companies } = tables;
  const { now, ...rest } = given;
  const nameKey = companyKey(given.name);
  const [made] = await db
    .insert(companies)
    .values({ ...rest, id: newId(now), nameKey, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: companies.id });
  if (made) return made.id;
  const [found] = await db
    .select({ id: companies.id })
    .from(companies)
    .where(and(eq(companies.workspaceId, given.workspaceId), eq(companies.nameKey, nameKey)))
    .limit(1);
  return found!.id;
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
