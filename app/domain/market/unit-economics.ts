import { noValue, type Outcome, value } from "../outcome";

/** Per customer: revenue a month, gross margin (share of revenue), share lost a month, cost of winning one. */
export type UnitEconomicsInput = { arpa: number; grossMargin: number; monthlyChurn: number; cac: number };

export type UnitEconomics = {
  /** Margin earned over a customer's life: ARPA × margin / churn. No value at churn 0, where life has no end. */
  ltv: Outcome<number>;
  ltvToCac: Outcome<number>;
  /** Months until the margin has paid back the cost of winning: CAC / (ARPA × margin). */
  paybackMonths: Outcome<number>;
};

/** Life-time value should be at least this many times the cost of winning a customer (Skok's rule of thumb). */
export const healthyLtvToCac = 3;

/**
 * Is a customer worth what winning one costs? Money in one currency, times in months. A margin of 0 or less earns nothing:
 * no value.
 *
 * Source: Skok, "SaaS Metrics 2.0"; Gupta & Lehmann (2003), Journal of Interactive Marketing 17(1).
 */
export function unitEconomics({ arpa, grossMargin, monthlyChurn, cac }: UnitEconomicsInput): UnitEconomics {
  const monthlyMargin = arpa * grossMargin;
  const earns: Outcome<number> =
    Number.isFinite(monthlyMargin) && monthlyMargin > 0 ? value(monthlyMargin) : noValue("not-positive");
  const ltv = earns.ok ? lifetimeValue(earns.value, monthlyChurn) : earns;
  return {
    ltv,
    ltvToCac: ltv.ok ? over(ltv.value, cac) : ltv,
    paybackMonths: earns.ok ? (cac >= 0 ? over(cac, earns.value) : noValue("out-of-range")) : earns,
  };
}

function lifetimeValue(monthlyMargin: number, monthlyChurn: number): Outcome<number> {
  if (!(monthlyChurn >= 0 && monthlyChurn <= 1)) return noValue("out-of-range");
  return monthlyChurn === 0 ? noValue("zero-denominator") : over(monthlyMargin, monthlyChurn);
}

function over(part: number, whole: number): Outcome<number> {
  if (whole === 0) return noValue("zero-denominator");
  const ratio = part / whole;
  return Number.isFinite(ratio) && whole > 0 ? value(ratio) : noValue("out-of-range");
}
