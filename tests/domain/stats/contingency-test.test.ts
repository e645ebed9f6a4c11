import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CrossedAnswer, contingencyTest } from "~/domain/stats/contingency-test";
import { valued } from "../../support/valued";

/** Everybody of a table of counts; alone, or in companies of `together` who answered alike. */
function peopleOf(counts: readonly (readonly number[])[], together = 1): CrossedAnswer[] {
  let person = 0;
  return counts.flatMap((line, row) =>
    line.flatMap((count, column) =>
      Array.from({ length: count }, () => ({ row, column, cluster: Math.floor(person++ / together) })),
    ),
  );
}
const tested = (counts: readonly (readonly number[])[], together = 1) =>
  valued(
    contingencyTest(peopleOf(counts, together), { rows: counts.length, columns: counts[0]!.length, seed: 3 }),
  );

describe("a table of counts", () => {
  test("as Agresti prints it: statistic, p and residuals", () => {
    const party = [
      [762, 327, 468],
      [484, 239, 477],
    ];
    const { statistic, df, method, p, residuals, designEffect } = tested(party);
    expect(statistic).toBeCloseTo(30.07, 2);
    expect(df).toBe(2);
    expect(method).toBe("chi-square");
    expect(p / 2.954e-7).toBeCloseTo(1, 1);
    expect(designEffect).toBeCloseTo(1, 3);
    expect(residuals[0]!.map((z) => Math.round(z * 10) / 10)).toEqual([4.5, 0.7, -5.3]);
  });

  test("small as Fisher's tea: p is that of the exact test", () => {
    // Of the tables with these margins those that depart as far: 2 · (C(6,5)·C(6,1) + 1) / C(12,6) = 74/924.
    const { method, sparse, p } = tested([
      [5, 1],
      [1, 5],
    ]);
    expect([method, sparse]).toEqual(["exact", 4]);
    // The design effect of single people is n / (n − 1), which lets no nearer table in here.
    expect(p).toBeCloseTo(74 / 924, 12);
  });

  test("larger and thin: p is drawn, near that of the exact test", () => {
    // Of the 210 ways to deal out the upper row 7 depart as far.
    const { method, p } = tested([
      [3, 0, 1],
      [0, 4, 2],
    ]);
    expect(method).toBe("permutation");
    expect(Math.abs(p - 7 / 210)).toBeLessThan(0.015);
  });

  test("that says nothing has no value", () => {
    const test = (counts: number[][]) =>
      contingencyTest(peopleOf(counts), { rows: counts.length, columns: counts[0]!.length, seed: 1 });
    expect(test([[4, 5]])).toMatchObject({ reason: "too-few" });
    expect(test([[40, 50]])).toMatchObject({ reason: "no-variance" });
    expect(
      test([
        [20, 0],
        [30, 0],
      ]),
    ).toMatchObject({ reason: "no-variance" });
  });

  test("counts colleagues who answer alike once", () => {
    const counts = [
      [60, 40],
      [40, 60],
    ];
    const [alone, together] = [tested(counts), tested(counts, 5)];
    expect(together.statistic).toBeCloseTo(alone.statistic, 9);
    expect(together.designEffect).toBeGreaterThan(3);
    expect(together.p).toBeGreaterThan(alone.p);
  });

  test("turned, or with its rows in another order, says the same", () => {
    const cell = fc.integer({ min: 6, max: 40 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 4 }), (counts) => {
        const first = tested(counts);
        const turned = tested([0, 1, 2].map((column) => counts.map((line) => line[column]!)));
        const reversed = tested(counts.toReversed());
        for (const other of [turned, reversed]) {
          expect(other.statistic).toBeCloseTo(first.statistic, 9);
          expect(other.v).toBeCloseTo(first.v, 9);
        }
        expect(first.p).toBeGreaterThanOrEqual(0);
        expect(first.p).toBeLessThanOrEqual(1);
        expect(first.v).toBeLessThanOrEqual(1);
      }),
      { numRuns: 30 },
    );
  });
});
