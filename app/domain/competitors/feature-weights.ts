/** What each feature weighs for a role: what the role said of the need behind it, or what was set by hand. */
import type { ChainRole } from "../chain/role";
import type { AnchorAttribute } from "../questionnaire/answer-options";
import { anchorProfile } from "../report/anchor-profile";
import { type Evidence, isRecord, numberCompanies, read } from "../report/evidence";
import { type Mean, meanOf } from "../report/tallies";
import type { FeatureMeasure } from "./feature-measure";
import { comparedWeights, type Pairwise, type PairwiseByRole } from "./pairwise";

export type WeighedFeature = {
  id: string;
  need: AnchorAttribute | null;
  asked: string | null;
  category?: string;
  /** How it is measured; a feature without is judged. */
  measure?: FeatureMeasure | null;
};
export type FeatureWeight = {
  featureId: string;
  /** 0–5 by hand or survey, in their proportion where compared in pairs; 0 when nothing says what it matters. */
  weight: number;
  from: "override" | "pairs" | "feature" | "need" | "none";
  /** What the survey says, also where it is overridden. */
  surveyed: Mean | null;
};
/** Weights set by hand, by role and feature. */
export type Overrides = Partial<Record<ChainRole, Record<string, number>>>;
/** What the team says of the weights, in place of the survey. */
export type TeamWeights = { overrides: Overrides; pairs?: PairwiseByRole | null };

/** Mean importance of the features that this role was asked about, by their row. */
function featureRatings(evidence: readonly Evidence[], role: ChainRole): Map<string, Mean> {
  const companyOf = numberCompanies();
  const given = new Map<string, { companies: number[]; values: number[] }>();
  for (const one of evidence) {
    const rows = one.role === role ? read(one, "user.feature-importance") : null;
    if (!isRecord(rows)) continue;
    for (const [asked, rating] of Object.entries(rows)) {
      if (typeof rating !== "number") continue;
      const own = given.get(asked) ?? { companies: [], values: [] };
      given.set(asked, own);
      own.companies.push(companyOf(one));
      own.values.push(rating);
    }
  }
  return new Map(
    [...given].flatMap(([asked, { companies, values }]) => {
      const mean = meanOf(companies, values);
      return mean ? [[asked, mean] as const] : [];
    }),
  );
}

function withTeamWeights(
  surveyed: readonly FeatureWeight[],
  features: readonly WeighedFeature[],
  byHand: Readonly<Record<string, number>> | undefined,
  compared: Pairwise | undefined,
): FeatureWeight[] {
  const rows = surveyed.map(({ weight }, at) => ({ ...features[at]!, weight }));
  const inPairs = compared ? comparedWeights(compared, rows) : [];
  return surveyed.map((one, at) => {
    const set = byHand?.[one.featureId];
    if (set !== undefined) return { ...one, weight: set, from: "override" };
    const shared = inPairs[at] ?? null;
    return shared === null ? one : { ...one, weight: shared, from: "pairs" };
  });
}

/**
 * The weight of every feature for each of `roles`, in the order of `features`: the one set by hand, else what follows
 * from the comparison in pairs, else the mean importance (1–5) the role gave to the very feature where it was asked,
 * else to the anchor attribute it serves, else 0. Features that serve the same need weigh the same each.
 */
export function featureWeights(
  evidence: readonly Evidence[],
  features: readonly WeighedFeature[],
  roles: readonly ChainRole[],
  { overrides, pairs }: TeamWeights,
): Map<ChainRole, FeatureWeight[]> {
  const needs = new Map(
    anchorProfile(evidence, "anchor.importance").map(({ attribute, byRole }) => [attribute, byRole]),
  );
  return new Map(
    roles.map((role) => {
      const asked = featureRatings(evidence, role);
      const weights = features.map((feature): FeatureWeight => {
        const own = feature.asked === null ? undefined : asked.get(feature.asked);
        const need = feature.need === null ? undefined : needs.get(feature.need)?.[role];
        const surveyed = own ?? need ?? null;
        const from = own ? "feature" : need ? "need" : "none";
        return { featureId: feature.id, weight: surveyed?.mean ?? 0, from, surveyed };
      });
      return [role, withTeamWeights(weights, features, overrides[role], pairs?.[role])];
    }),
  );
}
