/**
 * Who was asked for what, with which link, and how far they are. A token is bound here to contact, role,
 * questionnaire and wave: nothing in the address can change whom an answer is from.
 */
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { type ChainRole, chainRoles } from "~/domain/chain/role";
import { chunksOf } from "~db/chunks";
import type { Statement, Store } from "~db/client";
import { insertRows } from "~db/many-rows";
import { newId, newShortToken, newToken } from "~db/new-id";

export type Invitation = Store["tables"]["invitations"]["$inferSelect"];
type InStudy = { workspaceId: string; studyId: string };

/** The way in that a questionnaire's invitations of a wave answer through: one each, made when it is first needed. */
export async function requirePersonalCollector(
  { db, tables }: Store,
  given: InStudy & { waveId: string; questionnaireId: string; now: number },
): Promise<string> {
  const { now, ...rest } = given;
  // A fixed id, so that two at once make one.
  const id = `personal-${given.waveId}-${given.questionnaireId}`;
  await db
    .insert(tables.collectors)
    .values({ ...rest, id, kind: "personal", token: newToken(), createdAt: now })
    .onConflictDoNothing();
  return id;
}

/**
 * Invites people to the questionnaire of a role in a wave: makes their links and sends nothing. Who is invited to
 * it already is left as they are. Call it with contacts of this workspace that may be asked (see `listInvitable`).
 * Returns the ids of the new invitations.
 */
export async function insertInvitations(
  store: Store,
  given: InStudy & {
    waveId: string;
    questionnaireId: string;
    role: ChainRole;
    contacts: readonly { id: string; companyId: string }[];
    expiresAt: number | null;
    createdBy: string;
    now: number;
  },
): Promise<string[]> {
  const { contacts, now, ...rest } = given;
  const { invitations } = store.tables;
  if (contacts.length === 0) return [];
  const collectorId = await requirePersonalCollector(store, given);
  const rows = contacts.map(({ id: contactId, companyId }) => ({
    ...rest,
    ...{ id: newId(now), collectorId, contactId, companyId, token: newShortToken(), createdAt: now },
  }));
  const written = await insertRows(store, invitations, rows)
    .onConflictDoNothing({
      target: [invitations.contactId, invitations.questionnaireId, invitations.waveId],
    })
    .returning({ id: invitations.id });
  return written.map(({ id }) => id);
}

/**
 * The invitations of a study (or of one wave of it, those named, or those whose person did something with them and is
 * not through) with the person and the company, in the order of
 * company, role and invitation. Holds all that a letter needs: name, address, language, token, and the history that
 * says whether it may still be written.
 */
export async function listInvitations(
  { db, tables }: Store,
  given: InStudy & { waveId?: string; invitationIds?: readonly string[]; unfinished?: boolean },
) {
  const { workspaceId, studyId, waveId, invitationIds, unfinished = false } = given;
  const { invitations, contacts, companies } = tables;
  const read = (ids?: string[]) =>
    db
      .select({
        invitation: invitations,
        contactName: contacts.name,
        email: contacts.email,
        phone: contacts.phone,
        language: contacts.language,
        optedOutAt: contacts.optedOutAt,
        anonymisedAt: contacts.anonymisedAt,
        companyName: companies.name,
      })
      .from(invitations)
      .innerJoin(contacts, eq(contacts.id, invitations.contactId))
      .innerJoin(companies, eq(companies.id, invitations.companyId))
      .where(
        and(
          eq(invitations.workspaceId, workspaceId),
          eq(invitations.studyId, studyId),
          waveId === undefined ? undefined : eq(invitations.waveId, waveId),
          ids && inArray(invitations.id, ids),
          unfinished
            ? and(
                isNull(invitations.completedAt),
                or(
                  isNotNull(invitations.openedAt),
                  isNotNull(invitations.startedAt),
                  isNotNull(invitations.refusedAt),
                ),
              )
            : undefined,
        ),
      );
  const rows = invitationIds ? (await Promise.all(chunksOf(invitationIds).map(read))).flat() : await read();
  const before = (a: string | number, b: string | number) => Number(a > b) - Number(a < b);
  return rows
    .map(({ invitation, ...person }) => ({ ...invitation, ...person }))
    .sort(
      (a, b) =>
        before(a.companyId, b.companyId) ||
        chainRoles.indexOf(a.role) - chainRoles.indexOf(b.role) ||
        before(a.createdAt, b.createdAt) ||
        before(a.id, b.id),
    );
}
export type ListedInvitation = Awaited<ReturnType<typeof listInvitations>>[number];

