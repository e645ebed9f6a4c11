/** Every figure of the sample report, counted anew from its CSV file by other words than the product's. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listContents } from "~/data/entries";
import { findStudy } from "~/data/studies";
import type { ChainRole } from "~/domain/chain/role";
import type { MoneyMonth } from "~/domain/growth/money-form";
import { usualSettings } from "~/domain/growth/money-result";
import type { MarketModel } from "~/domain/market/market-model";
import {
  type Block,
  figuresOf,
  numberIn,
  type ReportDocument,
} from "~/domain/report/document/report-document";
import { sampleBrief } from "~/domain/study/sample-brief";
import * as files from "~/routes/reports/file";
import { readMarket } from "~/server/market";
import { useStore } from "~/server/store";
import type { Store } from "~db/client";
import { seedSample } from "~db/seed/sample";
import { loadedReport } from "../support/loaded-report";
import {
  average,
  type CsvRow,
  gapOf,
  leadOf,
  meanOf,
  opportunityOf,
  parseCsv,
  priceMeter,
  shareOf,
  total,
} from "../support/recount";
import { blockOf, near, nearEnds } from "../support/report-block";
import { signedIn } from "../support/signed-in";
import { openMemoryStore } from "../support/stores";

let store: Store;
let rows: CsvRow[] = [];
let document: ReportDocument;
let market: MarketModel;
let books: MoneyMonth[] = [];
let cash: number | null = null;
beforeAll(async () => {
  store = await openMemoryStore();
  useStore(store);
  const owner = await signedIn(store);
  const studyId = await seedSample(store, { workspaceId: owner.workspaceId, now: Date.now() });
  document = (await loadedReport(owner.request("/x"), studyId)).document;
  const csv = await files.loader({
    request: owner.request("/x"),
    params: { studyId, file: "report.csv" },
    context: {},
  });
  const where = { workspaceId: owner.workspaceId, studyId };
  books = await listContents(store, { ...where, kind: "money-month" });
  cash = ((await listContents(store, { ...where, kind: "money-rule" }))[0] ?? usualSettings).cash;
  const study = await findStudy(store, { workspaceId: owner.workspaceId, studyId });
  // What is tied to the survey is read as the market page reads it; the draws are ours.
  const [scenario] = (await readMarket(store, study!)).scenarios;
  market = scenario!.model;
  rows = parseCsv((await csv.text()).replace(/^\uFEFF/, ""));
});
afterAll(() => store.close());

const roles = ["decider", "user", "requester"] as const;
const of = (role: string) => rows.filter((row) => row.role === role);
const given = (role: string, column: string) => of(role).filter((row) => (row[column] ?? "") !== "");
const company = (row: CsvRow) => row.company ?? "";
const rated = (role: string, column: string) =>
  given(role, column)
    .filter((row) => Number.isFinite(Number(row[column])))
    .map((row) => ({ company: company(row), value: Number(row[column]) }));

const block = <K extends Block["kind"]>(key: string, kind: K) => blockOf(document, key, kind);

/** Those who used it often enough, and said something else than N/A. */
const eligible = (role: string) =>
  given(role, "pmf.disappointment").filter((row) =>
    ["2-4", "5-9", "10+"].includes(row["user.core-uses"] ?? ""),
  );
const counted = (role: string) => eligible(role).filter((row) => row["pmf.disappointment"] !== "na");

const meter = () => priceMeter(of("decider"));

type Recount = () => { value: number; interval?: [number, number] | null; n?: number; companies?: number };

const recount: Record<string, Recount> = {
  "gates/frequency": () => {
    const known = given("user", "pmf.disappointment").filter((row) => (row["user.core-uses"] ?? "") !== "");
    const { share, ...rest } = shareOf(
      known.map((row) => ({ company: company(row), yes: eligible("user").includes(row) })),
    );
    return { value: share, ...rest };
  },
  ...Object.fromEntries(
    (["user", "decider"] as const).map((role) => [
      `pmf/${role}/score`,
      () => {
        const { share, interval, n, companies } = shareOf(
          counted(role).map((row) => ({ company: company(row), yes: row["pmf.disappointment"] === "very" })),
        );
        return { value: share, interval, n, companies };
      },
    ]),
  ),
  ...Object.fromEntries(
    (["opp", "idp", "pmc", "pme"] as const).map((point) => [
      `price/decider/${point}`,
      () => ({ value: meter().points[point], n: meter().prices.length }),
    ]),
  ),
};

const opportunityIn = (column: string) =>
  opportunityOf(...[column, column.replace("importance", "satisfaction")].map((one) => rated("user", one)));

