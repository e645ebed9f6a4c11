import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupReliability } from "~/domain/chain/group-reliability";
import { cohenKappa, crossTable, fleissKappa } from "~/domain/chain/kappa";
import { kendallW, midRanks } from "~/domain/chain/kendall-w";
import { alphaLevels, krippendorffAlpha } from "~/domain/chain/krippendorff-alpha";
import { shroutFleissIcc } from "~/domain/chain/shrout-fleiss-icc";
import { valued } from "../../support/valued";

const rating = fc.integer({ min: 1, max: 5 });
const table = (
  raters: [number, number],
  units: [number, number],
  cell: fc.Arbitrary<number | null> = rating,
) =>
  fc
    .tuple(fc.integer({ min: raters[0], max: raters[1] }), fc.integer({ min: units[0], max: units[1] }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
const complete = (raters: [number, number], units: [number, number]) =>
  table(raters, units) as fc.Arbitrary<number[][]>;

describe("Krippendorff's alpha", () => {
  // Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, examples A and B.
  test("two observers, ten units, yes or no: 0.095", () => {
    const meg = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
    const owen = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
    expect(valued(krippendorffAlpha([meg, owen], "nominal")).alpha).toBeCloseTo(0.095, 3);
  });

  test("two observers, twelve units, five names: 0.692", () => {
    const codes = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
    const found = valued(krippendorffAlpha([codes("aabbdcccedda"), codes("babbbccceddd")], "nominal"));
    expect(found.alpha).toBeCloseTo(0.692, 3);
  });

  test("perfect agreement is 1 on every level; opinions that never vary are no evidence", () => {
    for (const level of alphaLevels) {
      expect(
        valued(
          krippendorffAlpha(
            [
              [1, 2, 5],
              [1, 2, 5],
              [1, null, 5],
            ],
            level,
          ),
        ).alpha,
      ).toBeCloseTo(1, 12);
      expect(
        krippendorffAlpha(
          [
            [3, 3],
            [3, 3],
          ],
          level,
        ),
      ).toMatchObject({ reason: "no-variance" });
    }
    expect(
      krippendorffAlpha(
        [
          [1, null],
          [null, 2],
        ],
        "nominal",
      ),
    ).toMatchObject({ reason: "too-few" });
    expect(krippendorffAlpha([], "nominal")).toMatchObject({ reason: "too-few" });
    expect(krippendorffAlpha([[1], [1, 2]], "nominal")).toMatchObject({ reason: "lengths-differ" });
  });

  test("names may be exchanged (nominal), stretched in order (ordinal), rescaled (interval)", () => {
    const renamed = [4, 1, 5, 3, 2];
    const stretched = [1, 4, 9, 20, 70];
    fc.assert(
      fc.property(
        table([2, 4], [3, 8], fc.option(rating, { nil: null, freq: 4 })),
        (ratings: (number | null)[][]) => {
          const mapped = (to: (one: number) => number) =>
            ratings.map((row) => row.map((one) => (one === null ? null : to(one))));
          const same = (level: (typeof alphaLevels)[number], to: (one: number) => number) => {
            const [before, after] = [krippendorffAlpha(ratings, level), krippendorffAlpha(mapped(to), level)];
            expect(after.ok).toBe(before.ok);
            if (before.ok && after.ok) expect(after.value.alpha).toBeCloseTo(before.value.alpha, 9);
          };
          same("nominal", (one) => renamed[one - 1]!);
          same("ordinal", (one) => stretched[one - 1]!);
          same("interval", (one) => 3 * one + 7);
        },
      ),
    );
  });

  test("never exceeds 1 and does not care who is which rater", () => {
    fc.assert(
      fc.property(complete([2, 4], [3, 8]), (ratings) => {
        for (const level of alphaLevels) {
          const [one, other] = [
            krippendorffAlpha(ratings, level),
            krippendorffAlpha(ratings.toReversed(), level),
          ];
          if (!one.ok || !other.ok) continue;
          expect(one.value.alpha).toBeLessThanOrEqual(1 + 1e-12);
          expect(other.value.alpha).toBeCloseTo(one.value.alpha, 9);
        }
      }),
    );
  });
});

describe("kappa", () => {
  // Agresti, Categorical Data Analysis (2002), § 10.5: Siskel and Ebert's 160 films, κ = 0.389.
  test("the film critics", () => {
    const films = [
      [24, 8, 13],
      [8, 13, 11],
      [10, 9, 64],
    ];
    expect(valued(cohenKappa(films)).kappa).toBeCloseTo(0.389, 3);
  });

  test("with two categories every weighting is the same; perfect agreement is 1", () => {
    const [plain, linear, quadratic] = (["unweighted", "linear", "quadratic"] as const).map(
      (weights) =>
        valued(
          cohenKappa(
            [
              [20, 5],
              [10, 15],
            ],
            weights,
          ),
        ).kappa,
    );
    expect(linear).toBeCloseTo(plain!, 12);
    expect(quadratic).toBeCloseTo(plain!, 12);
    expect(
      valued(
        cohenKappa(
          [
            [3, 0, 0],
            [0, 4, 0],
            [0, 0, 5],
          ],
          "linear",
        ),
      ).kappa,
    ).toBeCloseTo(1, 12);
  });

  test("quadratic weights are the concordance of the numbers (Krippendorff 1970)", () => {
    // 1 − Σ(a − b)²/n over (s²a + s²b + (ā − b̄)²), variances over n.
    fc.assert(
      fc.property(fc.array(fc.tuple(rating, rating), { minLength: 3, maxLength: 40 }), (pairs) => {
        const n = pairs.length;
        const [a, b] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
        const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / n;
        const spread = (list: number[]) => mean(list.map((one) => (one - mean(list)) ** 2));
        const whole = spread(a) + spread(b) + (mean(a) - mean(b)) ** 2;
        const kappa = cohenKappa(valued(crossTable(a, b, [1, 2, 3, 4, 5])), "quadratic");
        if (whole < 1e-9) expect(kappa).toMatchObject({ reason: "no-variance" });
        else
          expect(valued(kappa).kappa).toBeCloseTo(
            1 - mean(pairs.map(([one, other]) => (one - other) ** 2)) / whole,
            9,
          );
      }),
    );
  });

  test("a cross table leaves out missing ratings and keeps unused points of the scale", () => {
    expect(valued(crossTable([1, 3, null, 1], [1, 1, 3, null]))).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(valued(crossTable([1, 3], [1, 1], [1, 2, 3]))).toEqual([
      [1, 0, 0],
      [0, 0, 0],
      [1, 0, 0],
    ]);
    expect(crossTable([1], [1, 2])).toMatchObject({ reason: "lengths-differ" });
    expect(crossTable([1], [4], [1, 2, 3])).toMatchObject({ reason: "out-of-range" });
  });

  test("says why it has no value", () => {
    expect(
      cohenKappa([
        [5, 0],
        [0, 0],
      ]),
    ).toMatchObject({ reason: "no-variance" });
    expect(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toMatchObject({ reason: "no-data" });
    expect(cohenKappa([[1, 2]])).toMatchObject({ reason: "lengths-differ" });
    expect(
      cohenKappa([
        [1, -1],
        [0, 2],
      ]),
    ).toMatchObject({ reason: "out-of-range" });
    expect(fleissKappa([])).toMatchObject({ reason: "no-data" });
    expect(
      fleissKappa([
        [1, 0],
        [0, 1],
      ]),
    ).toMatchObject({ reason: "too-few" });
    expect(
      fleissKappa([
        [2, 1],
        [1, 1],
      ]),
    ).toMatchObject({ reason: "lengths-differ" });
    expect(
      fleissKappa([
        [3, 0],
        [3, 0],
      ]),
    ).toMatchObject({ reason: "no-variance" });
  });

  test("several raters who always choose alike have a Fleiss kappa of 1", () => {
    expect(
      valued(
        fleissKappa([
          [4, 0],
          [0, 4],
          [4, 0],
        ]),
      ).kappa,
    ).toBeCloseTo(1, 12);
    // Half and half everywhere is less than chance: −1/(m − 1).
    expect(
      valued(
        fleissKappa([
          [2, 2],
          [2, 2],
        ]),
      ).kappa,
    ).toBeCloseTo(-1 / 3, 12);
  });
});

describe("Kendall's W", () => {
  test("middle ranks share their places", () => {
    expect(midRanks([10, 20, 20, 5])).toEqual([2, 3.5, 3.5, 1]);
  });

  test("is (1 + (m − 1)·mean Spearman)/m for rankings without ties, from 0 to 1", () => {
    const ranking = fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(ranking, { minLength: 2, maxLength: 5 }), (ratings) => {
        const m = ratings.length;
        let spearman = 0;
        for (let i = 0; i < m; i++)
          for (let j = i + 1; j < m; j++)
            spearman +=
              1 - (6 * ratings[i]!.reduce((sum, one, k) => sum + (one - ratings[j]![k]!) ** 2, 0)) / 210;
        const mean = spearman / ((m * (m - 1)) / 2);
        const { w } = valued(kendallW(ratings));
        expect(w).toBeCloseTo((1 + (m - 1) * mean) / m, 9);
        expect(w).toBeGreaterThanOrEqual(-1e-12);
        expect(w).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  test("the same ranking with the same ties is full concordance", () => {
    expect(
      valued(
        kendallW([
          [1, 2.5, 2.5, 4],
          [10, 20, 20, 70],
        ]),
      ).w,
    ).toBeCloseTo(1, 12);
    expect(
      kendallW([
        [1, 1, 1],
        [2, 2, 2],
      ]),
    ).toMatchObject({ reason: "no-variance" });
    expect(kendallW([[1, 2, 3]])).toMatchObject({ reason: "too-few" });
    expect(kendallW([[1, 2], [1]])).toMatchObject({ reason: "lengths-differ" });
  });
});

describe("intraclass correlations", () => {
  test("the mean of k raters follows Spearman and Brown", () => {
    fc.assert(
      fc.property(complete([3, 8], [2, 5]), (ratings) => {
        const found = shroutFleissIcc(ratings);
        fc.pre(found.ok);
        const k = ratings[0]!.length;
        const { icc11, icc1k, icc31, icc3k } = valued(found);
        const same = (stepped: number, single: number) =>
          expect(stepped * (1 + (k - 1) * single)).toBeCloseTo(k * single, 6);
        same(icc1k, icc11);
        same(icc3k, icc31);
      }),
    );
  });

  test("consistency forgives a rater who is always higher, absolute agreement does not", () => {
    const found = valued(
      shroutFleissIcc([
        [1, 3],
        [2, 4],
        [3, 5],
        [4, 6],
      ]),
    );
    expect(found.icc31).toBeCloseTo(1, 12);
    expect(found.icc21).toBeLessThan(0.6);
    expect(shroutFleissIcc([[1, 2]])).toMatchObject({ reason: "too-few" });
    expect(
      shroutFleissIcc([
        [2, 2],
        [2, 2],
      ]),
    ).toMatchObject({ reason: "no-variance" });
  });

  test("ICC(1) and ICC(2) of the mean squares", () => {
    const alike = groupReliability({ msb: 8, msw: 0, dfBetween: 2, dfWithin: 3 });
    expect(valued(alike)).toEqual({ meanGroupSize: 2, icc1: 1, icc2: 1 });
    expect(groupReliability({ msb: 0, msw: 1, dfBetween: 3, dfWithin: 9 })).toMatchObject({
      reason: "no-variance",
    });
    expect(groupReliability({ msb: 1, msw: 1, dfBetween: 0, dfWithin: 9 })).toMatchObject({
      reason: "too-few",
    });
  });
});