/** The invitations of one person in every study that is not archived, newest first. */
export async function listInvitationsOf(
  { db, tables }: Store,
  { workspaceId, contactId }: { workspaceId: string; contactId: string },
) {
  const { invitations, studies, waves } = tables;
  const rows = await db
    .select({ invitation: invitations, product: studies.product, wave: waves.number })
    .from(invitations)
    .innerJoin(studies, eq(studies.id, invitations.studyId))
    .innerJoin(waves, eq(waves.id, invitations.waveId))
    .where(
      and(
        eq(invitations.workspaceId, workspaceId),
        eq(invitations.contactId, contactId),
        isNull(studies.archivedAt),
      ),
    )
    .orderBy(desc(invitations.createdAt), desc(invitations.id));
  return rows.map(({ invitation, ...study }) => ({ ...invitation, ...study }));
}

/** What can be noted in an invitation's history. */
type InvitationStep = "sentAt" | "openedAt" | "startedAt" | "completedAt" | "bouncedAt";

type Step = { workspaceId: string; invitationIds: readonly string[]; step: InvitationStep; at: number };

/** The statements of `updateInvitationStep`, for use within a transaction. */
export function stepStatements(
  { db, tables: { invitations } }: Pick<Store, "db" | "tables">,
  { workspaceId, invitationIds, step, at }: Step,
): Statement[] {
  const again = step === "sentAt" ? { askAgainAt: null } : {};
  return chunksOf(invitationIds).map((ids) =>
    db
      .update(invitations)
      .set({ [step]: sql`coalesce(${invitations[step]}, ${at})`, ...again })
      .where(and(eq(invitations.workspaceId, workspaceId), inArray(invitations.id, ids))),
  );
}

/**
 * Notes that something happened to invitations; the first instant stays. `sentAt` also answers a wish to ask again
 * (`askAgainAt` becomes null).
 */
export async function updateInvitationStep(store: Store, given: Step): Promise<void> {
  await store.atomically((tx) => stepStatements({ db: tx, tables: store.tables }, given));
}

/** Notes that the person would rather not answer, with the reason they tapped; an answered one stays answered. */
export async function updateInvitationRefused(
  { db, tables }: Store,
  given: { workspaceId: string; invitationId: string; reason: string; at: number },
): Promise<void> {
  const { invitations } = tables;
  await db
    .update(invitations)
    .set({ refusedAt: given.at, refusedReason: given.reason })
    .where(
      and(
        eq(invitations.workspaceId, given.workspaceId),
        eq(invitations.id, given.invitationId),
        isNull(invitations.completedAt),
      ),
    );
}

/** Wishes that people are written to once more, and lets a link that has run out live until `expiresAt`. */
export async function updateInvitationsAskAgain(
  store: Store,
  given: {
    workspaceId: string;
    invitationIds: readonly string[];
    at: number;
    expiresAt: number | null;
  },
): Promise<void> {
  const { invitations } = store.tables;
  const { workspaceId, at, expiresAt } = given;
  await store.atomically((tx) =>
    chunksOf(given.invitationIds).map((ids) =>
      tx
        .update(invitations)
        .set({ askAgainAt: at, expiresAt, refusedAt: null, refusedReason: "" })
        .where(
          and(
            eq(invitations.workspaceId, workspaceId),
            inArray(invitations.id, ids),
            isNull(invitations.completedAt),
            isNull(invitations.bouncedAt),
          ),
        ),
    ),
  );
}

/** One page of a wave's invitations, the newest first, with person and company. */
export async function listInvitationsPage(
  { db, tables }: Store,
  given: InStudy & { waveId: string; limit: number; offset: number },
) {
  const { invitations, contacts, companies } = tables;
  const where = and(
    eq(invitations.workspaceId, given.workspaceId),
    eq(invitations.studyId, given.studyId),
    eq(invitations.waveId, given.waveId),
  );
  const [counted] = await db.select({ n: count() }).from(invitations).where(where);
  const rows = await db
    .select({
      invitation: invitations,
      contactName: contacts.name,
      email: contacts.email,
      phone: contacts.phone,
      companyName: companies.name,
    })
    .from(invitations)
    .innerJoin(contacts, eq(contacts.id, invitations.contactId))
    .innerJoin(companies, eq(companies.id, invitations.companyId))
    .where(where)
    .orderBy(desc(invitations.createdAt), asc(invitations.id))
    .limit(given.limit)
    .offset(given.offset);
  return {
    total: Number(counted?.n ?? 0),
    rows: rows.map(({ invitation, ...person }) => ({ ...invitation, ...person })),
  };
}
