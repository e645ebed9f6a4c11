import { group } from "d3-array";
import { type Outcome, value } from "../outcome";
import { type BootstrapOptions, companyBootstrap } from "../stats/company-bootstrap";
import type { Interval } from "../stats/interval";
import { type PriceAnswer, validPrices } from "./price-answers";
import { vanWestendorp } from "./van-westendorp";

/**
 * Interval of one point of Van Westendorp's chart, in the price's unit, by drawing companies rather than respondents.
 * Companies without a valid answer do not take part; fewer than five others: no interval. Every draw is read the way the
 * whole sample is (observed or interpolated).
 */
export function priceInterval(
  answers: readonly (PriceAnswer & { company: string })[],
  point: "pmc" | "pme" | "idp" | "opp",
  options: BootstrapOptions & { interpolate?: boolean },
): Outcome<Interval> {
  const whole = vanWestendorp(answers, options);
  if (!whole.ok) return whole;
  const companies = [...group(validPrices(answers), ({ company }) => company).values()];
  return companyBootstrap(
    companies,
    (drawn) => {
      const result = vanWestendorp(drawn.flat(), { interpolate: whole.value.interpolated });
      return result.ok ? value(result.value[point].at) : result;
    },
    options,
  );
}
