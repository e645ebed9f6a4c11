/** Every insight: its figures from the file, and how sure it is by the same tests in other words with other draws. */
import { expect } from "vitest";
import type { ReportInsight } from "~/domain/report/document/report-document";
import { errorShares } from "~/domain/report/insight";
import { average, type CsvRow, opportunityOf, priceMeter } from "../recount";
import {
  type Answers,
  answersIn,
  companyOf,
  fitOf,
  judged,
  named,
  numberAt,
  roles,
} from "../recount-answers";
import { beyondT, chanceByDealing, chanceOfLead, chanceOfMean } from "../recount-families";
import type { Recount } from "../recounting";
import type { SampledReport } from "../sampled-report";
import { priceEnds } from "./figures";
import { threshold } from "./fit";
import {
  around,
  drawnWithin,
  type Figure,
  known,
  ourDraws,
  peopleOf,
  segmentOf,
  type Wanted,
} from "./insight-parts";
import { agreement, contradiction, lead } from "./insights-between";
import { causeNames, needNames } from "./needs";

/** Of each company, the share of a role's people who name each thing. */
const sharesOf = (answers: Answers, role: string, column: string, values: readonly string[]) =>
  values.map((value) =>
    answers.byCompany(role, (row) =>
      (row[column] ?? "") === "" ? null : Number(named(row[column]).includes(value)),
    ),
  );
const idsOf = (names: typeof needNames) => names.map(({ value }) => value);

function need({ answers }: SampledReport, { about }: ReportInsight): Wanted {
  const [role] = about.roles!;
  const shares = sharesOf(answers, role!, "anchor.problems", idsOf(needNames)).map(known);
  const winner = idsOf(needNames).indexOf(about.need!);
  const [own, n] = [shares[winner]!, answers.of(role!).length];
  return {
    figures: [{ value: average(own), interval: around(own, 0.02, [0, 1]), n, companies: own.length }],
    sure: { p: 2 * roles.length * chanceOfLead(shares, winner), share: errorShares.need, drawn: false },
  };
}

/** Companies whose users named causes, and what their deciders need. */
function causesIn(answers: Answers) {
  const shares = sharesOf(answers, "user", "user.causes", idsOf(causeNames));
  const places = shares[0]!.flatMap((one, place) => (one === null ? [] : [place]));
  const needs = answers.companies.map((company) => {
    const deciders = answers.of("decider").filter((row) => companyOf(row) === company);
    return deciders.length > 0 ? new Set(deciders.flatMap((row) => named(row["anchor.problems"]))) : null;
  });
  return { shares, places, needs };
}

function cause({ answers }: SampledReport, { about }: ReportInsight): Wanted {
  const { shares, places, needs } = causesIn(answers);
  const at = idsOf(causeNames).indexOf(about.cause!);
  const usersIn = (some: readonly number[]) => peopleOf(answers, ["user"], some).length;
  const figureOf = (some: readonly number[]): Figure => {
    const own = some.map((place) => shares[at]![place]!);
    return {
      value: average(own),
      interval: around(own, 0.02, [0, 1]),
      n: usersIn(some),
      companies: own.length,
    };
  };
  if (about.roles!.length === 2) {
    const both = places.filter((place) => needs[place] !== null);
    const [naming, others] = [true, false].map((inside) =>
      both.filter((place) => needs[place]!.has(about.need!) === inside),
    );
    const groups = idsOf(needNames).map(
      (one) => new Set(both.flatMap((place, index) => (needs[place]!.has(one) ? [index] : []))),
    );
    const outcomes = shares.map((own) => both.map((place) => own[place]!));
    const pair = { group: idsOf(needNames).indexOf(about.need!), outcome: at };
    return {
      figures: [figureOf(naming!), figureOf(others!)],
      sure: {
        p: chanceByDealing(groups, outcomes, pair, ourDraws, 5),
        share: errorShares["cause-need"],
        drawn: true,
      },
    };
  }
  // The cause that leads among all users is asked beforehand; that behind one need is one look of several.
  const own = places.filter((place) => needs[place]?.has(about.need!) ?? false);
  const leads = (some: readonly number[]) => shares.map((row) => some.map((place) => row[place]!));
  const inAll = leads(places).map(average);
  return inAll[at] === Math.max(...inAll)
    ? {
        figures: [figureOf(places)],
        sure: { p: chanceOfLead(leads(places), at), share: errorShares["cause-leading"], drawn: false },
      }
    : {
        figures: [figureOf(own)],
        sure: {
          ...{ p: needNames.length * chanceOfLead(leads(own), at), share: errorShares["cause-need"] },
          drawn: false,
        },
      };
}

/** What matters to a role and is served badly: importance less satisfaction, beyond what it is on a person's other items. */
function badlyServed({ answers }: SampledReport, { about }: ReportInsight): Wanted {
  const asked = (question: "anchor" | "user", role: string) => {
    const [importance, satisfaction] =
      question === "anchor"
        ? ["anchor.importance", "anchor.satisfaction"]
        : ["user.feature-importance", "user.feature-satisfaction"];
    const items = answers.parts(importance!);
    const gapOf = (row: CsvRow, item: string) => {
      const [high, low] = [numberAt(row, `${importance}/${item}`), numberAt(row, `${satisfaction}/${item}`)];
      return high === null || low === null ? null : high - low;
    };
    return items.map((item) => ({
      ...{ role, item, importance: importance!, satisfaction: satisfaction!, floor: 1 / 6 },
      row: answers.byCompany(role, (row) => {
        const all = items.flatMap((one) => gapOf(row, one) ?? []);
        const own = gapOf(row, item);
        return own === null || all.length < 2 ? null : own - average(all);
      }),
    }));
  };
  const series = [...roles.flatMap((role) => asked("anchor", role)), ...asked("user", "user")];
  const [role] = about.roles!;
  const at = series.findIndex(
    (one) => one.role === role && one.item === about.item && one.importance === about.measure,
  );
  const { row, floor, importance, satisfaction } = series[at]!;
  const values = known(row);
  const score = opportunityOf(
    answers.rated(role!, `${importance}/${about.item}`),
    answers.rated(role!, `${satisfaction}/${about.item}`),
  );
  return {
    figures: [
      {
        value: average(values),
        interval: around(values, floor),
        n: answers.of(role!).length,
        companies: values.length,
      },
      { value: score.value, interval: null, n: score.n, companies: values.length },
    ],
    sure: { p: 2 * chanceOfMean(series, at, ourDraws, 8), share: errorShares.need, drawn: true },
  };
}

