import { noValue, type Outcome, value } from "../outcome";
import { binomialCdf } from "./distributions";

export type ExactTest = {
  /** The fewest yes answers that reject "the share is p0 or less"; n + 1 when no count does. */
  criticalCount: number;
  /** The chance of that when the share is p0: at most the alpha asked for. */
  alpha: number;
  /** The chance of that when the share is p1. */
  power: number;
};

type Plan = { p0: number; p1: number; alpha?: number };
const isShare = (p: number) => p > 0 && p < 1;
const atLeast = (count: number, n: number, p: number) => (count <= 0 ? 1 : 1 - binomialCdf(count - 1, n, p));

/**
 * The one-sided exact binomial test of "share > p0" with `n` independent answers, and its power at p1.
 * `alpha` 0.05 unless given. `out-of-range` for shares outside 0 … 1 or n not a whole number above 0.
 * Source: A'Hern (2001), Stat Med 20:859–866.
 */
export function exactBinomialPower(n: number, { p0, p1, alpha = 0.05 }: Plan): Outcome<ExactTest> {
  if (!Number.isInteger(n) || n < 1 || !isShare(p0) || !isShare(p1) || !isShare(alpha))
    return noValue("out-of-range", { n, p0, p1 });
  return value(testOf(n, p0, p1, alpha, Math.floor(n * p0)));
}

function testOf(n: number, p0: number, p1: number, alpha: number, from: number): ExactTest {
  let criticalCount = Math.max(0, from);
  while (atLeast(criticalCount, n, p0) > alpha) criticalCount++;
  return { criticalCount, alpha: atLeast(criticalCount, n, p0), power: atLeast(criticalCount, n, p1) };
}

const mostAnswers = 20_000;

/**
 * How many answers the one-sided exact test of "share > p0" needs at a true share p1 > p0.
 * Power climbs like a saw: `first` is the smallest n that reaches `power`, `stable` the smallest from which it
 * never falls below again (looked at up to twice `first`, far beyond the saw's teeth).
 * Multiply by the design effect when colleagues answer alike. `never-reached` beyond 20 000 answers.
 * Source: A'Hern (2001), Stat Med 20:859–866.
 */
export function exactBinomialSampleSize({
  p0,
  p1,
  alpha = 0.05,
  power = 0.8,
}: Plan & { power?: number }): Outcome<{ first: number; stable: number }> {
  if (![p0, p1, alpha, power].every(isShare)) return noValue("out-of-range", { p0, p1 });
  if (p1 <= p0) return noValue("never-reached", { p0, p1 });
  let first = 0;
  let lastShort = 0;
  let criticalCount = 0;
  for (let n = 1; first === 0 ? n <= mostAnswers : n <= 2 * first + 50; n++) {
    const test = testOf(n, p0, p1, alpha, criticalCount);
    criticalCount = test.criticalCount;
    if (test.power < power) lastShort = n;
    else if (first === 0) first = n;
  }
  return first === 0 ? noValue("never-reached", { p0, p1 }) : value({ first, stable: lastShort + 1 });
}
