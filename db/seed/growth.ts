/**
 * The sample's market and books, in line with what its respondents say: what can be asked follows the survey; after a
 * round of funding the product has just stopped losing money, one month short of the rule.
 */

import { insertEntryStates } from "../../app/data/entries";
import { listFeatures } from "../../app/data/features";
import { insertMarketScenario } from "../../app/data/market";
import { insertOpportunity } from "../../app/data/opportunities";
import { countsKey } from "../../app/domain/growth/funnel-form";
import { lostKey } from "../../app/domain/growth/lost-form";
import type { MoneyMonth } from "../../app/domain/growth/money-form";
import type { Opportunity } from "../../app/domain/growth/opportunity-form";
import type { Assumption, MarketModel, Segment } from "../../app/domain/market/market-model";
import type { TieKey } from "../../app/domain/market/survey-tie";
import type { Store } from "../client";

/** Who typed the sample's figures, as their history names them. */
const savedBy = "示例 · Sample";

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

const yearly = (from: number, amounts: readonly number[]) =>
  amounts.map((amount, index) => ({ year: from + index, amount }));

/** A market that still grows, so that no curve can be fitted to it, and one that has been through its peak. */
async function seedTrend(store: Store, { now, ...where }: Where & { now: number }): Promise<void> {
  const own = {
    ...{ name: "招聘软件 Recruiting software", unit: "亿元 CNY 100 million", source: estimate },
    ...{ kind: "own" as const, points: yearly(2019, [12, 15, 19, 25, 33, 43, 56]) },
  };
  const recorders = {
    ...{ name: "录像机（美国）Video recorders, US", unit: "千台 thousands" },
    source: "美国电子工业协会 Electronic Industries Association, 1980–1989",
    kind: "analogue" as const,
    points: yearly(1980, [840, 1_470, 2_110, 4_000, 7_590, 10_950, 10_530, 9_470, 7_790, 5_890]),
  };
  // A millisecond apart, so that ours comes first.
  for (const [later, content] of [own, recorders].entries())
    await insertEntryStates(store, {
      ...{ ...where, kind: "market-series", savedBy, now: now + later },
      changes: [{ key: null, revision: 0, content }],
    });
}

export async function seedMarket(store: Store, { now, ...where }: Where & { now: number }): Promise<void> {
  const common = { ...where, updatedBy: "sample" };
  await insertMarketScenario(store, { ...common, name: "基准 Base", model, seed: 20_260, now });
  await insertMarketScenario(store, {
    ...{ ...common, name: "只做中大型 Large only", model: cautious },
    ...{ seed: 20_261, now: now + 1 },
  });
  await seedTrend(store, { ...where, now });
}

/** The month so many before that of `now`, as `2026-03`. */
const monthBefore = (now: number, ago: number) => {
  const date = new Date(now);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - ago, 1)).toISOString().slice(0, 7);
};

/** Customers won and lost, month by month; the last is the month before the study is read. */
const movements: readonly (readonly [won: number, lost: number])[] = [
  ...([
    [4, 0],
    [5, 1],
    [6, 1],
    [5, 1],
    [7, 2],
    [8, 1],
  ] as const),
  ...([
    [7, 2],
    [9, 2],
    [8, 3],
    [10, 2],
    [9, 3],
    [11, 2],
  ] as const),
  ...([
    [10, 3],
    [12, 4],
    [11, 3],
    [13, 4],
    [14, 3],
    [13, 4],
  ] as const),
];
const startingCustomers = 12;
const monthlyPrice = 1_450;

/** Eighteen months: revenue follows customers, fixed cost grew with the funding and then stood still. */
function books(now: number): MoneyMonth[] {
  let customers = startingCustomers;
  return movements.map(([won, lost], index) => {
    customers += won - lost;
    const revenue = customers * monthlyPrice;
    return {
      month: monthBefore(now, movements.length - index),
      revenue,
      variableCost: Math.round(revenue * 0.21),
      fixedCost: 96_000 + Math.min(index, 9) * 4_000,
      funding: index === 3 ? 1_500_000 : 0,
      acquisition: won * 4_200,
      ...{ customers, won, lost },
    };
  });
}

