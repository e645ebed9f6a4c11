import { noValue, type Outcome, value } from "../outcome";
import { clopperPearsonInterval } from "./clopper-pearson-interval";
import { defaultConfidence, type Interval } from "./interval";
import { wilsonInterval } from "./wilson-interval";

/** Which interval has to clear the threshold. */
export type ThresholdInterval = "wilson" | "clopper-pearson";
type Options = { confidence?: number; interval?: ThresholdInterval };

function bounds(successes: number, n: number, { confidence = defaultConfidence, interval }: Options) {
  const given =
    interval === "clopper-pearson"
      ? clopperPearsonInterval(successes, n, { confidence })
      : wilsonInterval(successes, n, { confidence });
  return given.ok ? given.value : ([0, 1] satisfies Interval);
}

const mostAnswers = 100_000;
const sound = (threshold: number) => threshold > 0 && threshold < 1;

/**
 * The fewest yes answers out of `n` whose interval lies wholly above `threshold`.
 * `never-reached` when even all of them would not do; `out-of-range` for n not a whole number above 0.
 * Source: inversion of the interval.
 */
export function minCountAbove(n: number, threshold: number, options: Options = {}): Outcome<number> {
  if (!Number.isInteger(n) || n < 1 || !sound(threshold)) return noValue("out-of-range", { n, threshold });
  if (!(bounds(n, n, options)[0] > threshold)) return noValue("never-reached", { n });
  let [few, enough] = [-1, n];
  while (enough - few > 1) {
    const middle = Math.floor((few + enough) / 2);
    if (bounds(middle, n, options)[0] > threshold) enough = middle;
    else few = middle;
  }
  return value(enough);
}

/**
 * The fewest answers at which an observed `share` (with share·n whole) lies wholly above `threshold`.
 * `never-reached` for a share at or below the threshold, or when 100 000 answers would not do.
 * Source: inversion of the interval.
 */
export function minAnswersAbove(share: number, threshold: number, options: Options = {}): Outcome<number> {
  if (!(share >= 0 && share <= 1) || !sound(threshold)) return noValue("out-of-range", { share, threshold });
  if (share <= threshold) return noValue("never-reached", { share });
  for (let n = 1; n <= mostAnswers; n++) {
    const successes = Math.round(share * n);
    if (Math.abs(successes - share * n) < 1e-9 && bounds(successes, n, options)[0] > threshold)
      return value(n);
  }
  return noValue("never-reached", { share });
}

/**
 * The fewest answers, all yes or all no, that decide on `threshold` at all: the least evidence there is.
 * At 40 %: 3 yes or 6 no (Wilson), 5 yes or 8 no (Clopper–Pearson). Source: inversion of the interval.
 */
export function minUnanimous(
  threshold: number,
  options: Options = {},
): Outcome<{ allYes: number; allNo: number }> {
  const allYes = minAnswersAbove(1, threshold, options);
  if (!allYes.ok) return allYes;
  const allNo = minAnswersAbove(1, 1 - threshold, options);
  return allNo.ok ? value({ allYes: allYes.value, allNo: allNo.value }) : allNo;
}
