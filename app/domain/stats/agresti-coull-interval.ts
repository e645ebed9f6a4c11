import { type Outcome, value } from "../outcome";
import { defaultConfidence, type Interval, proportionProblem, twoSidedZ } from "./interval";

/**
 * Agresti–Coull's interval: the textbook ±z·SE after adding z²/2 successes and z²/2 failures, cut at 0 and 1.
 * Its middle is Wilson's, its width never smaller. No value for n = 0 or successes outside 0 … n.
 * Source: Agresti & Coull (1998), American Statistician 52:119–126.
 */
export function agrestiCoullInterval(
  successes: number,
  n: number,
  { confidence = defaultConfidence }: { confidence?: number } = {},
): Outcome<Interval> {
  const problem = proportionProblem(successes, n, confidence);
  if (problem) return problem;
  const z = twoSidedZ(confidence);
  const total = n + z * z;
  const share = (successes + (z * z) / 2) / total;
  const half = z * Math.sqrt((share * (1 - share)) / total);
  return value([Math.max(0, share - half), Math.min(1, share + half)]);
}
