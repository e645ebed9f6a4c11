import fc from "fast-check";
import { expect, test } from "vitest";
import { adjustPValues } from "~/domain/stats/adjust-p-values";
import { mcnemarTest } from "~/domain/stats/mcnemar-test";
import {
  adjustedWaldNps,
  countNps,
  netPromoterScore,
  npsDifference,
} from "~/domain/stats/net-promoter-score";
import { seededRandom } from "~/domain/stats/seeded-random";
import { valued } from "../../support/valued";

// NumPy's documented stream, RandomState(1).random_sample(3); the generator is the one of Matsumoto & Nishimura.
test("the seeded stream is MT19937's, and a seed repeats it", () => {
  const random = seededRandom(1);
  expect([random(), random(), random()]).toEqual([
    0.417022004702574, 0.7203244934421581, 0.00011437481734488664,
  ]);
  expect(seededRandom(7)()).toBe(seededRandom(7)());
  expect(seededRandom(7)()).not.toBe(seededRandom(8)());
  expect(seededRandom(0)()).toBe(seededRandom(1)());
});

// Benjamini & Hochberg (1995), § 3.2: at 5 % their procedure finds four, Bonferroni's family three.
const benjaminiHochberg1995 = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
  0.759, 1,
];
test("the fifteen p-values of Benjamini and Hochberg", () => {
  const found = (method: "holm" | "benjamini-hochberg") =>
    valued(adjustPValues(benjaminiHochberg1995, method)).filter((p) => p <= 0.05).length;
  expect(found("benjamini-hochberg")).toBe(4);
  expect(found("holm")).toBe(3);
});

// R: p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "BH") is 0.05 throughout.
test("Benjamini–Hochberg of evenly spaced p-values", () => {
  for (const p of valued(adjustPValues([0.01, 0.02, 0.03, 0.04, 0.05], "benjamini-hochberg")))
    expect(p).toBeCloseTo(0.05, 12);
});

test.each(["holm", "benjamini-hochberg"] as const)(
  "%s never lowers a p, keeps its order, stays in 0 … 1",
  (method) => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (raw) => {
        const adjusted = valued(adjustPValues(raw, method));
        raw.forEach((p, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          raw.forEach((other, j) => {
            if (p < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!);
          });
        });
        const holm = valued(adjustPValues(raw, "holm"));
        const screening = valued(adjustPValues(raw, "benjamini-hochberg"));
        holm.forEach((p, i) => {
          expect(p).toBeGreaterThanOrEqual(screening[i]! - 1e-12);
        });
      }),
    );
    expect(adjustPValues([0.5, 1.2], method)).toMatchObject({ ok: false, reason: "out-of-range" });
  },
);

test("McNemar: only differing pairs count; the exact p is a binomial's", () => {
  // 8 of 10 differing pairs one way: 2·(1 + 10 + 45)/2¹⁰.
  const found = valued(mcnemarTest({ n11: 40, n12: 8, n21: 2, n22: 50 }));
  expect(found.pExact).toBeCloseTo((2 * 56) / 1024, 12);
  expect(found.chi2).toBeCloseTo(3.6, 12);
  expect(found.chi2Corrected).toBeCloseTo(2.5, 12);
  expect(found.difference).toBeCloseTo(0.06, 12);
  expect(valued(mcnemarTest({ n11: 0, n12: 8, n21: 2, n22: 0 })).p).toBe(found.p);
  expect(valued(mcnemarTest({ n11: 3, n12: 0, n21: 0, n22: 1 }))).toMatchObject({ p: 1, pExact: 1, chi2: 0 });
  expect(mcnemarTest({ n11: 0, n12: 0, n21: 0, n22: 0 })).toMatchObject({ reason: "no-data" });
  expect(mcnemarTest({ n11: 1, n12: -1, n21: 0, n22: 0 })).toMatchObject({ reason: "out-of-range" });
});

test("the balanced pair of counts is no evidence: exact p is never above 1", () => {
  expect(valued(mcnemarTest({ n11: 0, n12: 3, n21: 3, n22: 0 })).pExact).toBe(1);
});

test("NPS: bounds, its variance as that of −1, 0, 1, its mirror, and the small-sample score drawn to 0", () => {
  const nps = fc.record({
    promoters: fc.integer({ min: 0, max: 200 }),
    passives: fc.integer({ min: 0, max: 200 }),
    detractors: fc.integer({ min: 0, max: 200 }),
  });
  fc.assert(
    fc.property(nps, (counts) => {
      const n = counts.promoters + counts.passives + counts.detractors;
      fc.pre(n > 0);
      const score = valued(netPromoterScore(counts));
      const squares =
        counts.promoters * (1 - score.nps) ** 2 +
        counts.passives * score.nps ** 2 +
        counts.detractors * (-1 - score.nps) ** 2;
      expect(score.variance).toBeCloseTo(squares / n, 9);
      expect(score.interval[0]).toBeGreaterThanOrEqual(-1);
      expect(score.interval[1]).toBeLessThanOrEqual(1);
      const turned = { ...counts, promoters: counts.detractors, detractors: counts.promoters };
      expect(valued(netPromoterScore(turned)).nps).toBeCloseTo(-score.nps, 12);
      expect(Math.abs(valued(adjustedWaldNps(counts)).nps)).toBeLessThanOrEqual(Math.abs(score.nps));
    }),
  );
  expect(netPromoterScore({ promoters: 0, passives: 0, detractors: 0 })).toMatchObject({ reason: "no-data" });
  expect(countNps([7, 11])).toMatchObject({ reason: "out-of-range" });
});

test("Rocks' adjustment: 0 of 0 becomes three even answers' worth of doubt", () => {
  // (8 + ¾ − ¾)/(10 + 3) with variance p + d − (p − d)².
  const adjusted = valued(adjustedWaldNps({ promoters: 8, passives: 2, detractors: 0 }));
  const [p, d] = [8.75 / 13, 0.75 / 13];
  expect(adjusted.nps).toBeCloseTo(8 / 13, 12);
  expect(adjusted.se).toBeCloseTo(Math.sqrt((p + d - (p - d) ** 2) / 13), 12);
});

test("a change between waves: later minus earlier, twice the tail", () => {
  const wave = { promoters: 50, passives: 30, detractors: 20 };
  const same = valued(npsDifference(wave, wave));
  expect(same).toMatchObject({ difference: 0, z: 0, p: 1 });
  const up = valued(npsDifference(wave, { promoters: 70, passives: 20, detractors: 10 }));
  expect(up.difference).toBeCloseTo(0.3, 12);
  expect(up.z).toBeCloseTo(0.3 / Math.sqrt((0.61 + 0.44) / 100), 9);
  const allUp = { promoters: 5, passives: 0, detractors: 0 };
  expect(npsDifference(allUp, allUp)).toMatchObject({ reason: "no-variance" });
});
