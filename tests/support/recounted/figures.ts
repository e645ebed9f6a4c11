/** Every figure that has a key, wherever it stands in the report. */
import { expect } from "vitest";
import { type DocFigure, figuresOf } from "~/domain/report/document/report-document";
import {
  average,
  drawnEnds,
  endsWithin,
  gapOf,
  leadOf,
  opportunityOf,
  priceMeter,
  total,
  wilsonOf,
} from "../recount";
import { type Answers, companyOf, fitOf, judged } from "../recount-answers";
import type { Recount } from "../recounting";
import { near, nearEnds } from "../report-block";
import type { SampledReport } from "../sampled-report";
import { fitVerdict, threshold, usedOften } from "./fit";
import { recountMarketFigure } from "./market";

export const opportunityIn = ({ rated }: Answers, feature: string) =>
  opportunityOf(
    rated("user", `user.feature-importance/${feature}`),
    rated("user", `user.feature-satisfaction/${feature}`),
  );

/** Companies drawn anew a thousand times by the product; by us as often as this. */
const theirDraws = 1000;
const ourDraws = 2000;

type Wanted = Partial<
  Pick<DocFigure, "value" | "interval" | "people" | "companies" | "verdict" | "moreNeeded">
>;

type Point = keyof ReturnType<typeof priceMeter>["points"];

/** The interval of a price, companies drawn anew. Prices are named in steps of five: an end may fall on the step beside ours. */
export function priceEnds({ of }: Answers, role: string, point: Point, interval: readonly [number, number]) {
  const valid = of(role).filter((row) => priceMeter([row]).prices.length === 1);
  const companies = [...new Set(valid.map(companyOf))];
  const { ends } = drawnEnds(
    companies.map((company) => valid.filter((row) => companyOf(row) === company)),
    (drawn) => priceMeter(drawn.flat()).points[point],
    { draws: ourDraws, seed: 11 },
  );
  interval.forEach((end, at) => {
    expect(Math.abs(end / ends[at]! - 1), `${point}, end ${at}`).toBeLessThan(0.1);
  });
  return companies.length;
}

function priceOf(answers: Answers, role: string, point: Point, { interval, value }: DocFigure): Wanted {
  const meter = priceMeter(answers.of(role));
  const companies = priceEnds(answers, role, point, interval!);
  expect(interval![0]).toBeLessThanOrEqual(value!);
  expect(interval![1]).toBeGreaterThanOrEqual(value!);
  return { value: meter.points[point], people: { n: meter.prices.length }, companies };
}

function opportunityFigure(answers: Answers, feature: string, figure: DocFigure): Wanted {
  const [important, satisfied] = ["importance", "satisfaction"].map((about) =>
    answers.rated("user", `user.feature-${about}/${feature}`),
  );
  const companies = [...new Set(answers.of("user").map(companyOf))].map((company) => ({
    important: important!.filter((one) => one.company === company),
    satisfied: satisfied!.filter((one) => one.company === company),
  }));
  const { ends, spread } = drawnEnds(
    companies,
    (drawn) =>
      opportunityOf(
        drawn.flatMap((one) => one.important),
        drawn.flatMap((one) => one.satisfied),
      ).value,
    { draws: ourDraws, seed: 13 },
  );
  figure.interval!.forEach((end, at) => {
    expect(Math.abs(end - ends[at]!)).toBeLessThan(endsWithin(spread, [ourDraws, theirDraws]));
  });
  const { value, n, companies: heard } = opportunityIn(answers, feature);
  return { value, people: { n }, companies: heard };
}

