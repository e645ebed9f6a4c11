import { noValue, type Outcome, value } from "../outcome";

/**
 * Units a period at which the margin pays the fixed cost: F / (p − v), and the next whole unit.
 * `marginRatio` is the share of the price left after variable cost. A price not above variable cost never breaks even.
 */
export function breakEvenUnits(
  fixedCost: number,
  price: number,
  variableCost: number,
): Outcome<{ exact: number; units: number; revenue: number; marginRatio: number }> {
  const sound = [fixedCost, price, variableCost].every((amount) => amount >= 0 && Number.isFinite(amount));
  if (!sound) return noValue("out-of-range");
  if (price <= variableCost) return noValue("never-reached");
  const exact = fixedCost / (price - variableCost);
  // 3.0000000000000004 units are 3: prices in decimals are not exact in binary.
  const units = Math.ceil(exact * (1 - 1e-12));
  return value({ exact, units, revenue: units * price, marginRatio: (price - variableCost) / price });
}

export type BreakEvenPlan = {
  /** Recurring revenue of the first month. */
  mrr: number;
  /** Growth a month: 0.08 is eight per cent. */
  growth: number;
  grossMargin: number;
  /** Fixed cost a month. */
  fixed: number;
  /** Money at hand before the first month. */
  cash: number;
};

const horizonMonths = 600;

/**
 * The first month whose margin covers the fixed cost, without outside funding: month 1 earns `mrr`, each later one
 * `growth` more. `cashAfter` is what is left at the end of that month; `survives` says whether the cash never ran out
 * before. No value when it does not happen within 50 years.
 */
export function breakEvenMonth({
  mrr,
  growth,
  grossMargin,
  fixed,
  cash,
}: BreakEvenPlan): Outcome<{ month: number; mrr: number; cashAfter: number; survives: boolean }> {
  const sound =
    mrr >= 0 && growth > -1 && fixed >= 0 && [mrr, growth, grossMargin, fixed, cash].every(Number.isFinite);
  if (!sound) return noValue("out-of-range");
  let left = cash;
  let survives = true;
  let revenue = mrr;
  for (let month = 1; month <= horizonMonths; month += 1) {
    const result = revenue * grossMargin - fixed;
    left += result;
    if (left < 0) survives = false;
    if (result >= 0) return value({ month, mrr: revenue, cashAfter: left, survives });
    revenue *= 1 + growth;
  }
  return noValue("never-reached");
}
