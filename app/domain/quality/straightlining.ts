import { deviation } from "d3-array";
import { noValue, type Outcome, value } from "../outcome";

/** Ratings of one respondent in the order in which they were asked; null where not answered. */
export type Ratings = readonly (number | null)[];

/**
 * The longest run of one and the same answer; unanswered items are passed over. 0 without answers.
 *
 * Source: Johnson (2005), Journal of Research in Personality 39.
 */
export function longstring(ratings: Ratings): number {
  let longest = 0;
  let run = 0;
  let previous: number | null = null;
  for (const rating of ratings) {
    if (rating === null) continue;
    run = rating === previous ? run + 1 : 1;
    previous = rating;
    longest = Math.max(longest, run);
  }
  return longest;
}

/**
 * Intra-individual response variability: the sample standard deviation of one respondent's ratings. Near 0 means that
 * everything got the same answer. Needs two ratings.
 *
 * Source: Dunn, Heggestad, Shanock & Theilgard (2018), Journal of Business and Psychology 33.
 */
export function responseVariability(ratings: Ratings): Outcome<number> {
  const found = deviation(ratings);
  if (found !== undefined) return value(found);
  return noValue("too-few", { n: ratings.filter((rating) => rating !== null).length, needed: 2 });
}
