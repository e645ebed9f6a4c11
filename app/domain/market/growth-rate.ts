import { noValue, type Outcome, value } from "../outcome";

/**
 * Compound annual growth rate (end / begin)^(1/years) − 1: 0.1 is ten per cent a year. `begin` and `years`
 * must be positive; an end of 0 is −1, a negative end has no rate.
 */
export function compoundGrowthRate(begin: number, end: number, years: number): Outcome<number> {
  if (!(begin > 0 && years > 0)) return noValue("not-positive");
  const rate = (end / begin) ** (1 / years) - 1;
  return end >= 0 && Number.isFinite(rate) ? value(rate) : noValue("out-of-range");
}
