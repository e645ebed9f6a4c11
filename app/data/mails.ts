/** The letters: each is written once, unique by invitation and round. How it is sent: `mail-queue.ts`. */
import { and, asc, count, desc, eq, inArray, notExists, sql } from "drizzle-orm";
import type { MailState } from "~/domain/mail/mail";
import { chunksOf } from "~db/chunks";
import type { Store } from "~db/client";
import { insertRows } from "~db/many-rows";
import { newId } from "~db/new-id";
import { stepStatements, updateInvitationStep } from "./invitations";

export type Mail = Store["tables"]["mails"]["$inferSelect"];
type InWorkspace = { workspaceId: string };
type InStudy = InWorkspace & { studyId: string };

export type NewMail = Omit<
  Store["tables"]["mails"]["$inferInsert"],
  "id" | "workspaceId" | "state" | "createdAt" | "attempts" | "claimedBy" | "claimedAt" | "sentAt" | "why"
>;

/** Queues letters; one that its invitation already has in this round stays as it is. How many are new. */
export async function insertMails(
  store: Store,
  { workspaceId, letters, now }: InWorkspace & { letters: readonly NewMail[]; now: number },
): Promise<number> {
  const { mails } = store.tables;
  const rows = letters.map((letter) => ({
    ...letter,
    ...{ id: newId(now), workspaceId, state: "queued" as const, createdAt: now },
  }));
  const written = await insertRows(store, mails, rows).onConflictDoNothing().returning({ id: mails.id });
  return written.length;
}

/** How many letters of a study are in each state. */
export async function countMails({ db, tables }: Store, { workspaceId, studyId }: InStudy) {
  const { mails } = tables;
  const rows = await db
    .select({ state: mails.state, n: count() })
    .from(mails)
    .where(and(eq(mails.workspaceId, workspaceId), eq(mails.studyId, studyId)))
    .groupBy(mails.state);
  return new Map(rows.map(({ state, n }) => [state, Number(n)]));
}

/** Letters of a study in some states, newest first. */
export async function listMails(
  { db, tables }: Store,
  given: InStudy & { states: readonly MailState[]; limit: number; offset: number },
): Promise<Mail[]> {
  const { mails } = tables;
  return db
    .select()
    .from(mails)
    .where(
      and(
        eq(mails.workspaceId, given.workspaceId),
        eq(mails.studyId, given.studyId),
        inArray(mails.state, [...given.states]),
      ),
    )
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(given.limit)
    .offset(given.offset);
}

/** What decides about the next letters: every letter of a study without its words. */
export async function listWritten({ db, tables }: Store, { workspaceId, studyId }: InStudy) {
  const { mails } = tables;
  return db
    .select({
      invitationId: mails.invitationId,
      round: mails.round,
      state: mails.state,
      sentAt: mails.sentAt,
    })
    .from(mails)
    .where(and(eq(mails.workspaceId, workspaceId), eq(mails.studyId, studyId)));
}

/**
 * A person's word on a letter: it has arrived or was handed over by hand (`sent`), is to be sent (again) (`queued`),
 * or is not wanted (`cancelled`). Only letters in one of the states `from` are moved; how many were.
 */
export async function updateMailsByHand(
  store: Store,
  given: InStudy & {
    mailIds: readonly string[];
    from: readonly MailState[];
    to: "sent" | "queued" | "cancelled";
    now: number;
  },
): Promise<number> {
  const { mails } = store.tables;
  const { workspaceId, studyId, mailIds, from, to, now } = given;
  const set =
    to === "sent"
      ? { state: to, sentAt: now, why: "" }
      : to === "queued"
        ? { state: to, dueAt: now, attempts: 0, claimedBy: "", why: "" }
        : { state: to, why: "by-hand" };
  const written = await store.atomically((tx) =>
    chunksOf(mailIds).map((ids) =>
      tx
        .update(mails)
        .set(set)
        .where(
          and(
            eq(mails.workspaceId, workspaceId),
            eq(mails.studyId, studyId),
            inArray(mails.id, ids),
            inArray(mails.state, [...from]),
          ),
        )
        .returning({ invitationId: mails.invitationId }),
    ),
  );
  const moved = written.flat().map(({ invitationId }) => String(invitationId));
  if (to === "sent")
    await updateInvitationStep(store, { workspaceId, invitationIds: moved, step: "sentAt", at: now });
  return moved.length;
}

