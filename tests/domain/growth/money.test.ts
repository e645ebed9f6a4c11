import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  blankMonth,
  type MoneyMonth,
  moneyCsv,
  readMoneyTable,
  readMonthForm,
  typedMonth,
} from "~/domain/growth/money-form";
import { moneyResult } from "~/domain/growth/money-result";
import { readMonth, trailingRun } from "~/domain/growth/month";
import { readCohort, renewalRates } from "~/domain/growth/renewals";
import { runwayMonths } from "~/domain/growth/runway";
import { valued } from "../../support/valued";

const month = (given: Partial<MoneyMonth> & { month: string }): MoneyMonth => ({
  ...{ revenue: 0, variableCost: 0, fixedCost: 0, funding: 0 },
  ...{ acquisition: null, customers: null, won: null, lost: null },
  ...given,
});
const settings = { monthsRequired: 3, cash: null };

describe("months", () => {
  test.each([
    ["2026-03", "2026-03"],
    ["2026/3", "2026-03"],
    ["2026年3月", "2026-03"],
    [" ２０２６.11 ", "2026-11"],
    ["2026-13", null],
    ["26-03", null],
    ["March", null],
  ])("%s is %s", (typed, expected) => expect(readMonth(typed)).toBe(expected));

  test("the run ends with the last month and begins after the last gap", () => {
    const rows = ["2025-10", "2026-01", "2025-11", "2026-02", "2025-08"].map((one) => ({ month: one }));
    expect(trailingRun(rows).map((one) => one.month)).toEqual(["2026-01", "2026-02"]);
    expect(trailingRun([])).toEqual([]);
  });
});

describe("the break-even lamp of the books", () => {
  const earning = (name: string, result: number) =>
    month({ month: name, revenue: 100 + result, fixedCost: 100 });

  test("is met by three months in a row without a loss, whatever was funded", () => {
    const books = [
      earning("2026-01", -5),
      earning("2026-02", 0),
      earning("2026-03", 1),
      earning("2026-04", 2),
    ];
    expect(valued(moneyResult(books, settings).lamp)).toMatchObject({ met: true, selfSustainingMonths: 3 });
    const funded = [{ ...books[0]!, funding: 1_000 }, ...books.slice(1, 3)];
    expect(valued(moneyResult(funded, settings).lamp)).toMatchObject({ met: false, selfSustainingMonths: 2 });
    expect(valued(moneyResult(funded, { ...settings, monthsRequired: 2 }).lamp).met).toBe(true);
  });

  test("does not look across a missing month", () => {
    const books = [earning("2026-01", 1), earning("2026-02", 1), earning("2026-04", 1)];
    const result = moneyResult(books, settings);
    expect(valued(result.lamp)).toMatchObject({ met: false, tooEarly: true, selfSustainingMonths: 1 });
    expect(result.cutOff).toBe(2);
  });
});

describe("what a customer is worth", () => {
  // MetricHQ's example (UNI-03): ARPA 500, margin 75 %, churn 2.5 %, CAC 6,000.
  const books = ["2026-01", "2026-02"].map((name) =>
    month({
      ...{ month: name, revenue: 20_000, variableCost: 5_000, fixedCost: 12_000, acquisition: 6_000 },
      ...{ customers: 40, won: 1, lost: 1 },
    }),
  );
  test("is the published example", () => {
    const worth = valued(moneyResult(books, settings).value);
    expect(worth).toMatchObject({ arpa: 500, grossMargin: 0.75, cac: 6_000 });
    expect(worth.churn).toMatchObject({ rate: 0.025, lost: 1, customerMonths: 40 });
    expect(valued(worth.ltv)).toBeCloseTo(15_000, 6);
    expect(valued(worth.ltvToCac)).toBeCloseTo(2.5, 9);
    expect(valued(worth.paybackMonths)).toBeCloseTo(16, 9);
    const [low, high] = valued(worth.ratioRange);
    expect(low).toBeLessThan(2.5);
    expect(high).toBeGreaterThan(2.5);
  });

  test("needs customers in neighbouring months", () => {
    expect(moneyResult(books.slice(1), settings).value).toMatchObject({ ok: false, reason: "no-data" });
    expect(moneyResult([], settings).value).toMatchObject({ ok: false });
  });

  // UNI-05: fixed 140,000, price 500, variable 180.
  test("customers for break-even are the published ones", () => {
    const books = [
      month({ month: "2026-01", revenue: 50_000, variableCost: 18_000, fixedCost: 140_000, customers: 100 }),
    ];
    expect(valued(moneyResult(books, settings).needed)).toMatchObject({ exact: 437.5, units: 438 });
  });
});

