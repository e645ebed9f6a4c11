import { group } from "d3-array";
import { companyBootstrap } from "../chain/company-bootstrap";
import { type Outcome, value } from "../outcome";
import type { Interval } from "../stats/interval";
import { isTopBox, type OutcomeRating, opportunityScore } from "./opportunity";

/** How many of a company rated, and how many of them 4 or 5. */
type Totals = { important: number; rated: number; satisfied: number; judged: number };

function totalsOf(ratings: readonly OutcomeRating[]): Totals {
  const totals = { important: 0, rated: 0, satisfied: 0, judged: 0 };
  for (const { importance, satisfaction } of ratings) {
    if (importance !== null && importance !== undefined) {
      totals.rated += 1;
      if (isTopBox(importance)) totals.important += 1;
    }
    if (satisfaction !== null && satisfaction !== undefined) {
      totals.judged += 1;
      if (isTopBox(satisfaction)) totals.satisfied += 1;
    }
  }
  return totals;
}

/** The score of the companies at some places; in columns thousands are drawn as fast as a few. */
function scoreOf(companies: readonly Totals[]) {
  const column = (key: keyof Totals) => Int32Array.from(companies, (one) => one[key]);
  const [tops, ratings] = [column("important"), column("rated")];
  const [content, judgements] = [column("satisfied"), column("judged")];
  return (places: readonly number[]): Outcome<number> => {
    let [important, rated, satisfied, judged] = [0, 0, 0, 0];
    for (const place of places) {
      important += tops[place]!;
      rated += ratings[place]!;
      satisfied += content[place]!;
      judged += judgements[place]!;
    }
    if (rated === 0 || judged === 0) return { ok: false, reason: "no-data" };
    return opportunityScore((10 * important) / rated, (10 * satisfied) / judged);
  };
}

/**
 * Interval of an opportunity score, 0 to 20, by drawing companies rather than respondents, because colleagues answer alike.
 * Ratings of one role only. Fewer than five companies: no interval.
 */
export function opportunityInterval(
  ratings: readonly (OutcomeRating & { company: string })[],
  options: { seed: number; draws?: number; confidence?: number },
): Outcome<Interval> {
  const companies = [...group(ratings, ({ company }) => company).values()].map(totalsOf);
  const bootstrap = companyBootstrap(
    companies.map((_, place) => place),
    scoreOf(companies),
    options,
  );
  return bootstrap.ok ? value(bootstrap.value.interval) : bootstrap;
}
