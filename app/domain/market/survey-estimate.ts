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
import { problemOfTie, type TieKey } from "./survey-tie";

export type SurveyEstimate = {
  estimate: number;
  /** 95 %. */
  interval: Interval;
  /** Answers, and the companies they come from. */
  n: number;
  companies: number;
};

/** The answers a tie reads, as plain values: equal inputs give equal estimates. */
export type SurveyInput =
  | { kind: "share"; companies: { company: string; yes: boolean }[]; n: number }
  | { kind: "intent"; answers: { company: string; chance: number }[] }
  | { kind: "price"; point: "opp" | "idp" | "nms"; answers: (LikelihoodAnswer & { company: string })[] };

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
 * counted when nobody answered. Intent and prices are the deciders' alone, who decide about them.
 */
export function surveyInput(evidence: readonly Evidence[], key: TieKey): SurveyInput {
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
  const deciders = evidence.filter(({ role }) => role === "decider");
  if (key === "intent-cheap" || key === "intent-expensive") {
    const measure = key === "intent-cheap" ? "price.likely-at-cheap" : "price.likely-at-expensive";
    return {
      kind: "intent",
      answers: deciders.flatMap((one) => {
        const chance = defaultCalibration[numberOf(read(one, measure)) ?? Number.NaN];
        return chance === undefined ? [] : [{ company: clusterOf(one), chance }];
      }),
    };
  }
  return {
    kind: "price",
    point: key === "price-nms" ? "nms" : key === "price-idp" ? "idp" : "opp",
    answers: deciders.map((one) => ({
      company: clusterOf(one),
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
 * `no-data` without an answer; `too-few-companies` under five.
 *
 * Source: the methods named; calibration as in `newtonMillerSmith`.
 */
export function surveyEstimate(input: SurveyInput, seed: number): Outcome<SurveyEstimate> {
  if (input.kind === "share") return shareOf(input);
  if (input.kind === "intent") return intentOf(input.answers);
  return priceOf(input, seed);
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
