/**
 * The only queries that know no workspace yet: they turn a visitor's secret (session, invitation or
 * link token, email address at sign-in) into one. Everything else takes the workspace it is limited to.
 */
import { and, count, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, or } from "drizzle-orm";
import type { Language } from "~/domain/language";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";

/** True once somebody has set the installation up. */
export async function hasMembers({ db, tables }: Store): Promise<boolean> {
  return (await db.select({ id: tables.members.id }).from(tables.members).limit(1)).length > 0;
}

export type NewMember = { email: string; name: string; passwordHash: string; language: Language };

type NewWorkspace = { name: string; owner: NewMember; now: number };

/** A workspace with its owner. */
export async function insertWorkspace(
  store: Store,
  { name, owner, now, workspaceId = newId(now) }: NewWorkspace & { workspaceId?: string },
): Promise<{ workspaceId: string; memberId: string }> {
  const memberId = newId(now);
  await store.atomically((tx) => [
    tx.insert(store.tables.workspaces).values({ id: workspaceId, name, showcase: false, createdAt: now }),
    tx
      .insert(store.tables.members)
      .values({ id: memberId, workspaceId, ...owner, role: "owner", createdAt: now }),
  ]);
  return { workspaceId, memberId };
}

/** The first workspace with its owner; null when somebody else was first. */
export async function insertFirstWorkspace(store: Store, given: NewWorkspace) {
  try {
    // A fixed id, so that of two first visits at once only one is written.
    return await insertWorkspace(store, { ...given, workspaceId: "first" });
  } catch (error) {
    if (await hasMembers(store)) return null;
    throw error;
  }
}

/** The workspace visitors read before signing in; made when it is not there yet. */
export async function requireShowcase(store: Store, { now }: { now: number }): Promise<string> {
  const { workspaces } = store.tables;
  const find = () =>
    store.db.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.showcase, true)).limit(1);
  const [found] = await find();
  if (found) return found.id;
  // A fixed id, so that two instances starting at once make one.
  await store.db
    .insert(workspaces)
    .values({ id: "showcase", name: "Trivista", showcase: true, createdAt: now })
    .onConflictDoNothing();
  return "showcase";
}

export async function findMemberByEmail({ db, tables }: Store, { email }: { email: string }) {
  const [member] = await db.select().from(tables.members).where(eq(tables.members.email, email)).limit(1);
  return member ?? null;
}

/** The member and workspace behind a session that has not run out. */
export async function findSession(
  { db, tables }: Store,
  { tokenHash, now }: { tokenHash: string; now: number },
) {
  const { sessions, members, workspaces } = tables;
  const [found] = await db
    .select({
      sessionId: sessions.id,
      seenAt: sessions.seenAt,
      workspaceId: members.workspaceId,
      workspaceName: workspaces.name,
      member: {
        id: members.id,
        name: members.name,
        email: members.email,
        role: members.role,
        language: members.language,
      },
    })
    .from(sessions)
    .innerJoin(members, eq(members.id, sessions.memberId))
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, now)))
    .limit(1);
  return found ?? null;
}

/** An invitation that is neither used nor run out. */
export async function findMemberInvite(
  { db, tables }: Store,
  { tokenHash, now }: { tokenHash: string; now: number },
) {
  const { memberInvites, workspaces } = tables;
  const [invite] = await db
    .select({
      id: memberInvites.id,
      workspaceId: memberInvites.workspaceId,
      role: memberInvites.role,
      workspaceName: workspaces.name,
    })
    .from(memberInvites)
    .innerJoin(workspaces, eq(workspaces.id, memberInvites.workspaceId))
    .where(
      and(
        eq(memberInvites.tokenHash, tokenHash),
        gt(memberInvites.expiresAt, now),
        isNull(memberInvites.usedAt),
      ),
    )
    .limit(1);
  return invite ?? null;
}

/** Why an invitation is not open any more; null when there is none with this token, or it still is. */
export async function findEndedMemberInvite(
  { db, tables }: Store,
  { tokenHash, now }: { tokenHash: string; now: number },
): Promise<"used" | "expired" | null> {
  const { memberInvites } = tables;
  const [invite] = await db
    .select({ usedAt: memberInvites.usedAt, expiresAt: memberInvites.expiresAt })
    .from(memberInvites)
    .where(eq(memberInvites.tokenHash, tokenHash))
    .limit(1);
  if (!invite) return null;
  if (invite.usedAt !== null) return "used";
  return invite.expiresAt <= now ? "expired" : null;
}

/** The way in that a link's token opens, closed or not. */
export async function findCollector({ db, tables }: Store, { token }: { token: string }) {
  const [collector] = await db
    .select()
    .from(tables.collectors)
    .where(eq(tables.collectors.token, token))
    .limit(1);
  return collector ?? null;
}

