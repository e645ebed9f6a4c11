/** What the survey says of an assumption: an estimate with its interval, and who it rests on. */
import { group } from "d3-array";
import { companyBootstrap } from "../chain/company-bootstrap";
import { noValue, type Outcome, value } from "../outcome";
import { fewestCompanies } from "../pmf/pmf-score";
import { defaultCalibration, type LikelihoodAnswer, newtonMillerSmith } from "../price/newton-miller-smith";
import { validPrices } from "../price/price-answers";
import { priceInterval } from "../price/price-interval";
import { vanWestendorp } from "../price/van-westendorp";
import { clusterOf, type Evidence, read } from "../report/evidence";
import { clusterRobustMean } from "../stats/cluster-robust-mean";
import type { Interval } from "../stats/interval";
import { wilsonInterval } from "../stats/wilson-interval";
import type { MarketSeries } from "./market-trend";
import {
  decidersAlone,
  problemOfTie,
  type TieKey,
  type TieRole,
  type TieWeights,
  tieRoles,
} from "./survey-tie";
import { trendGrowth } from "./trend-growth";

export type SurveyEstimate = {
  estimate: number;
  /** 95 %. */
  interval: Interval;
  /** Answers, and the companies they come from. */
  n: number;
  companies: number;
  /** Where several roles are weighed: what each says, and its part of the whole. */
  roles?: { role: TieRole; weight: number; estimate: number; n: number; companies: number }[];
};

/** The answers a tie reads, as plain values: equal inputs give equal estimates. */
export type SurveyInput =
  | { kind: "share"; companies: { company: string; yes: boolean }[]; n: number }
  | { kind: "intent"; answers: { company: string; chance: number; role?: TieRole }[]; weights?: TieWeights }
  | { kind: "price"; point: PricePoint; answers: PriceAnswer[]; weights?: TieWeights };

type PricePoint = "opp" | "idp" | "nms";
type PriceAnswer = LikelihoodAnswer & { company: string; role?: TieRole };

const numberOf = (answer: unknown): number | null =>
  typeof answer === "number" && Number.isFinite(answer) ? answer : null;

/** Whether a response says yes (the company spends, or has the problem), no, or nothing. */
function saysYes(one: Evidence, key: TieKey): boolean | null {
  const problem = problemOfTie(key);
  if (problem) {
    const ranked = read(one, "anchor.problems");
    return Array.isArray(ranked) ? ranked.includes(problem) : null;
  }
  const spend = read(one, "gate.annual-spend");
  return typeof spend !== "string" || spend.replace("-", "") === "dontknow" ? null : spend !== "0";
}

/**
 * The answers behind a tie. Shares count companies, over all roles: a company fits when anybody in it says so, and is not
 * counted when nobody answered. Intent and prices are those of the roles that weigh anything, by default the deciders' alone.
 */
export function surveyInput(
  evidence: readonly Evidence[],
  key: TieKey,
  weights: TieWeights = decidersAlone,
): SurveyInput {
  if (key === "spend" || problemOfTie(key)) {
    const given = evidence.flatMap((one) => {
      const yes = saysYes(one, key);
      return yes === null ? [] : [{ company: clusterOf(one), yes }];
    });
    const companies = [...group(given, ({ company }) => company)].map(([company, own]) => ({
      company,
      yes: own.some(({ yes }) => yes),
    }));
    return { kind: "share", companies, n: given.length };
  }
  const heard = evidence.flatMap((one) => {
    const role = tieRoles.find((known) => known === one.role && weights[known] > 0);
    return role ? [{ one, role }] : [];
  });
  if (key === "intent-cheap" || key === "intent-expensive") {
    const measure = key === "intent-cheap" ? "price.likely-at-cheap" : "price.likely-at-expensive";
    return {
      kind: "intent",
      weights,
      answers: heard.flatMap(({ one, role }) => {
        const chance = defaultCalibration[numberOf(read(one, measure)) ?? Number.NaN];
        return chance === undefined ? [] : [{ company: clusterOf(one), chance, role }];
      }),
    };
  }
  return {
    kind: "price",
    point: key === "price-nms" ? "nms" : key === "price-idp" ? "idp" : "opp",
    weights,
    answers: heard.map(({ one, role }) => ({
      ...{ company: clusterOf(one), role },
      tooCheap: numberOf(read(one, "price.too-cheap")),
      cheap: numberOf(read(one, "price.cheap")),
      expensive: numberOf(read(one, "price.expensive")),
      tooExpensive: numberOf(read(one, "price.too-expensive")),
      likelihoodAtCheap: numberOf(read(one, "price.likely-at-cheap")),
      likelihoodAtExpensive: numberOf(read(one, "price.likely-at-expensive")),
    })),
  };
}

