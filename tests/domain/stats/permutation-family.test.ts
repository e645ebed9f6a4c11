import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { largestOfFamily } from "~/domain/stats/largest-of-family";
import { permutationFamily } from "~/domain/stats/permutation-family";
import { seededRandom } from "~/domain/stats/seeded-random";

/** How often a family of tests claims anything at 5 % over so many studies drawn by `study`. */
function claimed(studies: number, study: (random: () => number, seed: number) => readonly number[]) {
  const random = seededRandom(11);
  let found = 0;
  for (let seed = 1; seed <= studies; seed++) if (study(random, seed).some((p) => p <= 0.05)) found++;
  return found / studies;
}
const picked = (random: () => number, n: number, share: number) =>
  Array.from({ length: n }, (_, place) => place).filter(() => random() < share);

describe("a family of permutation tests", () => {
  test("is the pooled two-sample t, and its p the share of the ways to deal the values out", () => {
    // R: t.test(extra ~ group, data = sleep, var.equal = TRUE): t = -1.8608, p = 0.07919.
    const values = [
      0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2, 1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4,
    ];
    const [one] = permutationFamily([[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]], [{ values }], { seed: 1 });
    expect(one?.inside).toBeCloseTo(0.75, 10);
    expect(one?.outside).toBeCloseTo(2.33, 10);
    expect(one?.p).toBeCloseTo(0.07919, 5);
    // coin::oneway_test, exact: 0.08145. Drawn, not enumerated.
    expect(one?.adjustedP).toBeGreaterThan(0.05);
    expect(one?.adjustedP).toBeLessThan(0.12);
  });

  test("only a group above the rest is a find where only that is asked for", () => {
    const values = [0, 0, 0, 0.2, 0, 0, 1, 1, 0.8, 1, 1, 1];
    const run = (members: number[]) =>
      permutationFamily([members], [{ values }], { seed: 1, above: true })[0];
    expect(run([6, 7, 8, 9, 10, 11])?.adjustedP).toBeLessThan(0.01);
    expect(run([0, 1, 2, 3, 4, 5])?.adjustedP).toBeGreaterThan(0.5);
  });

  test("groups and remainders of four are left out, companies without a value not counted", () => {
    const values = [1, 1, null, 1, 1, 1, 0, 0, 0, 0, 0];
    expect(permutationFamily([[0, 1, 2, 3]], [{ values }], { seed: 1 })).toEqual([]);
    const [one] = permutationFamily([[0, 1, 2, 3, 4, 5]], [{ values }], { seed: 1 });
    expect(one).toMatchObject({ members: 5, inside: 1, outside: 0 });
    expect(permutationFamily([], [], { seed: 1 })).toEqual([]);
  });

  test("whatever the values: p between 0 and 1, the same for the same seed, never below p of one look", () => {
    const value = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null });
    fc.assert(
      fc.property(fc.array(value, { minLength: 12, maxLength: 20 }), (values) => {
        const run = () =>
          permutationFamily([[0, 1, 2, 3, 4, 5]], [{ values }, { values }], { seed: 2, draws: 99 });
        expect(run()).toEqual(run());
        for (const { adjustedP, interval, inside } of run()) {
          expect(adjustedP).toBeGreaterThan(0);
          expect(adjustedP).toBeLessThanOrEqual(1);
          expect(interval[0]).toBeLessThanOrEqual(inside);
          expect(interval[1]).toBeGreaterThanOrEqual(inside);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("finds nothing in nothing, be the answers heaped at one end, related to each other, or some missing", {
    timeout: 60_000,
  }, () => {
    const share = claimed(300, (random, seed) => {
      const groupings = Array.from({ length: 9 }, () => picked(random, 40, 0.33));
      // Five outcomes of a company go together, most are 0, and their companies differ in size.
      const outcomes = Array.from({ length: 40 }, () => {
        const own = random() < 0.3 ? 0.7 : 0.05;
        const people = 1 + Math.floor(random() * 6);
        return random() < 0.1
          ? null
          : Array.from({ length: 5 }, () => picked(random, people, own).length / people);
      });
      return permutationFamily(
        groupings,
        Array.from({ length: 5 }, (_, at) => ({ values: outcomes.map((one) => one?.[at] ?? null) })),
        { seed, draws: 399 },
      ).map(({ adjustedP }) => adjustedP);
    });
    // 5 % with two standard deviations of luck in 300 studies.
    expect(share).toBeLessThanOrEqual(0.076);
    expect(share).toBeGreaterThan(0.015);
  });
});

describe("the largest of a family", () => {
  test("ends early where nothing is there, and its p is as often under 5 % as it should be", () => {
    let drawn = 0;
    const share = claimed(2000, (random) =>
      largestOfFamily(
        [random(), random(), random()],
        (into) => {
          drawn++;
          for (let at = 0; at < 3; at++) into[at] = random();
        },
        999,
      ),
    );
    expect(share).toBeGreaterThan(0.04);
    expect(share).toBeLessThan(0.061);
    expect(drawn / 2000).toBeLessThan(400);
  });
});
