/**
 * An insight: one computed statement about a study, with the evidence it rests on, how strong that is, what would
 * change it and what to do next. Its words are typed templates in both languages, never free prose.
 */
import type { ChainRole } from "../chain/role";
import type { LocalText } from "../language";
import type { Interval } from "../stats/interval";

const insightKinds = [
  "verdict",
  "agreement",
  "contradiction",
  "missing-voice",
  "need",
  "cause",
  "threat",
  "opportunity",
  "price",
  "market",
  "quality-warning",
] as const;
export type InsightKind = (typeof insightKinds)[number];

/**
 * `strong` survives the correction over everything the engine looked at, at 3 %; `moderate` that over its own kind of
 * question alone, or its own interval decides what was asked beforehand; `fact` is counted, not inferred (who is
 * missing, what is undecided).
 */
export const insightStrengths = ["strong", "moderate", "fact"] as const;
export type InsightStrength = (typeof insightStrengths)[number];

/** What is said of an insight's strength: a verdict that could go either way is no counted fact. */
export type SaidStrength = InsightStrength | "undecided";
export const saidStrength = ({ kind, strength }: Pick<Insight, "kind" | "strength">): SaidStrength =>
  kind === "verdict" && strength === "fact" ? "undecided" : strength;

/** A figure an insight rests on; `share` 0–1, `points` of a 1–5 scale, `money` in the study's currency. */
export type InsightFigure = {
  label: LocalText;
  value: number;
  unit: "share" | "points" | "count" | "money";
  /** 95 % unless the method's page says otherwise; null for counts and where there are too few. */
  interval: Interval | null;
  /** Both 0 where the figure rests on no people: a model, the books. */
  n: number;
  companies: number;
  /** Key of `/methods/:key`. */
  method: string;
};

/** Part of the companies: all of one size, industry or region. */
export type SegmentKey = { by: "size" | "industry" | "region"; value: string };

/** What an insight is about, for machines: de-duplication, links, tests. */
export type InsightSubject = {
  /** A measure of the question bank, `anchor.importance` say. */
  measure?: string;
  /** Row, attribute or feature. */
  item?: string;
  /** Who it is about; of a contradiction, first the higher of the two. */
  roles?: readonly ChainRole[];
  segment?: SegmentKey;
  /** `us` or a competitor's key. */
  rival?: string;
  need?: string;
  cause?: string;
};

/** The page of the study on which to go on, `/studies/:id/<page>`. */
export type InsightPage =
  | "fieldwork"
  | "responses"
  | "pmf"
  | "chain"
  | "needs"
  | "competitors/analysis"
  | "market"
  | "growth/money"
  | "growth/opportunities"
  | "results";

export type Insight = {
  /** Stable from one day to the next as long as it says the same of the same subject. */
  id: string;
  kind: InsightKind;
  strength: InsightStrength;
  /** Whether the question was fixed before the data came, or found by looking. */
  basis: "pre-registered" | "exploratory";
  statement: LocalText;
  /** What follows from it for the product; absent where nothing can be said. */
  meaning?: LocalText;
  about: InsightSubject;
  figures: readonly InsightFigure[];
  /** Ids of the responses behind it. */
  evidence: readonly string[];
  wouldChange: LocalText;
  next: { step: LocalText; page: InsightPage };
  /** p after the correction over everything looked at; null for a fact. */
  adjustedP: number | null;
};

/** What a rule hands to the engine: an insight whose strength is still to be judged. */
export type Claim = Omit<Insight, "strength" | "adjustedP" | "id"> & {
  /** Which budget of error it draws on; null for a fact. */
  family: Family | null;
  /** p after the correction inside its family, or inside its part of it; null for a fact. */
  p: number | null;
  /** The part of its family's share that its question has; all of it unless said. */
  part?: number;
  /** Said at least as `moderate`: its own interval decides a question asked beforehand, or it estimates and tests nothing. */
  decided?: boolean;
  /** How much it matters if true, 0–1; orders what is equally strong. */
  weight: number;
};

/**
 * How the chance of error is shared out among the questions, fixed before any data: what a study is made for gets more,
 * and a question that looks at few things gains more by its share than one that looks at many. They add up to 1.
 */
export const errorShares = {
  fit: 0.4,
  "fit-segment": 0.01,
  "gap-decider-user": 0.14,
  "gap-segment": 0.17,
  "gap-other": 0.03,
  agreement: 0.01,
  "cause-leading": 0.03,
  "cause-need": 0.07,
  rival: 0.11,
  "rival-segment": 0.01,
  need: 0.02,
} as const;
export type Family = keyof typeof errorShares;
