/**
 * The only queries that know no workspace yet: they turn a visitor's secret (session, invitation or
 * link token, email address at sign-in) into one. Everything else takes the workspace it is limited to.
 */
import { and, count, eq, gt, isNull, lt } from "drizzle-orm";
import type { Language } from "~/domain/language";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";

/** True once somebody has set the installation up. */
export async function hasMembers({ db, tables }: Store): Promise<boolean> {
  return (await db.select({ id: tables.members.id }).from(tables.members).limit(1)).length > 0;
}

export type NewMember = { email: string; name: string; passwordHash: string; language: Language };

/** The first workspace with its owner. */
export async function insertWorkspace(
  store: Store,
  { name, owner, now }: { name: string; owner: NewMember; now: number },
): Promise<{ workspaceId: string; memberId: string }> {
  const workspaceId = newId(now);
  const memberId = newId(now);
  await store.atomically((tx) => [
    tx.insert(store.tables.workspaces).values({ id: workspaceId, name, showcase: false, createdAt: now }),
    tx
      .insert(store.tables.members)
      .values({ id: memberId, workspaceId, ...owner, role: "owner", createdAt: now }),
  ]);
  return { workspaceId, memberId };
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

/** The way in that a link's token opens, closed or not. */
export async function findCollector({ db, tables }: Store, { token }: { token: string }) {
  const [collector] = await db
    .select()
    .from(tables.collectors)
    .where(eq(tables.collectors.token, token))
    .limit(1);
  return collector ?? null;
}

export async function countSignInAttempts(
  { db, tables }: Store,
  { subject, since }: { subject: string; since: number },
): Promise<number> {
  const { signInAttempts } = tables;
  const [row] = await db
    .select({ n: count() })
    .from(signInAttempts)
    .where(and(eq(signInAttempts.subject, subject), gt(signInAttempts.at, since)));
  return Number(row?.n ?? 0);
}

/** Notes a failed sign-in and forgets those that no longer matter. */
export async function insertSignInAttempt(
  store: Store,
  { subject, now, forgetBefore }: { subject: string; now: number; forgetBefore: number },
): Promise<void> {
  const { signInAttempts } = store.tables;
  await store.atomically((tx) => [
    tx.delete(signInAttempts).where(lt(signInAttempts.at, forgetBefore)),
    tx.insert(signInAttempts).values({ id: newId(now), subject, at: now }),
  ]);
}

export async function deleteSignInAttempts({ db, tables }: Store, { subject }: { subject: string }) {
  await db.delete(tables.signInAttempts).where(eq(tables.signInAttempts.subject, subject));
}
