import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { companyBootstrap } from "~/domain/chain/company-bootstrap";
import { roleGap } from "~/domain/chain/role-gap";
import {
  averageDeviation,
  withinGroupAgreement,
  withinGroupAgreementOfItems,
} from "~/domain/chain/within-company-agreement";
import { valued } from "../../support/valued";

describe("agreement inside a company", () => {
  test("1 when all say the same, 0 at the spread of thrown answers and beyond", () => {
    expect(valued(withinGroupAgreement([4, 4, 4], 5))).toBe(1);
    expect(valued(withinGroupAgreement([1, 5], 5))).toBe(0);
    expect(withinGroupAgreement([4], 5)).toMatchObject({ reason: "too-few" });
    expect(withinGroupAgreement([4, 4], 1)).toMatchObject({ reason: "out-of-range" });
  });

  test("over one item it is r_wg, over more parallel items it is surer", () => {
    const one = valued(withinGroupAgreement([3, 4, 4, 5], 5));
    expect(valued(withinGroupAgreementOfItems([[3, 4, 4, 5]], 5))).toBeCloseTo(one, 12);
    expect(
      valued(
        withinGroupAgreementOfItems(
          [
            [3, 4, 4, 5],
            [5, 4, 4, 3],
          ],
          5,
        ),
      ),
    ).toBeGreaterThan(one);
    expect(
      valued(
        withinGroupAgreementOfItems(
          [
            [1, 5],
            [1, 5],
          ],
          5,
        ),
      ),
    ).toBe(0);
    expect(withinGroupAgreementOfItems([], 5)).toMatchObject({ reason: "no-data" });
    expect(withinGroupAgreementOfItems([[1, 2], [1]], 5)).toMatchObject({ reason: "too-few" });
  });

  test("average deviation around mean and median", () => {
    expect(valued(averageDeviation([1, 1, 4]))).toBeCloseTo(4 / 3, 12);
    expect(valued(averageDeviation([1, 1, 4], "median"))).toBe(1);
    expect(averageDeviation([])).toMatchObject({ reason: "no-data" });
  });
});

describe("the gap between two roles", () => {
  const pairs = [
    { first: [5, 5], second: [3] },
    { first: [4], second: [3, 3] },
    { first: [5], second: [2] },
    { first: [3], second: [3] },
    { first: [4], second: [2] },
    { first: [5], second: [] },
  ];

  test("is paired within companies; who lacks a role is left out", () => {
    // Gaps 2, 1, 3, 0, 2: mean 1.6, s = √1.3, t of 4 degrees of freedom 2.776445.
    const found = valued(roleGap(pairs));
    expect(found.companies).toBe(5);
    expect(found.gap).toBeCloseTo(1.6, 12);
    expect(found.se).toBeCloseTo(Math.sqrt(1.3 / 5), 12);
    expect(found.interval[0]).toBeCloseTo(1.6 - 2.7764451 * Math.sqrt(1.3 / 5), 6);
    const turned = valued(roleGap(pairs.map(({ first, second }) => ({ first: second, second: first }))));
    expect(turned.gap).toBeCloseTo(-found.gap, 12);
    expect(turned.p).toBeCloseTo(found.p, 12);
  });

  test("fewer than five companies with both roles say nothing", () => {
    expect(roleGap(pairs.slice(0, 4))).toMatchObject({
      reason: "too-few-companies",
      detail: { companies: 4 },
    });
    const level = Array.from({ length: 5 }, () => ({ first: [3], second: [3] }));
    expect(valued(roleGap(level))).toMatchObject({ gap: 0, p: 1, interval: [0, 0] });
    expect(valued(roleGap(level.map((one) => ({ ...one, first: [4] }))))).toMatchObject({ gap: 1, p: 0 });
  });
});

describe("drawing companies again", () => {
  const answers = [4.1, 2.3, 4.9, 3.2, 3.7, 4.4, 1.6, 4.8, 2.9, 3.5];
  const mean = (drawn: readonly number[]) => ({
    ok: true as const,
    value: drawn.reduce((sum, one) => sum + one, 0) / drawn.length,
  });

  test("the seed repeats the interval; it holds the figure and lies within the data", () => {
    const once = valued(companyBootstrap(answers, mean, { seed: 42 }));
    expect(valued(companyBootstrap(answers, mean, { seed: 42 }))).toEqual(once);
    expect(valued(companyBootstrap(answers, mean, { seed: 43 })).interval).not.toEqual(once.interval);
    expect(once.draws).toBe(2000);
    expect(once.interval[0]).toBeGreaterThan(1);
    expect(once.interval[0]).toBeLessThan(3.5);
    expect(once.interval[1]).toBeGreaterThan(3.5);
    expect(once.interval[1]).toBeLessThan(5);
  });

  test("refuses few companies, few draws and a figure that mostly has no value", () => {
    expect(companyBootstrap(answers.slice(0, 4), mean, { seed: 1 })).toMatchObject({
      reason: "too-few-companies",
    });
    expect(companyBootstrap(answers, mean, { seed: 1, draws: 999 })).toMatchObject({
      reason: "out-of-range",
    });
    const none = () => ({ ok: false as const, reason: "no-data" as const });
    expect(companyBootstrap(answers, none, { seed: 1 })).toMatchObject({ reason: "no-variance" });
  });
});

describe("whatever the answers", () => {
  const ratings = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 8 });
  const pairs = fc.array(fc.record({ first: ratings, second: ratings }), { minLength: 5, maxLength: 20 });

  test("r_wg lies in 0 to 1 and does not care who said what, or which end of the scale is high", () => {
    fc.assert(
      fc.property(ratings, (given) => {
        const agreement = valued(withinGroupAgreement(given, 5));
        expect(agreement).toBeGreaterThanOrEqual(0);
        expect(agreement).toBeLessThanOrEqual(1);
        expect(valued(withinGroupAgreement(given.toReversed(), 5))).toBeCloseTo(agreement, 12);
        const turned = given.map((one) => 6 - one);
        expect(valued(withinGroupAgreement(turned, 5))).toBeCloseTo(agreement, 12);
        expect(valued(averageDeviation(turned))).toBeCloseTo(valued(averageDeviation(given)), 12);
      }),
    );
  });

  test("a gap lies in its interval and turns its sign with the roles", () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const { gap, interval, p } = valued(roleGap(given));
        expect(interval[0]).toBeLessThanOrEqual(gap);
        expect(interval[1]).toBeGreaterThanOrEqual(gap);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        const turned = valued(roleGap(given.map(({ first, second }) => ({ first: second, second: first }))));
        expect(turned.gap).toBeCloseTo(-gap, 12);
        expect(turned.p).toBeCloseTo(p, 9);
      }),
    );
  });

  test("companies drawn anew give an interval inside what the companies themselves say", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 12 }), (given) => {
        const mean = (drawn: readonly number[]) => ({
          ok: true as const,
          value: drawn.reduce((sum, one) => sum + one, 0) / drawn.length,
        });
        const { interval } = valued(companyBootstrap(given, mean, { seed: 5, draws: 1000 }));
        expect(interval[0]).toBeGreaterThanOrEqual(Math.min(...given));
        expect(interval[1]).toBeLessThanOrEqual(Math.max(...given));
      }),
      { numRuns: 20 },
    );
  });
});
