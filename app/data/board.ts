/** What the live board is drawn from, no more columns than it needs: it is looked at often and by many. */
import { and, count, eq, isNull, ne, not, or, sql } from "drizzle-orm";
import type { ChainRole } from "~/domain/chain/role";
import type { Store } from "~db/client";

type InStudy = { workspaceId: string; studyId: string };
type Tables = Pick<Store["tables"], "contacts" | "invitations">;

/** May still be asked for anything. */
const mayBeAsked = ({ contacts }: Tables) => and(isNull(contacts.optedOutAt), isNull(contacts.anonymisedAt));

const wasAsked = ({ contacts, invitations }: Tables, waveId: string) =>
  sql`exists (select 1 from ${invitations} where ${invitations.contactId} = ${contacts.id} and ${invitations.waveId} = ${waveId})`;

/** Could be invited to a wave: not yet invited, reachable in principle. */
const isInvitable = (tables: Tables, { workspaceId, waveId }: { workspaceId: string; waveId: string }) =>
  and(eq(tables.contacts.workspaceId, workspaceId), mayBeAsked(tables), not(wasAsked(tables, waveId)));

/** People who may still be asked, and those who were asked in this wave. */
export async function listBoardContacts(
  { db, tables }: Store,
  { workspaceId, waveId }: { workspaceId: string; waveId: string },
) {
  const { contacts, companies } = tables;
  return db
    .select({
      id: contacts.id,
      companyId: contacts.companyId,
      companyName: companies.name,
      name: contacts.name,
      primaryRole: contacts.primaryRole,
    })
    .from(contacts)
    .innerJoin(companies, eq(companies.id, contacts.companyId))
    .where(and(eq(contacts.workspaceId, workspaceId), or(mayBeAsked(tables), wasAsked(tables, waveId))));
}

/** The invitations of a wave, each with the company it is of where the person is of another by now. */
export async function listBoardInvitations(
  { db, tables }: Store,
  { workspaceId, studyId, waveId }: InStudy & { waveId: string },
) {
  const { invitations, contacts, companies } = tables;
  return db
    .select({
      contactId: invitations.contactId,
      leftId: companies.id,
      leftName: companies.name,
      role: invitations.role,
      sentAt: invitations.sentAt,
      openedAt: invitations.openedAt,
      startedAt: invitations.startedAt,
      completedAt: invitations.completedAt,
      outcome: invitations.outcome,
      bouncedAt: invitations.bouncedAt,
      refusedAt: invitations.refusedAt,
    })
    .from(invitations)
    .innerJoin(contacts, eq(contacts.id, invitations.contactId))
    .leftJoin(
      companies,
      and(eq(companies.id, invitations.companyId), ne(invitations.companyId, contacts.companyId)),
    )
    .where(
      and(
        eq(invitations.workspaceId, workspaceId),
        eq(invitations.studyId, studyId),
        eq(invitations.waveId, waveId),
      ),
    );
}

/** Who could be invited to a wave in their main role, by role. */
export async function countInvitable(
  { db, tables }: Store,
  given: { workspaceId: string; waveId: string },
): Promise<{ role: ChainRole; n: number }[]> {
  const { contacts } = tables;
  const rows = await db
    .select({ role: contacts.primaryRole, n: count() })
    .from(contacts)
    .where(isInvitable(tables, given))
    .groupBy(contacts.primaryRole);
  return rows.map(({ role, n }) => ({ role, n: Number(n) }));
}

/** The people behind `countInvitable` of one role, with what they can be chosen by. */
export async function listInvitable(
  { db, tables }: Store,
  { role, ...given }: { workspaceId: string; waveId: string; role: ChainRole },
) {
  const { contacts } = tables;
  return db
    .select({ id: contacts.id, companyId: contacts.companyId, tags: contacts.tags, email: contacts.email })
    .from(contacts)
    .where(and(isInvitable(tables, given), eq(contacts.primaryRole, role)));
}
