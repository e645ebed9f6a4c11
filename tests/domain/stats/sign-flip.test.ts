import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "~/domain/stats/seeded-random";
import { signFlipFamily } from "~/domain/stats/sign-flip";

const places = (n: number) => Array.from({ length: n }, (_, place) => place);
const whole = (values: readonly number[], more: { draws?: number } = {}) =>
  signFlipFamily([{ places: places(values.length), values }], {
    seed: 1,
    companies: values.length,
    ...more,
  })[0];

describe("a family of sign-flip tests", () => {
  // sleep data (Student 1908): differences of ten patients; mean 1.58, t = 4.0621, p = 0.00283.
  const sleep = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];

  test("is Student's t of all companies", () => {
    const found = whole(sleep);
    expect(found?.mean).toBeCloseTo(1.58, 10);
    expect(found?.t).toBeCloseTo(4.0621, 4);
    expect(found?.p).toBeCloseTo(0.002833, 6);
    expect(found?.interval[0]).toBeCloseTo(0.7001, 3);
    // None of the 1 023 other ways to sign them gives more: the exact p is 2 / 1 024.
    expect(found?.adjustedP).toBeLessThan(0.006);
  });

  test("says nothing of four companies", () => {
    expect(whole([1, 1, 1, 1])).toBeNull();
  });

  test("five equal answers come about by luck once in 32 times, by the mid-p; answers that are all 0 are none at all", () => {
    // 2 of the 32 ways to sign them are as large, and count half.
    expect(whole([1, 1, 1, 1, 1])?.adjustedP).toBeCloseTo(1 / 32, 2);
    expect(whole([0, 0, 0, 0, 0, 0, 0, 0])).toMatchObject({ t: 0, p: 1, adjustedP: 0.5 });
  });

  test("the same seed gives the same p, and p is never 0", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 5, maxLength: 12 }), (values) => {
        expect(whole(values, { draws: 99 })).toEqual(whole(values, { draws: 99 }));
        const p = whole(values, { draws: 99 })?.adjustedP ?? 1;
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50 },
    );
  });

  test("looking at forty questions finds something by luck in one study of twenty at most", () => {
    const random = seededRandom(5);
    let found = 0;
    const studies = 400;
    for (let study = 0; study < studies; study++) {
      const series = Array.from({ length: 40 }, () => ({
        places: places(20),
        values: Array.from({ length: 20 }, () => Math.floor(random() * 5) - Math.floor(random() * 5)),
      }));
      const tests = signFlipFamily(series, { seed: study, companies: 20, draws: 399 });
      if (tests.some((one) => one && one.adjustedP <= 0.05)) found++;
    }
    // 5 % of 400 is 20, with two standard deviations of luck.
    expect(found).toBeLessThanOrEqual(29);
  });

  test("many companies are judged by t with Bonferroni, and quickly", () => {
    const random = seededRandom(9);
    const n = 2000;
    const values = Array.from({ length: n }, () => 0.3 + random() - random());
    const one = { places: places(n), values };
    const found = signFlipFamily([one, one], { seed: 1, companies: n })[0]!;
    expect(found.adjustedP).toBeCloseTo(Math.min(1, 2 * found.p), 12);
  });
});
