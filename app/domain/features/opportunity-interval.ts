import { group } from "d3-array";
import { companyBootstrap } from "../chain/company-bootstrap";
import { type Outcome, value } from "../outcome";
import type { Interval } from "../stats/interval";
import { type OutcomeRating, opportunityFromRatings } from "./opportunity";

/**
 * Interval of an opportunity score, 0 to 20, by drawing companies rather than respondents, because colleagues answer alike.
 * Ratings of one role only. Fewer than five companies: no interval.
 */
export function opportunityInterval(
  ratings: readonly (OutcomeRating & { company: string })[],
  options: { seed: number; draws?: number; confidence?: number },
): Outcome<Interval> {
  const companies = [...group(ratings, ({ company }) => company).values()];
  const bootstrap = companyBootstrap(
    companies,
    (drawn) => {
      const result = opportunityFromRatings(drawn.flat());
      return result.ok ? value(result.value.opportunity) : result;
    },
    options,
  );
  return bootstrap.ok ? value(bootstrap.value.interval) : bootstrap;
}
