import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countsCsv,
  type FunnelCounts,
  readCounts,
  readCountsTable,
  stepField,
  typedCounts,
} from "~/domain/growth/funnel-form";
import { funnelResult } from "~/domain/growth/funnel-result";
import { funnelSteps, payingStep } from "~/domain/growth/funnel-steps";
import { businessTypes } from "~/domain/study/study";
import { valued } from "../../support/valued";

const hardware = funnelSteps.hardware;
const keys = hardware.map(({ key }) => key);
const pays = payingStep("hardware");
const row = (counts: number[], given: Partial<FunnelCounts> = {}): FunnelCounts => ({
  ...{ period: "2026-01", channel: "Fair", seen: null, recovered: null, referred: null },
  counts: Object.fromEntries(keys.map((key, index) => [key, counts[index] ?? 0])),
  ...given,
});
const look = (rows: FunnelCounts[], worth: { won: number; kept: number } | null = null) =>
  funnelResult(rows, { steps: keys, pays, worth });

test("every business type has a step at which a customer pays, behind the first", () => {
  for (const type of businessTypes) expect(payingStep(type)).toBeGreaterThan(0);
  expect(hardware[pays]?.key).toBe("first-purchase");
});

describe("a funnel", () => {
  // FUN-01, its counts split over two channels.
  const rows = [
    row([10_000, 1_500, 300, 80, 60], { recovered: 40 }),
    row([2_000, 300, 120, 25, 24], { channel: "Search", referred: 200, recovered: 19 }),
  ];
  test("adds up over channels to the published rates", () => {
    const { funnel, reached, channels, referred } = look(rows);
    expect(reached).toEqual([12_000, 1_800, 420, 105, 84]);
    const { steps, overall, lostPool, recovery } = valued(funnel);
    expect(steps.map(({ rate }) => valued(rate))).toEqual([0.15, 420 / 1_800, 0.25, 0.8]);
    expect(valued(steps[0]!.interval)[0]).toBeCloseTo(0.143723346135, 9);
    expect(valued(overall.rate)).toBe(0.007);
    expect(lostPool).toBe(11_916);
    expect(valued(recovery.rate)).toBeCloseTo(59 / 11_916, 12);
    expect(channels.map(({ channel, paid }) => [channel, paid.count, paid.n])).toEqual([
      ["Search", 120, 2_000],
      ["Fair", 300, 10_000],
    ]);
    expect(valued(referred)).toMatchObject({ count: 200, n: 2_000, share: 0.1 });
  });

  test("prices a leak by what one in ten of its lost would bring", () => {
    const { leaks } = look(rows, { won: 1_000, kept: 300 });
    // Lost before the trial: 10,200; of 1,020 saved, 420 / 1,800 buy.
    expect(leaks[0]).toEqual({ step: 0, saved: 1_020, customers: 1_020 * (420 / 1_800), money: 238_000 });
    const activation = leaks.find(({ step }) => step === 2)!;
    // After payment it is worth a year's margin of those who come to the end.
    expect(activation.money).toBeCloseTo(31.5 * 0.8 * 300, 9);
    expect(look(rows).leaks.every(({ money }) => money === null)).toBe(true);
  });

  test("with more at a later step is none, and nothing is priced", () => {
    const result = look([row([10, 20, 5, 1, 1])]);
    expect(result.funnel).toMatchObject({ ok: false, reason: "out-of-range" });
    expect(result.leaks).toEqual([]);
    expect(look([]).funnel).toMatchObject({ ok: false, reason: "no-data" });
  });

  test("never prices with a number that is none", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 5, maxLength: 5 }), (counts) => {
        const falling = counts.toSorted((a, b) => b - a);
        for (const leak of look([row(falling)], { won: 5, kept: 1 }).leaks) {
          expect(leak.money).toSatisfy(Number.isFinite);
          expect(leak.customers).toBeLessThanOrEqual(leak.saved);
        }
      }),
    );
  });
});

describe("counts as they are typed", () => {
  const typed = typedCounts(row([100, 50, 20, 10, 5], { recovered: 3, referred: null }));

  test("come back as they were", () => {
    expect(readCounts(typed, hardware)).toEqual({
      ok: true,
      row: row([100, 50, 20, 10, 5], { recovered: 3 }),
    });
  });

  test("are refused field by field", () => {
    const wrong = {
      ...typed,
      ...{ period: "", channel: "x".repeat(61), [stepField("trial")]: "101", [stepField("repurchase")]: "" },
      ...{ recovered: "1.5", referred: "200" },
    };
    expect(readCounts(wrong, hardware)).toEqual({
      ok: false,
      problems: {
        ...{ period: "missing", channel: "too-long", "step.trial": "more-than-before" },
        ...{ "step.repurchase": "missing", recovered: "not-a-count", referred: "more-than-before" },
      },
    });
  });

  test("go out as a file in either language and come back", () => {
    const rows = [row([9, 8, 7, 6, 5]), row([5, 4, 3, 2, 1], { channel: "展会, 北京", referred: 2 })];
    for (const language of ["en", "zh-CN"] as const)
      expect(readCountsTable(countsCsv(rows, hardware, language), hardware)).toEqual({
        ok: true,
        rows,
        problems: [],
      });
    expect(readCountsTable("month,channel\n2026-01,x", hardware)).toMatchObject({
      ok: false,
      missing: keys.map(stepField),
    });
  });
});
