import { expect, test } from "vitest";
import { insertRoleSet, listRoleSets, updateRoleSetDeleted } from "~/data/role-sets";
import { signedIn } from "../support/signed-in";
import { onBothEngines } from "../support/stores";

const set = {
  ...{ name: "季度", businessType: "saas" as const },
  questionnaires: [{ role: "user" as const, kept: { title: "T", pages: [{ bankPage: "company" }] } }],
};

onBothEngines("role sets", (store) => {
  test("are kept as given, deleted and put back, each workspace its own", async () => {
    const [{ workspaceId }, other] = [await signedIn(store()), await signedIn(store())];
    const setId = await insertRoleSet(store(), { workspaceId, set, savedBy: "m", now: 1 });
    const [listed] = await listRoleSets(store(), { workspaceId });
    expect(listed).toMatchObject({ ...set, id: setId, savedBy: "m", createdAt: 1 });
    expect(JSON.stringify(listed?.questionnaires)).toBe(JSON.stringify(set.questionnaires));
    expect(await listRoleSets(store(), other)).toEqual([]);
    const theirs = { workspaceId: other.workspaceId, setId };
    expect(await updateRoleSetDeleted(store(), { ...theirs, deletedAt: 5 })).toBeNull();
    expect(await listRoleSets(store(), { workspaceId })).toHaveLength(1);
    expect(await updateRoleSetDeleted(store(), { workspaceId, setId, deletedAt: 5 })).toBe("季度");
    expect(await listRoleSets(store(), { workspaceId })).toEqual([]);
    await updateRoleSetDeleted(store(), { workspaceId, setId, deletedAt: null });
    expect(await listRoleSets(store(), { workspaceId })).toHaveLength(1);
  });
});
