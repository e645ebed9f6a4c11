/** The anchor block by role: what matters, how satisfied people are, and where decider and user differ. */
import { type ChainRole, chainRoles } from "../chain/role";
import { fewestPairs, type RoleGap, roleGap } from "../chain/role-gap";
import { noValue, type Outcome } from "../outcome";
import { type AnchorAttribute, anchorAttributes } from "../questionnaire/measures";
import { adjustPValues } from "../stats/adjust-p-values";
import { type ClusterRobustMean, clusterRobustMean } from "../stats/cluster-robust-mean";
import { clusterOf, type Evidence, isRecord, read } from "./evidence";

export type AnchorMeasure = "anchor.importance" | "anchor.satisfaction";
export type AnchorMean = { n: number; companies: number; mean: number; spread: Outcome<ClusterRobustMean> };
export type AnchorRow = {
  attribute: AnchorAttribute;
  byRole: Partial<Record<ChainRole, AnchorMean>>;
  /** First role minus second, paired within companies. */
  gap: Outcome<RoleGap>;
  /** The gap's p after Holm over the eight attributes; null without a gap. */
  adjustedP: number | null;
};

/** Numeric answers to one attribute: whose, and of which company. "N/A" is no answer. */
function ratings(evidence: readonly Evidence[], measure: AnchorMeasure, attribute: string) {
  return evidence.flatMap((one) => {
    const matrix = read(one, measure);
    const cell = isRecord(matrix) ? matrix[attribute] : undefined;
    return typeof cell === "number" ? [{ role: one.role, company: clusterOf(one), rating: cell }] : [];
  });
}

type Rating = ReturnType<typeof ratings>[number];

function meanOf(given: readonly Rating[]): AnchorMean {
  const values = given.map(({ rating }) => rating);
  const companies = given.map(({ company }) => company);
  return {
    n: values.length,
    companies: new Set(companies).size,
    mean: values.reduce((sum, each) => sum + each, 0) / values.length,
    spread:
      new Set(companies).size < fewestPairs
        ? noValue("too-few-companies", { companies: new Set(companies).size })
        : clusterRobustMean(companies, values),
  };
}

/**
 * Means of the eight anchor attributes per role (cluster-robust interval from five companies up) and the
 * paired gap between two roles, by default decider minus user. Attributes stay in their own order.
 */
export function anchorProfile(
  evidence: readonly Evidence[],
  measure: AnchorMeasure,
  [first, second]: readonly [ChainRole, ChainRole] = ["decider", "user"],
): AnchorRow[] {
  const rows = anchorAttributes.map(({ value: attribute }) => {
    const given = ratings(evidence, measure, attribute);
    const ofRole = (role: ChainRole) => given.filter((one) => one.role === role);
    const companies = [...new Set(given.map(({ company }) => company))];
    const own = (role: ChainRole, company: string) =>
      given.flatMap((one) => (one.role === role && one.company === company ? [one.rating] : []));
    return {
      attribute,
      byRole: Object.fromEntries(
        chainRoles.flatMap((role) => (ofRole(role).length > 0 ? [[role, meanOf(ofRole(role))]] : [])),
      ),
      gap: roleGap(
        companies.map((company) => ({ first: own(first, company), second: own(second, company) })),
      ),
    };
  });
  const known = rows.flatMap(({ gap }) => (gap.ok ? [gap.value.p] : []));
  const adjusted = adjustPValues(known, "holm");
  let next = 0;
  return rows.map((row) => ({
    ...row,
    adjustedP: row.gap.ok && adjusted.ok ? adjusted.value[next++]! : null,
  }));
}
