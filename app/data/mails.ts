/**
 * The letters and their queue. A letter is written once (unique by invitation and round), claimed by one process
 * with a conditional update, and every step of its way is a conditional update, too: whoever has lost it cannot
 * move it.
 */
import { and, asc, count, desc, eq, gt, inArray, lte, notExists, sql } from "drizzle-orm";
import type { MailState } from "~/domain/mail/mail";
import { claimLease } from "~/domain/mail/queue-rules";
import { chunksOf } from "~db/chunks";
import type { Store } from "~db/client";
import { insertRows } from "~db/many-rows";
import { newId } from "~db/new-id";

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

/** Ids of the letters whose time has come, the longest waiting first. */
export async function listDueMails(
  { db, tables }: Store,
  { workspaceId, now, limit }: InWorkspace & { now: number; limit: number },
): Promise<string[]> {
  const { mails } = tables;
  const rows = await db
    .select({ id: mails.id })
    .from(mails)
    .where(and(eq(mails.workspaceId, workspaceId), eq(mails.state, "queued"), lte(mails.dueAt, now)))
    .orderBy(asc(mails.dueAt), asc(mails.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Claimed by any process since an instant: what the throttle counts. */
export async function countClaimed(
  { db, tables }: Store,
  { workspaceId, since }: InWorkspace & { since: number },
): Promise<number> {
  const { mails } = tables;
  const [row] = await db
    .select({ n: count() })
    .from(mails)
    .where(and(eq(mails.workspaceId, workspaceId), gt(mails.claimedAt, since)));
  return Number(row?.n ?? 0);
}

/** Takes a waiting letter for one process; null when another was first. */
export async function claimMail(
  { db, tables }: Store,
  { workspaceId, mailId, by, now }: InWorkspace & { mailId: string; by: string; now: number },
): Promise<Mail | null> {
  const { mails } = tables;
  const [claimed] = await db
    .update(mails)
    .set({ state: "sending", claimedBy: by, claimedAt: now, attempts: sql`${mails.attempts} + 1` })
    .where(and(eq(mails.workspaceId, workspaceId), eq(mails.id, mailId), eq(mails.state, "queued")))
    .returning();
  return claimed ?? null;
}

type Claimed = InWorkspace & { mail: Pick<Mail, "id" | "claimedBy" | "claimedAt"> };

const stillMine = (
  { mails }: Store["tables"],
  { workspaceId, mail }: Claimed,
  states: readonly MailState[],
) =>
  and(
    eq(mails.workspaceId, workspaceId),
    eq(mails.id, mail.id),
    eq(mails.claimedBy, mail.claimedBy),
    mail.claimedAt === null ? undefined : eq(mails.claimedAt, mail.claimedAt),
    inArray(mails.state, [...states]),
  );

/** Notes, on disk, that the last byte is about to be sent. False when the claim is lost: then it must not be. */
export async function updateMailHanding({ db, tables }: Store, given: Claimed): Promise<boolean> {
  const { mails } = tables;
  const written = await db
    .update(mails)
    .set({ state: "handing" })
    .where(stillMine(tables, given, ["sending"]))
    .returning({ id: mails.id });
  return written.length > 0;
}

/** The mail server has taken it: the letter and its invitation say so together. */
export async function updateMailSent(
  store: Store,
  given: Claimed & { mail: Pick<Mail, "invitationId">; at: number },
): Promise<void> {
  const { mails, invitations } = store.tables;
  const { workspaceId, mail, at } = given;
  await store.atomically((tx) => [
    tx
      .update(mails)
      .set({ state: "sent", sentAt: at, why: "" })
      .where(stillMine(store.tables, given, ["handing", "uncertain"])),
    tx
      .update(invitations)
      .set({ sentAt: sql`coalesce(${invitations.sentAt}, ${at})`, askAgainAt: null })
      .where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.id, mail.invitationId))),
  ]);
}

/** Ends a claim another way: put off (`queued` with a new time), refused, not needed any more, or not known. */
export async function updateMailClaimEnded(
  { db, tables }: Store,
  given: Claimed & { state: MailState; dueAt?: number; why: string },
): Promise<void> {
  const { mails } = tables;
  const { state, dueAt, why } = given;
  await db
    .update(mails)
    .set({ state, why, ...(dueAt !== undefined && { dueAt }) })
    .where(stillMine(tables, given, ["sending", "handing"]));
}

/** Frees what a process that is gone had claimed: not handed over yet waits again; else nobody knows. */
export async function recoverMails(
  store: Store,
  { workspaceId, now }: InWorkspace & { now: number },
): Promise<void> {
  const { mails } = store.tables;
  const lost = (state: MailState) =>
    and(eq(mails.workspaceId, workspaceId), eq(mails.state, state), lte(mails.claimedAt, now - claimLease));
  await store.atomically((tx) => [
    tx.update(mails).set({ state: "queued" }).where(lost("sending")),
    tx.update(mails).set({ state: "uncertain" }).where(lost("handing")),
  ]);
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
  const { mails, invitations } = store.tables;
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
  if (to === "sent" && moved.length > 0)
    await store.atomically((tx) =>
      chunksOf(moved).map((ids) =>
        tx
          .update(invitations)
          .set({ sentAt: sql`coalesce(${invitations.sentAt}, ${now})`, askAgainAt: null })
          .where(and(eq(invitations.workspaceId, workspaceId), inArray(invitations.id, ids))),
      ),
    );
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
  const { mails, invitations } = store.tables;
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
    tx
      .update(invitations)
      .set({ bouncedAt: sql`coalesce(${invitations.bouncedAt}, ${at})` })
      .where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.id, found.invitationId))),
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
