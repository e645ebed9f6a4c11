import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importancePerformance } from "~/domain/features/importance-performance";
import { opportunityFromRatings, opportunityGap, opportunityScore } from "~/domain/features/opportunity";
import { opportunityInterval } from "~/domain/features/opportunity-interval";

describe("opportunity score", () => {
  // Ulwick (2002), HBR 80(1): "minimise recurrence of a blockage"
  it("agrees with the published angioplasty outcome", () => {
    expect(opportunityScore(9.5, 3.2)).toEqual({ ok: true, value: 15.8 });
  });

  it("gives an over-served outcome its importance alone", () => {
    expect(opportunityScore(3, 8)).toEqual({ ok: true, value: 3 });
  });

  it("refuses scores off the scale", () => {
    expect(opportunityScore(11, 3)).toEqual({ ok: false, reason: "out-of-range" });
    expect(opportunityScore(Number.NaN, 3)).toEqual({ ok: false, reason: "out-of-range" });
  });

  it("counts each question's own answers when one is missing", () => {
    const ratings = [
      { importance: 5, satisfaction: 2 },
      { importance: 4, satisfaction: null },
      { importance: 3, satisfaction: 4 },
      { satisfaction: 1 },
    ];
    const result = opportunityFromRatings(ratings);
    expect(result.ok && result.value.importance).toBeCloseTo(20 / 3, 12);
    expect(result.ok && result.value.satisfaction).toBeCloseTo(10 / 3, 12);
    expect(result.ok && result.value.opportunity).toBeCloseTo(10, 12);
    expect(result.ok && result.value.n).toBe(3);
    expect(opportunityFromRatings([{ importance: 5 }])).toEqual({ ok: false, reason: "no-data" });
  });

  it("lies between importance and twice importance", () => {
    const rating = fc.record({
      importance: fc.integer({ min: 1, max: 5 }),
      satisfaction: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(rating, { minLength: 1 }), (ratings) => {
        const result = opportunityFromRatings(ratings);
        if (!result.ok) return false;
        const { importance, opportunity } = result.value;
        return opportunity >= importance && opportunity <= 2 * importance;
      }),
    );
  });

  it("asks for 3 points of distance at 30 respondents and for less with more", () => {
    expect(opportunityGap(30)).toEqual({ ok: true, value: 3 });
    expect(opportunityGap(120)).toEqual({ ok: true, value: 1.5 });
    expect(opportunityGap(0)).toEqual({ ok: false, reason: "no-data" });
  });
});

describe("interval of an opportunity score", () => {
  const ratings = Array.from({ length: 60 }, (_, index) => ({
    importance: Math.floor(index / 10) % 2 === 0 ? 5 : 2,
    satisfaction: 2,
  }));
  const intervalBy = (company: (index: number) => string) =>
    opportunityInterval(
      ratings.map((rating, index) => ({ ...rating, company: company(index) })),
      { seed: 9 },
    );

  it("is wider when colleagues answer alike than when the same answers come from as many companies", () => {
    const [apart, alike] = [intervalBy(String), intervalBy((index) => String(Math.floor(index / 10)))];
    if (!apart.ok || !alike.ok) throw new Error("no interval");
    const [narrow, wide] = [apart, alike].map(({ value: [lower, upper] }) => upper - lower);
    expect(narrow).toBeGreaterThan(0);
    expect(wide).toBeGreaterThan(1.5 * narrow!);
  });

  it("repeats with its seed and needs five companies", () => {
    expect(intervalBy(String)).toEqual(intervalBy(String));
    expect(intervalBy((index) => String(index % 4))).toMatchObject({ reason: "too-few-companies" });
  });
});

describe("importance–performance analysis", () => {
  it("moves the verdict with the rule of the cross-hair", () => {
    const [importance, performance] = [
      [4.8, 4.2, 4, 4],
      [4.5, 3.2, 3, 2],
    ];
    const byMean = importancePerformance(importance, performance);
    const byMedian = importancePerformance(importance, performance, "median");
    const byScale = importancePerformance(importance, performance, { importance: 3, performance: 3 });
    expect(byMean).toMatchObject({
      value: {
        quadrants: ["keep-up", "possible-overkill", "low-priority", "low-priority"],
        rule: "grand-mean",
      },
    });
    expect(byMedian).toMatchObject({
      value: { quadrants: ["keep-up", "keep-up", "low-priority", "low-priority"] },
    });
    expect(byScale).toMatchObject({
      value: { quadrants: ["keep-up", "keep-up", "keep-up", "concentrate-here"] },
    });
  });

  it("needs items, and as many performances as importances", () => {
    expect(importancePerformance([], [])).toEqual({ ok: false, reason: "no-data" });
    expect(importancePerformance([1], [1, 2])).toEqual({ ok: false, reason: "lengths-differ" });
  });
});