/**
 * The estimate of a tie with its 95 % interval: the share of companies with Wilson's; the mean calibrated likelihood
 * (0.7, 0.5, 0.3, 0.1, 0 for answers 5 to 1) with the company-robust one; a price of Van Westendorp's chart or the price of
 * Newton–Miller–Smith's largest revenue with a bootstrap over companies, drawn from `seed`.
 * Where several roles weigh something, the estimate is the weighted mean of what each says by itself, with a bootstrap over
 * companies; a role under five companies is left out and the others weigh the more. `no-data` without an answer;
 * `too-few-companies` under five.
 *
 * Source: the methods named; calibration as in `newtonMillerSmith`.
 */
export function surveyEstimate(input: SurveyInput, seed: number): Outcome<SurveyEstimate> {
  if (input.kind === "share") return shareOf(input);
  const roles = tieRoles.filter((role) => (input.weights ?? decidersAlone)[role] > 0);
  if (roles.length > 1 && input.weights) return weighed(input, { roles, weights: input.weights, seed });
  if (input.kind === "intent") return intentOf(input.answers);
  return priceOf(input, seed);
}

type Weighable = Exclude<SurveyInput, { kind: "share" }>;

/** What the answers of some people of one role say, without an interval. */
const pointOf = (input: Weighable, answers: Weighable["answers"]): Outcome<number> =>
  input.kind === "intent"
    ? meanChance(answers as { chance: number }[])
    : pricePoint(input.point, answers as PriceAnswer[]);

function meanChance(answers: readonly { chance: number }[]): Outcome<number> {
  if (answers.length === 0) return noValue("no-data");
  return value(answers.reduce((sum, { chance }) => sum + chance, 0) / answers.length);
}

function pricePoint(point: PricePoint, answers: readonly PriceAnswer[]): Outcome<number> {
  if (point === "nms") {
    const best = newtonMillerSmith(answers);
    return best.ok ? value(best.value.maxRevenue.price) : best;
  }
  const chart = vanWestendorp(answers);
  return chart.ok ? value(chart.value[point].at) : chart;
}

function weighed(
  input: Weighable,
  { roles, weights, seed }: { roles: readonly TieRole[]; weights: TieWeights; seed: number },
): Outcome<SurveyEstimate> {
  const answers: Weighable["answers"][number][] =
    input.kind === "price" ? validPrices(input.answers) : input.answers;
  const few = tooFew(new Set(answers.map(({ company }) => company)).size);
  if (few) return few;
  const heard = roles.flatMap((role) => {
    const own = answers.filter((one) => one.role === role);
    const companies = new Set(own.map(({ company }) => company)).size;
    const estimate = pointOf(input, own as Weighable["answers"]);
    return companies >= fewestCompanies && estimate.ok
      ? [{ role, n: own.length, companies, estimate: estimate.value }]
      : [];
  });
  const whole = heard.reduce((sum, { role }) => sum + weights[role], 0);
  if (!(whole > 0)) return noValue("too-few-companies", { companies: 0 });
  const counted = answers.filter(({ role }) => heard.some((one) => one.role === role));
  const mixed = (some: readonly Weighable["answers"][number][]): Outcome<number> => {
    let [sum, weight] = [0, 0];
    for (const { role } of heard) {
      const estimate = pointOf(input, some.filter((one) => one.role === role) as Weighable["answers"]);
      // A draw without anybody of a role says nothing of it.
      if (!estimate.ok) return estimate;
      sum += weights[role] * estimate.value;
      weight += weights[role];
    }
    return value(sum / weight);
  };
  const estimate = mixed(counted);
  if (!estimate.ok) return estimate;
  const groups = [...group(counted, ({ company }) => company).values()];
  const drawn = companyBootstrap(groups, (some) => mixed(some.flat()), { seed, draws: 1000 });
  if (!drawn.ok) return drawn;
  return value({
    ...{ estimate: estimate.value, interval: drawn.value.interval, n: counted.length },
    companies: groups.length,
    roles: heard.map((one) => ({ ...one, weight: weights[one.role] / whole })),
  });
}

