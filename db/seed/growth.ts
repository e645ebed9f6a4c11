/** The sample's market, in line with what its respondents say: what can be asked follows the survey. */
import { insertMarketScenario } from "../../app/data/market";
import type { Assumption, MarketModel, Segment } from "../../app/domain/market/market-model";
import type { TieKey } from "../../app/domain/market/survey-tie";
import type { Store } from "../client";

type Where = { workspaceId: string; studyId: string };
type Points = readonly [low: number, likely: number, high: number];

const article = "《to B 运营》中国企业数量 · China's companies in the article on to-B operations";
const estimate = "示例估计 · Example estimate";

const assumed = ([low, likely, high]: Points, source = estimate): Assumption => ({
  ...{ low, likely, high, source, date: "2026", confidence: "low" },
});
const surveyed = (points: Points, to: TieKey, times = 1): Assumption => ({
  ...assumed(points),
  confidence: "medium",
  tie: { to, times },
});

/** Twelve seats in an SME, sixty in a larger company, for a year. */
const seatMonths = { sme: 12 * 12, large: 60 * 12 };

const segment = (
  name: string,
  given: Record<"companies" | "reach", Points> & { seatMonths: number; typedArpa: Points },
): Segment => ({
  name,
  companies: assumed(given.companies, article),
  fit: surveyed([0.1, 0.25, 0.45], "problem:high-cost"),
  reach: assumed(given.reach),
  win: surveyed([0.05, 0.12, 0.2], "intent-expensive"),
  arpa: surveyed(given.typedArpa, "price-opp", given.seatMonths),
  growth: assumed([0, 0.03, 0.06]),
});

const model: MarketModel = {
  segments: [
    segment("中小企业 SMEs", {
      companies: [5_000_000, 5_000_000, 5_000_000],
      reach: [0.0001, 0.0002, 0.0004],
      seatMonths: seatMonths.sme,
      typedArpa: [6_000, 9_000, 14_000],
    }),
    segment("中大型企业 Mid-size and large", {
      companies: [300_000, 350_000, 400_000],
      reach: [0.0003, 0.0006, 0.0012],
      seatMonths: seatMonths.large,
      typedArpa: [30_000, 45_000, 70_000],
    }),
  ],
  plan: {
    leads: assumed([80, 110, 140]),
    opportunity: assumed([0.22, 0.3, 0.38]),
    winRate: assumed([0.18, 0.25, 0.32]),
    contract: surveyed([14_000, 18_000, 24_000], "price-opp", 300),
    churn: assumed([0.1, 0.18, 0.28]),
  },
  years: 3,
  goal: 6_000_000,
};

/** Without the segment that sales reach hardly at all: what remains when only larger companies are sold to. */
const cautious: MarketModel = {
  ...model,
  segments: model.segments.slice(1),
};

export async function seedMarket(store: Store, { now, ...where }: Where & { now: number }): Promise<void> {
  const common = { ...where, updatedBy: "sample" };
  await insertMarketScenario(store, { ...common, name: "基准 Base", model, seed: 20_260, now });
  await insertMarketScenario(store, {
    ...{ ...common, name: "只做中大型 Large only", model: cautious },
    ...{ seed: 20_261, now: now + 1 },
  });
}
