import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakEvenMonth, breakEvenUnits } from "~/domain/market/break-even";
import { funnel } from "~/domain/market/funnel";
import { unitEconomics } from "~/domain/market/unit-economics";

describe("unit economics", () => {
  const input = { arpa: 500, grossMargin: 0.75, monthlyChurn: 0.025, cac: 6000 };

  it("has no life-time value without churn, but a payback all the same", () => {
    expect(unitEconomics({ ...input, monthlyChurn: 0 })).toEqual({
      ltv: { ok: false, reason: "zero-denominator" },
      ltvToCac: { ok: false, reason: "zero-denominator" },
      paybackMonths: { ok: true, value: 16 },
    });
  });

  it("has nothing to pay back with at a margin of nothing or less", () => {
    for (const grossMargin of [0, -0.2]) {
      const result = unitEconomics({ ...input, grossMargin });
      expect(result.ltv).toEqual({ ok: false, reason: "not-positive" });
      expect(result.paybackMonths).toEqual({ ok: false, reason: "not-positive" });
    }
  });

  it("has no ratio to a cost of nothing, and refuses a churn that is none", () => {
    const free = unitEconomics({ ...input, cac: 0 });
    expect(free.ltvToCac).toEqual({ ok: false, reason: "zero-denominator" });
    expect(free.paybackMonths).toEqual({ ok: true, value: 0 });
    expect(unitEconomics({ ...input, monthlyChurn: 1.5 }).ltv).toEqual({ ok: false, reason: "out-of-range" });
    expect(unitEconomics({ ...input, cac: -5 })).toMatchObject({
      ltvToCac: { reason: "out-of-range" },
      paybackMonths: { reason: "out-of-range" },
    });
  });
});

describe("break-even", () => {
  it("needs one more unit only when the exact number is not whole", () => {
    expect(breakEvenUnits(3, 1.2, 1.1)).toMatchObject({ value: { units: 30 } });
    expect(breakEvenUnits(100, 30, 10)).toMatchObject({ value: { exact: 5, units: 5, revenue: 150 } });
    expect(breakEvenUnits(101, 30, 10)).toMatchObject({ value: { units: 6 } });
    expect(breakEvenUnits(0, 30, 10)).toMatchObject({ value: { units: 0 } });
  });

  it("is never reached at a price not above variable cost", () => {
    expect(breakEvenUnits(100, 10, 10)).toEqual({ ok: false, reason: "never-reached" });
    expect(breakEvenUnits(-1, 10, 5)).toEqual({ ok: false, reason: "out-of-range" });
  });

  it("finds the month by hand", () => {
    // margins 50, 100, 200 against 150: −100, −50, +50
    const plan = { mrr: 100, growth: 1, grossMargin: 0.5, fixed: 150, cash: 120 };
    expect(breakEvenMonth(plan)).toEqual({
      ok: true,
      value: { month: 3, mrr: 400, cashAfter: 20, survives: false },
    });
    expect(breakEvenMonth({ ...plan, cash: 150 })).toMatchObject({
      value: { cashAfter: 50, survives: true },
    });
    expect(breakEvenMonth({ ...plan, growth: 0 })).toEqual({ ok: false, reason: "never-reached" });
    expect(breakEvenMonth({ ...plan, growth: -1 })).toEqual({ ok: false, reason: "out-of-range" });
  });

  it("covers the fixed cost with the units found and not with one less", () => {
    const cents = (most: number) => fc.integer({ min: 1, max: most }).map((amount) => amount / 100);
    fc.assert(
      fc.property(cents(1e7), cents(1e5), cents(1e5), (fixed, variable, margin) => {
        const result = breakEvenUnits(fixed, variable + margin, variable);
        if (!result.ok) return false;
        const { units } = result.value;
        return units * margin >= fixed * (1 - 1e-6) && (units - 1) * margin < fixed;
      }),
    );
  });
});

describe("funnel", () => {
  const anyStages = fc
    .array(fc.nat(10_000), { minLength: 2, maxLength: 8 })
    .map((counts) => counts.sort((left, right) => right - left));

  it("loses in its steps exactly who is in the lost pool, with intervals around the rates", () => {
    fc.assert(
      fc.property(anyStages, (stages) => {
        const result = funnel(stages);
        if (!result.ok) return false;
        const { steps, lostPool, overall } = result.value;
        expect(steps.reduce((sum, { lost }) => sum + lost, 0)).toBe(lostPool);
        expect(overall.lost).toBe(lostPool);
        return steps.every(
          ({ rate, interval }) =>
            rate.ok === interval.ok &&
            (!rate.ok ||
              !interval.ok ||
              (interval.value[0] <= rate.value && rate.value <= interval.value[1])),
        );
      }),
    );
  });

  it("names the weakest step and what came back", () => {
    const result = funnel([100, 50, 10, 5], { recovered: 19 });
    expect(result).toMatchObject({
      value: { weakest: { value: 1 }, lostPool: 95, recovery: { rate: { value: 0.2 } } },
    });
    const unknown = funnel([100, 50]);
    expect(unknown.ok && unknown.value.recovery.rate).toEqual({ ok: false, reason: "no-data" });
  });

  it("has no rate after an empty stage", () => {
    const result = funnel([10, 0, 0]);
    if (!result.ok) throw new Error(result.reason);
    expect(result.value.steps[1]).toEqual({
      rate: { ok: false, reason: "zero-denominator" },
      interval: { ok: false, reason: "no-data" },
      lost: 0,
    });
    expect(result.value.weakest).toEqual({ ok: true, value: 0 });
  });

  it("refuses a stage larger than the one before, more recovered than lost, and a single stage", () => {
    expect(funnel([10, 11])).toMatchObject({ reason: "out-of-range" });
    expect(funnel([10, 5], { recovered: 6 })).toMatchObject({ reason: "out-of-range" });
    expect(funnel([10])).toEqual({ ok: false, reason: "no-data" });
  });
});
