import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "~/domain/stats/seeded-random";
import { signFlipFamily } from "~/domain/stats/sign-flip";

const places = (n: number) => Array.from({ length: n }, (_, place) => place);

describe("a family of sign-flip tests", () => {
  test("is Student's t of all companies, and pools the spread in a segment", () => {
    // sleep data (Student 1908): differences of ten patients; mean 1.58, t = 4.0621, p = 0.00283.
    const values = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];
    const [result] = signFlipFamily([{ places: places(10), values }], [[0, 1, 2, 3, 4]], {
      seed: 1,
      companies: 10,
    });
    expect(result?.all?.mean).toBeCloseTo(1.58, 10);
    expect(result?.all?.t).toBeCloseTo(4.0621, 4);
    expect(result?.all?.p).toBeCloseTo(0.002833, 6);
    expect(result?.all?.interval[0]).toBeCloseTo(0.7001, 3);
    expect(result?.bySegment[0]).toMatchObject({ companies: 5 });
    expect(result?.bySegment[0]?.mean).toBeCloseTo(1.24, 10);
  });

  test("says nothing of four companies, and four in a segment", () => {
    const [few] = signFlipFamily([{ places: places(4), values: [1, 1, 1, 1] }], [], {
      seed: 1,
      companies: 4,
    });
    expect(few).toEqual({ all: null, bySegment: [] });
    const [some] = signFlipFamily([{ places: places(8), values: [1, 2, 1, 1, 0, 0, 1, 2] }], [[0, 1, 2, 3]], {
      seed: 1,
      companies: 8,
    });
    expect(some?.bySegment).toEqual([null]);
  });

  test("five equal answers are no proof", () => {
    const [five] = signFlipFamily([{ places: places(5), values: [1, 1, 1, 1, 1] }], [], {
      seed: 1,
      companies: 5,
    });
    expect(five?.all?.adjustedP).toBeGreaterThan(0.05);
  });

  test("the same seed gives the same p, and p is never 0", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 5, maxLength: 12 }), (values) => {
        const run = () =>
          signFlipFamily([{ places: places(values.length), values }], [], {
            seed: 3,
            companies: values.length,
            draws: 99,
          });
        expect(run()).toEqual(run());
        const p = run()[0]?.all?.adjustedP ?? 1;
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50 },
    );
  });

  test("looking at forty questions finds something by luck in one study of twenty at most", () => {
    const random = seededRandom(5);
    let found = 0;
    const studies = 200;
    for (let study = 0; study < studies; study++) {
      const series = Array.from({ length: 40 }, () => ({
        places: places(20),
        values: Array.from({ length: 20 }, () => Math.floor(random() * 5) - Math.floor(random() * 5)),
      }));
      const tests = signFlipFamily(series, [[0, 1, 2, 3, 4, 5, 6]], {
        seed: study,
        companies: 20,
        draws: 199,
      });
      if (tests.some(({ all, bySegment }) => [all, ...bySegment].some((one) => one && one.adjustedP <= 0.05)))
        found++;
    }
    // 5 % of 200 is 10, with two standard deviations of luck.
    expect(found).toBeLessThanOrEqual(16);
  });

  test("many companies are judged by t with Bonferroni, and quickly", () => {
    const random = seededRandom(9);
    const n = 2000;
    const values = Array.from({ length: n }, () => 0.3 + random() - random());
    const [result] = signFlipFamily(
      [
        { places: places(n), values },
        { places: places(n), values },
      ],
      [],
      {
        seed: 1,
        companies: n,
      },
    );
    expect(result?.all?.adjustedP).toBeCloseTo(Math.min(1, 2 * (result?.all?.p ?? 1)), 12);
  });
});
