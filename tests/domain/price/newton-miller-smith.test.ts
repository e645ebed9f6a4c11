import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newtonMillerSmith } from "~/domain/price/newton-miller-smith";
import { anyPriceAnswers } from "./any-price-answers";

const one = { tooCheap: 10, cheap: 20, expensive: 40, tooExpensive: 60 };

describe("Newton–Miller–Smith", () => {
  it("runs in straight lines over the price from 0 through both likelihoods to 0", () => {
    const result = newtonMillerSmith([{ ...one, likelihoodAtCheap: 5, likelihoodAtExpensive: 3 }], {
      gridStep: 5,
    });
    if (!result.ok) throw new Error(result.reason);
    const reachAt = (price: number) => result.value.curve.find((point) => point.price === price)?.reach;
    expect(reachAt(10)).toBe(0);
    expect(reachAt(15)).toBeCloseTo(0.35, 12);
    expect(reachAt(20)).toBeCloseTo(0.7, 12);
    expect(reachAt(30)).toBeCloseTo(0.5, 12);
    expect(reachAt(50)).toBeCloseTo(0.15, 12);
    expect(reachAt(60)).toBe(0);
    expect(result.value.maxReach).toEqual({ price: 20, reach: 0.7 });
    // 30·0.5 = 15; 35·0.4 = 14; 25·0.6 = 15: the lower of the equal ones
    expect(result.value.maxRevenue.price).toBe(25);
    expect(result.value.maxRevenue.revenuePerRespondent).toBeCloseTo(15, 12);
  });

  it("leaves out answers without a calibrated likelihood or with inconsistent prices", () => {
    const result = newtonMillerSmith([
      { ...one, likelihoodAtCheap: 4, likelihoodAtExpensive: 2 },
      { ...one, likelihoodAtCheap: null, likelihoodAtExpensive: 2 },
      { ...one, likelihoodAtCheap: 9, likelihoodAtExpensive: 2 },
      { ...one, cheap: 5, likelihoodAtCheap: 4, likelihoodAtExpensive: 2 },
    ]);
    expect(result).toMatchObject({ ok: true, value: { validN: 1, invalidN: 3 } });
  });

  it("has no value without valid answers or with an impossible grid", () => {
    const answers = [{ ...one, likelihoodAtCheap: 4, likelihoodAtExpensive: 2 }];
    expect(newtonMillerSmith([])).toEqual({ ok: false, reason: "no-data" });
    expect(newtonMillerSmith(answers, { gridStep: 0 })).toMatchObject({ reason: "out-of-range" });
    expect(newtonMillerSmith(answers, { gridStep: 1e-6 })).toMatchObject({ reason: "too-large" });
    expect(newtonMillerSmith(answers, { calibration: {} })).toMatchObject({ reason: "not-consistent" });
  });

  it("keeps reach between 0 and the highest calibrated probability", () => {
    const likelihood = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(
        anyPriceAnswers,
        likelihood,
        likelihood,
        (answers, likelihoodAtCheap, likelihoodAtExpensive) => {
          const result = newtonMillerSmith(
            answers.map((answer) => ({ ...answer, likelihoodAtCheap, likelihoodAtExpensive })),
          );
          return (
            result.ok &&
            result.value.curve.every(({ reach }) => reach >= 0 && reach <= 0.7 + 1e-12) &&
            result.value.curve.every(({ reach }) => reach <= result.value.maxReach.reach)
          );
        },
      ),
    );
  });
});
