import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bassDensity } from "~/domain/market/bass";
import { forecastLike, seriesTrend } from "~/domain/market/market-trend";
import { blankSeries, readSeries, typedSeries } from "~/domain/market/series-form";
import { valued } from "../../support/valued";

const yearly = (from: number, amounts: readonly number[]) => ({
  points: amounts.map((amount, index) => ({ year: from + index, amount })),
});
// BAS-03: US sales of video recorders.
const recorders = yearly(1980, [840, 1470, 2110, 4000, 7590, 10_950, 10_530, 9470, 7790, 5890]);

describe("a market over the years", () => {
  test("past its peak has the published curve, and the year of its peak", () => {
    const { fit, peakYear, growth } = seriesTrend(recorders);
    const { m, p, q } = valued(fit);
    expect(m / 67_980.95).toBeCloseTo(1, 3);
    expect(p / 0.00659398).toBeCloseTo(1, 3);
    expect(q / 0.63809).toBeCloseTo(1, 3);
    // T* = ln(q/p)/(p + q) = 7.09 years after 1979.
    expect(valued(peakYear)).toBeCloseTo(1979 + 7.09, 1);
    expect(valued(growth)).toBeCloseTo((5890 / 840) ** (1 / 9) - 1, 12);
  });

  test("that still grows, or is too short, refuses the curve and keeps its growth", () => {
    const growing = seriesTrend(yearly(2019, [12, 15, 19, 25, 33, 43, 56]));
    expect(growing.fit).toMatchObject({ ok: false, reason: "before-peak" });
    expect(growing.peakYear.ok).toBe(false);
    // UNI-01.
    const short = seriesTrend(yearly(2020, [10_000, 12_000, 15_000, 19_000]));
    expect(valued(short.growth)).toBeCloseTo(0.23856232963, 9);
    expect(short.fit).toMatchObject({ ok: false, reason: "too-few-points" });
    expect(seriesTrend({ points: [] }).growth).toMatchObject({ ok: false, reason: "no-data" });
  });
});

describe("a market like another", () => {
  test("gets back the potential it was drawn with", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.05, noNaN: true }),
        fc.double({ min: 0.1, max: 0.8, noNaN: true }),
        fc.integer({ min: 10, max: 1e6 }),
        (p, q, m) => {
          const sales = [1, 2, 3, 4].map((time) => m * bassDensity(p, q, time));
          const { model, years } = valued(forecastLike(yearly(2020, sales), { p, q }, 3));
          expect(model.m / m).toBeCloseTo(1, 9);
          expect(years.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
          expect(years.map(({ seen }) => seen === null)).toEqual([
            ...Array(4).fill(false),
            ...Array(3).fill(true),
          ]);
        },
      ),
    );
  });

  test("needs years of its own, and a curve", () => {
    expect(forecastLike({ points: [] }, { p: 0.01, q: 0.4 })).toMatchObject({ ok: false, reason: "no-data" });
    expect(forecastLike(recorders, { p: 0, q: 0.4 })).toMatchObject({ ok: false, reason: "out-of-range" });
    expect(forecastLike(yearly(2020, [0, 0]), { p: 0.01, q: 0.4 })).toMatchObject({ ok: false });
  });
});

describe("years as they are typed", () => {
  test("come in any order, from a spreadsheet or in Chinese, and go back", () => {
    const typed = { ...blankSeries, name: "Ours", points: "2021\t1.2万\n2020, 8,400\n\n2022年：1 300" };
    const read = readSeries(typed);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.series.points).toEqual([
      { year: 2020, amount: 8_400 },
      { year: 2021, amount: 12_000 },
      { year: 2022, amount: 1_300 },
    ]);
    expect(readSeries(typedSeries(read.series))).toEqual(read);
  });

  test.each([
    ["2020, 5", "too-few-years"],
    ["2020, 5\n2022, 6", "gap"],
    ["2020, 5\n2020, 6", "gap"],
    ["2020, 5\nlater, 6", "not-years"],
    ["2020, -5\n2021, 6", "not-years"],
  ])("%j is refused: %s", (points, problem) => {
    expect(readSeries({ ...blankSeries, name: "Ours", points })).toEqual({
      ok: false,
      problems: { points: problem },
    });
  });

  test("need a name and a kind that is offered", () => {
    expect(readSeries({ ...blankSeries, kind: "theirs", points: "2020, 1\n2021, 2" })).toEqual({
      ok: false,
      problems: { name: "missing", kind: "not-offered" },
    });
  });
});
