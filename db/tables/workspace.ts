import type { Language } from "../../app/domain/language";
import type { MemberRole } from "../../app/domain/permission";
import type { Kit } from "../columns";

/** A team and its people. */
export const workspaceTables = (k: Kit) => {
  const workspaces = k.table("workspaces", {
    id: k.id(),
    name: k.text().notNull(),
    /** The workspace that visitors read before signing in; nobody signs in to it. */
    showcase: k.bool().notNull(),
    createdAt: k.time().notNull(),
  });

  const members = k.table(
    "members",
    {
      id: k.id(),
      workspaceId: k
        .text()
        .notNull()
        .references(() => workspaces.id, { onDelete: "cascade" }),
      /** Lower case; one address belongs to one workspace. */
      email: k.text().notNull(),
      name: k.text().notNull(),
      passwordHash: k.text().notNull(),
      role: k.word<MemberRole>().notNull(),
      language: k.word<Language>().notNull(),
      createdAt: k.time().notNull(),
    },
    (t) => [k.unique("members_email").on(t.email), k.index("members_workspace").on(t.workspaceId)],
  );

  const sessions = k.table(
    "sessions",
    {
      id: k.id(),
      workspaceId: k
        .text()
        .notNull()
        .references(() => workspaces.id, { onDelete: "cascade" }),
      memberId: k
        .text()
        .notNull()
        .references(() => members.id, { onDelete: "cascade" }),
      /** The cookie holds the token; only its hash is kept. */
      tokenHash: k.text().notNull(),
      /** Browser and system in words, so that a person recognises the device. */
      device: k.text().notNull(),
      createdAt: k.time().notNull(),
      seenAt: k.time().notNull(),
      expiresAt: k.time().notNull(),
    },
    (t) => [k.unique("sessions_token").on(t.tokenHash), k.index("sessions_member").on(t.memberId)],
  );

  const memberInvites = k.table(
    "member_invites",
    {
      id: k.id(),
      workspaceId: k
        .text()
        .notNull()
        .references(() => workspaces.id, { onDelete: "cascade" }),
      role: k.word<MemberRole>().notNull(),
      tokenHash: k.text().notNull(),
      invitedBy: k.text().notNull(),
      createdAt: k.time().notNull(),
      expiresAt: k.time().notNull(),
      usedAt: k.time(),
    },
    (t) => [
      k.unique("member_invites_token").on(t.tokenHash),
      k.index("member_invites_workspace").on(t.workspaceId),
    ],
  );

  /** Attempts that failed, to slow down guessing; older ones are removed as new ones come. */
  const signInAttempts = k.table(
    "sign_in_attempts",
    { id: k.id(), subject: k.text().notNull(), at: k.time().notNull() },
    (t) => [k.index("sign_in_attempts_subject").on(t.subject, t.at)],
  );

  return { workspaces, members, sessions, memberInvites, signInAttempts };
};
