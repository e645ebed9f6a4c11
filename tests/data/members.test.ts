import { expect, test } from "vitest";
import { findMemberByEmail, findSession, insertWorkspace } from "~/data/entrance";
import {
  acceptMemberInvite,
  deleteMember,
  deleteMemberInvite,
  deleteOtherSessions,
  deleteSession,
  findPasswordHash,
  insertMemberInvite,
  insertSession,
  listMemberInvites,
  listMembers,
  listSessions,
  updateMember,
  updateMemberRole,
  updatePassword,
  updateSessionSeen,
} from "~/data/members";
import { updateWorkspaceName } from "~/data/workspaces";
import type { MemberRole } from "~/domain/permission";
import type { Store } from "~db/client";
import { onBothEngines } from "../support/stores";

const now = 1_800_000_000_000;
const later = now + 86_400_000;
let made = 0;
const person = () => ({
  email: `p${++made}@example.com`,
  name: `P${made}`,
  passwordHash: "old",
  language: "en" as const,
});

const makeWorkspace = (store: Store, name = "Team") =>
  insertWorkspace(store, { name, owner: person(), now: now + made });

async function addMember(store: Store, workspaceId: string, role: MemberRole) {
  const inviteId = await insertMemberInvite(store, {
    ...{ workspaceId, role, tokenHash: `invite ${++made}`, invitedBy: "owner" },
    now,
    expiresAt: later,
  });
  const id = await acceptMemberInvite(store, { workspaceId, inviteId, role, member: person(), now });
  return id!;
}

async function addSession(store: Store, owner: { workspaceId: string; memberId: string }, seen = now) {
  const tokenHash = `session ${++made}`;
  await insertSession(store, { ...owner, tokenHash, device: "Chrome · Linux", now: seen, expiresAt: later });
  return (await findSession(store, { tokenHash, now }))!.sessionId;
}

