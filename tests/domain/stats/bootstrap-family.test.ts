import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bootstrapFamily } from "~/domain/stats/bootstrap-family";
import { seededRandom } from "~/domain/stats/seeded-random";

const places = (n: number, from = 0) => Array.from({ length: n }, (_, place) => from + place);
// sleep data (Student 1908): differences of ten patients; mean 1.58, t = 4.0621, p = 0.002833.
const sleep = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];

describe("a family of bootstrap tests", () => {
  test("is Student's t of all companies, and of a segment on the spread of both sides", () => {
    const [whole, part] = bootstrapFamily([{ values: sleep }], [null, places(5)], { seed: 1 });
    expect(whole).toMatchObject({ companies: 10, outside: null });
    expect(whole?.mean).toBeCloseTo(1.58, 10);
    expect(whole?.p).toBeCloseTo(0.002833, 6);
    expect(whole?.interval[0]).toBeCloseTo(0.7001, 3);
    expect(whole!.adjustedP).toBeGreaterThanOrEqual(whole!.p);
    expect(part).toMatchObject({ companies: 5, group: 1 });
    expect(part?.mean).toBeCloseTo(1.24, 10);
    expect(part?.outside).toBeCloseTo(1.92, 10);
    // Sums of squares 2.892 and 9.568 about both means, on 8 degrees of freedom; t(0.975, 8) = 2.306.
    const se = Math.sqrt((2.892 + 9.568) / 8 / 5);
    expect(part?.interval[1]).toBeCloseTo(1.24 + 2.306004 * se, 5);
  });

  test("says nothing of four companies, four in a segment, or all but one", () => {
    expect(bootstrapFamily([{ values: [1, 1, 1, 1, null] }], [null], { seed: 1 })).toEqual([]);
    expect(bootstrapFamily([{ values: sleep }], [places(4), places(9)], { seed: 1 })).toEqual([]);
    expect(bootstrapFamily([], [null], { seed: 1 })).toEqual([]);
  });

  test("answers that are all equal are no proof over many items; answers that are all 0 are none at all", () => {
    const [five] = bootstrapFamily(
      places(16).map((item) => ({ values: places(5).map(() => (item === 0 ? 1 : 0)) })),
      [null],
      { seed: 1 },
    );
    expect(five?.adjustedP).toBeGreaterThan(0.05);
    const [zero] = bootstrapFamily([{ values: places(8).map(() => 0) }], [null], { seed: 1 });
    expect(zero).toMatchObject({ mean: 0, p: 1, adjustedP: 1 });
  });

  test("whatever the answers: p between 0 and 1, the same for the same seed, missing companies not counted", () => {
    const value = fc.option(fc.integer({ min: -4, max: 4 }), { nil: null });
    fc.assert(
      fc.property(fc.array(value, { minLength: 12, maxLength: 20 }), (values) => {
        const run = () =>
          bootstrapFamily([{ values }, { values }], [null, places(6)], { seed: 2, draws: 99 });
        expect(run()).toEqual(run());
        for (const { adjustedP, group, companies } of run()) {
          expect(adjustedP).toBeGreaterThan(0);
          expect(adjustedP).toBeLessThanOrEqual(1);
          const own = group === 0 ? values : values.slice(0, 6);
          expect(companies).toBe(own.filter((one) => one !== null).length);
        }
      }),
      { numRuns: 60 },
    );
  });

  /** How often items that most rate lowest and few highest differ between one person and the mean of three, by luck. */
  test("keeps to its level where answers are heaped at one end, in segments too", { timeout: 60_000 }, () => {
    const random = seededRandom(5);
    const rating = () => {
      const at = random();
      return at < 0.7 ? 1 : at < 0.85 ? 2 : 5;
    };
    const studies = 300;
    let found = 0;
    for (let seed = 0; seed < studies; seed++) {
      const series = Array.from({ length: 16 }, () => ({
        values: places(30).map(() => rating() - (rating() + rating() + rating()) / 3),
      }));
      const tests = bootstrapFamily(series, [null, places(10), places(10, 10)], { seed, draws: 399 });
      if (tests.some(({ adjustedP }) => adjustedP <= 0.05)) found++;
    }
    // 5 % of 300 is 15, with two standard deviations of luck.
    expect(found).toBeLessThanOrEqual(23);
  });

  test("finds a gap that one segment has, where random signs would have too few companies to show it", () => {
    const random = seededRandom(8);
    const noise = () => random() + random() + random() - 1.5;
    const series = Array.from({ length: 16 }, (_, item) => ({
      values: places(36).map((place) => noise() + (item === 3 && place < 9 ? 1.8 : 0)),
    }));
    const groups = [places(9), places(9, 9), places(9, 18), places(9, 27)];
    const certain = bootstrapFamily(series, groups, { seed: 1 }).filter(({ adjustedP }) => adjustedP < 0.003);
    expect(certain.map(({ series: item, group }) => [item, group])).toEqual([[3, 0]]);
  });

  test("many companies are judged by t with Bonferroni", () => {
    const random = seededRandom(9);
    const one = { values: places(2000).map(() => 0.05 + random() - random()) };
    const [found] = bootstrapFamily([one, one], [null], { seed: 1 });
    expect(found!.adjustedP).toBeCloseTo(Math.min(1, 2 * found!.p), 12);
  });
});
