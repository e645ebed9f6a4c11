import fc from "fast-check";
import { expect, test } from "vitest";
import { trendEstimate } from "~/domain/market/survey-estimate";
import { trendGrowth } from "~/domain/market/trend-growth";
import { valued } from "../../support/valued";

const years = (...amounts: number[]) => amounts.map((amount, index) => ({ year: 2020 + index, amount }));

test("growth of a market that grows evenly is that growth, without a range", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -0.5, max: 2, noNaN: true }),
      fc.integer({ min: 3, max: 20 }),
      (growth, n) => {
        const found = valued(
          trendGrowth(years(...Array.from({ length: n }, (_, at) => 7 * (1 + growth) ** at))),
        );
        expect(found.growth).toBeCloseTo(growth, 9);
        expect(found.interval[1] - found.interval[0]).toBeLessThan(1e-5);
        expect(found.years).toBe(n);
      },
    ),
  );
});

test("growth has the interval of the slope of the logarithms", () => {
  // Logarithms 0, 1, 1, 2 at −1.5 … 1.5: slope 0.6, residual sum of squares 0.2, t(0.975, 2) = 4.302653.
  const found = valued(trendGrowth(years(1, Math.E, Math.E, Math.E ** 2)));
  const half = 4.302653 * Math.sqrt(0.2 / 2 / 5);
  expect(found.growth).toBeCloseTo(Math.exp(0.6) - 1, 9);
  expect(found.interval[0]).toBeCloseTo(Math.exp(0.6 - half) - 1, 5);
  expect(found.interval[1]).toBeCloseTo(Math.exp(0.6 + half) - 1, 5);
});

test("growth is refused of two years, of a year without sales, and without years", () => {
  expect(trendGrowth(years(1, 2))).toMatchObject({ reason: "too-few-points" });
  expect(trendGrowth(years(1, 0, 2))).toMatchObject({ reason: "not-positive" });
  expect(trendEstimate(null)).toMatchObject({ reason: "no-data" });
  expect(valued(trendEstimate(years(1, 2, 4)))).toMatchObject({ n: 3, companies: 0 });
});
