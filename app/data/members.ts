/** The people of a workspace, their sessions and the links that invite more of them. */
import { and, asc, count, desc, eq, gt, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Language } from "~/domain/language";
import type { MemberRole } from "~/domain/permission";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";
import type { NewMember } from "./entrance";

export async function listMembers({ db, tables }: Store, { workspaceId }: { workspaceId: string }) {
  const { members } = tables;
  return db
    .select({
      id: members.id,
      name: members.name,
      email: members.email,
      role: members.role,
      createdAt: members.createdAt,
    })
    .from(members)
    .where(eq(members.workspaceId, workspaceId))
    .orderBy(asc(members.createdAt));
}

export async function findPasswordHash(
  { db, tables }: Store,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
) {
  const { members } = tables;
  const [row] = await db
    .select({ passwordHash: members.passwordHash })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), eq(members.id, memberId)));
  return row?.passwordHash ?? null;
}

/** A new password ends every session of the member but the one that is kept. */
export async function updatePassword(
  store: Store,
  given: { workspaceId: string; memberId: string; passwordHash: string; keepSessionId?: string },
): Promise<void> {
  const { members, sessions } = store.tables;
  await store.atomically((tx) => [
    tx
      .update(members)
      .set({ passwordHash: given.passwordHash })
      .where(and(eq(members.workspaceId, given.workspaceId), eq(members.id, given.memberId))),
    tx
      .delete(sessions)
      .where(
        and(
          eq(sessions.workspaceId, given.workspaceId),
          eq(sessions.memberId, given.memberId),
          given.keepSessionId === undefined ? undefined : ne(sessions.id, given.keepSessionId),
        ),
      ),
  ]);
}

export async function updateMember(
  { db, tables }: Store,
  given: { workspaceId: string; memberId: string; set: { name?: string; language?: Language } },
): Promise<void> {
  const { members } = tables;
  await db
    .update(members)
    .set(given.set)
    .where(and(eq(members.workspaceId, given.workspaceId), eq(members.id, given.memberId)));
}

/** True for a row that is no owner, or not the only one. */
const notTheLastOwner = ({ db, tables: { members } }: Store, workspaceId: string) => {
  const owners = db
    .select({ n: count() })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), eq(members.role, "owner")));
  return or(ne(members.role, "owner"), gt(sql`(${owners})`, 1));
};

/** Writes nothing, but makes changes to the owners of one workspace wait for each other. */
const oneAtATime = (tx: Store["db"], { workspaces }: Store["tables"], workspaceId: string) =>
  tx
    .update(workspaces)
    .set({ name: sql`${workspaces.name}` })
    .where(eq(workspaces.id, workspaceId));

/** Gives a member another role; false when there is no such member or the workspace would lose its last owner. */
export async function updateMemberRole(
  store: Store,
  given: { workspaceId: string; memberId: string; role: MemberRole },
): Promise<boolean> {
  const { members } = store.tables;
  const [, changed] = await store.atomically((tx) => [
    oneAtATime(tx, store.tables, given.workspaceId),
    tx
      .update(members)
      .set({ role: given.role })
      .where(
        and(
          eq(members.workspaceId, given.workspaceId),
          eq(members.id, given.memberId),
          given.role === "owner" ? undefined : notTheLastOwner(store, given.workspaceId),
        ),
      )
      .returning({ id: members.id }),
  ]);
  return changed?.length === 1;
}

/** Removes a member with their sessions; false when there is no such member or it is the last owner. */
export async function deleteMember(
  store: Store,
  given: { workspaceId: string; memberId: string },
): Promise<boolean> {
  const { members } = store.tables;
  const [, removed] = await store.atomically((tx) => [
    oneAtATime(tx, store.tables, given.workspaceId),
    tx
      .delete(members)
      .where(
        and(
          eq(members.workspaceId, given.workspaceId),
          eq(members.id, given.memberId),
          notTheLastOwner(store, given.workspaceId),
        ),
      )
      .returning({ id: members.id }),
  ]);
  return removed?.length === 1;
}

export async function insertSession(
  { db, tables }: Store,
  given: {
    workspaceId: string;
    memberId: string;
    tokenHash: string;
    device: string;
    now: number;
    expiresAt: number;
  },
): Promise<void> {
  const { now, ...rest } = given;
  await db.insert(tables.sessions).values({ id: newId(now), ...rest, createdAt: now, seenAt: now });
}

