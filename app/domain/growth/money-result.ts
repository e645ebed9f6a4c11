/** What the books say: does the business live without outside money, for how long, and is a customer worth its cost? */
import { breakEvenMonth, breakEvenUnits } from "../market/break-even";
import { compoundGrowthRate } from "../market/growth-rate";
import { type UnitEconomics, unitEconomics } from "../market/unit-economics";
import { noValue, type Outcome, value } from "../outcome";
import { type BreakEvenLamp, breakEvenLamp } from "../pmf/break-even-lamp";
import type { Interval } from "../stats/interval";
import { wilsonInterval } from "../stats/wilson-interval";
import type { MoneyMonth } from "./money-form";
import { trailingRun } from "./month";
import { runwayMonths } from "./runway";

const usualMonthsRequired = 3;
export type MoneySettings = { monthsRequired: number; cash: number | null };
/** What holds until somebody sets the rule. */
export const usualSettings: MoneySettings = { monthsRequired: usualMonthsRequired, cash: null };

/** Rates are taken over so many of the last months, the loss over so many. */
const rateMonths = 6;
const burnMonths = 3;

export type CustomerValue = UnitEconomics & {
  arpa: number;
  grossMargin: number;
  cac: number;
  churn: { rate: number; interval: Interval; lost: number; customerMonths: number };
  /** LTV:CAC at the ends of the churn's interval; no value where life would have no end. */
  ratioRange: Outcome<Interval>;
};

export type MoneyResult = {
  /** In order of time, without a gap before the last: what the rule looks at. */
  months: { month: string; revenue: number; cost: number; funding: number; result: number }[];
  /** Earlier months that a gap cuts off. */
  cutOff: number;
  lamp: Outcome<BreakEvenLamp>;
  runway: ReturnType<typeof runwayMonths>;
  /** Customers at which last month's fixed cost would have been paid. */
  needed: ReturnType<typeof breakEvenUnits>;
  customers: number | null;
  /** The month, counted from the last, in which the margin pays the fixed cost at the growth of the last months. */
  forecast: Outcome<{ month: number; growth: number; survives: boolean | null }>;
  value: Outcome<CustomerValue>;
};

/**
 * Everything the money page says of a study's books. Only the months after the last gap count, as a rule of "three months in
 * a row" cannot look across one. Revenue per customer, margin, churn and cost of winning are taken over the last six
 * months, the loss over the last three.
 *
 * Source: the methods named by each part.
 */
export function moneyResult(books: readonly MoneyMonth[], settings: MoneySettings): MoneyResult {
  const run = trailingRun(books);
  const results = run.map((one) => one.revenue - one.variableCost - one.fixedCost);
  const recent = run.slice(-rateMonths);
  const last = run.at(-1);
  return {
    months: run.map(({ month, revenue, variableCost, fixedCost, funding }, index) => ({
      ...{ month, revenue, funding, cost: variableCost + fixedCost, result: results[index]! },
    })),
    cutOff: books.length - run.length,
    lamp: breakEvenLamp(
      run.map(({ funding, ...month }) => ({ ...month, externalFunding: funding })),
      settings.monthsRequired,
    ),
    runway:
      settings.cash === null ? noValue("no-data") : runwayMonths(settings.cash, results.slice(-burnMonths)),
    needed:
      last?.customers && last.customers > 0
        ? breakEvenUnits(last.fixedCost, last.revenue / last.customers, last.variableCost / last.customers)
        : noValue("no-data"),
    customers: last?.customers ?? null,
    forecast: forecastOf(recent, settings.cash),
    value: customerValue(recent, run),
  };
}

const sumOf = <Row>(rows: readonly Row[], pick: (row: Row) => number) =>
  rows.reduce((sum, row) => sum + pick(row), 0);

const marginOf = (months: readonly MoneyMonth[]): Outcome<number> => {
  const revenue = sumOf(months, (one) => one.revenue);
  return revenue > 0 ? value(1 - sumOf(months, (one) => one.variableCost) / revenue) : noValue("no-data");
};

function forecastOf(recent: readonly MoneyMonth[], cash: number | null): MoneyResult["forecast"] {
  const [first, last] = [recent[0], recent.at(-1)];
  if (!first || !last || recent.length < 2) return noValue("too-few-points", { n: recent.length });
  if (last.revenue - last.variableCost >= last.fixedCost) return noValue("not-applicable");
  const growth = compoundGrowthRate(first.revenue, last.revenue, recent.length - 1);
  const margin = marginOf(recent);
  if (!growth.ok) return growth;
  if (!margin.ok) return margin;
  const found = breakEvenMonth({
    mrr: last.revenue * (1 + growth.value),
    ...{ growth: growth.value, grossMargin: margin.value, fixed: last.fixedCost, cash: cash ?? 0 },
  });
  if (!found.ok) return found;
  const { month, survives } = found.value;
  return value({ month, growth: growth.value, survives: cash === null ? null : survives });
}

function customerValue(recent: readonly MoneyMonth[], run: readonly MoneyMonth[]): Outcome<CustomerValue> {
  const counted = recent.filter(({ customers }) => customers !== null && customers > 0);
  const winning = recent.filter(({ acquisition, won }) => acquisition !== null && won !== null);
  const won = sumOf(winning, (one) => one.won!);
  // Those who may be lost in a month are the customers at the end of the month before.
  const exposed = run.slice(-rateMonths - 1).flatMap((one, index, all) => {
    const before = all[index - 1]?.customers;
    return before && one.lost !== null ? [{ before, lost: one.lost }] : [];
  });
  const margin = marginOf(counted);
  if (counted.length === 0 || exposed.length === 0 || won === 0) return noValue("no-data");
  if (!margin.ok) return margin;
  const customerMonths = sumOf(exposed, ({ before }) => before);
  const lost = sumOf(exposed, (one) => one.lost);
  const interval = wilsonInterval(lost, customerMonths);
  if (!interval.ok) return interval;
  const arpa = sumOf(counted, (one) => one.revenue) / sumOf(counted, (one) => one.customers!);
  const cac = sumOf(winning, (one) => one.acquisition!) / won;
  const at = (monthlyChurn: number) => unitEconomics({ arpa, grossMargin: margin.value, monthlyChurn, cac });
  const [low, high] = [at(interval.value[1]).ltvToCac, at(interval.value[0]).ltvToCac];
  return value({
    ...at(lost / customerMonths),
    ...{ arpa, grossMargin: margin.value, cac },
    churn: { rate: lost / customerMonths, interval: interval.value, lost, customerMonths },
    ratioRange: !low.ok ? low : high.ok ? value<Interval>([low.value, high.value]) : high,
  });
}
