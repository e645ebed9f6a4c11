/** Who may do what, as plain predicates on a member's role. */

export const memberRoles = ["owner", "editor", "viewer"] as const;
export type MemberRole = (typeof memberRoles)[number];

export type Permissions = {
  /** Read reports; everybody in the workspace may. */
  readReports: boolean;
  /** Read studies: questionnaires, fieldwork, responses with their open answers. */
  readStudies: boolean;
  /** Create and change studies, publish questionnaires, open and close collectors. */
  editStudies: boolean;
  /** Save to the question bank, reword, rename and delete what is in it. */
  editBank: boolean;
  /** Take responses out of the house as a file. */
  exportResponses: boolean;
  /** Invite and remove members, change their roles, rename the workspace. */
  manageMembers: boolean;
};

/** What a role may do. Leadership (viewer) reads reports and nothing else. */
export const permissionsOf = (role: MemberRole): Permissions => ({
  readReports: true,
  readStudies: role !== "viewer",
  editStudies: role !== "viewer",
  editBank: role !== "viewer",
  exportResponses: role !== "viewer",
  manageMembers: role === "owner",
});

export type Permission = keyof Permissions;

/**
 * Whether a member may be removed or given another role: a workspace keeps at least one owner.
 * `owners` is the number of owners before the change.
 */
export const keepsAnOwner = (change: { from: MemberRole; to: MemberRole | null; owners: number }): boolean =>
  change.from !== "owner" || change.to === "owner" || change.owners > 1;
