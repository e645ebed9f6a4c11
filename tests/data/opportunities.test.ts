import { expect, test } from "vitest";
import {
  insertOpportunity,
  listOpportunities,
  updateOpportunity,
  updateOpportunityRemoved,
} from "~/data/opportunities";
import type { Opportunity } from "~/domain/growth/opportunity-form";
import { newId } from "~db/new-id";
import { insertEmptyStudy } from "../support/empty-study";
import { onBothEngines } from "../support/stores";

const opportunity: Opportunity = {
  ...{ need: "少看几份简历", role: "user", origin: "typed", attribute: "smooth-use", problem: null },
  ...{
    words: "",
    themeId: null,
    featureId: null,
    market: "complete",
    opens: "",
    status: "open",
    waveNumber: null,
  },
};

onBothEngines("opportunities", (store) => {
  test("are written, saved once for each revision, removed and brought back", async () => {
    const workspaceId = newId();
    const where = { workspaceId, studyId: await insertEmptyStudy(store(), workspaceId) };
    const written = { opportunity, updatedBy: "Min", now: 5 };
    const opportunityId = await insertOpportunity(store(), { ...where, ...written });
    const change = { ...where, ...written, opportunityId, revision: 1 };
    const confirmed = { ...opportunity, status: "confirmed" as const, waveNumber: 2 };
    expect(await updateOpportunity(store(), { ...change, opportunity: confirmed })).toBe(true);
    expect(await updateOpportunity(store(), change)).toBe(false);
    expect(await listOpportunities(store(), where)).toMatchObject([{ ...confirmed, revision: 2 }]);

    const removal = { ...where, opportunityId, removedAt: 9 };
    const stranger = { workspaceId: newId() };
    expect(await updateOpportunityRemoved(store(), { ...removal, ...stranger })).toBeNull();
    expect(await updateOpportunity(store(), { ...change, ...stranger, revision: 2 })).toBe(false);
    expect(await listOpportunities(store(), { ...where, ...stranger })).toEqual([]);
    expect(await updateOpportunityRemoved(store(), removal)).toBe(opportunity.need);
    expect(await listOpportunities(store(), where)).toEqual([]);
    expect(await updateOpportunity(store(), { ...change, revision: 2 })).toBe(false);
    await updateOpportunityRemoved(store(), { ...removal, removedAt: null });
    expect(await listOpportunities(store(), where)).toHaveLength(1);
  });
});