const cohorts = [
  { ago: 18, started: 12, renewed: [9] },
  { ago: 17, started: 5, renewed: [4] },
  { ago: 16, started: 6, renewed: [5] },
  { ago: 15, started: 5, renewed: [4] },
  { ago: 14, started: 7, renewed: [5] },
  { ago: 13, started: 8, renewed: [7] },
  { ago: 6, started: 10, renewed: [] },
];

export async function seedMoney(store: Store, { now, ...where }: Where & { now: number }): Promise<void> {
  const saving = { ...where, savedBy, now };
  const months = books(now).map((content) => ({ key: content.month, revision: 0, content }));
  await insertEntryStates(store, { ...saving, kind: "money-month", changes: months });
  const began = cohorts.map(({ ago, started, renewed }) => {
    const month = monthBefore(now, ago);
    return { key: month, revision: 0, content: { month, started, renewed } };
  });
  await insertEntryStates(store, { ...saving, kind: "renewal-cohort", changes: began });
  const rule = { key: "rule", revision: 0, content: { monthsRequired: 3, cash: 420_000 } };
  await insertEntryStates(store, { ...saving, kind: "money-rule", changes: [rule] });
}

/** Of a hundred visits, how many register, qualify and pay, and of those who pay how many succeed and renew. */
const referralChannel = "客户介绍 Referral";
const referralRates = [0.6, 0.5, 0.24, 0.85, 0.9] as const;
const channels = [
  { channel: "搜索 Search", visits: 2_900, rates: [0.06, 0.22, 0.1, 0.7, 0.74] },
  { channel: "展会 Fair", visits: 240, rates: [0.35, 0.24, 0.12, 0.72, 0.78] },
  { channel: referralChannel, visits: 70, rates: referralRates },
] as const;
const steps = ["visit", "registered", "qualified", "paid", "success", "renewed"] as const;
const paying = steps.indexOf("paid");

type Counted = { channel: string; ago: number; reached: number[] };

/** Six months by channel: search brings most and loses most before qualifying; those who pay are the customers won in the books. */
function counted(): Counted[] {
  return [6, 5, 4, 3, 2, 1].flatMap((ago, index) => {
    const rows = channels.map(({ channel, visits, rates }) => {
      const reached = [Math.round(visits * (1 + 0.06 * index))];
      for (const rate of rates) reached.push(Math.round(reached.at(-1)! * rate));
      return { channel, ago, reached };
    });
    const [referral, others] = [rows.at(-1)!, rows.slice(0, -1)];
    const [won] = movements.at(-ago)!;
    const paid = won - others.reduce((sum, { reached }) => sum + reached[paying]!, 0);
    const [, , , succeed, renew] = referralRates;
    const success = Math.round(paid * succeed);
    referral.reached.splice(paying, 3, paid, success, Math.round(success * renew));
    return rows;
  });
}

const countsOf = (reached: readonly number[]) =>
  Object.fromEntries(steps.map((step, at) => [step, reached[at] ?? 0]));

/** How much of the way to paying is behind a cohort so many months after it came; nobody has come to a renewal yet. */
const pace: readonly (readonly [age: number, share: number])[] = [
  [1, 0.5],
  [3, 0.85],
  [5, 1],
];

/** Why people said they left, in line with what the respondents say: users find screening weak, deciders find it dear. */
const whyLost = [
  { step: "registered", reason: "没时间试用 No time to try it", share: 0.05, back: 0.1 },
  { step: "registered", reason: "简历筛选不准 Screening not precise", share: 0.035, back: 0.15 },
  { step: "qualified", reason: "太贵 Too expensive", share: 0.34, back: 0.12 },
  { step: "qualified", reason: "说不清能省多少钱 Cannot tell what it saves", share: 0.22, back: 0.2 },
  { step: "qualified", reason: "面试官不用 Interviewers would not use it", share: 0.14, back: 0.05 },
  { step: "success", reason: "老板看不到效果 The boss sees no result", share: 0.5, back: 0 },
] as const;

