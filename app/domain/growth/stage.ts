/** Where a study's product stands in its life, which gates lead on, and what to do next. */
import type { CompetitiveResult } from "../competitors/competitive-verdict";
import { healthyLtvToCac } from "../market/unit-economics";
import type { Outcome } from "../outcome";
import { fewestCompanies } from "../pmf/pmf-score";
import { judgeInterval } from "../pmf/pmf-verdict";
import type { LampState, ThreeLamps } from "../pmf/three-lamps";
import type { Interval } from "../stats/interval";
import { type LifeCycleStage, lifeCycleStages } from "../study/study";
import type { RenewalRate } from "./renewals";

/** How a product grows: by widening the funnel, by turning needs into functions, by keeping customers so that they tell others. */
const growthLogics = ["research", "product", "market", "service"] as const;
export type GrowthLogic = (typeof growthLogics)[number];

/** The logic that holds at a stage. Source: the article on to-B operations. */
const logicOf: Readonly<Record<LifeCycleStage, GrowthLogic>> = {
  development: "research",
  "market-validation": "product",
  growth: "market",
  maturity: "service",
  decline: "product",
};

const gateKeys = [
  ...(["coverage", "matrix", "competition", "headroom"] as const),
  ...(["frequency", "upset", "breakEven"] as const),
  ...(["renewal", "ltvToCac", "opportunity"] as const),
] as const;
export type GateKey = (typeof gateKeys)[number];

/** What must hold to go on from a stage; in maturity, to stay out of decline; in decline, to grow a second time. */
const gatesOf: Readonly<Record<LifeCycleStage, readonly GateKey[]>> = {
  development: ["coverage", "matrix", "competition", "headroom"],
  "market-validation": ["frequency", "upset", "breakEven"],
  growth: ["breakEven", "renewal", "ltvToCac", "competition", "headroom"],
  maturity: ["renewal", "breakEven", "competition", "headroom"],
  decline: ["opportunity", "headroom", "breakEven"],
};

/** Our conventions, said on the page. */
export const renewalThreshold = 0.7;
const matrixThreshold = 0.8;

export type StageFacts = {
  /** Companies heard, and those of them in which decider, user and requester all answered. */
  coverage: { complete: number; companies: number };
  /** Cells of the competitor matrix, and those that say something. */
  matrix: { known: number; total: number };
  /** Whether we win against the competition, over all roles. */
  competition: CompetitiveResult;
  headroom: Outcome<{ verdict: "above" | "below" | "undecided"; chance: number }>;
  lamps: ThreeLamps;
  renewal: Outcome<RenewalRate>;
  /** LTV:CAC at the ends of the churn's interval. */
  ltvToCac: Outcome<Interval>;
  opportunities: { all: number; confirmed: number };
};

export type Gate = { key: GateKey; state: LampState };

export type StageReading = {
  stage: LifeCycleStage;
  logic: GrowthLogic;
  gates: Gate[];
  /** The stage that the gates lead to; null where there is none to wish for. */
  next: LifeCycleStage | null;
  /** The first gate that is not met; null when all are. */
  todo: GateKey | null;
};

const resultState = { win: "on", lose: "off", tie: "undecided", unknown: "dark" } as const;
const verdictState = { above: "on", below: "off", undecided: "undecided" } as const;

function stateOf(key: GateKey, facts: StageFacts): LampState {
  switch (key) {
    case "coverage":
      if (facts.coverage.companies === 0) return "dark";
      return facts.coverage.complete >= fewestCompanies ? "on" : "off";
    case "matrix":
      if (facts.matrix.total === 0) return "dark";
      return facts.matrix.known / facts.matrix.total >= matrixThreshold ? "on" : "off";
    case "competition":
      return resultState[facts.competition];
    case "headroom":
      return facts.headroom.ok ? verdictState[facts.headroom.value.verdict] : "dark";
    case "renewal":
      return facts.renewal.ok
        ? verdictState[judgeInterval(facts.renewal.value.interval, renewalThreshold)]
        : "dark";
    case "ltvToCac":
      return facts.ltvToCac.ok ? verdictState[judgeInterval(facts.ltvToCac.value, healthyLtvToCac)] : "dark";
    case "opportunity":
      if (facts.opportunities.all === 0) return "dark";
      return facts.opportunities.confirmed > 0 ? "on" : "off";
    default:
      return facts.lamps[key];
  }
}

/**
 * The gates of a stage as lamps, each computed from the study's own evidence, and the first that is not on. Coverage is on from
 * five companies with the whole chain, the matrix from four fifths of its cells, the competition when we win overall, renewal when its interval lies over
 * 70 %, LTV:CAC when it lies over 3; dark without data.
 *
 * Source: stages and gates: the article on to-B operations; thresholds other than LTV:CAC are our conventions.
 */
export function readStageOf(stage: LifeCycleStage, facts: StageFacts): StageReading {
  const gates = gatesOf[stage].map((key): Gate => ({ key, state: stateOf(key, facts) }));
  const following = lifeCycleStages[lifeCycleStages.indexOf(stage) + 1] ?? null;
  return {
    ...{ stage, gates, logic: logicOf[stage] },
    next: stage === "maturity" ? null : stage === "decline" ? "growth" : following,
    todo: gates.find(({ state }) => state !== "on")?.key ?? null,
  };
}
