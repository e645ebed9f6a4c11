/** One company or one person where two were entered. Nothing that was answered is lost by it. */
import { aliasedTable, and, eq, exists, inArray, ne, or, sql } from "drizzle-orm";
import { contactKey } from "~/domain/fieldwork/contact-key";
import { chunksOf } from "~db/chunks";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";
import type { Contact } from "./contacts";

/** `goneId` becomes part of `keepId`. */
type Merge = { workspaceId: string; keepId: string; goneId: string };

/** Says that two that look alike are two. */
export async function insertDistinctPair(
  { db, tables }: Store,
  given: { workspaceId: string; ids: readonly [string, string]; now: number },
): Promise<void> {
  const [firstId, secondId] = [...given.ids].sort() as [string, string];
  await db
    .insert(tables.distinctPairs)
    .values({ id: newId(given.now), workspaceId: given.workspaceId, firstId, secondId, createdAt: given.now })
    .onConflictDoNothing();
}

/** Pairs that are known to be two, as "first/second" with the smaller id first. */
export async function listDistinctPairs(
  { db, tables }: Store,
  { workspaceId }: { workspaceId: string },
): Promise<Set<string>> {
  const { distinctPairs } = tables;
  const rows = await db.select().from(distinctPairs).where(eq(distinctPairs.workspaceId, workspaceId));
  return new Set(rows.map(({ firstId, secondId }) => `${firstId}/${secondId}`));
}

/** What is known of either: the one that stays first, its gaps filled from the other. An opt-out of either holds. */
const together = (keep: Contact, gone: Contact) => ({
  name: keep.name || gone.name,
  email: keep.email || gone.email,
  phone: keep.phone || gone.phone,
  position: keep.position || gone.position,
  chainRoles: [...new Set([...keep.chainRoles, ...gone.chainRoles])],
  language: keep.language ?? gone.language,
  tags: [...new Set([...keep.tags, ...gone.tags])],
  consentAt: keep.consentAt ?? gone.consentAt,
  optedOutAt: keep.optedOutAt ?? gone.optedOutAt,
  referredByContactId:
    keep.referredByContactId ?? (gone.referredByContactId === keep.id ? null : gone.referredByContactId),
});

/** How far an invitation has come, from 0 (nobody was sent it) to 4 (done). */
const stepOf = (one: Store["tables"]["invitations"]["$inferSelect"]) =>
  [one.sentAt, one.openedAt, one.startedAt, one.completedAt].findLastIndex((at) => at !== null) + 1;

/**
 * Makes two entries of one person one: answers, invitations, letters and who brought whom go over to the one that stays,
 * gaps in what is known of them are filled. Where both have answered the same questionnaire in the same wave, the answer
 * of the one that goes is excluded with `reason`, so that nobody counts twice. False when one of them is not there.
 */
export async function mergeContacts(
  store: Store,
  { workspaceId, keepId, goneId, ...given }: Merge & { memberId: string; reason: string; now: number },
): Promise<boolean> {
  const { db, tables } = store;
  const { contacts, invitations, responses, referrals, mails } = tables;
  const people = await db
    .select()
    .from(contacts)
    .where(and(eq(contacts.workspaceId, workspaceId), inArray(contacts.id, [keepId, goneId])));
  const [keep, gone] = [keepId, goneId].map((id) => people.find((one) => one.id === id));
  if (!keep || !gone || keepId === goneId) return false;
  const sent = await db
    .select()
    .from(invitations)
    .where(and(eq(invitations.workspaceId, workspaceId), inArray(invitations.contactId, [keepId, goneId])));
  const answered = await db
    .select()
    .from(responses)
    .where(and(eq(responses.workspaceId, workspaceId), inArray(responses.contactId, [keepId, goneId])));
  const same = (a: { questionnaireId: string; waveId: string }, b: typeof a) =>
    a.questionnaireId === b.questionnaireId && a.waveId === b.waveId;
  const isComplete = ({ completedAt, review }: (typeof answered)[number]) =>
    completedAt !== null && review !== "excluded";
  const kept = answered.filter((one) => one.contactId === keepId && isComplete(one));
  const doubled = answered
    .filter((one) => one.contactId === goneId && isComplete(one) && kept.some((other) => same(one, other)))
    .map(({ id }) => id);
  /** Pairs of invitations to the same: the farther one stays, on a tie that of the person who stays. */
  const doubles = sent
    .filter((one) => one.contactId === goneId)
    .flatMap((theirs) => {
      const mine = sent.find((one) => one.contactId === keepId && same(one, theirs));
      if (!mine) return [];
      return stepOf(theirs) > stepOf(mine)
        ? [{ stays: theirs, goes: mine }]
        : [{ stays: mine, goes: theirs }];
    });
  const whole = together(keep, gone);
  const known = and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, keepId));
  const brought = and(eq(referrals.workspaceId, workspaceId), eq(referrals.contactId, goneId));
  const others = aliasedTable(referrals, "others");
  const toBoth = db
    .select({ one: sql`1` })
    .from(others)
    .where(and(eq(others.responseId, referrals.responseId), eq(others.contactId, keepId)));
  /** What was asked and answered in a company the person has left since stays there. */
  const company = ({ companyId }: typeof invitations | typeof responses | typeof referrals) =>
    sql`case when ${companyId} = ${gone.companyId} then ${keep.companyId} else ${companyId} end`;
  await store.atomically((tx) => [
    ...doubles.flatMap(({ stays, goes }) => [
      tx
        .update(responses)
        .set({ invitationId: stays.id })
        .where(and(eq(responses.workspaceId, workspaceId), eq(responses.invitationId, goes.id))),
      tx
        .update(referrals)
        .set({ invitationId: stays.id })
        .where(and(eq(referrals.workspaceId, workspaceId), eq(referrals.invitationId, goes.id))),
      tx
        .delete(mails)
        .where(
          and(eq(mails.workspaceId, workspaceId), eq(mails.invitationId, goes.id), eq(mails.state, "queued")),
        ),
      tx
        .delete(invitations)
        .where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.id, goes.id))),
    ]),
    ...chunksOf(doubled).map((ids) =>
      tx
        .update(responses)
        .set({
          ...{ review: "excluded" as const, reviewReason: given.reason },
          ...{ reviewedAt: given.now, reviewedBy: given.memberId },
        })
        .where(and(eq(responses.workspaceId, workspaceId), inArray(responses.id, ids))),
    ),
    tx
      .update(invitations)
      .set({ contactId: keepId, companyId: company(invitations) })
      .where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.contactId, goneId))),
    tx
      .update(responses)
      .set({ contactId: keepId, companyId: company(responses), revision: sql`${responses.revision} + 1` })
      .where(and(eq(responses.workspaceId, workspaceId), eq(responses.contactId, goneId))),
    tx.delete(referrals).where(and(brought, exists(toBoth))),
    tx
      .update(referrals)
      .set({ contactId: keepId, companyId: company(referrals) })
      .where(brought),
    tx
      .update(referrals)
      .set({ fromContactId: keepId })
      .where(and(eq(referrals.workspaceId, workspaceId), eq(referrals.fromContactId, goneId))),
    tx
      .update(contacts)
      .set({ referredByContactId: keepId })
      .where(
        and(
          eq(contacts.workspaceId, workspaceId),
          eq(contacts.referredByContactId, goneId),
          ne(contacts.id, keepId),
        ),
      ),
    tx
      .update(mails)
      .set({ contactId: keepId })
      .where(and(eq(mails.workspaceId, workspaceId), eq(mails.contactId, goneId))),
    tx.delete(contacts).where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, goneId))),
    tx
      .update(contacts)
      .set({
        ...whole,
        contactKey: contactKey({ ...whole, companyId: keep.companyId, fallback: keepId }),
      })
      .where(known),
  ]);
  return true;
}

