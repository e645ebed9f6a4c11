import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankStability } from "~/domain/competitors/rank-stability";
import { topsis } from "~/domain/competitors/topsis";
import { weightedSum } from "~/domain/competitors/weighted-sum";

const alternative = (name: string, ...scores: (number | null)[]) => ({ name, scores });

describe("weighted sum", () => {
  it("scores an alternative by its known cells and says how much weight they carry", () => {
    const result = weightedSum(
      [5, 3, 2],
      [alternative("us", 4, 3, 5), alternative("rival", 5, null, null), alternative("new", null, null, null)],
    );
    if (!result.ok) throw new Error(result.reason);
    expect(result.value.scores).toEqual([
      { name: "us", score: { ok: true, value: 3.9 }, coverage: 1 },
      { name: "rival", score: { ok: true, value: 5 }, coverage: 0.5 },
      { name: "new", score: { ok: false, reason: "no-data" }, coverage: 0 },
    ]);
    expect(result.value.rank).toEqual(["rival", "us", "new"]);
  });

  it("keeps the given order among equals", () => {
    const result = weightedSum([1], [alternative("b", 3), alternative("a", 3), alternative("c", 4)]);
    expect(result).toMatchObject({ value: { rank: ["c", "b", "a"] } });
  });

  it("refuses weights that are none and rows of another length", () => {
    expect(weightedSum([0, 0], [alternative("a", 1, 2)])).toEqual({ ok: false, reason: "zero-denominator" });
    expect(weightedSum([-1, 2], [alternative("a", 1, 2)])).toEqual({ ok: false, reason: "out-of-range" });
    expect(weightedSum([1, 2], [alternative("a", 1)])).toEqual({ ok: false, reason: "lengths-differ" });
    expect(weightedSum([1], [])).toEqual({ ok: false, reason: "no-data" });
  });

  it("does not depend on the unit of the weights", () => {
    const scores = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(scores, scores, fc.integer({ min: 2, max: 50 }), (us, rival, factor) => {
        const rows = [alternative("us", ...us), alternative("rival", ...rival)];
        const [one, scaled] = [
          weightedSum([1, 2, 4], rows),
          weightedSum([factor, 2 * factor, 4 * factor], rows),
        ];
        if (!one.ok || !scaled.ok) return false;
        expect(one.value.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        return one.value.scores.every(({ score }, index) => {
          const other = scaled.value.scores[index]!.score;
          return score.ok && other.ok && Math.abs(score.value - other.value) < 1e-12;
        });
      }),
    );
  });
});

describe("TOPSIS", () => {
  it("gives 1 to what is best everywhere and 0 to what is worst everywhere, ignoring an empty criterion", () => {
    const result = topsis(
      [
        [10, 5, 0],
        [20, 3, 0],
        [30, 1, 0],
      ],
      [1, 1, 1],
      ["min", "max", "max"],
    );
    if (!result.ok) throw new Error(result.reason);
    expect(result.value.closeness[0]).toBe(1);
    expect(result.value.closeness[1]).toBeCloseTo(0.5, 12);
    expect(result.value.closeness[2]).toBe(0);
    expect(result.value.rank).toEqual([0, 1, 2]);
  });

  it("stays within 0 and 1", () => {
    const row = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 8 }), (matrix) => {
        const result = topsis(matrix, [3, 2, 1], ["max", "min", "max"]);
        if (!result.ok) return result.reason === "no-variance";
        return result.value.closeness.every((closeness) => closeness >= 0 && closeness <= 1);
      }),
    );
  });

  it("has no value when all are alike or the shapes differ", () => {
    expect(
      topsis(
        [
          [1, 2],
          [1, 2],
        ],
        [1, 1],
        ["max", "max"],
      ),
    ).toEqual({ ok: false, reason: "no-variance" });
    expect(topsis([[1, 2]], [1, 1], ["max"])).toEqual({ ok: false, reason: "lengths-differ" });
    expect(topsis([], [1], ["max"])).toEqual({ ok: false, reason: "no-data" });
    expect(topsis([[Number.NaN], [1]], [1], ["max"])).toEqual({ ok: false, reason: "out-of-range" });
  });
});

describe("rank stability", () => {
  it("is complete for an alternative that is better everywhere", () => {
    const alternatives = [alternative("us", 5, 5), alternative("rival", 4, 3)];
    expect(rankStability({ weights: [1, 1], alternatives, seed: 3 })).toEqual({
      ok: true,
      value: {
        firstShare: [
          { name: "us", share: 1 },
          { name: "rival", share: 0 },
        ],
        sameFirst: 1,
        sameOrder: 1,
        draws: 2000,
      },
    });
  });

  it("is a coin toss where two mirror each other, and repeats with the seed", () => {
    const alternatives = [alternative("us", 5, 1), alternative("rival", 1, 5)];
    const draw = (seed: number) => rankStability({ weights: [1, 1], alternatives, seed });
    const result = draw(7);
    if (!result.ok) throw new Error(result.reason);
    expect(result.value.firstShare[0]!.share).toBeGreaterThan(0.46);
    expect(result.value.firstShare[0]!.share).toBeLessThan(0.54);
    expect(draw(7)).toEqual(result);
    expect(draw(8)).not.toEqual(result);
  });

  it("refuses a spread that would turn weights round", () => {
    const alternatives = [alternative("us", 5)];
    expect(rankStability({ weights: [1], alternatives, spread: 1, seed: 1 })).toMatchObject({ ok: false });
    expect(rankStability({ weights: [0], alternatives, seed: 1 })).toMatchObject({
      reason: "zero-denominator",
    });
  });
});
