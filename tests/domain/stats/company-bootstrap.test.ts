import { describe, expect, it } from "vitest";
import { opportunityInterval } from "~/domain/features/opportunity-interval";
import { noValue, type Outcome, value } from "~/domain/outcome";
import { companyBootstrap } from "~/domain/stats/company-bootstrap";

const meanOf = (companies: readonly number[]): Outcome<number> =>
  value(companies.reduce((sum, company) => sum + company, 0) / companies.length);
const hundred = Array.from({ length: 100 }, (_, index) => index);

describe("company bootstrap", () => {
  it("is as wide as the normal interval of a mean of many companies", () => {
    const interval = companyBootstrap(hundred, meanOf, { seed: 1, draws: 4000 });
    if (!interval.ok) throw new Error(interval.reason);
    // mean 49.5, standard error √(833.25/100) = 2.887
    expect(interval.value[0]).toBeCloseTo(49.5 - 1.96 * 2.887, -0.5);
    expect(interval.value[1]).toBeCloseTo(49.5 + 1.96 * 2.887, -0.5);
  });

  it("repeats with its seed", () => {
    const draw = (seed: number) => companyBootstrap(hundred, meanOf, { seed });
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
  });

  it("has no interval of four companies, of too few draws, or when the statistic often has no value", () => {
    expect(companyBootstrap([1, 2, 3, 4], meanOf, { seed: 1 })).toMatchObject({
      reason: "too-few-companies",
    });
    expect(companyBootstrap(hundred, meanOf, { seed: 1, draws: 10 })).toMatchObject({
      reason: "out-of-range",
    });
    const rare = (companies: readonly number[]) =>
      companies[0]! < 50 ? noValue("no-data") : meanOf(companies);
    expect(companyBootstrap(hundred, rare, { seed: 1 })).toMatchObject({ reason: "too-few" });
  });

  it("is wider for opportunity when colleagues answer alike than when the same answers come from as many companies", () => {
    const ratings = Array.from({ length: 60 }, (_, index) => ({
      importance: Math.floor(index / 10) % 2 === 0 ? 5 : 2,
      satisfaction: 2,
    }));
    const width = (company: (index: number) => string) => {
      const interval = opportunityInterval(
        ratings.map((rating, index) => ({ ...rating, company: company(index) })),
        { seed: 9 },
      );
      return interval.ok ? interval.value[1] - interval.value[0] : 0;
    };
    const apart = width(String);
    expect(apart).toBeGreaterThan(0);
    expect(width((index) => String(Math.floor(index / 10)))).toBeGreaterThan(1.5 * apart);
  });
});
