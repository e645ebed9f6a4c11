import { expect, test } from "vitest";
import {
  deleteSignInAttempts,
  findEndedMemberInvite,
  findMemberByEmail,
  findMemberInvite,
  findSession,
  hasMembers,
  insertFirstWorkspace,
  insertSignInAttempt,
  insertWorkspace,
  listLargeStudies,
  listSignInAttempts,
  requireShowcase,
} from "~/data/entrance";
import {
  acceptMemberInvite,
  deleteMemberInvite,
  insertMemberInvite,
  insertSession,
  listMembers,
} from "~/data/members";
import { updateStudyArchived } from "~/data/studies";
import { seedSample } from "~db/seed/sample";
import { onBothEngines } from "../support/stores";

const now = 1_800_000_000_000;
const day = 86_400_000;
const person = (email: string) => ({ email, name: email, passwordHash: "x", language: "en" as const });

onBothEngines("the way in", (store) => {
  test("of two first visits at once, one makes the workspace and its owner", async () => {
    await requireShowcase(store(), { now });
    expect(await hasMembers(store())).toBe(false);
    const made = await Promise.all(
      ["one@example.com", "two@example.com"].map((email) =>
        insertFirstWorkspace(store(), { name: "Team", owner: person(email), now }),
      ),
    );
    const first = made.filter((workspace) => workspace !== null);
    expect(first).toHaveLength(1);
    expect(await listMembers(store(), { workspaceId: first[0]!.workspaceId })).toMatchObject([
      { id: first[0]!.memberId, role: "owner" },
    ]);
    expect(await hasMembers(store())).toBe(true);
  });

  test("the showcase is made once, and nobody belongs to it", async () => {
    const ids = await Promise.all([1, 2, 3].map(() => requireShowcase(store(), { now })));
    expect(new Set(ids).size).toBe(1);
    expect(await listMembers(store(), { workspaceId: ids[0]! })).toEqual([]);
  });

  test("the studies with so many complete responses are found, without those put away", async () => {
    const workspaceId = await requireShowcase(store(), { now });
    const studyId = await seedSample(store(), { workspaceId, now });
    expect(await listLargeStudies(store(), { least: 10 })).toEqual([{ workspaceId, studyId }]);
    expect(await listLargeStudies(store(), { least: 100_000 })).toEqual([]);
    await updateStudyArchived(store(), { workspaceId, studyId, archivedAt: now });
    expect(await listLargeStudies(store(), { least: 10 })).toEqual([]);
  });

  test("a session is found until it runs out, with its member and workspace", async () => {
    const { workspaceId, memberId } = await insertWorkspace(store(), {
      name: "Sessions",
      owner: person("session@example.com"),
      now,
    });
    await insertSession(store(), {
      ...{ workspaceId, memberId, tokenHash: "token", device: "Firefox · Linux" },
      now,
      expiresAt: now + day,
    });
    expect(await findSession(store(), { tokenHash: "token", now: now + day - 1 })).toMatchObject({
      workspaceId,
      workspaceName: "Sessions",
      member: { id: memberId, email: "session@example.com", role: "owner" },
    });
    expect(await findSession(store(), { tokenHash: "token", now: now + day })).toBeNull();
    expect(await findSession(store(), { tokenHash: "other", now })).toBeNull();
  });

  test("an invitation works once, until it is used, withdrawn or run out", async () => {
    const { workspaceId, memberId } = await insertWorkspace(store(), {
      name: "Invites",
      owner: person("inviter@example.com"),
      now,
    });
    const invite = (tokenHash: string) =>
      insertMemberInvite(store(), {
        ...{ workspaceId, role: "editor", tokenHash, invitedBy: memberId },
        now,
        expiresAt: now + 7 * day,
      });
    const inviteId = await invite("a");
    expect(await findMemberInvite(store(), { tokenHash: "a", now })).toMatchObject({
      id: inviteId,
      role: "editor",
      workspaceName: "Invites",
    });
    expect(await findEndedMemberInvite(store(), { tokenHash: "a", now })).toBeNull();
    expect(await findMemberInvite(store(), { tokenHash: "a", now: now + 7 * day })).toBeNull();
    expect(await findEndedMemberInvite(store(), { tokenHash: "a", now: now + 7 * day })).toBe("expired");

    const joined = await Promise.all(
      ["x@example.com", "y@example.com"].map((email) =>
        acceptMemberInvite(store(), { workspaceId, inviteId, role: "editor", member: person(email), now }),
      ),
    );
    expect(joined.filter((id) => id !== null)).toHaveLength(1);
    expect(await listMembers(store(), { workspaceId })).toHaveLength(2);
    expect(await findMemberInvite(store(), { tokenHash: "a", now })).toBeNull();
    expect(await findEndedMemberInvite(store(), { tokenHash: "a", now })).toBe("used");

    await deleteMemberInvite(store(), { workspaceId, inviteId: await invite("b") });
    expect(await findMemberInvite(store(), { tokenHash: "b", now })).toBeNull();
    expect(await findEndedMemberInvite(store(), { tokenHash: "b", now })).toBeNull();
  });

  test("an address that is taken leaves the invitation open", async () => {
    const { workspaceId, memberId } = await insertWorkspace(store(), {
      name: "Taken",
      owner: person("taken@example.com"),
      now,
    });
    const inviteId = await insertMemberInvite(store(), {
      ...{ workspaceId, role: "viewer", tokenHash: "c", invitedBy: memberId },
      now,
      expiresAt: now + day,
    });
    const member = person("taken@example.com");
    expect(
      await acceptMemberInvite(store(), { workspaceId, inviteId, role: "viewer", member, now }),
    ).toBeNull();
    expect(await findMemberInvite(store(), { tokenHash: "c", now })).not.toBeNull();
    expect((await findMemberByEmail(store(), { email: "taken@example.com" }))?.role).toBe("owner");
  });

  test("failed sign-ins are counted by subject within the window, and forgotten after it", async () => {
    const subjects = ["address", "client"];
    await insertSignInAttempt(store(), { subjects, now, forgetBefore: 0 });
    const ids = await insertSignInAttempt(store(), { subjects, now: now + 10, forgetBefore: 0 });
    const times = async (subject: string, since: number) =>
      (await listSignInAttempts(store(), { subject, since })).map(({ at }) => at).sort();
    expect(await times("address", now - 1)).toEqual([now, now + 10]);
    expect(await times("address", now)).toEqual([now + 10]);
    expect(await times("other", 0)).toEqual([]);

    await deleteSignInAttempts(store(), { ids, subject: "address" });
    expect(await times("address", 0)).toEqual([]);
    expect(await times("client", 0)).toEqual([now]);

    await insertSignInAttempt(store(), { subjects: ["client"], now: now + 20, forgetBefore: now + 1 });
    expect(await times("client", 0)).toEqual([now + 20]);
  });
});
