import { noValue, type Outcome, value } from "../outcome";

export type SalesPlan = {
  leadsPerMonth: number;
  leadToOpportunity: number;
  winRate: number;
  /** Annual contract value per customer. */
  acv: number;
  /** Share of the customers of the year before that leave in a year. */
  annualChurn: number;
  years: number;
};

/** Customers at the end of a year that began with `before` of them. */
export const customersAfterYear = (before: number, annualChurn: number, won: number) =>
  before * (1 - annualChurn) + won;

const isShare = (share: number) => share >= 0 && share <= 1;

/**
 * Bottom-up market size: what the sales capacity can win. Customers at the end of year t are
 * C(t−1)·(1 − churn) + new, with the new ones counted whole in their year; recurring revenue = customers × contract value.
 */
export function bottomUpMarket(plan: SalesPlan): Outcome<{ customers: number; arr: number }[]> {
  const { leadsPerMonth, leadToOpportunity, winRate, acv, annualChurn, years } = plan;
  const sound =
    [leadToOpportunity, winRate, annualChurn].every(isShare) &&
    [leadsPerMonth, acv].every((amount) => amount >= 0 && Number.isFinite(amount));
  if (!sound || !Number.isInteger(years) || years < 1 || years > 100) return noValue("out-of-range");
  const wonPerYear = leadsPerMonth * 12 * leadToOpportunity * winRate;
  const path: { customers: number; arr: number }[] = [];
  for (let year = 0; year < years; year += 1) {
    const customers = customersAfterYear(path.at(-1)?.customers ?? 0, annualChurn, wonPerYear);
    path.push({ customers, arr: customers * acv });
  }
  return value(path);
}
