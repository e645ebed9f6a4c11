import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulateMarket } from "~/domain/market/market-simulation";
import { pert } from "~/domain/market/pert";
import { tornado } from "~/domain/market/tornado";
import { triangular } from "~/domain/market/triangular";

const anyPoints = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.nat(50), fc.nat(50))
  .map(([min, below, above]) => ({ min, mode: min + below, max: min + below + above }));
const chances = [0, 0.01, 0.1, 0.5, 0.9, 0.99, 1];

describe.each([
  ["triangular", triangular],
  ["Beta-PERT", pert],
])("%s", (_, distribution) => {
  it("has rising quantiles from the least to the most", () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const result = distribution(points, chances);
        if (!result.ok) return points.min === points.max;
        const { quantiles, mean } = result.value;
        expect(quantiles[0]).toBeCloseTo(points.min, 9);
        expect(quantiles.at(-1)).toBeCloseTo(points.max, 9);
        expect(mean).toBeGreaterThanOrEqual(points.min);
        expect(mean).toBeLessThanOrEqual(points.max);
        return quantiles.every((quantile, index) => index === 0 || quantile >= quantiles[index - 1]!);
      }),
    );
  });

  it("refuses points out of order and chances that are none", () => {
    expect(distribution({ min: 2, mode: 1, max: 3 })).toEqual({ ok: false, reason: "out-of-range" });
    expect(distribution({ min: 1, mode: 2, max: 3 }, [1.1])).toEqual({ ok: false, reason: "out-of-range" });
    expect(distribution({ min: 1, mode: Number.NaN, max: 3 })).toEqual({ ok: false, reason: "out-of-range" });
  });
});

describe("three equal points", () => {
  it("are certain in the triangular distribution and shapeless in PERT", () => {
    const certain = { min: 5, mode: 5, max: 5 };
    expect(triangular(certain, [0.1])).toEqual({ ok: true, value: { mean: 5, variance: 0, quantiles: [5] } });
    expect(pert(certain)).toEqual({ ok: false, reason: "no-variance" });
  });
});

describe("Beta-PERT", () => {
  it("is Beta(3, 3) over the range when the mode lies in the middle", () => {
    const result = pert({ min: 0, mode: 5, max: 10 }, [0.5]);
    if (!result.ok) throw new Error(result.reason);
    expect(result.value).toMatchObject({ alpha: 3, beta: 3, mean: 5 });
    // variance of Beta(3, 3) is 9/(36·7)
    expect(result.value.variance).toBeCloseTo(100 / 28, 12);
    expect(result.value.classicDeviation).toBeCloseTo(10 / 6, 12);
    expect(result.value.quantiles[0]).toBeCloseTo(5, 9);
  });
});

describe("Monte Carlo", () => {
  const factors = [
    { min: 10, mode: 20, max: 50 },
    { min: 1, mode: 2, max: 3, distribution: "pert" as const },
  ];

  it("gives the same range for the same seed and another for another", () => {
    const run = (seed: number) => simulateMarket(factors, { seed });
    expect(run(4)).toEqual(run(4));
    expect(run(4)).not.toEqual(run(5));
  });

  it("agrees with the moments of independent factors", () => {
    const result = simulateMarket(factors, { seed: 12 });
    const [first, second] = [triangular(factors[0]!), pert(factors[1]!)];
    if (!result.ok || !first.ok || !second.ok) throw new Error("no value");
    const mean = first.value.mean * second.value.mean;
    const squares =
      (first.value.variance + first.value.mean ** 2) * (second.value.variance + second.value.mean ** 2);
    expect(result.value.mean / mean).toBeCloseTo(1, 2);
    expect(result.value.deviation / Math.sqrt(squares - mean ** 2)).toBeCloseTo(1, 2);
    expect(result.value.draws).toBe(100_000);
    expect(result.value.p10).toBeLessThan(result.value.p50);
    expect(result.value.p50).toBeLessThan(result.value.p90);
  });

  it("agrees with the quantiles of a single factor, by either distribution", () => {
    const points = { min: 10, mode: 20, max: 50 };
    for (const distribution of ["triangular", "pert"] as const) {
      const result = simulateMarket([{ ...points, distribution }], { seed: 2 });
      const exact = (distribution === "pert" ? pert : triangular)(points);
      if (!result.ok || !exact.ok) throw new Error("no value");
      const { p10, p50, p90 } = result.value;
      [p10, p50, p90].forEach((quantile, index) => {
        expect(quantile / exact.value.quantiles[index]!).toBeCloseTo(1, 1.7);
      });
    }
  });

  it("takes any formula, and has no range when the formula has no number", () => {
    const certain = [
      { min: 6, mode: 6, max: 6 },
      { min: 2, mode: 2, max: 2 },
    ];
    const formula = ([whole = 0, part = 0]: readonly number[]) => whole / part;
    expect(simulateMarket(certain, { seed: 1, formula })).toMatchObject({
      value: { mean: 3, deviation: 0, p10: 3, p90: 3 },
    });
    const zero = [certain[0]!, { min: 0, mode: 0, max: 0 }];
    expect(simulateMarket(zero, { seed: 1, formula })).toEqual({ ok: false, reason: "out-of-range" });
  });

  it("refuses too few draws, too many, and no factors", () => {
    expect(simulateMarket(factors, { seed: 1, draws: 1000 })).toMatchObject({ reason: "too-few" });
    expect(simulateMarket(factors, { seed: 1, draws: 1e9 })).toMatchObject({ reason: "too-large" });
    expect(simulateMarket([], { seed: 1 })).toEqual({ ok: false, reason: "no-data" });
  });
});

describe("tornado", () => {
  it("puts the widest swing first, also when more of a factor means less", () => {
    const result = tornado(
      [
        { name: "companies", min: 90, mode: 100, max: 110 },
        { name: "churn", min: 1, mode: 2, max: 5 },
      ],
      ([companies = 0, churn = 1]) => companies / churn,
    );
    expect(result).toEqual({
      ok: true,
      value: {
        base: 50,
        bars: [
          { name: "churn", low: 100, high: 20, swing: 80 },
          { name: "companies", low: 45, high: 55, swing: 10 },
        ],
      },
    });
  });

  it("refuses factors out of order, none, and a formula without a number", () => {
    expect(tornado([])).toEqual({ ok: false, reason: "no-data" });
    expect(tornado([{ name: "a", min: 3, mode: 2, max: 1 }])).toEqual({ ok: false, reason: "out-of-range" });
    const divided = tornado([{ name: "a", min: 0, mode: 1, max: 2 }], ([a = 0]) => 1 / a);
    expect(divided).toEqual({ ok: false, reason: "out-of-range" });
  });
});