/**
 * Notes that a letter came back: found by its Message-ID, else the newest one to the address. Its invitation is
 * marked, too, so that no reminder follows. False when no letter fits.
 */
export async function updateMailBounced(
  store: Store,
  given: InWorkspace & { messageId: string; recipient: string; why: string; at: number },
): Promise<boolean> {
  const { mails } = store.tables;
  const { workspaceId, messageId, recipient, why, at } = given;
  const sent = and(
    eq(mails.workspaceId, workspaceId),
    inArray(mails.state, ["sent", "uncertain", "handing", "bounced", "sending"]),
  );
  const find = (by: ReturnType<typeof eq>) =>
    store.db
      .select({ id: mails.id, invitationId: mails.invitationId })
      .from(mails)
      .where(and(sent, by))
      .orderBy(desc(mails.createdAt))
      .limit(1);
  const [found] = messageId
    ? await find(eq(mails.messageId, messageId))
    : recipient
      ? await find(eq(mails.toAddress, recipient))
      : [];
  if (!found) return false;
  await store.atomically((tx) => [
    tx
      .update(mails)
      .set({ state: "bounced", why })
      .where(and(eq(mails.workspaceId, workspaceId), eq(mails.id, found.id))),
    ...stepStatements(
      { db: tx, tables: store.tables },
      { workspaceId, invitationIds: [found.invitationId], step: "bouncedAt", at },
    ),
  ]);
  return true;
}

/** Invitations with what decides whether a letter is welcome, and no word of whose they are. */
const selectWritable = ({ db, tables: { invitations, contacts } }: Store) =>
  db
    .select({
      id: invitations.id,
      token: invitations.token,
      email: contacts.email,
      sentAt: invitations.sentAt,
      openedAt: invitations.openedAt,
      startedAt: invitations.startedAt,
      completedAt: invitations.completedAt,
      bouncedAt: invitations.bouncedAt,
      refusedAt: invitations.refusedAt,
      askAgainAt: invitations.askAgainAt,
      expiresAt: invitations.expiresAt,
      optedOutAt: contacts.optedOutAt,
      anonymisedAt: contacts.anonymisedAt,
    })
    .from(invitations)
    .innerJoin(contacts, eq(contacts.id, invitations.contactId));

/** What decides, at the last moment, whether a letter is still welcome; null when its invitation is gone. */
export async function findWritable(
  store: Store,
  { workspaceId, invitationId }: InWorkspace & { invitationId: string },
) {
  const { invitations } = store.tables;
  const [found] = await selectWritable(store)
    .where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.id, invitationId)))
    .limit(1);
  return found ?? null;
}

/** Everyone invited in a wave, company by company, with what decides about their next letter. */
export async function listWritable(
  store: Store,
  { workspaceId, studyId, waveId }: InStudy & { waveId: string },
) {
  const { invitations } = store.tables;
  return selectWritable(store)
    .where(
      and(
        eq(invitations.workspaceId, workspaceId),
        eq(invitations.studyId, studyId),
        eq(invitations.waveId, waveId),
      ),
    )
    .orderBy(asc(invitations.companyId), asc(invitations.id));
}

/** Takes a person out of their letters: what was sent stays counted, what waits is not sent. For use within a transaction. */
export function eraseLetters(
  { db, tables }: Pick<Store, "db" | "tables">,
  { workspaceId, contactId }: InWorkspace & { contactId: string },
) {
  const { mails } = tables;
  return db
    .update(mails)
    .set({
      ...{ toName: "", toAddress: "", subject: "", body: "", why: "" },
      state: sql`case when ${mails.state} in ('queued', 'uncertain', 'failed') then 'cancelled' else ${mails.state} end`,
    })
    .where(and(eq(mails.workspaceId, workspaceId), eq(mails.contactId, contactId)));
}

/** Deletes the letters whose person is gone. For use within a transaction, after the person was deleted. */
export function deleteOrphanLetters(
  { db, tables }: Pick<Store, "db" | "tables">,
  { workspaceId }: InWorkspace,
) {
  const { mails, contacts } = tables;
  const person = db.select({ id: contacts.id }).from(contacts).where(eq(contacts.id, mails.contactId));
  return db.delete(mails).where(and(eq(mails.workspaceId, workspaceId), notExists(person)));
}
