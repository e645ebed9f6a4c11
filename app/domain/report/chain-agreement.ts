/** Agreement along the chain over all companies, or those of a segment: one row an anchor item. */
import { mean } from "d3-array";
import { bootstrapAlphas, type RatedUnit } from "../chain/alpha-bootstrap";
import { krippendorffAlpha } from "../chain/krippendorff-alpha";
import { type ChainRole, chainRoles } from "../chain/role";
import { withinGroupAgreement } from "../chain/within-company-agreement";
import { type Outcome, value } from "../outcome";
import type { Answer } from "../questionnaire/compiled";
import type { Interval } from "../stats/interval";
import { type AnchorMeasure, type AnchorRow, anchorProfile } from "./anchor-profile";
import { type Evidence, isRecord, read } from "./evidence";
import { type Account, accountsOf } from "./insights/accounts";
import { ratedItems } from "./insights/ratings";

export type AgreementRow = AnchorRow & {
  /** Ordinal α with roles as raters and companies as units; role means rounded to the scale. */
  alpha: Outcome<{ alpha: number; units: number; interval: Interval | null }>;
  /** Mean of the companies' r_wg, over those with at least two answers. */
  withinCompany: { mean: number; companies: number } | null;
  /** Each role's mean with every company counted once. */
  companyWeighted: Partial<Record<ChainRole, { mean: number; companies: number }>>;
};

/** Rows in the order of the items. `seed` draws the interval of α; fewer than five companies have none. */
export function chainAgreement(
  evidence: readonly Evidence[],
  measure: AnchorMeasure,
  seed: number,
): AgreementRow[] {
  const accounts = accountsOf(evidence);
  const rated = ratedItems(accounts).filter((one) => one.measure === measure);
  const given = givenOf(accounts, measure);
  const rows = anchorProfile(evidence, measure).map((row) => {
    const item = rated.find(({ attribute }) => attribute === row.attribute);
    const roles = chainRoles.filter((role) => item?.ratings.has(role));
    const units = accounts.map((_, place) => roles.map((role) => rounded(item?.ratings.get(role)?.[place])));
    return { row, item, roles, units };
  });
  const intervals = bootstrapAlphas(
    rows.map(({ units }) => units),
    { seed },
  );
  return rows.map(({ row, item, roles, units }, at) => {
    const companyWeighted = Object.fromEntries(
      roles.flatMap((role) => {
        const means = (item?.ratings.get(role) ?? []).filter((one) => one !== null);
        return means.length > 0 ? [[role, { mean: mean(means)!, companies: means.length }]] : [];
      }),
    );
    const spreads = given.flatMap((answers) => {
      const own = answers.flatMap((answer) => {
        const cell = answer[row.attribute];
        return typeof cell === "number" ? [cell] : [];
      });
      const within = withinGroupAgreement(own, anchorScale);
      return within.ok ? [within.value] : [];
    });
    return {
      ...row,
      alpha: alphaOf(units, roles.length, intervals[at]),
      withinCompany: spreads.length > 0 ? { mean: mean(spreads)!, companies: spreads.length } : null,
      companyWeighted,
    };
  });
}

/** What everybody of each company answered. */
const givenOf = (accounts: readonly Account[], measure: AnchorMeasure): Record<string, Answer>[][] =>
  accounts.map(({ people }) =>
    [...people.values()].flat().flatMap((one) => {
      const answer = read(one, measure);
      return isRecord(answer) ? [answer] : [];
    }),
  );

const anchorScale = 5;
const rounded = (rating: number | null | undefined) =>
  rating === null || rating === undefined ? null : Math.round(rating);

function alphaOf(
  units: readonly RatedUnit[],
  raters: number,
  interval: Outcome<Interval> | undefined,
): AgreementRow["alpha"] {
  const alpha = krippendorffAlpha(
    Array.from({ length: raters }, (_, rater) => units.map((unit) => unit[rater] ?? null)),
    "ordinal",
  );
  if (!alpha.ok) return alpha;
  return value({
    alpha: alpha.value.alpha,
    units: alpha.value.units,
    interval: interval?.ok ? interval.value : null,
  });
}
