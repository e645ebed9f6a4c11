/** What an assumption of the market model can be tied to: in the survey, or in the years of the market. */
import { problems } from "../questionnaire/answer-options";
import type { PlanPart, SegmentPart } from "./market-model";

export type ProblemKey = (typeof problems)[number]["value"];
/** A share of companies, purchase intent, a price, or the growth of our own market over the years. */
export type TieKey =
  | "spend"
  | `problem:${ProblemKey}`
  | "intent-cheap"
  | "intent-expensive"
  | "price-opp"
  | "price-idp"
  | "price-nms"
  | "trend";

/** Who may be heard on price and intent: those who decide, buy and pay. */
export const tieRoles = ["decider", "procurement", "finance"] as const;
export type TieRole = (typeof tieRoles)[number];
/** How much each role's answers weigh; what they add up to does not matter. */
export type TieWeights = Record<TieRole, number>;
export const decidersAlone: TieWeights = { decider: 1, procurement: 0, finance: 0 };

/**
 * `times`: how many of the unit that was priced a company buys in a year; 1 for shares. `weights`: whose answers count on price
 * and intent; the deciders' alone where nobody has said.
 */
export type Tie = { to: TieKey; times: number; weights?: TieWeights };

const fits: readonly TieKey[] = ["spend", ...problems.map(({ value }): TieKey => `problem:${value}`)];
const intents: readonly TieKey[] = ["intent-expensive", "intent-cheap"];
const prices: readonly TieKey[] = ["price-opp", "price-idp", "price-nms"];

const tiesByPart: Partial<Record<SegmentPart | PlanPart, readonly TieKey[]>> = {
  fit: fits,
  win: intents,
  arpa: prices,
  growth: ["trend"],
  winRate: intents,
  contract: prices,
};

/** What a part can be tied to; nothing for parts that no respondent can know and no years tell. */
export const tiesOf = (part: SegmentPart | PlanPart): readonly TieKey[] => tiesByPart[part] ?? [];

export const isPriceTie = (key: string): boolean => key.startsWith("price-");
/** Whether roles can be weighed in it: price and intent are asked of several. */
export const isWeighedTie = (key: string): boolean => isPriceTie(key) || key.startsWith("intent-");
export const problemOfTie = (key: TieKey): ProblemKey | null =>
  key.startsWith("problem:") ? (key.slice("problem:".length) as ProblemKey) : null;