/** The growth of our own market as an estimate; its n is the number of years. */
export function trendEstimate(points: MarketSeries["points"] | null): Outcome<SurveyEstimate> {
  if (!points) return noValue("no-data");
  const grown = trendGrowth(points);
  if (!grown.ok) return grown;
  const { growth, interval, years } = grown.value;
  return value({ estimate: growth, interval, n: years, companies: 0 });
}

function tooFew(companies: number): Outcome<never> | null {
  if (companies === 0) return noValue("no-data");
  return companies < fewestCompanies ? noValue("too-few-companies", { companies }) : null;
}

function shareOf({ companies, n }: Extract<SurveyInput, { kind: "share" }>): Outcome<SurveyEstimate> {
  const few = tooFew(companies.length);
  if (few) return few;
  const yes = companies.filter((one) => one.yes).length;
  const interval = wilsonInterval(yes, companies.length);
  if (!interval.ok) return interval;
  return value({
    estimate: yes / companies.length,
    interval: interval.value,
    n,
    companies: companies.length,
  });
}

function intentOf(answers: readonly { company: string; chance: number }[]): Outcome<SurveyEstimate> {
  const companies = new Set(answers.map(({ company }) => company)).size;
  const few = tooFew(companies);
  if (few) return few;
  const robust = clusterRobustMean(
    answers.map(({ company }) => company),
    answers.map(({ chance }) => chance),
  );
  if (!robust.ok) return robust;
  const { mean, interval } = robust.value;
  // All said the same: no spread to compute from, yet not certain. A share varies most, so its interval is wide enough.
  const same = interval[1] - interval[0] < 1e-9 ? wilsonInterval(mean * companies, companies) : null;
  if (same && !same.ok) return same;
  const [lower, upper] = same ? same.value : interval;
  return value({
    estimate: mean,
    interval: [Math.max(0, lower), Math.min(1, upper)],
    n: answers.length,
    companies,
  });
}

function priceOf(
  { point, answers }: Extract<SurveyInput, { kind: "price" }>,
  seed: number,
): Outcome<SurveyEstimate> {
  const valid = validPrices(answers);
  const companies = new Set(valid.map(({ company }) => company)).size;
  const few = tooFew(companies);
  if (few) return few;
  const counted = { n: valid.length, companies };
  if (point !== "nms") {
    const chart = vanWestendorp(valid);
    const interval = priceInterval(valid, point, { seed, draws: 1000 });
    if (!chart.ok) return chart;
    return interval.ok
      ? value({ estimate: chart.value[point].at, interval: interval.value, ...counted })
      : interval;
  }
  const best = newtonMillerSmith(valid);
  if (!best.ok) return best;
  const drawn = companyBootstrap(
    [...group(valid, ({ company }) => company).values()],
    (some) => {
      const result = newtonMillerSmith(some.flat());
      return result.ok ? value(result.value.maxRevenue.price) : result;
    },
    { seed, draws: 1000 },
  );
  return drawn.ok
    ? value({ estimate: best.value.maxRevenue.price, interval: drawn.value.interval, ...counted })
    : drawn;
}
