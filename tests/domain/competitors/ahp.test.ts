import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ahpPriorities, ahpWeights } from "~/domain/competitors/ahp";

/** The judgements above the diagonal, row by row, filled up with their reciprocals. */
function reciprocal(...upper: number[][]): number[][] {
  const size = upper.length + 1;
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) =>
      i === j ? 1 : i < j ? upper[i]![j - i - 1]! : 1 / upper[j]![i - j - 1]!,
    ),
  );
}
const rounded = (numbers: readonly number[], digits: number) =>
  numbers.map((number) => Number(number.toFixed(digits)));

describe("AHP weights", () => {
  // Saaty (1990), European Journal of Operational Research 48: choosing a house
  it("agree with Saaty's house", () => {
    const house = reciprocal(
      [5, 3, 7, 6, 6, 1 / 3, 1 / 4],
      [1 / 3, 5, 3, 3, 1 / 5, 1 / 7],
      [6, 3, 4, 6, 1 / 5],
      [1 / 3, 1 / 4, 1 / 7, 1 / 8],
      [1 / 2, 1 / 5, 1 / 6],
      [1 / 5, 1 / 6],
      [1 / 2],
    );
    const result = ahpWeights(house);
    if (!result.ok) throw new Error(result.reason);
    expect(rounded(result.value.weights, 3)).toEqual([
      0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333,
    ]);
    expect(result.value.lambdaMax).toBeCloseTo(9.669, 3);
    expect(result.value.consistencyRatio).toBeCloseTo(0.169, 3);
  });

  // Saaty (1980), The Analytic Hierarchy Process: choosing a school
  it("agree with Saaty's school, whose judgements are inconsistent", () => {
    const school = reciprocal([4, 3, 1, 3, 4], [7, 3, 1 / 5, 1], [1 / 5, 1 / 5, 1 / 6], [1, 1 / 3], [3]);
    const result = ahpWeights(school);
    if (!result.ok) throw new Error(result.reason);
    expect(rounded(result.value.weights, 2)).toEqual([0.32, 0.14, 0.03, 0.13, 0.24, 0.14]);
    // printed as 0.24, from an estimate of λmax
    expect(result.value.consistencyRatio).toBeCloseTo(0.23, 2);
  });

  it("recover the weights that consistent judgements were made from", () => {
    const anyWeights = fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(anyWeights, (made) => {
        const total = made.reduce((sum, weight) => sum + weight, 0);
        const result = ahpWeights(made.map((row) => made.map((column) => row / column)));
        if (!result.ok) return false;
        result.value.weights.forEach((weight, index) => {
          expect(weight).toBeCloseTo(made[index]! / total, 9);
        });
        return Math.abs(result.value.consistencyRatio) < 1e-9;
      }),
    );
  });

  it("refuse a matrix that is not one of pairwise judgements", () => {
    expect(ahpWeights([])).toEqual({ ok: false, reason: "no-data" });
    expect(ahpWeights([[1, 2]])).toEqual({ ok: false, reason: "lengths-differ" });
    expect(
      ahpWeights([
        [1, -2],
        [-0.5, 1],
      ]),
    ).toEqual({ ok: false, reason: "not-positive" });
    expect(
      ahpWeights([
        [1, 3],
        [3, 1],
      ]),
    ).toEqual({ ok: false, reason: "not-consistent" });
    const large = Array.from({ length: 16 }, () => Array(16).fill(1));
    expect(ahpWeights(large)).toMatchObject({ ok: false, reason: "too-large" });
  });
});

describe("AHP hierarchy", () => {
  // Wikipedia, "Analytic hierarchy process – leader example": Tom, Dick, Harry
  it("agrees with the leader example", () => {
    const criteria = reciprocal([4, 3, 7], [1 / 3, 3], [5]);
    const result = ahpPriorities(criteria, [
      reciprocal([1 / 4, 4], [9]),
      reciprocal([3, 1 / 5], [1 / 7]),
      reciprocal([5, 9], [4]),
      reciprocal([1 / 3, 5], [9]),
    ]);
    if (!result.ok) throw new Error(result.reason);
    expect(rounded(result.value.local[0]!.weights, 3)).toEqual([0.217, 0.717, 0.066]);
    expect(rounded(result.value.local[2]!.weights, 3)).toEqual([0.743, 0.194, 0.063]);
    expect(rounded(result.value.priorities, 2)).toEqual([0.36, 0.49, 0.15]);
    expect(result.value.priorities.reduce((sum, priority) => sum + priority, 0)).toBeCloseTo(1, 12);
  });

  it("needs one comparison of the same alternatives per criterion", () => {
    expect(ahpPriorities(reciprocal([2]), [reciprocal([2])])).toEqual({
      ok: false,
      reason: "lengths-differ",
    });
    expect(ahpPriorities(reciprocal([2]), [reciprocal([2]), reciprocal([2, 3], [4])])).toEqual({
      ok: false,
      reason: "lengths-differ",
    });
    expect(ahpPriorities([], [])).toEqual({ ok: false, reason: "no-data" });
  });
});
