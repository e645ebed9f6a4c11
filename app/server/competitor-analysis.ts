/** Everything the analysis of the competition shows, role by role. */
import { findComparisonSettings } from "~/data/competitors";
import { listEvidence } from "~/data/evidence";
import { listCells, listFeatures } from "~/data/features";
import type { Study } from "~/data/studies";
import { chainRoles } from "~/domain/chain/role";
import { compareVendors } from "~/domain/competitors/compare";
import { featureWeights } from "~/domain/competitors/feature-weights";
import { winShares } from "~/domain/competitors/win-loss";
import { rolesOf } from "~/domain/report/evidence";
import type { Store } from "~db/client";
import { listVendors, present } from "./competitors";

/** Any number: the same page shows the same draws each time it is opened. */
const seed = 20_260;

export async function analyseCompetitors(store: Store, study: Study) {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [kept, vendors, cells, evidence, { overrides }] = await Promise.all([
    listFeatures(store, where),
    listVendors(store, study),
    listCells(store, where),
    listEvidence(store, where),
    findComparisonSettings(store, where),
  ]);
  const features = present(kept).map(({ id, name, need, asked }) => ({ id, name, need, asked }));
  const byPlace = new Map(cells.map((cell) => [`${cell.featureId}/${cell.vendor}`, cell]));
  const keys = vendors.map(({ key }) => key);
  const weights = featureWeights(evidence, features, rolesOf(evidence, chainRoles), overrides);
  return {
    features,
    vendors,
    roles: [...weights].map(([role, own]) => ({
      role,
      weights: own,
      wins: Object.fromEntries(winShares(evidence, role, keys) ?? []),
      comparison: compareVendors({
        ...{ features, vendors: keys, seed },
        weights: own.map(({ weight }) => weight),
        cellOf: (featureId, vendor) => byPlace.get(`${featureId}/${vendor}`),
      }),
    })),
  };
}
