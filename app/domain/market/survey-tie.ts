/** What an assumption of the market model can be tied to in the survey. */
import { problems } from "../questionnaire/measures";
import type { PlanPart, SegmentPart } from "./market-model";

export type ProblemKey = (typeof problems)[number]["value"];
/** A share of companies, purchase intent, or a price. */
export type TieKey =
  | "spend"
  | `problem:${ProblemKey}`
  | "intent-cheap"
  | "intent-expensive"
  | "price-opp"
  | "price-idp"
  | "price-nms";

/** `times`: how many of the unit that was priced a company buys in a year; 1 for shares. */
export type Tie = { to: TieKey; times: number };

const fits: readonly TieKey[] = ["spend", ...problems.map(({ value }): TieKey => `problem:${value}`)];
const intents: readonly TieKey[] = ["intent-expensive", "intent-cheap"];
const prices: readonly TieKey[] = ["price-opp", "price-idp", "price-nms"];

const tiesByPart: Partial<Record<SegmentPart | PlanPart, readonly TieKey[]>> = {
  fit: fits,
  win: intents,
  arpa: prices,
  winRate: intents,
  contract: prices,
};

/** What a part can be tied to; nothing for parts that no respondent can know. */
export const tiesOf = (part: SegmentPart | PlanPart): readonly TieKey[] => tiesByPart[part] ?? [];

export const isPriceTie = (key: string): boolean => key.startsWith("price-");
export const problemOfTie = (key: TieKey): ProblemKey | null =>
  key.startsWith("problem:") ? (key.slice("problem:".length) as ProblemKey) : null;
