import { describe, expect, test } from "vitest";
import type { MoneyMonth } from "~/domain/growth/money-form";
import { moneyResult } from "~/domain/growth/money-result";
import { sizeMarket } from "~/domain/market/size-market";
import { marketClaims, type Surroundings } from "~/domain/report/insights/market";
import { insightsOf } from "~/domain/report/insights-of";

const rule = { threshold: 0.4, minUses: 2, windowDays: 14 };
const assumed = (low: number, likely: number, high: number) => ({
  ...{ low, likely, high, source: "", date: "" },
  confidence: "medium" as const,
});
/** 1 000 companies, of which 0.5 × 0.4 × 0.1 pay 1 000 a year: 20 000, and some growth. */
const model = (goal: number | null) => ({
  segments: [
    {
      ...{ name: "Shops", companies: assumed(800, 1000, 1200), fit: assumed(0.4, 0.5, 0.6) },
      ...{ reach: assumed(0.3, 0.4, 0.5), win: assumed(0.05, 0.1, 0.15), arpa: assumed(900, 1000, 1100) },
      growth: assumed(0, 0.05, 0.1),
    },
  ],
  ...{ plan: null, years: 3, goal },
});
const month = (at: number, revenue: number, fixedCost: number): MoneyMonth => ({
  ...{ month: `2026-0${at}`, revenue, fixedCost, variableCost: 0, funding: 0 },
  ...{ customers: null, acquisition: null, won: null, lost: null },
});

/** A hundred thousand draws a goal, once. */
const sizes = new Map<number | null, ReturnType<typeof sizeMarket>>();

function claims(given: { goal?: number | null; months?: MoneyMonth[]; cash?: number | null }) {
  const { goal = null, months = [], cash = null } = given;
  const made = model(goal);
  const sized = sizes.get(goal) ?? sizeMarket(made, 1);
  sizes.set(goal, sized);
  if (!sized.ok) throw new Error("no market");
  const surroundings: Surroundings = {
    ...{ currency: "CNY", market: { model: made, sized: sized.value }, monthsRequired: 3, opportunity: null },
    money: moneyResult(months, { monthsRequired: 3, cash }),
  };
  return insightsOf({ evidence: [], rule, more: marketClaims(surroundings) }, 1);
}
const about = (item: string, given: Parameters<typeof claims>[0]) =>
  claims(given).find((one) => one.about.item === item);

describe("what market and books say", () => {
  test("is the headroom against the goal, with its range and what would turn it round", {
    timeout: 60_000,
  }, () => {
    expect(about("headroom", { goal: 5_000 })?.statement.en).toContain("is big enough");
    expect(about("headroom", { goal: 90_000 })?.statement.en).toContain("too small");
    const open = about("headroom", { goal: 24_000 });
    expect(open?.statement.en).toMatch(/is open: .*% chance/);
    expect(open?.statement["zh-CN"]).toMatch(/还不能判定/);
    const [range] = open!.figures;
    expect(range!.interval![0]).toBeLessThan(range!.value);
    expect(range!.interval![1]).toBeGreaterThan(range!.value);
    expect(open?.wouldChange.en).toContain("“Shops”");
    // 20 000 × 1.05³ = 23 153 likely: one assumption alone reaches 24 000; none reaches 90 000.
    expect(about("headroom", { goal: 90_000 })?.wouldChange.en).toContain("No single assumption");
  });

  test("is the third lamp, lit, unlit, or not yet known", { timeout: 60_000 }, () => {
    const gains = [1, 2, 3].map((at) => month(at, 10, 5));
    expect(about("break-even", { months: gains })?.statement.en).toContain("carries itself: 3 months");
    expect(about("break-even", { months: gains.slice(0, 1) })?.statement.en).toContain("only 1 is known");
    expect(about("break-even", { months: [month(1, 10, 5), month(2, 10, 30)] })?.statement.en).toContain(
      "2026-02 lost",
    );
  });

  test("is how long the cash lasts, where it does not last long", () => {
    const losing = [1, 2, 3].map((at) => month(at, 10, 20));
    expect(about("runway", { months: losing, cash: 45 })?.statement.en).toContain("4.5 months");
    expect(about("runway", { months: losing, cash: 900 })).toBeUndefined();
    expect(about("runway", { months: losing })).toBeUndefined();
  });

  test("is nothing without a goal and without books, and never called strong", () => {
    expect(claims({})).toEqual([]);
    const all = claims({ goal: 5_000, months: [month(1, 10, 20)], cash: 30 });
    expect(all).toHaveLength(3);
    expect(all.every(({ strength }) => strength === "fact")).toBe(true);
  });
});