/**
 * Makes two entries of one company one: people, invitations and answers go over to the one that stays, gaps in what is
 * known of it are filled, and its other name finds it from then on. People who are the same in both become one.
 * False when one of them is not there.
 */
export async function mergeCompanies(
  store: Store,
  { workspaceId, keepId, goneId, ...given }: Merge & { memberId: string; reason: string; now: number },
): Promise<boolean> {
  const { db, tables } = store;
  const { companies, companyNames, contacts, invitations, responses, referrals } = tables;
  const found = await db
    .select()
    .from(companies)
    .where(and(eq(companies.workspaceId, workspaceId), inArray(companies.id, [keepId, goneId])));
  const [keep, gone] = [keepId, goneId].map((id) => found.find((one) => one.id === id));
  if (!keep || !gone || keepId === goneId) return false;
  const people = await db
    .select()
    .from(contacts)
    .where(
      and(
        eq(contacts.workspaceId, workspaceId),
        or(eq(contacts.companyId, keepId), eq(contacts.companyId, goneId)),
      ),
    );
  const keys = new Map(
    people.filter(({ companyId }) => companyId === keepId).map((one) => [one.contactKey, one.id]),
  );
  const moved: { id: string; key: string }[] = [];
  for (const person of people.filter(({ companyId }) => companyId === goneId)) {
    const key = contactKey({ ...person, companyId: keepId, fallback: person.id });
    const other = keys.get(key);
    if (other) await mergeContacts(store, { workspaceId, keepId: other, goneId: person.id, ...given });
    else if (key !== person.contactKey && person.anonymisedAt === null) moved.push({ id: person.id, key });
  }
  const of = <T extends { workspaceId: unknown; companyId: unknown }>(table: T) =>
    and(eq(table.workspaceId as never, workspaceId), eq(table.companyId as never, goneId));
  await store.atomically((tx) => [
    ...moved.map(({ id, key }) =>
      tx
        .update(contacts)
        .set({ contactKey: key })
        .where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, id))),
    ),
    tx.update(contacts).set({ companyId: keepId }).where(of(contacts)),
    tx.update(invitations).set({ companyId: keepId }).where(of(invitations)),
    tx.update(referrals).set({ companyId: keepId }).where(of(referrals)),
    tx
      .update(responses)
      .set({ companyId: keepId, revision: sql`${responses.revision} + 1` })
      .where(of(responses)),
    tx.update(companyNames).set({ companyId: keepId }).where(of(companyNames)),
    tx
      .insert(companyNames)
      .values({ id: newId(given.now), workspaceId, companyId: keepId, nameKey: gone.nameKey })
      .onConflictDoNothing(),
    tx.delete(companies).where(and(eq(companies.workspaceId, workspaceId), eq(companies.id, goneId))),
    tx
      .update(companies)
      .set({
        size: keep.size ?? gone.size,
        industry: keep.industry ?? gone.industry,
        region: keep.region ?? gone.region,
        tags: [...new Set([...keep.tags, ...gone.tags])],
      })
      .where(and(eq(companies.workspaceId, workspaceId), eq(companies.id, keepId))),
  ]);
  return true;
}