function moneyOf({ books, rule }: SampledReport): Record<string, () => Wanted> {
  const six = books.slice(-6);
  const sum = (pick: (one: (typeof books)[number]) => number) => total(six.map(pick));
  const exposed = total(books.slice(-7, -1).map(({ customers }) => customers ?? 0));
  const lost = sum((one) => one.lost ?? 0);
  const interval = wilsonOf(lost, exposed);
  const cac = sum(({ acquisition }) => acquisition ?? 0) / sum(({ won }) => won ?? 0);
  const arpa = sum(({ revenue }) => revenue) / sum(({ customers }) => customers ?? 0);
  const margin = 1 - sum(({ variableCost }) => variableCost) / sum(({ revenue }) => revenue);
  const ratio = (churn: number) => (arpa * margin) / churn / cac;
  const burn = -average(books.slice(-3).map((one) => one.revenue - one.variableCost - one.fixedCost));
  return {
    churn: () => ({ value: lost / exposed, interval }),
    cac: () => ({ value: cac, interval: null }),
    "ltv-cac": () => ({ value: ratio(lost / exposed), interval: [ratio(interval[1]), ratio(interval[0])] }),
    runway: () => ({ value: rule.cash! / burn, interval: null }),
  };
}

/** What a key stands for, counted anew; nothing where nobody counts it. */
function wantedOf(sample: SampledReport, figure: DocFigure): Wanted | null {
  const { answers } = sample;
  const [kind, role = "", found = ""] = figure.key.split("/");
  switch (kind) {
    case "gates": {
      if (role !== "frequency") return null;
      const { share, interval, n, k, companies } = fitOf(answers, "user").frequency;
      const verdict = judged(interval, usedOften) ?? undefined;
      return { value: share, interval, people: { n, k }, companies, verdict };
    }
    case "pmf": {
      const { score, verdict, more } = fitVerdict(answers, role);
      const { share, interval, n, k, companies } = score;
      const moreNeeded = more > 0 ? more : undefined;
      expect(figure.threshold).toBe(threshold);
      return {
        value: share,
        interval,
        people: { n, k },
        companies,
        verdict: verdict ?? undefined,
        moreNeeded,
      };
    }
    case "price":
      return priceOf(answers, role, found as Point, figure);
    case "choice": {
      const chosen = answers.given(role, "anchor.choice");
      const of = (option: string) => answers.share(chosen, (row) => row["anchor.choice"] === option);
      const { share, interval, n, k } = of(found);
      for (const other of new Set(chosen.map((row) => row["anchor.choice"]!)))
        expect(of(other).k).toBeLessThanOrEqual(k);
      return { value: share, interval, people: { n, k } };
    }
    case "executive": {
      const { n, ...rest } = leadOf(answers.given(found, "anchor.choice"));
      return { ...rest, people: { n } };
    }
    case "opportunity":
      return opportunityFigure(answers, role, figure);
    case "gap": {
      const column = `anchor.importance/${found}`;
      const { gap, interval, companies } = gapOf(
        answers.rated("decider", column),
        answers.rated("user", column),
      );
      return { value: gap, interval, companies };
    }
    case "money":
      return moneyOf(sample)[role]?.() ?? null;
    default:
      return null;
  }
}

export function recountFigures(recount: Recount) {
  recount(
    ["pmf/scores", "price/decider/points", "market/0/ranges", "market/1/ranges", "money/figures"],
    ({ block, blocksOf, ...sample }) => {
      for (const key of ["pmf/scores", "price/decider/points", "money/figures"]) block(key, "figures");
      for (const at of [0, 1]) block(`market/${at}/ranges`, "figures");
      // Those of headlines, lamps and answers to the leader's questions are among them.
      const figures = [...figuresOf(sample.document).values()];
      expect(figures.length).toBeGreaterThanOrEqual(20);
      for (const figure of figures) {
        if (figure.key.startsWith("market/")) {
          recountMarketFigure(sample, figure);
          continue;
        }
        const wanted = wantedOf(sample, figure);
        if (!wanted) throw new Error(`nobody counts ${figure.key} anew`);
        near(figure.value, wanted.value!);
        if (wanted.interval !== undefined) nearEnds(figure.interval, wanted.interval);
        if (wanted.people) expect(figure.people, figure.key).toEqual(wanted.people);
        if (wanted.companies !== undefined) expect(figure.companies, figure.key).toBe(wanted.companies);
        expect(figure.verdict, figure.key).toBe(wanted.verdict);
        expect(figure.moreNeeded, figure.key).toBe(wanted.moreNeeded);
      }
    },
  );
}
