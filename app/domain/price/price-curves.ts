import { bisectRight } from "d3-array";
import { observedPrices, type ValidPrices } from "./price-answers";

/** How many respondents hold each view at one price. Counts, not shares: two curves meet exactly or not at all. */
export type PricePoint = {
  price: number;
  /** Would doubt the quality at this price: their "too cheap" lies above it. Falls with the price. */
  tooCheap: number;
  /** Find it a bargain: their "cheap" lies above it. Falls. */
  cheap: number;
  /** No longer find it a bargain. Rises. */
  notCheap: number;
  /** Find it expensive: their "expensive" lies at or below it. Rises. */
  expensive: number;
  /** Do not find it expensive yet. Falls. */
  notExpensive: number;
  /** Would not buy any more. Rises. */
  tooExpensive: number;
};

/**
 * The curves of Van Westendorp's chart at every price that was named, ascending.
 * Convention (as in R's pricesensitivitymeter): falling curves count prices above, rising ones prices at or below.
 */
export function priceCurves(answers: readonly ValidPrices[]): PricePoint[] {
  const sorted = (pick: (answer: ValidPrices) => number) =>
    answers.map(pick).sort((left, right) => left - right);
  const tooCheap = sorted((answer) => answer.tooCheap);
  const cheap = sorted((answer) => answer.cheap);
  const expensive = sorted((answer) => answer.expensive);
  const tooExpensive = sorted((answer) => answer.tooExpensive);
  const n = answers.length;
  return observedPrices(answers).map((price) => ({
    price,
    tooCheap: n - bisectRight(tooCheap, price),
    cheap: n - bisectRight(cheap, price),
    notCheap: bisectRight(cheap, price),
    expensive: bisectRight(expensive, price),
    notExpensive: n - bisectRight(expensive, price),
    tooExpensive: bisectRight(tooExpensive, price),
  }));
}
