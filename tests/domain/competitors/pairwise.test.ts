import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { featureWeights } from "~/domain/competitors/feature-weights";
import {
  comparedWeights,
  type Pairwise,
  pairsOf,
  pairwiseSchema,
  pairwiseWeights,
  ratioOf,
} from "~/domain/competitors/pairwise";
import { valued } from "../../support/valued";

// MCD-04: experience, education, charisma, age.
const leader = [3, 2, 6, -2, 2, 4];

describe("weights out of pairs", () => {
  test("the leader example as published", () => {
    const { weights, consistencyRatio, lambdaMax, consistent } = valued(pairwiseWeights(4, leader));
    const expected = [0.547569238962, 0.126555284373, 0.269949922452, 0.0559255542125];
    for (const [at, weight] of weights.entries()) expect(weight).toBeCloseTo(expected[at]!, 8);
    expect(consistencyRatio).toBeCloseTo(0.0438585275235, 8);
    expect(lambdaMax).toBeCloseTo(4.11841802431, 8);
    expect(consistent).toBe(true);
  });

  test("a circle is told to contradict itself, and which judgement to look at again", () => {
    // A is 5 × B, B is 5 × C, and yet C is said to be 5 × A.
    const { consistent, oddest } = valued(pairwiseWeights(3, [4, -4, 4]));
    expect(consistent).toBe(false);
    expect(oddest).not.toBeNull();
    const better = valued(pairwiseWeights(3, [4, 8, 4]));
    expect(better.consistencyRatio).toBeLessThan(valued(pairwiseWeights(3, [4, -4, 4])).consistencyRatio);
  });

  test("judgements drawn from weights give those weights back and nothing odd", () => {
    const powers = fc.array(fc.constantFrom(1, 2, 4, 8), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(powers, (truth) => {
        const steps = pairsOf(truth.length).map(([a, b]) => {
          const ratio = truth[a]! / truth[b]!;
          return ratio >= 1 ? ratio - 1 : 1 - 1 / ratio;
        });
        const { weights, consistencyRatio, oddest } = valued(pairwiseWeights(truth.length, steps));
        const total = truth.reduce((sum, one) => sum + one, 0);
        for (const [at, weight] of weights.entries()) expect(weight).toBeCloseTo(truth[at]! / total, 9);
        expect(consistencyRatio).toBeCloseTo(0, 9);
        expect(oddest).toBeNull();
      }),
    );
  });

  test("steps mirror each other and need one a pair", () => {
    expect([0, 8, -8, 2].map(ratioOf)).toEqual([1, 9, 1 / 9, 3]);
    expect(pairsOf(3)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    expect(pairwiseWeights(3, [1])).toMatchObject({ ok: false });
    expect(pairwiseWeights(1, [])).toMatchObject({ ok: false });
    const sound = { by: "feature", items: ["a", "b"], steps: [3] };
    expect(pairwiseSchema.safeParse(sound).success).toBe(true);
    for (const wrong of [
      { ...sound, steps: [9] },
      { ...sound, steps: [] },
      { ...sound, items: ["a", "a"] },
      { ...sound, items: ["a"], steps: [] },
      { ...sound, by: "mood" },
    ])
      expect(pairwiseSchema.safeParse(wrong).success).toBe(false);
  });
});

describe("put in place of the survey's weights", () => {
  const compared: Pairwise = { by: "feature", items: ["a", "b"], steps: [2] };
  const row = (id: string, weight: number, category = "") => ({ id, weight, category });

  test("features share what they weighed together, the others keep theirs", () => {
    expect(comparedWeights(compared, [row("a", 2), row("c", 5), row("b", 4)])).toEqual([
      expect.closeTo(4.5, 9),
      null,
      expect.closeTo(1.5, 9),
    ]);
    expect(comparedWeights(compared, [row("a", 0), row("b", 0)])).toEqual([
      expect.closeTo(4.5, 9),
      expect.closeTo(1.5, 9),
    ]);
  });

  test("a category shares its part as its features stood to each other", () => {
    const rows = [row("a", 1, "x"), row("b", 3, "x"), row("c", 4, "y"), row("d", 4, "z")];
    const result = comparedWeights({ by: "category", items: ["x", "y"], steps: [-3] }, rows);
    // 8 in all: a fifth to x, split 1 : 3, the rest to y.
    expect(result).toEqual([expect.closeTo(0.4, 9), expect.closeTo(1.2, 9), expect.closeTo(6.4, 9), null]);
  });

  test("something compared that is gone gives the survey back", () => {
    expect(comparedWeights(compared, [row("a", 2), row("c", 5)])).toEqual([null, null]);
  });

  test("what is set by hand still comes first", () => {
    const features = ["a", "b"].map((id) => ({ id, need: null, asked: null }));
    const weights = featureWeights([], features, ["decider"], {
      overrides: { decider: { b: 1 } },
      pairs: { decider: compared },
    }).get("decider")!;
    expect(weights.map(({ weight, from }) => [weight, from])).toEqual([
      [expect.closeTo(4.5, 9), "pairs"],
      [1, "override"],
    ]);
  });
});