test("runway is cash over the loss, and there is none without a loss", () => {
  expect(valued(runwayMonths(600_000, [-50_000, -40_000, -30_000]))).toEqual({ months: 15, burn: 40_000 });
  expect(runwayMonths(1, [5, -5])).toMatchObject({ ok: false, reason: "not-applicable" });
  expect(runwayMonths(1, [])).toMatchObject({ ok: false, reason: "no-data" });
  expect(runwayMonths(-1, [-1])).toMatchObject({ ok: false, reason: "out-of-range" });
});

describe("the forecast", () => {
  const growing = [100, 110, 121].map((revenue, index) =>
    month({ month: `2026-0${index + 1}`, revenue, fixedCost: 150 }),
  );
  test("counts months from the last at today's growth", () => {
    // 133.1, 146.41, 161.051 ≥ 150.
    const found = valued(moneyResult(growing, { ...settings, cash: 1_000 }).forecast);
    expect(found).toMatchObject({ month: 3, survives: true });
    expect(found.growth).toBeCloseTo(0.1, 9);
    expect(valued(moneyResult(growing, { ...settings, cash: 1 }).forecast).survives).toBe(false);
    expect(valued(moneyResult(growing, settings).forecast).survives).toBeNull();
  });
  test("says when it is there already, or never", () => {
    const there = growing.map((one) => ({ ...one, fixedCost: 1 }));
    expect(moneyResult(there, settings).forecast).toMatchObject({ ok: false, reason: "not-applicable" });
    const falling = growing.map((one, index) => ({ ...one, revenue: 100 - index }));
    expect(moneyResult(falling, settings).forecast).toMatchObject({ ok: false, reason: "never-reached" });
  });
});

describe("renewals", () => {
  test("count those that came to it, cohort by cohort", () => {
    const rates = renewalRates([
      { month: "2024-01", started: 40, renewed: [34, 31] },
      { month: "2024-04", started: 55, renewed: [45] },
      { month: "2025-06", started: 60, renewed: [] },
    ]);
    expect(rates).toMatchObject([
      { renewal: 1, due: 95, renewed: 79, cohorts: 2 },
      { renewal: 2, due: 34, renewed: 31, cohorts: 1 },
    ]);
    expect(rates[0]!.rate).toBeCloseTo(79 / 95, 12);
    expect(renewalRates([])).toEqual([]);
  });

  test("are read as they are typed", () => {
    expect(readCohort({ month: "2024年1月", started: "40", renewed: "34、 31" })).toEqual({
      ok: true,
      cohort: { month: "2024-01", started: 40, renewed: [34, 31] },
    });
    expect(readCohort({ month: "", started: "0", renewed: "50" })).toMatchObject({
      ok: false,
      problems: { month: "missing", started: "not-a-count" },
    });
    expect(readCohort({ month: "2024-01", started: "40", renewed: "30, 35" })).toMatchObject({
      problems: { renewed: "not-falling" },
    });
  });
});

describe("the books as text", () => {
  const amount = fc.integer({ min: 0, max: 1e9 });
  const count = fc.option(fc.integer({ min: 0, max: 1e6 }));
  const anyMonth = fc.record({
    month: fc
      .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, one]) => `${year}-${String(one).padStart(2, "0")}`),
    ...{ revenue: amount, variableCost: amount, fixedCost: amount, funding: amount },
    ...{ acquisition: fc.constant(null), customers: count, won: count, lost: count },
  });

  test("go out and come back unchanged, by file and by form", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyMonth, { selector: (one) => one.month }), (months) => {
        expect(readMoneyTable(moneyCsv(months))).toEqual({ ok: true, months, problems: [] });
        for (const one of months) expect(readMonthForm(typedMonth(one))).toEqual({ ok: true, month: one });
      }),
    );
  });

  test("come in with Chinese headers from a spreadsheet, lines that say nothing told", () => {
    const text =
      "月份\t收入\t变动成本\t固定成本\t备注\n2026年1月\t1.2万\t2,000\t9000\t好\n\n二月\t1\t1\t1\n2026-03\t-5\t0\t0";
    expect(readMoneyTable(text)).toMatchObject({
      ok: true,
      months: [{ month: "2026-01", revenue: 12_000, variableCost: 2_000, fixedCost: 9_000, customers: null }],
      problems: [
        { line: 4, field: "month", problem: "not-a-month" },
        { line: 5, field: "revenue", problem: "not-an-amount" },
      ],
    });
    expect(readMoneyTable("month;revenue\n2026-01;5")).toEqual({
      ok: false,
      missing: ["variableCost", "fixedCost"],
    });
  });

  test("are refused field by field", () => {
    expect(
      readMonthForm({
        ...blankMonth,
        month: "2026-01",
        revenue: "5",
        fixedCost: "1",
        acquisition: "2",
        won: "1.5",
      }),
    ).toEqual({
      ok: false,
      problems: { variableCost: "missing", won: "not-a-count", acquisition: "more-than-fixed" },
    });
  });
});
