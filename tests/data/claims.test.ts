import { expect, test } from "vitest";
import { findClaim, insertClaim, listClaims, updateClaim, updateClaimArchived } from "~/data/claims";
import type { Claim } from "~/domain/competitors/claim-form";
import { fieldStudy } from "../support/fielded";
import { onBothEngines } from "../support/stores";

const claim: Claim = {
  ...{ vendor: "lanting", words: "三天上线", channel: "website", role: "decider", need: "smooth-use" },
  ...{ featureId: null, link: "https://lanting.example/", seenOn: "2026-03-31", note: "" },
};

onBothEngines("claims", (store) => {
  const study = async () => {
    const { workspaceId, studyId } = await fieldStudy(store(), { questionnaires: {} });
    return { workspaceId, studyId };
  };

  test("come back as saved, the oldest first, and belong to one workspace", async () => {
    const [where, other] = [await study(), await study()];
    const first = await insertClaim(store(), { ...where, claim, savedBy: "Min", now: 1 });
    await insertClaim(store(), { ...where, claim: { ...claim, role: null }, savedBy: "Min", now: 2 });
    const claims = await listClaims(store(), where);
    expect(claims.map(({ role }) => role)).toEqual(["decider", null]);
    expect(claims[0]).toMatchObject({ ...claim, id: first, revision: 1, savedBy: "Min", savedAt: 1 });
    expect(await listClaims(store(), { ...where, workspaceId: other.workspaceId })).toEqual([]);
    expect(await findClaim(store(), { ...other, claimId: first })).toBeNull();
  });

  test("are saved on the revision that was read, and archived and back", async () => {
    const [where, other] = [await study(), await study()];
    const claimId = await insertClaim(store(), { ...where, claim, savedBy: "Min", now: 1 });
    const change = { claimId, claim: { ...claim, words: "一天上线" }, savedBy: "Li", now: 5, revision: 1 };
    expect(await updateClaim(store(), { ...other, ...change })).toBe(false);
    expect(await updateClaim(store(), { ...where, ...change })).toBe(true);
    expect(await updateClaim(store(), { ...where, ...change })).toBe(false);
    await updateClaimArchived(store(), { ...other, claimId, archivedAt: 9 });
    expect((await findClaim(store(), { ...where, claimId }))?.archivedAt).toBeNull();
    await updateClaimArchived(store(), { ...where, claimId, archivedAt: 9 });
    expect(await findClaim(store(), { ...where, claimId })).toMatchObject({
      ...{ words: "一天上线", revision: 2, savedBy: "Li", archivedAt: 9 },
    });
  });
});
