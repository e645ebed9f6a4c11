import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bottomUpMarket } from "~/domain/market/bottom-up";
import { compoundGrowthRate } from "~/domain/market/growth-rate";
import { marketCounts } from "~/domain/market/market-counts";
import { topDownMarket } from "~/domain/market/top-down";
import { triangulate } from "~/domain/market/triangulation";

describe("market counts", () => {
  it("adds up ranges and shares", () => {
    const result = marketCounts([
      { name: "sme", count: 60 },
      { name: "large", count: [30, 50] },
    ]);
    expect(result).toEqual({
      ok: true,
      value: {
        low: 90,
        middle: 100,
        high: 110,
        shares: [
          { name: "sme", share: 0.6 },
          { name: "large", share: 0.4 },
        ],
      },
    });
  });

  it("refuses ranges the wrong way round, and has no shares of nothing", () => {
    expect(marketCounts([{ name: "a", count: [5, 3] }])).toEqual({ ok: false, reason: "out-of-range" });
    expect(marketCounts([{ name: "a", count: 0 }])).toEqual({ ok: false, reason: "zero-denominator" });
    expect(marketCounts([])).toEqual({ ok: false, reason: "no-data" });
  });
});

describe("top-down", () => {
  it("never has more within reach than fits, nor more that fits than there is", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const segment = fc.record({ companies: fc.nat(1e7), fit: share, arpa: fc.nat(1e6) });
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 6 }), share, share, (segments, reach, win) => {
        const result = topDownMarket(segments, reach, win);
        if (!result.ok) return false;
        const { tam, sam, som } = result.value;
        return sam <= tam * (1 + 1e-12) && som <= sam;
      }),
    );
  });

  it("refuses shares that are none", () => {
    const segment = { companies: 10, fit: 1.2, arpa: 5 };
    expect(topDownMarket([segment], 0.1, 0.1)).toEqual({ ok: false, reason: "out-of-range" });
    expect(topDownMarket([{ ...segment, fit: 1 }], 0.1, -0.1)).toEqual({ ok: false, reason: "out-of-range" });
    expect(topDownMarket([], 0.1, 0.1)).toEqual({ ok: false, reason: "no-data" });
  });
});

describe("bottom-up", () => {
  const plan = {
    leadsPerMonth: 10,
    leadToOpportunity: 0.5,
    winRate: 0.5,
    acv: 100,
    annualChurn: 0.5,
    years: 3,
  };
  it("loses the churned before it adds the new", () => {
    expect(bottomUpMarket(plan)).toEqual({
      ok: true,
      value: [
        { customers: 30, arr: 3000 },
        { customers: 45, arr: 4500 },
        { customers: 52.5, arr: 5250 },
      ],
    });
  });

  it("refuses shares and years that are none", () => {
    expect(bottomUpMarket({ ...plan, annualChurn: 1.5 })).toEqual({ ok: false, reason: "out-of-range" });
    expect(bottomUpMarket({ ...plan, years: 0 })).toEqual({ ok: false, reason: "out-of-range" });
    expect(bottomUpMarket({ ...plan, acv: Number.NaN })).toEqual({ ok: false, reason: "out-of-range" });
  });
});

describe("triangulation", () => {
  it("warns when one estimate is more than twice the other, either way round", () => {
    const apart = (topDown: number, bottomUp: number) => {
      const result = triangulate(topDown, bottomUp);
      return result.ok && result.value.apart;
    };
    expect(apart(200, 100)).toBe(false);
    expect(apart(201, 100)).toBe(true);
    expect(apart(100, 201)).toBe(true);
    expect(triangulate(0, 100)).toEqual({ ok: false, reason: "not-positive" });
  });

  it("is symmetric but for the direction of the ratio", () => {
    const estimate = fc.double({ min: 1, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(estimate, estimate, (one, other) => {
        const [there, back] = [triangulate(one, other), triangulate(other, one)];
        if (!there.ok || !back.ok) return false;
        expect(there.value.logGap).toBeCloseTo(-back.value.logGap, 9);
        expect(there.value.symmetricGap).toBe(back.value.symmetricGap);
        return there.value.symmetricGap < 2;
      }),
    );
  });
});

describe("compound growth rate", () => {
  it("grows the beginning into the end", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.nat(1e6),
        fc.integer({ min: 1, max: 30 }),
        (begin, end, years) => {
          const rate = compoundGrowthRate(begin, end, years);
          return rate.ok && Math.abs(begin * (1 + rate.value) ** years - end) <= 1e-6 * (begin + end);
        },
      ),
    );
  });

  it("has no value from nothing, in no time, or to below nothing", () => {
    expect(compoundGrowthRate(0, 100, 3)).toEqual({ ok: false, reason: "not-positive" });
    expect(compoundGrowthRate(100, 100, 0)).toEqual({ ok: false, reason: "not-positive" });
    expect(compoundGrowthRate(100, -5, 2)).toEqual({ ok: false, reason: "out-of-range" });
    expect(compoundGrowthRate(100, 0, 2)).toEqual({ ok: true, value: -1 });
  });
});