/** Keys that end in what was found: which option, which attribute. */
function recountOf(key: string): Recount | undefined {
  const [kind, role = "", found = ""] = key.split("/");
  if (kind === "choice")
    return () => {
      const chosen = given(role, "anchor.choice");
      const { share, interval, n } = shareOf(
        chosen.map((row) => ({ company: company(row), yes: row["anchor.choice"] === found })),
      );
      return { value: share, interval, n };
    };
  if (kind === "executive" && found) return () => leadOf(given(found, "anchor.choice"));
  if (kind === "opportunity") return () => opportunityIn(`user.feature-importance/${role}`);
  if (kind === "gap")
    return () => {
      const column = `anchor.importance/${found}`;
      const { gap, companies, interval } = gapOf(rated("decider", column), rated("user", column));
      return { value: gap, interval, companies };
    };
  return recount[key];
}

describe("the figures", () => {
  test("each is counted anew, none is left out", () => {
    const figures = [...figuresOf(document).values()];
    expect(figures.length).toBeGreaterThanOrEqual(10);
    for (const figure of figures) {
      if (/^(market|money)\//.test(figure.key)) continue;
      const again = recountOf(figure.key);
      if (!again) throw new Error(`nobody counts ${figure.key} anew`);
      const { value, interval, n, companies } = again();
      near(figure.value, value);
      if (interval !== undefined) nearEnds(figure.interval, interval);
      if (n !== undefined) expect(figure.people?.n).toBe(n);
      if (companies !== undefined) expect(figure.companies).toBe(companies);
    }
  });

  test("the market: drawn anew from its assumptions, to a hundredth", () => {
    const figures = figuresOf(document);
    const { segments, years, goal } = market;
    let state = 12_345;
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    const draw = ({ low, likely, high }: { low: number; likely: number; high: number }) => {
      const u = random();
      const cut = high === low ? 1 : (likely - low) / (high - low);
      if (u < cut) return low + Math.sqrt(u * (high - low) * (likely - low));
      return high - Math.sqrt((1 - u) * (high - low) * (high - likely));
    };
    const draws = Array.from({ length: 60_000 }, () => {
      const sums = { tam: 0, sam: 0, som: 0, later: 0 };
      for (const segment of segments) {
        const tam = draw(segment.companies) * draw(segment.arpa);
        const sam = tam * draw(segment.fit);
        const som = sam * draw(segment.reach) * draw(segment.win);
        sums.tam += tam;
        sums.sam += sam;
        sums.som += som;
        sums.later += som * (1 + draw(segment.growth)) ** years;
      }
      return sums;
    });
    for (const size of ["tam", "sam", "som", "later"] as const) {
      const sorted = draws.map((one) => one[size]).sort((a, b) => a - b);
      const at = (share: number) => sorted[Math.floor(share * sorted.length)]!;
      const figure = figures.get(`market/0/${size}`)!;
      expect(figure.value! / at(0.5)).toBeCloseTo(1, 1.5);
      expect(figure.interval![0] / at(0.1)).toBeCloseTo(1, 1.5);
      expect(figure.interval![1] / at(0.9)).toBeCloseTo(1, 1.5);
    }
    const reached = draws.filter(({ later }) => goal !== null && later >= goal).length / draws.length;
    expect(figures.get("market/chance")?.value).toBeCloseTo(reached, 1.5);
  });

  test("the money: churn, cost of a customer, their ratio and the runway from the books", () => {
    const figures = figuresOf(document);
    expect(books.length).toBeGreaterThan(6);
    const six = books.slice(-6);
    const sum = (pick: (one: (typeof books)[number]) => number) => total(six.map(pick));
    const exposed = total(books.slice(-7, -1).map(({ customers }) => customers ?? 0));
    const churn = sum(({ lost }) => lost ?? 0) / exposed;
    near(figures.get("money/churn")?.value, churn);
    const z = 1.959963984540054;
    const half =
      (z * Math.sqrt((churn * (1 - churn)) / exposed + z ** 2 / (4 * exposed ** 2))) / (1 + z ** 2 / exposed);
    const middle = (churn + z ** 2 / (2 * exposed)) / (1 + z ** 2 / exposed);
    const ends = [middle - half, middle + half] as [number, number];
    nearEnds(figures.get("money/churn")?.interval, ends);
    const cac = sum(({ acquisition }) => acquisition ?? 0) / sum(({ won }) => won ?? 0);
    near(figures.get("money/cac")?.value, cac);
    const arpa = sum(({ revenue }) => revenue) / sum(({ customers }) => customers ?? 0);
    const margin = 1 - sum(({ variableCost }) => variableCost) / sum(({ revenue }) => revenue);
    near(figures.get("money/ltv-cac")?.value, (arpa * margin) / churn / cac);
    nearEnds(figures.get("money/ltv-cac")?.interval, [
      (arpa * margin) / ends[1] / cac,
      (arpa * margin) / ends[0] / cac,
    ]);
    const runway = figures.get("money/runway");
    if (runway) {
      const burn = -average(books.slice(-3).map((one) => one.revenue - one.variableCost - one.fixedCost));
      near(runway.value, cash! / burn);
    }
  });

  test("intervals of prices hold their price; that of the optimum is no wider than the prices named", () => {
    for (const { key, value, interval } of figuresOf(document).values()) {
      if (!key.startsWith("price/")) continue;
      expect(interval?.[0]).toBeLessThanOrEqual(value!);
      expect(interval?.[1]).toBeGreaterThanOrEqual(value!);
      expect(interval?.[0]).toBeGreaterThanOrEqual(Math.min(...meter().prices.flat()));
    }
  });

  test("the sample's story: users undecided, deciders below", () => {
    expect(sampleBrief.pmfRule).toMatchObject({ threshold: 0.4, minUses: 2 });
    const figures = figuresOf(document);
    expect(figures.get("pmf/user/score")?.verdict).toBe("undecided");
    expect(figures.get("pmf/decider/score")?.verdict).toBe("below");
  });
});

describe("the charts and tables", () => {
  test("responses and companies", () => {
    expect(document.responses).toBe(rows.length);
    expect(document.companies).toBe(new Set(rows.map(company)).size);
    const { rows: turnout } = block("quality/turnout", "table");
    turnout.forEach((row, at) => {
      expect(numberIn(row[2]!)).toBe(of(roles[at]!).length);
      expect(row[3]).toBe(new Set(of(roles[at]!).map(company)).size);
    });
  });

  test.each(["importance", "satisfaction"])("means of %s with their intervals", (about) => {
    const { chart } = block(`chain/${about}`, "chart");
    if (!("categories" in chart)) throw new Error("no categories");
    const attributes = Object.keys(rows[0]!).filter((name) => name.startsWith(`anchor.${about}/`));
    expect(attributes).toHaveLength(chart.categories.length);
    for (const series of chart.series)
      attributes.forEach((column, at) => {
        const { mean, interval } = meanOf(rated(series.role!, column));
        near(series.values[at], mean);
        nearEnds(series.intervals?.[at], interval);
      });
  });

  test("gaps within companies", () => {
    const { rows: gaps } = block("chain/gaps", "table");
    const columns = Object.keys(rows[0]!).filter((name) => name.startsWith("anchor.importance/"));
    const wanted = columns
      .map((column) => gapOf(rated("decider", column), rated("user", column)))
      .sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap));
    expect(gaps).toHaveLength(wanted.length);
    gaps.forEach(([, gap, low, high, companies], at) => {
      near(numberIn(gap!), wanted[at]!.gap);
      nearEnds([numberIn(low!)!, numberIn(high!)!], wanted[at]!.interval);
      expect(companies).toBe(wanted[at]!.companies);
    });
  });

  test("how the PMF answers divide, and the counts behind them", () => {
    const { chart } = block("pmf/divided", "chart");
    const { rows: counts } = block("pmf/counts", "table");
    const asked = (["user", "decider"] as const).map((role) => ({ role, n: counted(role).length }));
    if (!("categories" in chart)) throw new Error("no categories");
    ["very", "somewhat", "not"].forEach((answer, line) => {
      asked.forEach(({ role, n }, at) => {
        const k = counted(role).filter((row) => row["pmf.disappointment"] === answer).length;
        near(chart.series[line]?.values[at], k / n);
        expect(numberIn(counts[line]![at + 1]!)).toBe(k);
      });
    });
    asked.forEach(({ role, n }, at) => {
      expect(numberIn(counts[3]![at + 1]!)).toBe(eligible(role).length - n);
      expect(numberIn(counts[4]![at + 1]!)).toBe(
        given(role, "pmf.disappointment").length - eligible(role).length,
      );
    });
  });

  test.each([
    ["needs/problems", "anchor.problems"],
    ["needs/causes", "user.causes"],
    ["needs/stop-paying", "decider.stop-paying"],
    ["competitors/choice", "anchor.choice"],
    ["pmf/frequency", "pmf.frequency"],
  ])("%s: every bar with its interval", (key, column) => {
    const { chart } = block(key, "chart");
    if (!("categories" in chart)) throw new Error("no categories");
    for (const { role, values, intervals } of chart.series) {
      const answered = given(role!, column).map((row) => ({
        company: company(row),
        picked: row[column]!.split("; "),
      }));
      const options = [...new Set(answered.flatMap(({ picked }) => picked))];
      const wanted = options
        .map((option) =>
          shareOf(
            answered.map(({ company: where, picked }) => ({ company: where, yes: picked.includes(option) })),
          ),
        )
        .map(({ share, interval }) => `${share.toFixed(8)} ${interval?.map((end) => end.toFixed(7))}`);
      const found = values.flatMap((value, at) =>
        value ? [`${value.toFixed(8)} ${intervals?.[at]?.map((end) => end.toFixed(7))}`] : [],
      );
      expect(found.length).toBeGreaterThan(0);
      // Bars without anybody stand in the chart; the file names no such option.
      for (const bar of found) expect(wanted).toContain(bar);
    }
  });

  test("opportunity: ten times the share of fours and fives", () => {
    const { rows: features } = block("needs/opportunity", "table");
    const columns = Object.keys(rows[0]!).filter((name) => name.startsWith("user.feature-importance/"));
    const wanted = columns.map((column) => opportunityIn(column).value).sort((a, b) => b - a);
    expect(features).toHaveLength(wanted.length);
    features.forEach((row, at) => {
      near(numberIn(row[3]!), wanted[at]!);
    });
  });

  test("price curves: who finds each price too cheap, a bargain, expensive, too expensive", () => {
    const { chart, people } = block("price/decider/curves", "chart");
    if ("categories" in chart) throw new Error("no points");
    const n = meter().prices.length;
    expect(people).toBe(n);
    const { above, atOrBelow } = meter();
    const curves = [above(0), above(1), atOrBelow(2), atOrBelow(3)];
    chart.series.forEach(({ points }, at) => {
      for (const { x, y } of points) near(y, curves[at]!(x) / n);
    });
  });

  test("the ladder: whoever accepts a price accepts the lower ones", () => {
    const { rows: steps } = block("price/ladder", "table");
    const rungs = Object.keys(rows[0]!)
      .filter((name) => name.startsWith("price.ladder/"))
      .map((name) => ({ name, price: Number(name.split("/")[1]) }))
      .sort((a, b) => a.price - b.price);
    const known = of("decider").map((row) => ({
      yes: Math.max(-1, ...rungs.filter(({ name }) => row[name] === "true").map(({ price }) => price)),
      no: Math.min(1e12, ...rungs.filter(({ name }) => row[name] === "false").map(({ price }) => price)),
    }));
    expect(steps).toHaveLength(rungs.length);
    steps.forEach((step, at) => {
      const { price } = rungs[at]!;
      const yes = known.filter((one) => price <= one.yes).length;
      const no = known.filter((one) => price > one.yes && price >= one.no).length;
      expect(step[0]).toBe(price);
      near(numberIn(step[1]!), yes / (yes + no));
      expect(numberIn(step[2]!)).toBe(yes + no);
    });
  });

  test("the heat map and the coverage", () => {
    const { rows: companies } = block("chain/companies", "table");
    expect(total(companies.flatMap(([, ...cells]) => cells.map((cell) => numberIn(cell)!)))).toBe(
      rows.length,
    );
    const heard = new Map<string, Set<string>>();
    for (const row of rows) heard.set(company(row), (heard.get(company(row)) ?? new Set()).add(row.role!));
    const lacking = (role: ChainRole) => [...heard.values()].filter((own) => !own.has(role)).length;
    const coverage = block("chain/coverage", "table").rows.map((row) => numberIn(row[1]!));
    const all = [...heard.values()].filter((own) => own.size === 3).length;
    expect(coverage).toEqual([all, lacking("decider"), lacking("user"), lacking("requester")]);
  });

  test("what matters most to each role", () => {
    const { rows: wants } = block("needs/wants", "table");
    const columns = Object.keys(rows[0]!).filter((name) => name.startsWith("anchor.importance/"));
    const wanted = roles.flatMap((role) =>
      columns
        .map((column) => average(rated(role, column).map(({ value }) => value)))
        .sort((a, b) => b - a)
        .slice(0, 3),
    );
    expect(wants.map((row) => numberIn(row[2]!)?.toFixed(8))).toEqual(wanted.map((mean) => mean.toFixed(8)));
  });
});
