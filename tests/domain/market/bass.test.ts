import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bassCurve, bassDensity, bassPeak } from "~/domain/market/bass";
import { bassFit, bassOls } from "~/domain/market/bass-fit";

const anyModel = fc.record({
  p: fc.double({ min: 0.001, max: 0.1, noNaN: true }),
  q: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
  m: fc.double({ min: 10, max: 1e6, noNaN: true }),
});
const periods = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe("Bass curve", () => {
  // Bass (1969), Management Science 15(5), p, q and the predicted years to the peak
  it.each([
    ["clothes dryers", 0.017206, 0.35688, 8.1],
    ["electric bed coverings", 0.005876, 0.24387, 14.9],
    ["automatic coffee makers", 0.017135, 0.30145, 9.0],
    ["steam irons", 0.028632, 0.32791, 6.8],
    ["record players", 0.024796, 0.6541, 4.8],
  ])("peaks as published for %s", (_, p, q, time) => {
    const peak = bassPeak({ p, q, m: 1 });
    if (!peak.ok) throw new Error(peak.reason);
    expect(Number(peak.value.time.toFixed(1))).toBe(time);
  });

  it("has no peak where imitation does not exceed innovation", () => {
    expect(bassPeak({ p: 0.1, q: 0.1, m: 5 })).toEqual({ ok: false, reason: "not-applicable" });
    expect(bassPeak({ p: 0, q: 0.1, m: 5 })).toEqual({ ok: false, reason: "out-of-range" });
    expect(bassCurve({ p: 0.1, q: 0.1, m: 5 }, [-1])).toEqual({ ok: false, reason: "out-of-range" });
  });

  it("rises from 0 towards 1, with the density as its slope and its top at the peak", () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const curve = bassCurve(model, [0, ...periods(60)]);
        if (!curve.ok) return false;
        expect(curve.value[0]!.share).toBe(0);
        curve.value.slice(1).forEach((point, index) => {
          expect(point.share).toBeGreaterThanOrEqual(curve.value[index]!.share);
          expect(point.share).toBeLessThanOrEqual(1);
        });
        const peak = bassPeak(model);
        if (!peak.ok) return true;
        expect(peak.value.sales / (model.m * bassDensity(model.p, model.q, peak.value.time))).toBeCloseTo(
          1,
          9,
        );
        return curve.value.every(({ density }) => model.m * density <= peak.value.sales * (1 + 1e-9));
      }),
    );
  });
});

describe("fitting Bass", () => {
  it("recovers the model of noise-free sales", () => {
    fc.assert(
      fc.property(
        fc.record({
          p: fc.double({ min: 0.005, max: 0.05, noNaN: true }),
          q: fc.double({ min: 0.3, max: 0.7, noNaN: true }),
        }),
        ({ p, q }) => {
          const times = periods(20);
          const fit = bassFit(
            times,
            times.map((time) => 5000 * bassDensity(p, q, time)),
          );
          if (!fit.ok) return false;
          expect(fit.value.m / 5000).toBeCloseTo(1, 6);
          expect(fit.value.p / p).toBeCloseTo(1, 6);
          expect(fit.value.q / q).toBeCloseTo(1, 6);
          return fit.value.rss < 1e-6;
        },
      ),
      { numRuns: 40 },
    );
  });

  // US video recorders 1980–89; the estimates of the reference case come from R's nls with a start of its own
  it("needs no start from outside", () => {
    const sales = [840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890];
    const fit = bassFit(periods(10), sales);
    if (!fit.ok) throw new Error(fit.reason);
    expect(fit.value.m).toBeCloseTo(67981, -1);
    expect(fit.value.p).toBeCloseTo(0.006594, 5);
    expect(fit.value.q).toBeCloseTo(0.63809, 4);
    const astray = bassFit(periods(10), sales, { m: 1e9, p: 0.9, q: 0.001 });
    expect(astray.ok && astray.value.m).toBeCloseTo(fit.value.m, 3);
  });

  it("inverts Bass's own recursion exactly", () => {
    const [m, p, q] = [1000, 0.02, 0.4];
    const sales: number[] = [];
    let cumulated = 0;
    for (let period = 0; period < 15; period += 1) {
      const sold = (p + (q * cumulated) / m) * (m - cumulated);
      sales.push(sold);
      cumulated += sold;
    }
    const fit = bassOls(sales);
    if (!fit.ok) throw new Error(fit.reason);
    expect(fit.value.m).toBeCloseTo(m, 6);
    expect(fit.value.p).toBeCloseTo(p, 9);
    expect(fit.value.q).toBeCloseTo(q, 9);
    expect([fit.value.a, fit.value.b, fit.value.c].map((term) => Number(term.toFixed(9)))).toEqual([
      20, 0.38, -0.0004,
    ]);
  });

  it("refuses few points, sales before the peak, and sales that are none", () => {
    expect(bassFit(periods(5), [1, 2, 3, 2, 1])).toMatchObject({ reason: "too-few-points" });
    expect(bassFit(periods(7), [1, 2, 4, 8, 16, 32, 64])).toEqual({ ok: false, reason: "before-peak" });
    expect(bassOls([1, 2, 4, 8, 16, 32])).toEqual({ ok: false, reason: "before-peak" });
    expect(bassOls([0, 0, 0, 0, 0, 0])).toEqual({ ok: false, reason: "out-of-range" });
    expect(bassFit(periods(6), [1, 2, 3])).toEqual({ ok: false, reason: "lengths-differ" });
    expect(bassFit([1, 2, 3, 4, 5, -6], [1, 2, 3, 3, 2, 1])).toEqual({ ok: false, reason: "out-of-range" });
  });

  it("says so when the sales are no Bass curve", () => {
    expect(bassOls([9, 1, 1, 1, 1, 1, 8, 1])).toMatchObject({ ok: false, reason: "did-not-converge" });
  });

  it("never answers with a number that is none, whatever the sales", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 6, maxLength: 15 }), (sales) => {
        const fit = bassFit(periods(sales.length), sales);
        if (!fit.ok) return true;
        const { m, p, q, rss, standardErrors } = fit.value;
        return [m, p, q, rss, ...Object.values(standardErrors)].every(Number.isFinite) && m > 0 && p > 0;
      }),
    );
  });
});
