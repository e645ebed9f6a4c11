import { noValue, type Outcome, value } from "../outcome";
import { observedPrices, type PriceAnswer, type ValidPrices, validPrices } from "./price-answers";

/** The four prices with the likelihood of buying, 1 to 5, at the cheap and at the expensive one. */
export type LikelihoodAnswer = PriceAnswer & {
  likelihoodAtCheap: number | null;
  likelihoodAtExpensive: number | null;
};

/** What an answer of 1 to 5 is worth as a probability of buying: people buy less than they say. */
export const defaultCalibration: Readonly<Record<number, number>> = { 1: 0, 2: 0.1, 3: 0.3, 4: 0.5, 5: 0.7 };

export type NewtonMillerSmith = {
  validN: number;
  invalidN: number;
  maxReach: { price: number; reach: number };
  maxRevenue: { price: number; revenuePerRespondent: number };
  curve: { price: number; reach: number; revenuePerRespondent: number }[];
};

const maxGridPoints = 100_000;

/**
 * Newton, Miller & Smith's extension of the price sensitivity meter: each respondent's probability of buying runs in straight
 * lines over the price through (too cheap, 0), (cheap, p), (expensive, q), (too expensive, 0); reach is the mean
 * over respondents, revenue = price × reach. Evaluated at the observed prices, or on a grid from the lowest
 * to the highest of them when `gridStep` is given. Of equal maxima the lowest price is taken. Answers with
 * inconsistent prices or a likelihood that has no calibration are left out.
 *
 * Source: Newton, Miller & Smith (1993), A Market Acceptance Extension to Traditional Price Sensitivity Measurement.
 */
export function newtonMillerSmith(
  answers: readonly LikelihoodAnswer[],
  {
    calibration = defaultCalibration,
    gridStep,
  }: { calibration?: Readonly<Record<number, number>>; gridStep?: number } = {},
): Outcome<NewtonMillerSmith> {
  const valid = validPrices(answers).flatMap((answer) => {
    const atCheap = calibration[answer.likelihoodAtCheap ?? Number.NaN];
    const atExpensive = calibration[answer.likelihoodAtExpensive ?? Number.NaN];
    return atCheap === undefined || atExpensive === undefined ? [] : [{ ...answer, atCheap, atExpensive }];
  });
  if (valid.length === 0)
    return answers.length === 0 ? noValue("no-data") : noValue("not-consistent", { n: answers.length });
  const observed = observedPrices(valid);
  const [lowest, highest] = [observed[0]!, observed.at(-1)!];
  if (gridStep !== undefined && !(gridStep > 0)) return noValue("out-of-range", { gridStep });
  const steps = gridStep === undefined ? 0 : Math.floor((highest - lowest) / gridStep + 1e-9);
  if (steps > maxGridPoints) return noValue("too-large", { points: steps });
  const prices =
    gridStep === undefined
      ? observed
      : Array.from({ length: steps + 1 }, (_, index) => lowest + index * gridStep);

  const curve = prices.map((price) => {
    const reach = valid.reduce((sum, answer) => sum + chanceAt(answer, price), 0) / valid.length;
    return { price, reach, revenuePerRespondent: price * reach };
  });
  const highestBy = (pick: (point: (typeof curve)[number]) => number) =>
    curve.reduce((best, point) => (pick(point) > pick(best) ? point : best));
  const widest = highestBy((point) => point.reach);
  const richest = highestBy((point) => point.revenuePerRespondent);
  return value({
    validN: valid.length,
    invalidN: answers.length - valid.length,
    maxReach: { price: widest.price, reach: widest.reach },
    maxRevenue: { price: richest.price, revenuePerRespondent: richest.revenuePerRespondent },
    curve,
  });
}

function chanceAt(
  {
    tooCheap,
    cheap,
    expensive,
    tooExpensive,
    atCheap,
    atExpensive,
  }: ValidPrices & { atCheap: number; atExpensive: number },
  price: number,
): number {
  const between = (from: number, to: number, start: number, end: number) =>
    (start * (to - price) + end * (price - from)) / (to - from);
  if (price <= tooCheap || price >= tooExpensive) return 0;
  if (price <= cheap) return between(tooCheap, cheap, 0, atCheap);
  if (price <= expensive) return between(cheap, expensive, atCheap, atExpensive);
  return between(expensive, tooExpensive, atExpensive, 0);
}
