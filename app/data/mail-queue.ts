/**
 * The queue of letters. A letter is claimed by one process with a conditional update, and every step of its way is a
 * conditional update, too: whoever has lost it cannot move it.
 */
import { and, asc, count, eq, gt, inArray, lte, sql } from "drizzle-orm";
import type { MailState } from "~/domain/mail/mail";
import { claimLease } from "~/domain/mail/queue-rules";
import type { Store } from "~db/client";
import { stepStatements } from "./invitations";
import type { Mail } from "./mails";

type InWorkspace = { workspaceId: string };

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
  const { mails } = store.tables;
  const { workspaceId, mail, at } = given;
  await store.atomically((tx) => [
    tx
      .update(mails)
      .set({ state: "sent", sentAt: at, why: "" })
      .where(stillMine(store.tables, given, ["handing", "uncertain"])),
    ...stepStatements(
      { db: tx, tables: store.tables },
      { workspaceId, invitationIds: [mail.invitationId], step: "sentAt", at },
    ),
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
