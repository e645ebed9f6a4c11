import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareVendors } from "~/domain/competitors/compare";
import { amountScores, matrixScores } from "~/domain/competitors/matrix-scores";
import { valued } from "../../support/valued";
import reference from "../reference-values.json";

type Topsis = {
  input: { matrix: number[][]; weights: number[]; direction: ("min" | "max")[] };
  expected: { closeness: number[] };
};
const caseOf = (id: string) => reference.cases.find((one) => one.id === id) as unknown as Topsis;

describe("amounts against the best of their row", () => {
  test("by hand", () => {
    expect(amountScores([80, 168, 40, null], "less")).toEqual([0.5, 40 / 168, 1, null]);
    expect(amountScores([80, 168, 42], "more")).toEqual([80 / 168, 1, 0.25]);
    // Nothing is cheaper than nothing, and the others still differ.
    expect(amountScores([80, 160, 0], "less")).toEqual([0.5, 0, 1]);
    expect(amountScores([0, 0, null], "less")).toEqual([1, 1, null]);
    expect(amountScores([null, null], "more")).toEqual([null, null]);
  });

  test("stay within 0–1, the best scores 1, the order is that of the amounts, and the unit does not matter", () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom("more", "less"),
        fc.integer({ min: 1, max: 1000 }),
        (given, better, unit) => {
          const scores = amountScores(given, better).map((score) => score!);
          expect(Math.max(...scores)).toBe(1);
          expect(Math.min(...scores)).toBeGreaterThanOrEqual(0);
          given.forEach((one, at) => {
            given.forEach((other, against) => {
              if (better === "more" ? one > other : one < other)
                expect(scores[at]!).toBeGreaterThan(scores[against]!);
            });
          });
          const scaled = amountScores(
            given.map((amount) => amount * unit),
            better,
          );
          for (const [at, score] of scaled.entries()) expect(score).toBeCloseTo(scores[at]!, 9);
        },
      ),
    );
  });

  test("stand beside judged rows", () => {
    const scoreOf = matrixScores(
      [{ id: "price", measure: { unit: "¥", better: "less" } }, { id: "mobile" }],
      ["us", "a"],
      (featureId, vendor) =>
        featureId === "price"
          ? { support: "unknown", quality: null, amount: vendor === "us" ? 50 : 100 }
          : { support: "yes", quality: 4, amount: 7 },
    );
    expect([scoreOf("price", "us"), scoreOf("price", "a"), scoreOf("mobile", "a")]).toEqual([1, 0.5, 0.8]);
    expect(scoreOf("price", "nobody")).toBeNull();
  });
});

test.each(["MCD-02", "MCD-03"])(
  "%s: TOPSIS of measured features takes the amounts and their direction",
  (id) => {
    const { input, expected } = caseOf(id);
    const vendors = input.matrix.map((_, at) => (at === 0 ? "us" : `rival-${at}`));
    const compared = compareVendors({
      features: input.direction.map((direction, at) => ({
        ...{ id: String(at), need: null, asked: null },
        measure: { unit: "u", better: direction === "min" ? "less" : "more" },
      })),
      ...{ vendors, weights: input.weights, seed: 1, draws: 10 },
      cellOf: (featureId, vendor) => ({
        ...{ support: "unknown", quality: null },
        amount: input.matrix[vendors.indexOf(vendor)]![Number(featureId)]!,
      }),
    });
    for (const [at, closeness] of valued(compared.topsis).entries())
      expect(closeness).toBeCloseTo(expected.closeness[at]!, 6);
    // The first criterion is the price, on which ours is best.
    expect(compared.standings[0]).toMatchObject({
      ours: 1,
      amounts: { ours: 5490, best: expect.toBeOneOf([6489, 6500]) } satisfies object,
    });
  },
);
