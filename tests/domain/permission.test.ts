import { expect, test } from "vitest";
import { keepsAnOwner, memberRoles, permissionsOf } from "~/domain/permission";

test("who may do what", () => {
  const table = Object.fromEntries(memberRoles.map((role) => [role, permissionsOf(role)]));
  expect(table).toEqual({
    owner: {
      readReports: true,
      readStudies: true,
      editStudies: true,
      editBank: true,
      exportResponses: true,
      manageMembers: true,
    },
    editor: {
      readReports: true,
      readStudies: true,
      editStudies: true,
      editBank: true,
      exportResponses: true,
      manageMembers: false,
    },
    viewer: {
      readReports: true,
      readStudies: false,
      editStudies: false,
      editBank: false,
      exportResponses: false,
      manageMembers: false,
    },
  });
});

test.each([
  ["owner", null, 1, false],
  ["owner", "editor", 1, false],
  ["owner", "viewer", 1, false],
  ["owner", "owner", 1, true],
  ["owner", null, 2, true],
  ["owner", "viewer", 2, true],
  ["editor", null, 1, true],
  ["viewer", "owner", 1, true],
] as const)("%s → %s with %i owners keeps an owner: %s", (from, to, owners, keeps) => {
  expect(keepsAnOwner({ from, to, owners })).toBe(keeps);
});
