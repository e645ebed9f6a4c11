import { noValue, type Outcome, value } from "../outcome";

/** One month of the product's own books, in one currency; funding is recorded but never counted as revenue. */
export type MonthlyResult = {
  revenue: number;
  variableCost: number;
  fixedCost: number;
  externalFunding: number;
};

export type BreakEvenLamp = {
  /** Revenue − variable − fixed cost, month by month. */
  operatingResults: number[];
  /** Months in a row, up to the last, whose result is 0 or more. */
  selfSustainingMonths: number;
  met: boolean;
  /** Not met only because fewer months are known than are required; none of them lost money. */
  tooEarly: boolean;
};

/**
 * Does the business live without outside money? Met when the last `monthsRequired` months in a row (3 unless set)
 * ended with an operating result of 0 or more, funding left out. `months` in order of time.
 * `no-data` for no month, `out-of-range` for a figure that is not a number or less than one month required.
 * Source: the break-even criterion of the to-B operations article; three months is our convention.
 */
export function breakEvenLamp(months: readonly MonthlyResult[], monthsRequired = 3): Outcome<BreakEvenLamp> {
  if (months.length === 0) return noValue("no-data");
  if (!Number.isInteger(monthsRequired) || monthsRequired < 1) return noValue("out-of-range");
  const operatingResults = months.map((one) => one.revenue - one.variableCost - one.fixedCost);
  if (!operatingResults.every(Number.isFinite)) return noValue("out-of-range");
  const selfSustainingMonths = operatingResults.length - 1 - operatingResults.findLastIndex((one) => one < 0);
  const met = selfSustainingMonths >= monthsRequired;
  return value({
    operatingResults,
    selfSustainingMonths,
    met,
    tooEarly: !met && selfSustainingMonths === months.length,
  });
}
