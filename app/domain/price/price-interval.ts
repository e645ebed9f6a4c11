import { group } from "d3-array";
import { companyBootstrap } from "../chain/company-bootstrap";
import { type Outcome, value } from "../outcome";
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
  options: { seed: number; draws?: number; confidence?: number; interpolate?: boolean },
): Outcome<Interval> {
  const whole = vanWestendorp(answers, options);
  if (!whole.ok) return whole;
  const companies = [...group(validPrices(answers), ({ company }) => company).values()];
  const bootstrap = companyBootstrap(
    companies,
    (drawn) => {
      const result = vanWestendorp(drawn.flat(), { interpolate: whole.value.interpolated });
      return result.ok ? value(result.value[point].at) : result;
    },
    options,
  );
  return bootstrap.ok ? value(bootstrap.value.interval) : bootstrap;
}
