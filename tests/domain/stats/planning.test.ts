import fc from "fast-check";
import { expect, test } from "vitest";
import { exactBinomialPower, exactBinomialSampleSize } from "~/domain/stats/exact-binomial-test";
import { marginOfErrorSampleSize } from "~/domain/stats/margin-of-error-n";
import { simonTwoStage } from "~/domain/stats/simon-two-stage";
import { minAnswersAbove, minCountAbove, minUnanimous } from "~/domain/stats/threshold-sample";
import { wilsonInterval } from "~/domain/stats/wilson-interval";
import { valued } from "../../support/valued";

// Simon (1989), Control Clin Trials 10:1–10, tables 1 and 2, rows of alpha 0.05.
test.each([
  { p0: 0.05, p1: 0.25, optimal: [0, 9, 2, 17, 12.0], minimax: [0, 12, 2, 16, 13.8] },
  { p0: 0.1, p1: 0.3, optimal: [1, 10, 5, 29, 15.0], minimax: [1, 15, 5, 25, 19.5] },
  { p0: 0.2, p1: 0.4, optimal: [3, 13, 12, 43, 20.6], minimax: [4, 18, 10, 33, 22.3] },
  { p0: 0.4, p1: 0.55, beta: 0.1, optimal: [19, 45, 49, 104, 64.0], minimax: [24, 62, 45, 94, 78.9] },
])("Simon's designs for $p0 against $p1", ({ p0, p1, beta = 0.2, optimal, minimax }) => {
  const found = valued(simonTwoStage({ p0, p1, beta }));
  for (const [design, [r1, n1, r, n, expectedN]] of [
    [found.optimal, optimal],
    [found.minimax, minimax],
  ] as const) {
    expect(design).toMatchObject({ r1, n1, r, n });
    expect(Math.abs(design.expectedN - expectedN!)).toBeLessThan(0.06);
    expect(design.alpha).toBeLessThanOrEqual(0.05);
    expect(design.power).toBeGreaterThanOrEqual(1 - beta);
  }
});

test("Simon's designs that cannot be", () => {
  expect(simonTwoStage({ p0: 0.4, p1: 0.41 })).toMatchObject({ reason: "too-large" });
  expect(simonTwoStage({ p0: 0.4, p1: 0.6, mostAnswers: 20 })).toMatchObject({ reason: "never-reached" });
  expect(simonTwoStage({ p0: 0.4, p1: 0.6, mostAnswers: 20.5 })).toMatchObject({ reason: "out-of-range" });
  expect(simonTwoStage({ p0: 0.6, p1: 0.4 })).toMatchObject({ reason: "out-of-range" });
  expect(simonTwoStage({ p0: 0.4, p1: 0.6, mostAnswers: 5000 })).toMatchObject({ reason: "too-large" });
});

// A'Hern (2001), Stat Med 20:859–866, table 1, alpha 0.05, power 0.80.
test.each([
  [0.05, 0.2, 27, 4],
  [0.1, 0.3, 25, 6],
  [0.2, 0.4, 35, 12],
])("A'Hern's single stage for %d against %d", (p0, p1, n, criticalCount) => {
  const test = valued(exactBinomialPower(n, { p0, p1 }));
  expect(test.criticalCount).toBe(criticalCount);
  expect(test.alpha).toBeLessThanOrEqual(0.05);
  expect(test.power).toBeGreaterThanOrEqual(0.8);
  expect(valued(exactBinomialSampleSize({ p0, p1 })).first).toBeLessThanOrEqual(n);
});

test("power never falls below what was asked from the stable size on", () => {
  const { first, stable } = valued(exactBinomialSampleSize({ p0: 0.4, p1: 0.6 }));
  const power = (n: number) => valued(exactBinomialPower(n, { p0: 0.4, p1: 0.6 })).power;
  for (let n = 1; n < first; n++) expect(power(n)).toBeLessThan(0.8);
  expect(power(stable - 1)).toBeLessThan(0.8);
  for (let n = stable; n < 4 * first; n++) expect(power(n)).toBeGreaterThanOrEqual(0.8);
});

test("a critical count beyond n says that nothing rejects", () => {
  expect(valued(exactBinomialPower(2, { p0: 0.4, p1: 0.6 }))).toMatchObject({ criticalCount: 3, power: 0 });
  expect(exactBinomialPower(0, { p0: 0.4, p1: 0.6 })).toMatchObject({ reason: "out-of-range" });
  expect(exactBinomialSampleSize({ p0: 0.4, p1: 0.4 })).toMatchObject({ reason: "never-reached" });
});

test("the fewest yes answers: one fewer would not do", () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 300 }), (n) => {
      const count = valued(minCountAbove(n, 0.4));
      expect(valued(wilsonInterval(count, n))[0]).toBeGreaterThan(0.4);
      expect(valued(wilsonInterval(count - 1, n))[0]).toBeLessThanOrEqual(0.4);
    }),
  );
  expect(minCountAbove(2, 0.4)).toMatchObject({ reason: "never-reached" });
  expect(minCountAbove(2.5, 0.4)).toMatchObject({ reason: "out-of-range" });
});

test("the fewest answers at a share: whole counts only, none for a share at the threshold", () => {
  expect(valued(minAnswersAbove(0.5, 0.4))).toBe(94);
  expect(minAnswersAbove(0.4, 0.4)).toMatchObject({ reason: "never-reached" });
  expect(minAnswersAbove(1.4, 0.4)).toMatchObject({ reason: "out-of-range" });
  expect(valued(minUnanimous(0.5))).toEqual({ allYes: 4, allNo: 4 });
});

test("margin of error: half the margin takes four times the answers", () => {
  const [wide, narrow] = [0.1, 0.05].map((margin) => valued(marginOfErrorSampleSize({ share: 0.3, margin })));
  expect(narrow!.raw / wide!.raw).toBeCloseTo(4, 9);
  expect(wide!.finite).toBe(wide!.raw);
  expect(marginOfErrorSampleSize({ share: 0.3, margin: 0 })).toMatchObject({ reason: "out-of-range" });
  // Cochran's correction: never more than there are.
  expect(valued(marginOfErrorSampleSize({ share: 0.5, margin: 0.01, population: 80 })).n).toBeLessThanOrEqual(
    80,
  );
});
