/** Who brought whom. */
import { and, asc, count, eq } from "drizzle-orm";
import type { ChainRole } from "~/domain/chain/role";
import type { Store } from "~db/client";
import { newId, newShortToken } from "~db/new-id";
import { contactRows, type NewContact } from "./contacts";
import { requirePersonalCollector } from "./invitations";

type InStudy = { workspaceId: string; studyId: string };

/** The referrals of a wave in their order, with the role of the one who referred. */
export async function listReferrals(
  { db, tables }: Store,
  { workspaceId, studyId, waveId }: InStudy & { waveId: string },
) {
  const { referrals, responses } = tables;
  return db
    .select({
      id: referrals.id,
      companyId: referrals.companyId,
      contactId: referrals.contactId,
      fromContactId: referrals.fromContactId,
      fromRole: responses.role,
      role: referrals.role,
      how: referrals.how,
      createdAt: referrals.createdAt,
    })
    .from(referrals)
    .innerJoin(responses, eq(responses.id, referrals.responseId))
    .where(
      and(
        eq(referrals.workspaceId, workspaceId),
        eq(referrals.studyId, studyId),
        eq(referrals.waveId, waveId),
      ),
    )
    .orderBy(asc(referrals.createdAt), asc(referrals.id));
}

/** How many colleagues a response has named already. */
export async function countReferrals(
  { db, tables }: Store,
  { workspaceId, responseId }: { workspaceId: string; responseId: string },
): Promise<number> {
  const { referrals } = tables;
  const [counted] = await db
    .select({ n: count() })
    .from(referrals)
    .where(and(eq(referrals.workspaceId, workspaceId), eq(referrals.responseId, responseId)));
  return Number(counted?.n ?? 0);
}

/** The roles of a company that somebody was invited to or has answered in, in this wave. */
export async function listCoveredRoles(
  { db, tables }: Store,
  { workspaceId, waveId, companyId }: { workspaceId: string; waveId: string; companyId: string },
): Promise<ChainRole[]> {
  const { invitations, responses } = tables;
  const [invited, answered] = await Promise.all([
    db
      .selectDistinct({ role: invitations.role })
      .from(invitations)
      .where(
        and(
          eq(invitations.workspaceId, workspaceId),
          eq(invitations.waveId, waveId),
          eq(invitations.companyId, companyId),
        ),
      ),
    db
      .selectDistinct({ role: responses.role })
      .from(responses)
      .where(
        and(
          eq(responses.workspaceId, workspaceId),
          eq(responses.waveId, waveId),
          eq(responses.companyId, companyId),
        ),
      ),
  ]);
  return [...new Set([...invited, ...answered].map(({ role }) => role))];
}

/**
 * Enters a colleague that a respondent named and makes their invitation, all or nothing. Somebody who is known already
 * stays as they are and is invited if they were not. Returns the token of their invitation; null where a colleague known
 * by this name or address has answered or been invited, of whom nothing is told.
 */
export async function insertReferral(
  store: Store,
  given: InStudy & {
    waveId: string;
    questionnaireId: string;
    responseId: string;
    fromContactId: string | null;
    how: "named" | "link";
    contact: NewContact;
    createdBy: string;
    expiresAt: number | null;
    now: number;
  },
): Promise<{ token: string } | null> {
  const { db, tables, atomically } = store;
  const { contacts, invitations, referrals } = tables;
  const { workspaceId, studyId, waveId, questionnaireId, contact, now } = given;
  const collectorId = await requirePersonalCollector(store, given);
  const [row] = contactRows(now, {
    workspaceId,
    contacts: [contact],
    referredByContactId: given.fromContactId,
  });
  const [known] = await db
    .select({ id: contacts.id, companyId: contacts.companyId, optedOutAt: contacts.optedOutAt })
    .from(contacts)
    .where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.contactKey, row!.contactKey)))
    .limit(1);
  // A person of another company, or one who does not want to be asked, is left alone.
  if (known && (known.companyId !== contact.companyId || known.optedOutAt !== null)) return null;
  const contactId = known?.id ?? row!.id;
  const invitation = {
    ...{ id: newId(now), workspaceId, studyId, waveId, collectorId, questionnaireId, contactId },
    ...{ companyId: contact.companyId, role: contact.primaryRole, token: newShortToken() },
    ...{ createdAt: now, createdBy: given.createdBy, expiresAt: given.expiresAt },
  };
  const [before] = await db
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        eq(invitations.workspaceId, workspaceId),
        eq(invitations.contactId, contactId),
        eq(invitations.questionnaireId, questionnaireId),
        eq(invitations.waveId, waveId),
      ),
    )
    .limit(1);
  if (before) return null;
  const written = atomically((tx) => [
    ...(known ? [] : [tx.insert(contacts).values(row!)]),
    tx.insert(invitations).values(invitation),
    tx.insert(referrals).values({
      ...{ id: newId(now), workspaceId, studyId, waveId, companyId: contact.companyId, contactId },
      ...{ responseId: given.responseId, fromContactId: given.fromContactId, role: contact.primaryRole },
      ...{ how: given.how, invitationId: invitation.id, createdAt: now },
    }),
  ]);
  try {
    await written;
  } catch (error) {
    // The same colleague named twice in one moment is one colleague.
    const [theirs] = await db
      .select({ id: invitations.id })
      .from(invitations)
      .innerJoin(contacts, eq(contacts.id, invitations.contactId))
      .where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.contactKey, row!.contactKey)))
      .limit(1);
    if (theirs) return null;
    throw error;
  }
  return { token: invitation.token };
}
