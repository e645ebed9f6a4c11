import { mean } from "d3-array";
import { noValue, type Outcome, value } from "../outcome";

/**
 * Months until the money at hand is spent: cash over the mean operating loss of the months given, outside funding left
 * out. `not-applicable` when they lose nothing on average: the money is not being spent. `no-data` without months.
 *
 * Source: arithmetic; net burn as in Feld & Mendelson (2019), Venture Deals.
 */
export function runwayMonths(
  cash: number,
  operatingResults: readonly number[],
): Outcome<{ months: number; burn: number }> {
  if (operatingResults.length === 0) return noValue("no-data");
  const burn = -mean(operatingResults)!;
  if (!(cash >= 0) || !Number.isFinite(burn)) return noValue("out-of-range");
  return burn > 0 ? value({ months: cash / burn, burn }) : noValue("not-applicable");
}
