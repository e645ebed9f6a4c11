/** The market model of a study: what is assumed of each segment, how sales would win it, and what is asked of it. */
import type { MarketFormula } from "./market-simulation";
import type { Tie } from "./survey-tie";
import type { ThreePoint } from "./three-point";

export const confidences = ["low", "medium", "high"] as const;
export type Confidence = (typeof confidences)[number];

/** One number of the model with where it comes from. Shares are 0 to 1, money is in the study's currency. */
export type Assumption = {
  low: number;
  likely: number;
  high: number;
  /** Empty when nobody has said. */
  source: string;
  /** When the source was true: "2024", "2024-06" or "2024-06-30"; may be empty. */
  date: string;
  confidence: Confidence;
  /** What of the survey it follows; the three points hold while too few have answered. */
  tie?: Tie | null;
};

/** What is assumed of a segment, in the order of every list and of the simulation's factors. */
export const segmentParts = ["companies", "fit", "reach", "win", "arpa", "growth"] as const;
export type SegmentPart = (typeof segmentParts)[number];

/**
 * Companies of one kind: how many, the share that fits, the share of those within reach, the share of those won,
 * revenue a company and year, and growth of their number a year (0.1 is ten per cent).
 */
export type Segment = { name: string } & Record<SegmentPart, Assumption>;

/** What the sales team can do, for the way from the bottom up. */
export const planParts = ["leads", "opportunity", "winRate", "contract", "churn"] as const;
export type PlanPart = (typeof planParts)[number];
export type UncertainPlan = Record<PlanPart, Assumption>;

export type MarketModel = {
  segments: Segment[];
  /** Leads a month, share that become opportunities, share won, contract value a year, share lost a year; null: not planned. */
  plan: UncertainPlan | null;
  /** The year that is looked at: 1 to 10 years from now. */
  years: number;
  /** Revenue a year that the business needs then; null: nobody has said. */
  goal: number | null;
};

export const mostSegments = 8;
export const mostYears = 10;

/** How a part is written: companies and leads are counts, the rest shares or money. */
export const kindOfPart: Readonly<Record<SegmentPart | PlanPart, "count" | "share" | "rate" | "money">> = {
  companies: "count",
  fit: "share",
  reach: "share",
  win: "share",
  arpa: "money",
  growth: "rate",
  leads: "count",
  opportunity: "share",
  winRate: "share",
  contract: "money",
  churn: "share",
};

export type FactorPlace = { segment: number; part: SegmentPart };
export type Factor = ThreePoint & FactorPlace & { name: string };

/** The three points of an assumption as the simulation takes them. */
export const pointsOf = ({ low, likely, high }: Assumption): ThreePoint => ({
  min: low,
  mode: likely,
  max: high,
});

/** Every assumption of the segments as a factor, six a segment, in the order that `marketFormulas` reads. */
export const factorsOf = (segments: readonly Segment[]): Factor[] =>
  segments.flatMap((given, segment) =>
    segmentParts.map((part) => ({ name: `${segment}.${part}`, segment, part, ...pointsOf(given[part]) })),
  );

/** Adds up over segments; `term` gets one segment's companies, fit, reach, win, ARPA and growth. */
const summed =
  (
    term: (
      companies: number,
      fit: number,
      reach: number,
      win: number,
      arpa: number,
      growth: number,
    ) => number,
  ): MarketFormula =>
  (values) => {
    let sum = 0;
    for (let at = 0; at + 5 < values.length; at += 6)
      sum += term(
        values[at]!,
        values[at + 1]!,
        values[at + 2]!,
        values[at + 3]!,
        values[at + 4]!,
        values[at + 5]!,
      );
    return sum;
  };

/**
 * The figures of a market out of the factors of `factorsOf`, a year, in the currency of ARPA: TAM = Σ companies × ARPA,
 * SAM = TAM × fit, SOM = SAM × reach × win, and `later`, the SOM after `years` of the segments' growth.
 */
export const marketFormulas = (years: number) => ({
  tam: summed((companies, _fit, _reach, _win, arpa) => companies * arpa),
  sam: summed((companies, fit, _reach, _win, arpa) => companies * fit * arpa),
  som: summed((companies, fit, reach, win, arpa) => companies * fit * reach * win * arpa),
  later: summed(
    (companies, fit, reach, win, arpa, growth) =>
      companies * fit * reach * win * arpa * (1 + growth) ** years,
  ),
});

/** Every number of the model with its place: a segment's index, or "plan". */
export function assumptionsOf(
  model: MarketModel,
): { place: number | "plan"; part: SegmentPart | PlanPart; assumption: Assumption }[] {
  const { plan } = model;
  return [
    ...model.segments.flatMap((segment, place) =>
      segmentParts.map((part) => ({ place, part, assumption: segment[part] })),
    ),
    ...(plan ? planParts.map((part) => ({ place: "plan" as const, part, assumption: plan[part] })) : []),
  ];
}

/** A number older than this, in months, should be looked up again. */
const staleAfterMonths = 24;

/**
 * What of the model rests on nothing or on old sources: numbers without a source, and numbers whose date is more than
 * 24 months before `now` (a year alone counts from its end). Dates that cannot be read count as not given.
 */
export function weakAssumptions(model: MarketModel, now: number) {
  const all = assumptionsOf(model);
  return {
    total: all.length,
    // The survey is the source of what follows it.
    unsourced: all.filter(({ assumption }) => assumption.source === "" && !assumption.tie).length,
    stale: all.filter(({ assumption }) => isStale(assumption.date, now)).length,
  };
}

/** Whether a date as it is written in the sheet lies more than 24 months before `now` (epoch milliseconds). */
export function isStale(date: string, now: number): boolean {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
  if (!year) return false;
  // Month 12 is the January after; day 0 the last day of the month before.
  const end = day ? Date.UTC(+year, +month! - 1, +day) : Date.UTC(+year, month ? +month : 12, 0);
  const limit = new Date(end);
  limit.setUTCMonth(limit.getUTCMonth() + staleAfterMonths);
  return limit.getTime() < now;
}