onBothEngines("members", (store) => {
  const rolesOf = async (workspaceId: string) =>
    (await listMembers(store(), { workspaceId })).map(({ role }) => role).sort();
  const sessionsOf = async (owner: { workspaceId: string; memberId: string }) =>
    (await listSessions(store(), { ...owner, now })).map(({ id }) => id);

  test("a workspace keeps its last owner", async () => {
    const { workspaceId, memberId } = await makeWorkspace(store());
    expect(await updateMemberRole(store(), { workspaceId, memberId, role: "editor" })).toBe(false);
    expect(await deleteMember(store(), { workspaceId, memberId })).toBe(false);
    expect(await rolesOf(workspaceId)).toEqual(["owner"]);

    const editor = await addMember(store(), workspaceId, "editor");
    expect(await deleteMember(store(), { workspaceId, memberId })).toBe(false);
    expect(await updateMemberRole(store(), { workspaceId, memberId: editor, role: "owner" })).toBe(true);
    expect(await updateMemberRole(store(), { workspaceId, memberId, role: "viewer" })).toBe(true);
    expect(await rolesOf(workspaceId)).toEqual(["owner", "viewer"]);
  });

  test("two owners who demote or remove each other at once leave one of them", async () => {
    for (let round = 0; round < 5; round++) {
      const { workspaceId, memberId } = await makeWorkspace(store());
      const other = await addMember(store(), workspaceId, "owner");
      const done = await Promise.all([
        updateMemberRole(store(), { workspaceId, memberId, role: "viewer" }),
        deleteMember(store(), { workspaceId, memberId: other }),
      ]);
      expect(done.filter(Boolean)).toHaveLength(1);
      expect((await rolesOf(workspaceId)).filter((role) => role === "owner")).toHaveLength(1);
    }
  });

  test("who is removed is signed out everywhere and may come back with the same address", async () => {
    const { workspaceId } = await makeWorkspace(store());
    const memberId = await addMember(store(), workspaceId, "editor");
    await addSession(store(), { workspaceId, memberId });
    const { email } = (await listMembers(store(), { workspaceId })).find(({ id }) => id === memberId)!;
    expect(await deleteMember(store(), { workspaceId, memberId })).toBe(true);
    expect(await sessionsOf({ workspaceId, memberId })).toEqual([]);
    expect(await findMemberByEmail(store(), { email })).toBeNull();
    expect(await deleteMember(store(), { workspaceId, memberId })).toBe(false);
  });

  test("sessions are listed newest seen first, and end one by one or all but one", async () => {
    const owner = await makeWorkspace(store());
    const [a, b, c] = [
      await addSession(store(), owner, now),
      await addSession(store(), owner, now + 1),
      await addSession(store(), owner, now + 2),
    ];
    expect(await sessionsOf(owner)).toEqual([c, b, a]);
    await updateSessionSeen(store(), { workspaceId: owner.workspaceId, sessionId: a, now: now + 9 });
    expect(await sessionsOf(owner)).toEqual([a, c, b]);
    await deleteSession(store(), { ...owner, sessionId: c });
    expect(await sessionsOf(owner)).toEqual([a, b]);
    await deleteOtherSessions(store(), { ...owner, keepSessionId: b });
    expect(await sessionsOf(owner)).toEqual([b]);
    expect(await listSessions(store(), { ...owner, now: later })).toEqual([]);
  });

  test("a new password ends every other session", async () => {
    const owner = await makeWorkspace(store());
    const kept = await addSession(store(), owner);
    await addSession(store(), owner);
    await updatePassword(store(), { ...owner, passwordHash: "new", keepSessionId: kept });
    expect(await findPasswordHash(store(), owner)).toBe("new");
    expect(await sessionsOf(owner)).toEqual([kept]);
  });

  test("invitations are listed while they wait", async () => {
    const { workspaceId, memberId } = await makeWorkspace(store());
    const invite = { workspaceId, role: "viewer" as const, invitedBy: memberId, now, expiresAt: later };
    const first = await insertMemberInvite(store(), { ...invite, tokenHash: `invite ${++made}` });
    const used = await insertMemberInvite(store(), { ...invite, tokenHash: `invite ${++made}` });
    await acceptMemberInvite(store(), {
      workspaceId,
      inviteId: used,
      role: "viewer",
      member: person(),
      now,
    });
    expect((await listMemberInvites(store(), { workspaceId, now })).map(({ id }) => id)).toEqual([first]);
    expect(await listMemberInvites(store(), { workspaceId, now: later })).toEqual([]);
    await deleteMemberInvite(store(), { workspaceId, inviteId: first });
    expect(await listMemberInvites(store(), { workspaceId, now })).toEqual([]);
  });

  test("nothing of a workspace can be seen or changed from another one", async () => {
    const ours = await makeWorkspace(store(), "Ours");
    const theirs = await makeWorkspace(store(), "Theirs");
    const member = await addMember(store(), theirs.workspaceId, "editor");
    const session = await addSession(store(), theirs);
    const inviteId = await insertMemberInvite(store(), {
      ...{ workspaceId: theirs.workspaceId, role: "owner", tokenHash: `invite ${++made}` },
      ...{ invitedBy: theirs.memberId, now, expiresAt: later },
    });
    const look = async () => ({
      members: await listMembers(store(), theirs),
      sessions: await listSessions(store(), { ...theirs, now }),
      invites: await listMemberInvites(store(), { ...theirs, now }),
      password: await findPasswordHash(store(), theirs),
    });
    const before = await look();

    const { workspaceId } = ours;
    const stranger = { workspaceId, memberId: theirs.memberId };
    expect(await listMembers(store(), { workspaceId })).toHaveLength(1);
    expect(await listSessions(store(), { ...stranger, now })).toEqual([]);
    expect(await listMemberInvites(store(), { workspaceId, now })).toEqual([]);
    expect(await findPasswordHash(store(), stranger)).toBeNull();
    expect(await updateMemberRole(store(), { workspaceId, memberId: member, role: "viewer" })).toBe(false);
    expect(await updateMemberRole(store(), { workspaceId, memberId: member, role: "owner" })).toBe(false);
    expect(await deleteMember(store(), { workspaceId, memberId: member })).toBe(false);
    await updateMember(store(), { workspaceId, memberId: member, set: { name: "Mallory" } });
    await updatePassword(store(), { ...stranger, passwordHash: "stolen", keepSessionId: "none" });
    await updateSessionSeen(store(), { workspaceId, sessionId: session, now: now + 5 });
    await deleteSession(store(), { ...stranger, sessionId: session });
    await deleteOtherSessions(store(), { ...stranger, keepSessionId: "none" });
    await deleteMemberInvite(store(), { workspaceId, inviteId });
    await updateWorkspaceName(store(), { workspaceId, name: "Renamed" });
    const claimed = await acceptMemberInvite(store(), {
      ...{ workspaceId, inviteId, role: "owner", member: person(), now },
    });
    expect(claimed).toBeNull();

    expect(await look()).toEqual(before);
    await addSession(store(), ours);
    const tokenHash = `session ${made}`;
    expect((await findSession(store(), { tokenHash, now }))?.workspaceName).toBe("Renamed");
  });
});