function verdict({ answers }: SampledReport, { about }: ReportInsight): Wanted {
  const [role] = about.roles!;
  const { places, all } = segmentOf(answers, about);
  const { score } = fitOf(places ? answersIn([...peopleOf(answers, roles, places)]) : answers, role!);
  const { share, interval, n, companies, effective, even } = score;
  const t = (Math.abs(share - threshold) * Math.sqrt(effective)) / Math.sqrt(threshold * (1 - threshold));
  const allOfOneMind = (share > threshold ? threshold : 1 - threshold) ** even;
  const p = Math.max(beyondT(t, Math.max(1, Math.min(effective, even) - 1)), allOfOneMind);
  const probably = judged(interval, threshold) === "undecided" && p <= 0.1;
  const found = probably ? `probably-${share > threshold ? "above" : "below"}` : judged(interval, threshold)!;
  expect(about.item).toBe(found);
  const part = places ? errorShares["fit-segment"] : errorShares.fit * (role === "user" ? 0.85 : 0.15);
  return {
    figures: [{ value: share, interval, n, companies }],
    ...(found !== "undecided" && { sure: { p: places ? all.length * 2 * p : p, share: part, drawn: false } }),
  };
}

const alone = { n: 0, companies: 0 };
function business({ document, books, rule }: SampledReport, { about }: ReportInsight): Wanted {
  if (about.item === "headroom") {
    // The same draws stand in the market's figures, which are counted anew.
    const blocks = document.chapters.flatMap((chapter) => chapter.blocks);
    const ranges = blocks.find(({ key }) => key === "market/0/ranges");
    const later = ranges?.kind === "figures" && ranges.figures.find(({ key }) => key === "market/0/later");
    if (!later) throw new Error("no market");
    return { figures: [{ value: later.value!, interval: [...later.interval!], ...alone }] };
  }
  const results = books.map((one) => one.revenue - one.variableCost - one.fixedCost);
  if (about.item === "runway")
    return { figures: [{ value: rule.cash! / -average(results.slice(-3)), interval: null, ...alone }] };
  return { figures: [{ value: results.at(-1)!, interval: null, ...alone }] };
}

function missing({ answers }: SampledReport, { about }: ReportInsight): Wanted {
  const heard = new Set(answers.of(about.roles![0]!).map(companyOf));
  const all = answers.companies.length;
  return { figures: [{ value: all - heard.size, interval: null, n: all, companies: all }] };
}

function price({ answers }: SampledReport, { about, figures }: ReportInsight): Wanted {
  const { points, prices } = priceMeter(answers.of(about.roles![0]!));
  const rising = answers.of(about.roles![0]!).filter((row) => priceMeter([row]).prices.length > 0);
  const companies = new Set(rising.map(companyOf)).size;
  priceEnds(answers, about.roles![0]!, "opp", figures[0]!.interval!);
  return { figures: [{ value: points.opp, n: prices.length, companies }] };
}

const counters: Partial<
  Record<ReportInsight["kind"], (sample: SampledReport, insight: ReportInsight) => Wanted>
> = {
  ...{ verdict, contradiction, agreement, need, cause, price, threat: lead, market: business },
  "missing-voice": missing,
  opportunity: (sample, insight) => (insight.about.rival ? lead : badlyServed)(sample, insight),
};

export function recountInsights(recount: Recount) {
  recount(["insight/*"], ({ blocksOf, block: _, ...sample }) => {
    const told = blocksOf("insight/", "insight");
    expect(told.length).toBeGreaterThan(8);
    for (const { key, insight } of told) {
      const count = counters[insight.kind];
      if (!count) throw new Error(`nobody counts ${key} anew`);
      const { figures, sure } = count(sample, insight);
      expect(insight.figures, key).toHaveLength(figures.length);
      figures.forEach(({ value, interval, n, companies }, at) => {
        const found = insight.figures[at]!;
        expect(found.value, key).toBeCloseTo(value, 8);
        if (interval === null) expect(found.interval, key).toBeNull();
        else
          interval?.forEach((end, side) => {
            expect(found.interval![side], key).toBeCloseTo(end, 6);
          });
        if (n !== undefined) expect(found.n, key).toBe(n);
        if (companies !== undefined) expect(found.companies, key).toBe(companies);
      });
      if (!sure) expect(insight.adjustedP, key).toBeNull();
      else if (sure.drawn)
        // What is capped at 1 may lie anywhere above.
        expect(
          insight.adjustedP === 1
            ? Math.max(0, sure.share - sure.p)
            : Math.abs(insight.adjustedP! * sure.share - sure.p),
          key,
        ).toBeLessThan(drawnWithin(sure.p));
      else expect(insight.adjustedP! / Math.min(1, sure.p / sure.share), key).toBeCloseTo(1, 2);
    }
  });
}