/** The draft behind a test link, with its study; null when the link was taken back. */
export async function findTestDraft({ db, tables }: Store, { token }: { token: string }) {
  const { testLinks, questionnaires } = tables;
  const [found] = await db
    .select({ questionnaire: questionnaires })
    .from(testLinks)
    .innerJoin(questionnaires, eq(questionnaires.id, testLinks.questionnaireId))
    .where(eq(testLinks.token, token))
    .limit(1);
  return found?.questionnaire ?? null;
}

/** The invitation behind a short link, with its person, company and the personal way in it answers through. */
export async function findInvitation({ db, tables }: Store, { token }: { token: string }) {
  const { invitations, contacts, companies, collectors } = tables;
  const [found] = await db
    .select({ invitation: invitations, contact: contacts, company: companies, collector: collectors })
    .from(invitations)
    .innerJoin(contacts, eq(contacts.id, invitations.contactId))
    .innerJoin(companies, eq(companies.id, invitations.companyId))
    .innerJoin(collectors, eq(collectors.id, invitations.collectorId))
    .where(eq(invitations.token, token))
    .limit(1);
  return found ?? null;
}

/** Failed sign-ins of a subject (a hash of client and address) after `since`. */
export async function listSignInAttempts(
  { db, tables }: Store,
  { subject, since }: { subject: string; since: number },
) {
  const { signInAttempts } = tables;
  return db
    .select({ id: signInAttempts.id, at: signInAttempts.at })
    .from(signInAttempts)
    .where(and(eq(signInAttempts.subject, subject), gt(signInAttempts.at, since)));
}

/** Notes a failed sign-in under each of its subjects, and forgets those that no longer matter; the new ids. */
export async function insertSignInAttempt(
  store: Store,
  { subjects, now, forgetBefore }: { subjects: readonly string[]; now: number; forgetBefore: number },
): Promise<string[]> {
  const { signInAttempts } = store.tables;
  const rows = subjects.map((subject) => ({ id: newId(now), subject, at: now }));
  await store.atomically((tx) => [
    tx.delete(signInAttempts).where(lt(signInAttempts.at, forgetBefore)),
    tx.insert(signInAttempts).values(rows),
  ]);
  return rows.map(({ id }) => id);
}

/** Takes back these attempts, and every one of `subject` where it is given. */
export async function deleteSignInAttempts(
  { db, tables }: Store,
  { ids, subject }: { ids: readonly string[]; subject?: string },
): Promise<void> {
  const { signInAttempts } = tables;
  const these = inArray(signInAttempts.id, [...ids]);
  await db
    .delete(signInAttempts)
    .where(subject === undefined ? these : or(these, eq(signInAttempts.subject, subject)));
}

/** The link by which somebody reads a report from outside, whatever has become of it, with the study's name. */
export async function findReportShareByToken({ db, tables }: Store, { token }: { token: string }) {
  const { reportShares, studies } = tables;
  const [found] = await db
    .select({ share: reportShares, product: studies.product })
    .from(reportShares)
    .innerJoin(
      studies,
      and(eq(studies.id, reportShares.studyId), eq(studies.workspaceId, reportShares.workspaceId)),
    )
    .where(eq(reportShares.token, token))
    .limit(1);
  return found ?? null;
}

/** The workspaces that have a mail server, with it: what the mail queue goes through. */
export async function listMailSettings({ db, tables }: Store) {
  return db.select().from(tables.mailSettings);
}

/** The waves in the field of every workspace that were declared to end by themselves: what the watch goes through. */
export async function listWavesEndingThemselves({ db, tables }: Store) {
  const { waves } = tables;
  const open = await db
    .select()
    .from(waves)
    .where(and(isNull(waves.endedAt), isNotNull(waves.stopRules)));
  return open.filter(({ stopRules }) => stopRules?.endsItself);
}

/** The studies of every workspace that are not put away and have so many complete responses: what is made ready at the start. */
export async function listLargeStudies({ db, tables }: Store, { least }: { least: number }) {
  const { responses, studies } = tables;
  const rows = await db
    .select({ workspaceId: studies.workspaceId, studyId: studies.id })
    .from(responses)
    .innerJoin(studies, eq(studies.id, responses.studyId))
    .where(and(isNotNull(responses.completedAt), isNull(studies.archivedAt)))
    .groupBy(studies.workspaceId, studies.id)
    .having(gte(count(), least))
    .orderBy(desc(count()));
  return rows;
}

/** The workspaces that keep files of respondents: what the sweep goes through. */
export async function listWorkspacesWithFiles({ db, tables }: Store): Promise<string[]> {
  const { answerFiles } = tables;
  const rows = await db.selectDistinct({ workspaceId: answerFiles.workspaceId }).from(answerFiles);
  return rows.map(({ workspaceId }) => workspaceId);
}

/** The workspace whose mail server hands its bounces in under this token. */
export async function findBounceWorkspace(
  { db, tables }: Store,
  { token }: { token: string },
): Promise<string | null> {
  const { mailSettings } = tables;
  const [found] = await db
    .select({ id: mailSettings.id })
    .from(mailSettings)
    .where(eq(mailSettings.bounceToken, token))
    .limit(1);
  return found?.id ?? null;
}
