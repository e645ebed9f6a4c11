/** The anchor block by role: what matters, how satisfied people are, and where decider and user differ. */
import { type ChainRole, chainRoles } from "../chain/role";
import { type RoleGap, roleGap } from "../chain/role-gap";
import type { LocalText } from "../language";
import type { Outcome } from "../outcome";
import { fewestAnswers } from "../pmf/pmf-score";
import { type AnchorAttribute, anchorAttributes } from "../questionnaire/answer-options";
import { adjustPValues } from "../stats/adjust-p-values";
import { type Evidence, isRecord, numberCompanies, oncePer, read } from "./evidence";
import { attributesAsked } from "./insights/names";
import { type ByRole, type Mean, meanOf } from "./tallies";

export type AnchorMeasure = "anchor.importance" | "anchor.satisfaction";
export type AnchorRow = {
  attribute: AnchorAttribute;
  /** As it was asked. */
  name: LocalText;
  byRole: ByRole<Mean>;
  /** First role minus second, paired within companies. */
  gap: Outcome<RoleGap>;
  /** The gap's p after Holm over the eight attributes; null without a gap. */
  adjustedP: number | null;
};

/** By role: the number of the company and the value of each answer. */
type Ratings = Map<ChainRole, { companies: number[]; values: number[] }>;

/** Numeric answers to each attribute by role, with their companies. "N/A" is no answer. */
function ratingsByAttribute(evidence: readonly Evidence[], measure: AnchorMeasure): Ratings[] {
  const ratings: Ratings[] = anchorAttributes.map(() => new Map());
  const numberOf = numberCompanies();
  for (const one of evidence) {
    const company = numberOf(one);
    const matrix = read(one, measure);
    if (!isRecord(matrix)) continue;
    anchorAttributes.forEach(({ value: attribute }, index) => {
      const cell = matrix[attribute];
      const given = ratings[index];
      if (typeof cell !== "number" || !given) return;
      const own = given.get(one.role) ?? { companies: [], values: [] };
      given.set(one.role, own);
      own.companies.push(company);
      own.values.push(cell);
    });
  }
  return ratings;
}

/** Each company's ratings of two roles. */
function pairsOf(ratings: Ratings, first: ChainRole, second: ChainRole) {
  const pairs = new Map<number, { first: number[]; second: number[] }>();
  for (const [side, role] of [
    ["first", first],
    ["second", second],
  ] as const) {
    const own = ratings.get(role);
    own?.companies.forEach((company, index) => {
      const pair = pairs.get(company) ?? { first: [], second: [] };
      pairs.set(company, pair);
      pair[side].push(own.values[index]!);
    });
  }
  return [...pairs.values()];
}

/**
 * Means of the eight anchor attributes per role (interval from five answers and five companies up) and the
 * paired gap between two roles, by default decider minus user. Attributes stay in their own order.
 */
export const anchorProfile = (
  evidence: readonly Evidence[],
  measure: AnchorMeasure,
  pair: readonly [ChainRole, ChainRole] = ["decider", "user"],
): AnchorRow[] => profileOnce(evidence, measure, pair);

const profileOnce = oncePer(profileOf, (measure, pair) => [measure, ...pair].join("/"));

function profileOf(
  evidence: readonly Evidence[],
  measure: AnchorMeasure,
  [first, second]: readonly [ChainRole, ChainRole],
): AnchorRow[] {
  const named = attributesAsked(evidence);
  const rows = ratingsByAttribute(evidence, measure).map((ratings, index) => {
    const byRole: ByRole<Mean> = {};
    for (const role of chainRoles) {
      const own = ratings.get(role);
      const mean = own && meanOf(own.companies, own.values);
      if (mean) byRole[role] = mean;
    }
    return {
      attribute: named[index]!.value,
      name: named[index]!.name,
      byRole,
      gap: roleGap(pairsOf(ratings, first, second)),
    };
  });
  const adjusted = adjustPValues(
    rows.flatMap(({ gap }) => (gap.ok ? [gap.value.p] : [])),
    "holm",
  );
  let next = 0;
  return rows.map((row) => ({
    ...row,
    adjustedP: row.gap.ok && adjusted.ok ? adjusted.value[next++]! : null,
  }));
}

/** The attribute a role rates highest, or lowest, of those that at least five people rated; null where none is. */
export function foremostOf(
  rows: readonly AnchorRow[],
  role: ChainRole,
  end: "highest" | "lowest",
): LocalText | null {
  const sign = end === "highest" ? 1 : -1;
  const [first] = rows
    .flatMap(({ name, byRole: { [role]: own } }) =>
      own && own.n >= fewestAnswers ? [{ name, mean: own.mean }] : [],
    )
    .sort((a, b) => sign * (b.mean - a.mean));
  return first?.name ?? null;
}

/** Gaps that chance does not explain at 5 % after Holm over the eight attributes, widest first. */
export const certainDifferences = (rows: readonly AnchorRow[]): AnchorRow[] =>
  rows
    .filter(({ gap, adjustedP }) => gap.ok && adjustedP !== null && adjustedP < 0.05)
    .sort((a, b) => Math.abs(b.gap.ok ? b.gap.value.gap : 0) - Math.abs(a.gap.ok ? a.gap.value.gap : 0));
