import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anovaIcc } from "~/domain/stats/anova-icc";
import { clusterRobustMean } from "~/domain/stats/cluster-robust-mean";
import { clusterRobustProportion } from "~/domain/stats/cluster-robust-proportion";
import { clusteredWilsonInterval } from "~/domain/stats/clustered-wilson-interval";
import { companyWeightedShare } from "~/domain/stats/company-weighted-share";
import { designEffect, effectiveSampleSize } from "~/domain/stats/design-effect";
import { capWeights, postStratify, weightedMean } from "~/domain/stats/post-stratify";
import { rake } from "~/domain/stats/rake";
import { wilsonInterval } from "~/domain/stats/wilson-interval";
import { valued } from "../../support/valued";

const companies = (answers: readonly (readonly number[])[]) => ({
  cluster: answers.flatMap((own, company) => own.map(() => company)),
  y: answers.flat(),
});
const someCompanies = fc
  .array(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 1, maxLength: 6 }), {
    minLength: 2,
    maxLength: 25,
  })
  .map(companies);

describe("how alike companies answer", () => {
  test("1 when only the company decides, 0 when companies do not differ", () => {
    const alike = companies([
      [1, 1],
      [0, 0],
      [1, 1],
      [0, 0],
    ]);
    expect(valued(anovaIcc(alike.cluster, alike.y)).icc).toBe(1);
    const mixed = companies([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
    const found = valued(anovaIcc(mixed.cluster, mixed.y));
    expect(found.icc).toBe(0);
    expect(found.rawIcc).toBe(-1);
  });

  test("says why it has no value", () => {
    expect(anovaIcc([1, 2], [1])).toMatchObject({ reason: "lengths-differ" });
    expect(anovaIcc([], [])).toMatchObject({ reason: "no-data" });
    expect(anovaIcc([1, 1], [1, 0])).toMatchObject({ reason: "too-few-companies" });
    expect(anovaIcc([1, 2], [1, 0])).toMatchObject({ reason: "too-few" });
    expect(anovaIcc([1, 1, 2], [1, 1, 1])).toMatchObject({ reason: "no-variance" });
    expect(anovaIcc([1, 1, 2], [1, Number.NaN, 1])).toMatchObject({ reason: "out-of-range" });
  });
});

describe("the company-clustered interval", () => {
  test("lies within 0 and 1, contains the share, mirrors yes and no, and never claims more than n answers", () => {
    fc.assert(
      fc.property(someCompanies, ({ cluster, y }) => {
        const found = valued(clusteredWilsonInterval(cluster, y));
        const flipped = valued(
          clusteredWilsonInterval(
            cluster,
            y.map((one) => 1 - one),
          ),
        );
        const [low, high] = found.interval;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(found.share + 1e-12);
        expect(high).toBeGreaterThanOrEqual(found.share - 1e-12);
        expect(low).toBeCloseTo(1 - flipped.interval[1], 9);
        expect(found.effectiveN).toBeLessThanOrEqual(y.length + 1e-9);
        const naive = valued(wilsonInterval(y.filter((one) => one === 1).length, y.length));
        expect(high - low).toBeGreaterThanOrEqual(naive[1] - naive[0] - 1e-12);
      }),
    );
  });

  test("narrows when twice as many companies answer the same way", () => {
    fc.assert(
      fc.property(someCompanies, ({ cluster, y }) => {
        const once = valued(clusteredWilsonInterval(cluster, y)).interval;
        const again = cluster.map((company) => company + 1000);
        const twice = valued(clusteredWilsonInterval([...cluster, ...again], [...y, ...y])).interval;
        expect(twice[1] - twice[0]).toBeLessThan(once[1] - once[0]);
      }),
    );
  });

  test("one answer a company costs nothing but t for z", () => {
    const y = [1, 0, 1, 1, 0, 0, 0, 1, 0, 0];
    const found = valued(clusteredWilsonInterval([...y.keys()], y));
    expect(found).toMatchObject({ icc: 0, designEffect: 1, effectiveN: 10 });
  });

  test("fifty colleagues who all say yes count about as one company", () => {
    const unanimous = companies(Array.from({ length: 6 }, () => Array.from({ length: 50 }, () => 1)));
    const found = valued(clusteredWilsonInterval(unanimous.cluster, unanimous.y));
    expect(found.effectiveN).toBeCloseTo(6, 9);
    // Wilson's bound for 6 of 6 with t of 5 degrees of freedom, 2.570582: 6/(6 + t²).
    expect(found.interval[0]).toBeCloseTo(6 / (6 + 2.5705818366147 ** 2), 9);
    expect(found.interval[1]).toBe(1);
  });

  test("says why it has no value", () => {
    expect(clusteredWilsonInterval([1, 1], [1, 0])).toMatchObject({ reason: "too-few-companies" });
    expect(clusteredWilsonInterval([1, 2], [1, 2])).toMatchObject({ reason: "out-of-range" });
    expect(clusteredWilsonInterval([], [])).toMatchObject({ reason: "no-data" });
  });
});

describe("cluster-robust mean and share", () => {
  test("with one answer a company it is the textbook standard error", () => {
    const y = [2, 4, 4, 4, 5, 5, 7, 9];
    const found = valued(clusterRobustMean([...y.keys()], y));
    expect(found.mean).toBe(5);
    expect(found.se).toBeCloseTo(Math.sqrt(32 / 7 / 8), 12);
    expect(found.seFinite).toBe(found.se);
    expect(found.df).toBe(7);
  });

  test("asking every company that exists leaves no sampling error", () => {
    const found = valued(clusterRobustMean([1, 2, 3], [1, 2, 6], { populationClusters: 3 }));
    expect(found.seFinite).toBe(0);
    expect(found.interval).toEqual([3, 3]);
    expect(clusterRobustMean([1, 2, 3], [1, 2, 6], { populationClusters: 2 })).toMatchObject({ ok: false });
  });

  test("its intervals contain the share and lie within 0 and 1", () => {
    fc.assert(
      fc.property(someCompanies, ({ cluster, y }) => {
        const found = valued(clusterRobustProportion(cluster, y));
        for (const interval of [found.logit, found.kornGraubard]) {
          if (!interval.ok) continue;
          expect(interval.value[0]).toBeGreaterThanOrEqual(0);
          expect(interval.value[1]).toBeLessThanOrEqual(1);
          expect(interval.value[0]).toBeLessThanOrEqual(found.share);
          expect(interval.value[1]).toBeGreaterThanOrEqual(found.share);
        }
      }),
    );
  });

  test("a design effect below 1 is reported as it is; none when everyone agrees", () => {
    const mixed = companies([
      [1, 0],
      [1, 0],
      [1, 0],
      [1, 0, 0],
    ]);
    const found = valued(clusterRobustProportion(mixed.cluster, mixed.y));
    expect(valued(found.designEffect)).toBeLessThan(1);
    expect(valued(found.effectiveN)).toBeGreaterThan(mixed.y.length);
    const unanimous = valued(clusterRobustProportion([1, 1, 2], [1, 1, 1]));
    expect(unanimous.logit).toMatchObject({ reason: "no-variance" });
    const even = valued(clusterRobustProportion([1, 1, 2, 2], [1, 0, 1, 0]));
    expect(even).toMatchObject({ se: 0, kornGraubard: { reason: "no-variance" } });
    expect(valued(even.designEffect)).toBe(0);
  });

  test("company by company: the large company cannot hide behind its number", () => {
    const { cluster, y } = companies([Array.from({ length: 50 }, () => 1), [0], [0], [0]]);
    const found = valued(companyWeightedShare(cluster, y));
    expect(found.respondentWeighted).toBeCloseTo(50 / 53, 12);
    expect(found.companyWeighted).toBe(0.25);
    expect(found.companyInterval[0]).toBe(0);
    expect(companyWeightedShare([1, 1], [1, 0])).toMatchObject({ reason: "too-few-companies" });
  });
});

describe("weights", () => {
  test("equal weights lose nothing; a design effect of one per company loses nothing", () => {
    expect(valued(effectiveSampleSize([2, 2, 2])).effectiveN).toBeCloseTo(3, 12);
    expect(valued(designEffect(1, 0.7)).total).toBe(1);
    expect(effectiveSampleSize([])).toMatchObject({ reason: "no-data" });
    expect(effectiveSampleSize([0, 0])).toMatchObject({ reason: "not-positive" });
    expect(effectiveSampleSize([1, -1, 3])).toMatchObject({ reason: "not-positive" });
    expect(designEffect(3, -1)).toMatchObject({ reason: "out-of-range" });
  });

  test("raking meets its margins", () => {
    const table = fc
      .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }))
      .chain(([rows, columns]) =>
        fc.tuple(
          fc.array(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: columns, maxLength: columns }), {
            minLength: rows,
            maxLength: rows,
          }),
          fc.array(fc.integer({ min: 1, max: 90 }), { minLength: rows, maxLength: rows }),
          fc.array(fc.integer({ min: 1, max: 90 }), { minLength: columns, maxLength: columns }),
        ),
      );
    fc.assert(
      fc.property(table, ([seed, rows, columns]) => {
        const rowTotal = rows.reduce((sum, one) => sum + one, 0);
        const columnTotal = columns.reduce((sum, one) => sum + one, 0);
        const scaled = columns.map((one) => (one * rowTotal) / columnTotal);
        const { fitted, weights } = valued(rake(seed, rows, scaled));
        rows.forEach((target, r) => {
          expect(fitted[r]!.reduce((sum, one) => sum + one, 0)).toBeCloseTo(target, 6);
        });
        scaled.forEach((target, c) => {
          expect(fitted.reduce((sum, row) => sum + row[c]!, 0)).toBeCloseTo(target, 6);
        });
        seed.forEach((row, r) => {
          row.forEach((count, c) => {
            expect(count * weights[r]![c]!).toBeCloseTo(fitted[r]![c]!, 9);
          });
        });
      }),
    );
  });

  test("raking refuses what no weight can mend", () => {
    expect(
      rake(
        [
          [1, 2],
          [0, 0],
        ],
        [5, 5],
        [5, 5],
      ),
    ).toMatchObject({ reason: "empty-target-cell", detail: { row: 1 } });
    expect(
      rake(
        [
          [0, 2],
          [0, 3],
        ],
        [5, 5],
        [5, 5],
      ),
    ).toMatchObject({ detail: { column: 0 } });
    expect(
      rake(
        [
          [1, 2],
          [3, 4],
        ],
        [5, 5],
        [5, 9],
      ),
    ).toMatchObject({ reason: "not-consistent" });
    expect(
      rake(
        [
          [1, 2],
          [3, 4],
        ],
        [5],
        [5, 9],
      ),
    ).toMatchObject({ reason: "lengths-differ" });
    expect(
      rake(
        [
          [1, -2],
          [3, 4],
        ],
        [5, 5],
        [5, 5],
      ),
    ).toMatchObject({ reason: "not-positive" });
    // The zero leaves the second column nothing but the second row, which is smaller than it.
    expect(
      rake(
        [
          [1, 0],
          [1, 1],
        ],
        [8, 2],
        [2, 8],
      ),
    ).toMatchObject({ reason: "did-not-converge" });
  });

  test("post-stratified answers have the market's shares; empty cells are refused; caps hold", () => {
    const cell = ["small", "small", "small", "large"];
    const { weights } = valued(postStratify(cell, { small: 30, large: 70 }));
    expect(weights.slice(0, 3).reduce((sum, one) => sum + one, 0)).toBeCloseTo(4 * 0.3, 12);
    expect(weights[3]).toBeCloseTo(4 * 0.7, 12);
    expect(postStratify(cell, { small: 30, large: 60, middle: 10 })).toMatchObject({
      reason: "empty-target-cell",
      detail: { cell: "middle" },
    });
    expect(postStratify([], { small: 1 })).toMatchObject({ reason: "no-data" });
    expect(postStratify(cell, { small: 0, large: 0 })).toMatchObject({ reason: "not-positive" });

    const many = [...Array.from({ length: 99 }, () => "small"), "large"];
    const capped = valued(postStratify(many, { small: 20, large: 80 }));
    expect(capped.weights[99]).toBe(5);
    expect(capped.weights[0]).toBeCloseTo((0.2 * 100) / 99, 12);
    expect(capped.capped).toBe(1);
    expect(valued(postStratify(many, { small: 20, large: 80 }, { cap: null })).weights[99]).toBeCloseTo(
      80,
      9,
    );
  });

  test("capped weights have mean 1 before the cut and stay within it", () => {
    expect(capWeights([2, 2, 2]).weights).toEqual([1, 1, 1]);
    const { weights, capped } = capWeights([0, 1, 1, 1, 1, 1, 1, 1, 1, 92]);
    expect(weights[0]).toBe(0);
    expect(weights[9]).toBe(5);
    expect(weights[1]).toBe(0.2);
    expect(capped).toBe(9);
    expect(capWeights([0, 0])).toEqual({ weights: [0, 0], capped: 0 });
  });

  test("a weighted mean says why it has no value", () => {
    expect(valued(weightedMean([1, 3], [3, 1]))).toBe(1.5);
    expect(weightedMean([1], [1, 2])).toMatchObject({ reason: "lengths-differ" });
    expect(weightedMean([], [])).toMatchObject({ reason: "no-data" });
    expect(weightedMean([1, 2], [0, 0])).toMatchObject({ reason: "not-positive" });
  });
});
