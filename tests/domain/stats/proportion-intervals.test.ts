import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agrestiCoullInterval } from "~/domain/stats/agresti-coull-interval";
import { clopperPearsonInterval } from "~/domain/stats/clopper-pearson-interval";
import { jeffreysInterval, probabilityShareAbove } from "~/domain/stats/jeffreys-interval";
import { newcombeDifference } from "~/domain/stats/newcombe-difference";
import { wilsonInterval } from "~/domain/stats/wilson-interval";
import { valued } from "../../support/valued";

const intervals = {
  wilson: wilsonInterval,
  wilsonContinuity: (x: number, n: number) => wilsonInterval(x, n, { continuity: true }),
  clopperPearson: clopperPearsonInterval,
  jeffreys: jeffreysInterval,
  agrestiCoull: agrestiCoullInterval,
};
const counts = fc
  .integer({ min: 1, max: 400 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

// Newcombe (1998), Stat Med 17:857–872, Table I: 15/148, four decimals.
test.each([
  ["wilson", 0.0624, 0.1605],
  ["wilsonContinuity", 0.0598, 0.1644],
  ["clopperPearson", 0.0578, 0.1617],
] as const)("%s of 15/148 as Newcombe printed it", (name, lower, upper) => {
  const [low, high] = valued(intervals[name](15, 148));
  expect(low).toBeCloseTo(lower, 4);
  expect(high).toBeCloseTo(upper, 4);
});

// Agresti & Coull (1998): with 0 of 10 the score interval is (0, 0.278) and the exact one (0, 0.308).
test("0 of 10 as Agresti and Coull printed it", () => {
  expect(valued(wilsonInterval(0, 10))[1]).toBeCloseTo(0.278, 3);
  expect(valued(clopperPearsonInterval(0, 10))[1]).toBeCloseTo(0.308, 3);
});

// Newcombe (1998), Stat Med 17:873–890, Table II, method 10, contrasts (c) and (d).
test.each([
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
])("difference %i/%i − %i/%i as Newcombe printed it", (x1, n1, x2, n2, lower, upper) => {
  const { interval } = valued(newcombeDifference({ successes: x1, n: n1 }, { successes: x2, n: n2 }));
  expect(interval[0]).toBeCloseTo(lower, 4);
  expect(interval[1]).toBeCloseTo(upper, 4);
});

describe.each(Object.entries(intervals))("%s interval", (_, interval) => {
  test("lies within 0 and 1, contains the share, mirrors success and failure", () => {
    fc.assert(
      fc.property(counts, ([x, n]) => {
        const [low, high] = valued(interval(x, n));
        const mirrored = valued(interval(n - x, n));
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(x / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(x / n - 1e-12);
        expect(low).toBeCloseTo(1 - mirrored[1], 9);
        expect(high).toBeCloseTo(1 - mirrored[0], 9);
      }),
    );
  });

  test("narrows when the same share is seen in more answers", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 5 }), ([x, n], times) => {
        const [low, high] = valued(interval(x, n));
        const [lowMore, highMore] = valued(interval(x * times, n * times));
        expect(highMore - lowMore).toBeLessThan(high - low);
      }),
    );
  });

  test("has no value without answers, or for counts that cannot be", () => {
    expect(interval(0, 0)).toMatchObject({ ok: false, reason: "no-data" });
    for (const [x, n] of [
      [-1, 5],
      [6, 5],
      [1, Number.NaN],
      [Number.NaN, 5],
      [1, Number.POSITIVE_INFINITY],
    ])
      expect(interval(x!, n!)).toMatchObject({ ok: false, reason: "out-of-range" });
  });
});

test("a higher confidence is wider; 0 and 1 are no confidence", () => {
  const narrow = valued(wilsonInterval(7, 20, { confidence: 0.8 }));
  const wide = valued(wilsonInterval(7, 20, { confidence: 0.99 }));
  expect(wide[0]).toBeLessThan(narrow[0]);
  expect(wide[1]).toBeGreaterThan(narrow[1]);
  expect(wilsonInterval(7, 20, { confidence: 1 })).toMatchObject({ ok: false });
  expect(clopperPearsonInterval(7, 20, { confidence: 0 })).toMatchObject({ ok: false });
});

test("Agresti–Coull has Wilson's middle and Clopper–Pearson is never narrower than Wilson's coverage promises", () => {
  fc.assert(
    fc.property(counts, ([x, n]) => {
      const wilson = valued(wilsonInterval(x, n));
      const coull = valued(agrestiCoullInterval(x, n));
      if (coull[0] > 0 && coull[1] < 1) expect(coull[0] + coull[1]).toBeCloseTo(wilson[0] + wilson[1], 9);
      expect(coull[0]).toBeLessThanOrEqual(wilson[0] + 1e-12);
      expect(coull[1]).toBeGreaterThanOrEqual(wilson[1] - 1e-12);
    }),
  );
});

test("the posterior of no answer is the prior; it rises with every yes", () => {
  expect(valued(probabilityShareAbove(0, 0, 0.4, "uniform"))).toBeCloseTo(0.6, 12);
  expect(valued(probabilityShareAbove(1, 1, 0.4, "uniform"))).toBeCloseTo(1 - 0.4 ** 2, 12);
  const rising = [0, 4, 8, 12].map((x) => valued(probabilityShareAbove(x, 12, 0.4)));
  expect(rising).toEqual([...rising].sort((a, b) => a - b));
  expect(probabilityShareAbove(1, 2, 1.5)).toMatchObject({ ok: false, reason: "out-of-range" });
});

test("a difference turns its sign when its sides change places", () => {
  fc.assert(
    fc.property(counts, counts, ([x1, n1], [x2, n2]) => {
      const there = valued(newcombeDifference({ successes: x1, n: n1 }, { successes: x2, n: n2 }));
      const back = valued(newcombeDifference({ successes: x2, n: n2 }, { successes: x1, n: n1 }));
      expect(there.interval[0]).toBeCloseTo(-back.interval[1], 9);
      expect(there.significant).toBe(back.significant);
      expect(there.interval[0]).toBeLessThanOrEqual(there.difference + 1e-12);
      expect(there.interval[1]).toBeGreaterThanOrEqual(there.difference - 1e-12);
    }),
  );
  expect(newcombeDifference({ successes: 1, n: 2 }, { successes: 0, n: 0 })).toMatchObject({ ok: false });
});
