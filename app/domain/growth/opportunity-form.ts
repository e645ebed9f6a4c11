/** An opportunity as it is typed, and what it means. */
import { type ChainRole, chainRoles } from "../chain/role";
import {
  type AnchorAttribute,
  anchorAttributes,
  problems as anchorProblems,
} from "../questionnaire/answer-options";
import {
  type OpportunityMarket,
  type OpportunityOrigin,
  type OpportunityStatus,
  opportunityMarkets,
  opportunityOrigins,
  opportunityStatuses,
} from "./words";

export type Opportunity = {
  need: string;
  role: ChainRole;
  origin: OpportunityOrigin;
  attribute: AnchorAttribute | null;
  problem: string | null;
  words: string;
  /** The coded theme it speaks of. */
  themeId: string | null;
  featureId: string | null;
  market: OpportunityMarket;
  opens: string;
  status: OpportunityStatus;
  waveNumber: number | null;
};
export const opportunityFields = [
  ...(["need", "role", "origin", "attribute", "problem", "words", "themeId"] as const),
  ...(["featureId", "market", "opens", "status", "waveNumber"] as const),
] as const;
export type OpportunityField = (typeof opportunityFields)[number];
export type TypedOpportunity = Record<OpportunityField, string>;
export type OpportunityProblem = "missing" | "too-long" | "not-offered" | "needs-wave" | "not-a-wave";
export type OpportunityProblems = Partial<Record<OpportunityField, OpportunityProblem>>;

export const blankOpportunity: TypedOpportunity = {
  ...{
    need: "",
    role: "user",
    origin: "typed",
    attribute: "",
    problem: "",
    words: "",
    themeId: "",
    featureId: "",
  },
  ...{ market: "complete", opens: "", status: "open", waveNumber: "" },
};

const longest: Partial<Record<OpportunityField, number>> = { need: 200, words: 200, opens: 300 };
const mostWaves = 99;

/**
 * Reads the form; `featureIds` and `themeIds` are those of the study. One that is to be confirmed, or is, names the wave. The search
 * words and all that scores it may stay empty: then it is not ranked.
 */
export function readOpportunity(
  typed: TypedOpportunity,
  { featureIds, themeIds }: { featureIds: readonly string[]; themeIds: readonly string[] },
): { ok: true; opportunity: Opportunity } | { ok: false; problems: OpportunityProblems } {
  const problems: OpportunityProblems = {};
  const text = (field: OpportunityField) => {
    const given = typed[field].trim();
    if (given.length > (longest[field] ?? Number.POSITIVE_INFINITY)) problems[field] = "too-long";
    return given;
  };
  const oneOf = <T extends string>(field: OpportunityField, offered: readonly T[]): T | null => {
    const given = typed[field].trim();
    const found = offered.find((one) => one === given) ?? null;
    if (given !== "" && found === null) problems[field] = "not-offered";
    return found;
  };
  const need = text("need");
  if (need === "") problems.need = "missing";
  const role = oneOf("role", chainRoles);
  if (!role) problems.role ??= "missing";
  const market = oneOf("market", opportunityMarkets);
  if (!market) problems.market ??= "missing";
  const status = oneOf("status", opportunityStatuses) ?? "open";
  const wave = typed.waveNumber.trim();
  const waveNumber = wave === "" ? null : Number(wave.normalize("NFKC"));
  if (waveNumber !== null && !(Number.isInteger(waveNumber) && waveNumber >= 1 && waveNumber <= mostWaves))
    problems.waveNumber = "not-a-wave";
  if (waveNumber === null && (status === "to-confirm" || status === "confirmed"))
    problems.waveNumber = "needs-wave";
  const read = {
    ...{ words: text("words"), opens: text("opens") },
    origin: oneOf("origin", opportunityOrigins) ?? "typed",
    attribute: oneOf(
      "attribute",
      anchorAttributes.map(({ value }) => value),
    ),
    problem: oneOf(
      "problem",
      anchorProblems.map(({ value }) => value),
    ),
    featureId: oneOf("featureId", featureIds),
    themeId: oneOf("themeId", themeIds),
  };
  if (Object.keys(problems).length > 0 || !role || !market) return { ok: false, problems };
  return { ok: true, opportunity: { need, role, market, status, waveNumber, ...read } };
}

export const typedOpportunity = (one: Opportunity): TypedOpportunity =>
  Object.fromEntries(opportunityFields.map((field) => [field, String(one[field] ?? "")])) as TypedOpportunity;
