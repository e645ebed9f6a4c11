import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bootstrapAlphas, type RatedUnit } from "~/domain/chain/alpha-bootstrap";
import { companyBootstrap } from "~/domain/chain/company-bootstrap";
import { krippendorffAlpha } from "~/domain/chain/krippendorff-alpha";
import { value } from "~/domain/outcome";
import { seededRandom } from "~/domain/stats/seeded-random";
import { valued } from "../../support/valued";

/** The slow way: α of every draw anew. */
const drawnAnew = (units: readonly RatedUnit[], seed: number) =>
  companyBootstrap(
    units,
    (own) => {
      const raters = own[0]?.length ?? 0;
      const alpha = krippendorffAlpha(
        Array.from({ length: raters }, (_, rater) => own.map((unit) => unit[rater] ?? null)),
        "ordinal",
      );
      return alpha.ok ? value(alpha.value.alpha) : alpha;
    },
    { seed, draws: 1000 },
  );

describe("intervals of α", () => {
  test("are those of α computed anew for every draw", () => {
    const rating = fc.integer({ min: 1, max: 5 });
    // Two raters always rate, a third sometimes.
    const unit = fc.tuple(rating, rating, fc.option(rating));
    fc.assert(
      fc.property(fc.array(unit, { minLength: 5, maxLength: 25 }), fc.nat(), (units, seed) => {
        const [fast] = bootstrapAlphas([units], { seed });
        const slow = drawnAnew(units, seed);
        expect(fast?.ok).toBe(slow.ok);
        if (!fast?.ok || !slow.ok) return;
        expect(fast.value[0]).toBeCloseTo(slow.value.interval[0], 10);
        expect(fast.value[1]).toBeCloseTo(slow.value.interval[1], 10);
      }),
      { numRuns: 15 },
    );
  });

  test("do not depend on what else is looked at, and leave out companies with one rating", () => {
    const alike = Array.from({ length: 12 }, (_, at): RatedUnit => [1 + (at % 5), 1 + ((at * 2) % 5)]);
    const few = alike.map((unit, at): RatedUnit => (at < 4 ? unit : [unit[0] ?? null, null]));
    const same = alike.map((): RatedUnit => [3, 3]);
    const [alone] = bootstrapAlphas([alike], { seed: 7 });
    const [beside, rare, flat] = bootstrapAlphas([alike, few, same], { seed: 7 });
    expect(beside).toEqual(alone);
    expect(rare).toMatchObject({ ok: false, reason: "too-few-companies" });
    expect(flat).toMatchObject({ ok: false, reason: "no-variance" });
    expect(bootstrapAlphas([], { seed: 7 })).toEqual([]);
  });

  test("hold the true value and narrow with the companies", () => {
    const random = seededRandom(3);
    const companies = (n: number) =>
      Array.from({ length: n }, (): RatedUnit => {
        const own = 1 + Math.floor(random() * 5);
        return [own, random() < 0.6 ? own : 1 + Math.floor(random() * 5)];
      });
    const width = (n: number) => {
      const [low, high] = valued(
        bootstrapAlphas([companies(n)], { seed: 1 })[0] ?? { ok: false, reason: "no-data" },
      );
      // Six in ten agree, the others by chance: α is near 0.6.
      expect(low).toBeLessThan(0.6);
      expect(high).toBeGreaterThan(0.6);
      return high - low;
    };
    expect(width(1000)).toBeLessThan(width(100) / 2);
  });
});
