/** What a competitor promises against what those who have tried its product report. */
import type { ChainRole } from "../chain/role";
import type { AnchorAttribute } from "../questionnaire/answer-options";
import type { Evidence } from "../report/evidence";
import type { ByRole, Mean } from "../report/tallies";
import type { Claim } from "./claim-form";
import { featureWeights, type WeighedFeature } from "./feature-weights";
import { meanRating, type RivalRatings, rivalRatings } from "./rival-ratings";

/** Ratings run from 1 to 5: what its users find neither good nor bad. */
const middleRating = 3;

/**
 * `borne-out`: the whole interval of the rating lies above the middle; `contradicted`: below it; `open`: it holds
 * the middle or there are too few ratings for an interval; `unasked`: nobody rated what the claim is about.
 */
export type ClaimVerdict = "borne-out" | "contradicted" | "open" | "unasked";

export type ClaimCheck = {
  reported: Mean | null;
  verdict: ClaimVerdict;
  /** How much it matters to the role addressed, or to every role where none is. */
  importance: ByRole<Mean>;
};

/** Rows that are asked of every product, by the need they speak of: how it feels to use, and what comes with it. */
const standingRows: Partial<Record<AnchorAttribute, readonly string[]>> = {
  "smooth-use": ["ux-learn", "ux-speed"],
  interface: ["ux-clarity"],
  service: ["offer-service"],
  price: ["offer-price"],
};

/** The rows of the feature questions that speak of a need. */
export const rowsOfNeed = (need: AnchorAttribute, features: readonly WeighedFeature[]): string[] => [
  ...features.flatMap((one) => (one.need === need && one.asked !== null ? [one.asked] : [])),
  ...(standingRows[need] ?? []),
];

/** What a rating says of a promise. */
export function claimVerdict(reported: Mean | null): ClaimVerdict {
  if (!reported) return "unasked";
  if (!reported.interval) return "open";
  const [low, high] = reported.interval;
  if (low > middleRating) return "borne-out";
  return high < middleRating ? "contradicted" : "open";
}

type Checked = Pick<Claim, "vendor" | "role" | "need" | "featureId">;

/**
 * Checks claims in their order. A claim about a feature is set against the ratings of that feature, one about a
 * need against those of every feature that serves it; one about neither cannot be checked. `roles` are those present.
 */
export function checkClaims(
  claims: readonly Checked[],
  {
    evidence,
    features,
    roles,
    ratings = rivalRatings(evidence),
  }: {
    evidence: readonly Evidence[];
    features: readonly WeighedFeature[];
    roles: readonly ChainRole[];
    ratings?: RivalRatings;
  },
): ClaimCheck[] {
  // A need is weighed as a feature of nothing but the need.
  const subjects = claims.map(
    ({ featureId, need }, at): WeighedFeature =>
      features.find(({ id }) => id === featureId) ?? { id: `claim ${at}`, need, asked: null },
  );
  const weights = featureWeights(evidence, subjects, roles, { overrides: {} });
  return claims.map(({ vendor, role, featureId, need }, at) => {
    const asked = subjects[at]!.asked;
    const rows = featureId !== null ? (asked ? [asked] : []) : need ? rowsOfNeed(need, features) : [];
    const reported = meanRating(ratings, vendor, rows);
    const importance: ByRole<Mean> = {};
    for (const one of role ? [role] : roles) {
      const surveyed = weights.get(one)?.[at]?.surveyed;
      if (surveyed) importance[one] = surveyed;
    }
    return { reported, verdict: claimVerdict(reported), importance };
  });
}