export async function listSessions(
  { db, tables }: Store,
  given: { workspaceId: string; memberId: string; now: number },
) {
  const { sessions } = tables;
  return db
    .select({
      id: sessions.id,
      device: sessions.device,
      createdAt: sessions.createdAt,
      seenAt: sessions.seenAt,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.workspaceId, given.workspaceId),
        eq(sessions.memberId, given.memberId),
        gt(sessions.expiresAt, given.now),
      ),
    )
    .orderBy(desc(sessions.seenAt));
}

export async function updateSessionSeen(
  { db, tables }: Store,
  given: { workspaceId: string; sessionId: string; now: number },
): Promise<void> {
  const { sessions } = tables;
  await db
    .update(sessions)
    .set({ seenAt: given.now })
    .where(and(eq(sessions.workspaceId, given.workspaceId), eq(sessions.id, given.sessionId)));
}

type Sessions = { workspaceId: string; memberId: string };

const deleteSessions = ({ db, tables }: Store, { workspaceId, memberId }: Sessions, which: SQL) =>
  db
    .delete(tables.sessions)
    .where(and(eq(tables.sessions.workspaceId, workspaceId), eq(tables.sessions.memberId, memberId), which));

export async function deleteSession(store: Store, given: Sessions & { sessionId: string }): Promise<void> {
  await deleteSessions(store, given, eq(store.tables.sessions.id, given.sessionId));
}

/** Ends every session of a member but one. */
export async function deleteOtherSessions(
  store: Store,
  given: Sessions & { keepSessionId: string },
): Promise<void> {
  await deleteSessions(store, given, ne(store.tables.sessions.id, given.keepSessionId));
}

export async function insertMemberInvite(
  { db, tables }: Store,
  given: {
    workspaceId: string;
    role: MemberRole;
    tokenHash: string;
    invitedBy: string;
    now: number;
    expiresAt: number;
  },
): Promise<string> {
  const { now, ...rest } = given;
  const id = newId(now);
  await db.insert(tables.memberInvites).values({ id, ...rest, createdAt: now });
  return id;
}

/** Invitations still waiting. */
export async function listMemberInvites(
  { db, tables }: Store,
  { workspaceId, now }: { workspaceId: string; now: number },
) {
  const { memberInvites } = tables;
  return db
    .select({
      id: memberInvites.id,
      role: memberInvites.role,
      createdAt: memberInvites.createdAt,
      expiresAt: memberInvites.expiresAt,
    })
    .from(memberInvites)
    .where(
      and(
        eq(memberInvites.workspaceId, workspaceId),
        isNull(memberInvites.usedAt),
        gt(memberInvites.expiresAt, now),
      ),
    )
    .orderBy(desc(memberInvites.createdAt));
}

export async function deleteMemberInvite(
  { db, tables }: Store,
  given: { workspaceId: string; inviteId: string },
): Promise<void> {
  const { memberInvites } = tables;
  await db
    .delete(memberInvites)
    .where(and(eq(memberInvites.workspaceId, given.workspaceId), eq(memberInvites.id, given.inviteId)));
}

/** Uses an invitation up and makes the member; null when somebody was quicker or the address is taken. */
export async function acceptMemberInvite(
  { db, tables }: Store,
  given: { workspaceId: string; inviteId: string; role: MemberRole; member: NewMember; now: number },
): Promise<string | null> {
  const { memberInvites, members } = tables;
  const memberId = newId(given.now);
  const invite = and(eq(memberInvites.workspaceId, given.workspaceId), eq(memberInvites.id, given.inviteId));
  // Claimed before the member is made: a crash in between leaves a used link, never an open one.
  const claimed = await db
    .update(memberInvites)
    .set({ usedAt: given.now })
    .where(and(invite, isNull(memberInvites.usedAt)))
    .returning({ id: memberInvites.id });
  if (claimed.length === 0) return null;
  const inserted = await db
    .insert(members)
    .values({
      id: memberId,
      workspaceId: given.workspaceId,
      role: given.role,
      createdAt: given.now,
      ...given.member,
    })
    .onConflictDoNothing()
    .returning({ id: members.id });
  if (inserted.length > 0) return memberId;
  await db.update(memberInvites).set({ usedAt: null }).where(invite);
  return null;
}
