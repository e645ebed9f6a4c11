/** How a person is forgotten: made anonymous, or deleted with all they answered. */
import { and, count, eq, isNull } from "drizzle-orm";
import type { Store } from "~db/client";
import { eraseFiles, listFilesOf } from "./answer-files";
import { eraseChanges } from "./import-changes";
import { deleteOrphanLetters, eraseLetters } from "./mails";
import { eraseMerges } from "./merges";

/** What of a person is kept elsewhere: said before they are deleted or made anonymous. */
export async function countTraces(
  { db, tables }: Store,
  { workspaceId, contactId }: { workspaceId: string; contactId: string },
) {
  const { responses, invitations, referrals } = tables;
  const [answered] = await db
    .select({ begun: count(), complete: count(responses.completedAt), closed: count(responses.outcome) })
    .from(responses)
    .where(and(eq(responses.workspaceId, workspaceId), eq(responses.contactId, contactId)));
  const [invited] = await db
    .select({ n: count() })
    .from(invitations)
    .where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.contactId, contactId)));
  const [brought] = await db
    .select({ n: count() })
    .from(referrals)
    .where(and(eq(referrals.workspaceId, workspaceId), eq(referrals.fromContactId, contactId)));
  return {
    partial: Number(answered?.begun ?? 0) - Number(answered?.complete ?? 0) - Number(answered?.closed ?? 0),
    complete: Number(answered?.complete ?? 0),
    invitations: Number(invited?.n ?? 0),
    brought: Number(brought?.n ?? 0),
  };
}

/**
 * Takes name and addresses off a person and stops writing to them. Their answers stay with the company and the role, so
 * no figure changes; files they gave go; open invitations end.
 */
export async function anonymiseContact(
  store: Store,
  { workspaceId, contactId, now }: { workspaceId: string; contactId: string; now: number },
): Promise<void> {
  const { contacts, invitations } = store.tables;
  const files = await listFilesOf(store, { workspaceId, contactId });
  const eraseImported = await eraseChanges(store, { workspaceId, contactId });
  await store.atomically((tx) => [
    ...eraseFiles({ db: tx, tables: store.tables }, { workspaceId, files }),
    tx
      .update(contacts)
      .set({
        ...{ name: "", email: "", phone: "", position: "", tags: [], language: null },
        ...{ contactKey: `id:${contactId}`, anonymisedAt: now, optedOutAt: now },
      })
      .where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, contactId))),
    tx
      .update(invitations)
      .set({ expiresAt: now })
      .where(
        and(
          eq(invitations.workspaceId, workspaceId),
          eq(invitations.contactId, contactId),
          isNull(invitations.completedAt),
        ),
      ),
    eraseLetters({ db: tx, tables: store.tables }, { workspaceId, contactId }),
    eraseMerges({ db: tx, tables: store.tables }, { workspaceId, id: contactId }),
    ...eraseImported(tx),
  ]);
}

/** Deletes a person with their invitations and everything they answered; figures are computed without them. */
export async function deleteContact(
  store: Store,
  { workspaceId, contactId }: { workspaceId: string; contactId: string },
): Promise<void> {
  const { contacts, responses, referrals } = store.tables;
  const eraseImported = await eraseChanges(store, { workspaceId, contactId });
  await store.atomically((tx) => [
    tx
      .delete(responses)
      .where(and(eq(responses.workspaceId, workspaceId), eq(responses.contactId, contactId))),
    tx
      .update(referrals)
      .set({ fromContactId: null })
      .where(and(eq(referrals.workspaceId, workspaceId), eq(referrals.fromContactId, contactId))),
    tx
      .update(contacts)
      .set({ referredByContactId: null })
      .where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.referredByContactId, contactId))),
    tx.delete(contacts).where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, contactId))),
    deleteOrphanLetters({ db: tx, tables: store.tables }, { workspaceId }),
    eraseMerges({ db: tx, tables: store.tables }, { workspaceId, id: contactId }),
    ...eraseImported(tx),
  ]);
}