/** The funnel by month, the same people by cohort, and why those lost in the last three months left. */
export async function seedFunnel(store: Store, { now, ...where }: Where & { now: number }): Promise<void> {
  const saving = { ...where, savedBy, now };
  const months = counted();
  const byMonth = months.map(({ channel, ago, reached }) => ({
    ...{ period: monthBefore(now, ago), channel, seen: null, counts: countsOf(reached) },
    recovered: Math.round((reached[0]! - reached.at(-1)!) * 0.012),
    referred: channel === referralChannel ? reached[0]! : 0,
  }));
  const byCohort = months.flatMap(({ channel, ago, reached }) =>
    pace.flatMap(([age, share]) => {
      if (age >= ago) return [];
      const stood = reached.map((count, at) => (at < 2 ? count : at < 5 ? Math.round(count * share) : 0));
      const counts = countsOf(stood);
      const seen = monthBefore(now, ago - age);
      return [{ period: monthBefore(now, ago), channel, seen, counts, recovered: null, referred: null }];
    }),
  );
  const rows = [...byMonth, ...byCohort].map((content) => ({
    ...{ key: countsKey(content), revision: 0, content },
  }));
  await insertEntryStates(store, { ...saving, kind: "funnel-row", changes: rows });
  const reasons = months
    .filter(({ ago }) => ago <= 3)
    .flatMap(({ channel, ago, reached }) =>
      whyLost.flatMap(({ step, reason, share, back }) => {
        const at = steps.indexOf(step);
        const lost = Math.floor((reached[at]! - reached[at + 1]!) * share);
        const content = {
          period: monthBefore(now, ago),
          channel,
          step,
          reason,
          lost,
          returned: Math.round(lost * back),
        };
        return lost > 0 ? [{ key: lostKey(content), revision: 0, content }] : [];
      }),
    );
  await insertEntryStates(store, { ...saving, kind: "lost-reason", changes: reasons });
}

/** What users, requesters and deciders ask for; the feature is named as the questionnaire asks it. */
const needs: readonly (Omit<Opportunity, "featureId" | "origin" | "themeId"> & { asked: string | null })[] = [
  {
    need: "每天手工筛几百份简历，太累 · Reading hundreds of CVs a day by eye",
    ...{ role: "user", attribute: "smooth-use", problem: "manual-work", words: "筛, CV", asked: "screening" },
    ...{ market: "complete", opens: "常年招人的公司 · Companies that hire all year" },
    ...{ status: "building", waveNumber: 1 },
  },
  {
    need: "说不清招聘的钱花在哪里 · Nobody can say where the recruiting money goes",
    ...{ role: "decider", attribute: "spend-less", problem: "high-cost", words: "花, cost" },
    ...{
      asked: "cost-report",
      market: "complete",
      opens: "由老板拍板的公司 · Companies where the boss decides",
    },
    ...{ status: "to-confirm", waveNumber: 2 },
  },
  {
    need: "把面试官反馈催回来 · Getting interviewers to answer in time",
    ...{
      role: "user",
      attribute: "smooth-use",
      problem: "slow-process",
      words: "反馈, feedback, answer late",
    },
    ...{ asked: "scheduling", market: "sideways", opens: "用人部门 · Hiring departments" },
    ...{ status: "open", waveNumber: null },
  },
];

export async function seedOpportunities(
  store: Store,
  { now, ...where }: Where & { now: number },
): Promise<void> {
  const features = await listFeatures(store, where);
  for (const [index, { asked, ...need }] of needs.entries()) {
    const featureId = features.find((feature) => asked !== null && feature.asked === asked)?.id ?? null;
    const opportunity: Opportunity = { ...need, featureId, origin: "answers", themeId: null };
    await insertOpportunity(store, { ...where, opportunity, updatedBy: "sample", now: now + index });
  }
}
