import { noValue, type Outcome, value } from "../outcome";

/** One respondent's ratings of an outcome, 1 to 5; null or missing when not answered. */
export type OutcomeRating = { importance?: number | null; satisfaction?: number | null };

/**
 * Ulwick's opportunity score: importance + max(importance − satisfaction, 0), all on 0 to 10, the score 0 to 20.
 * Over 15 is extreme, over 12 high, over 10 worth a look; an over-served outcome scores its importance alone.
 *
 * Source: Ulwick (2002), Harvard Business Review 80(1).
 */
export function opportunityScore(importance: number, satisfaction: number): Outcome<number> {
  const sound = [importance, satisfaction].every((score) => score >= 0 && score <= 10);
  return sound ? value(importance + Math.max(importance - satisfaction, 0)) : noValue("out-of-range");
}

/**
 * Importance, satisfaction and opportunity from raw ratings: the share that rates 4 or 5, times ten.
 * Each share has its own denominator, so that one unanswered question does not lose the other.
 * Ratings of one role only: roles are different populations.
 *
 * Source: Ulwick (2005), What Customers Want.
 */
export function opportunityFromRatings(
  ratings: readonly OutcomeRating[],
): Outcome<{ importance: number; satisfaction: number; opportunity: number; n: number }> {
  const importance = topTwoBox(ratings.map((rating) => rating.importance));
  const satisfaction = topTwoBox(ratings.map((rating) => rating.satisfaction));
  if (!importance.ok) return importance;
  if (!satisfaction.ok) return satisfaction;
  const score = opportunityScore(importance.value.score, satisfaction.value.score);
  if (!score.ok) return score;
  return value({
    importance: importance.value.score,
    satisfaction: satisfaction.value.score,
    opportunity: score.value,
    n: Math.min(importance.value.n, satisfaction.value.n),
  });
}

/**
 * How far apart two opportunity scores must be before one is called larger: 3 points at 30 respondents,
 * and by the square root of n more or less with fewer or more of them.
 */
export function opportunityGap(n: number): Outcome<number> {
  return n > 0 ? value(3 * Math.sqrt(30 / n)) : noValue("no-data");
}

/** Rated 4 or 5 of 5. */
export const isTopBox = (score: number) => score >= 4;

/** Ten times the share of the answers that are 4 or 5 of 5. */
function topTwoBox(scores: readonly (number | null | undefined)[]): Outcome<{ score: number; n: number }> {
  const given = scores.filter((score) => score !== null && score !== undefined);
  if (given.length === 0) return noValue("no-data");
  const top = given.filter(isTopBox).length;
  return value({ score: (10 * top) / given.length, n: given.length });
}
