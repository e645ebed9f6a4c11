import { group } from "d3-array";
import { companyBootstrap } from "../chain/company-bootstrap";
import { type Outcome, value } from "../outcome";
import type { Interval } from "../stats/interval";
import { type PriceAnswer, type ValidPrices, validPrices } from "./price-answers";
import { vanWestendorp } from "./van-westendorp";

type PricePoint = "pmc" | "pme" | "idp" | "opp";
type Options = { seed: number; draws?: number; confidence?: number; interpolate?: boolean };

/** The two prices of a respondent whose curves meet in each point. */
const meeting: Record<PricePoint, readonly [keyof ValidPrices, keyof ValidPrices]> = {
  pmc: ["cheap", "tooCheap"],
  pme: ["tooExpensive", "expensive"],
  idp: ["expensive", "cheap"],
  opp: ["tooExpensive", "tooCheap"],
};

/**
 * Interval of one point of Van Westendorp's chart, in the price's unit, by drawing companies rather than respondents.
 * Companies without a valid answer do not take part; fewer than five others: no interval. Every draw is read the way the
 * whole sample is (observed or interpolated).
 */
export function priceInterval(
  answers: readonly (PriceAnswer & { company: string })[],
  point: PricePoint,
  options: Options,
): Outcome<Interval> {
  const whole = vanWestendorp(answers, options);
  if (!whole.ok) return whole;
  const companies = [...group(validPrices(answers), ({ company }) => company).values()];
  const figure = whole.value.interpolated ? readAnew(companies, point) : middleOf(companies, point);
  const bootstrap = companyBootstrap(
    companies.map((_, at) => at),
    figure,
    options,
  );
  return bootstrap.ok ? value(bootstrap.value.interval) : bootstrap;
}

type Companies = readonly (readonly ValidPrices[])[];

/** The whole chart of a draw: for the few answers that are interpolated. */
const readAnew = (companies: Companies, point: PricePoint) => (drawn: readonly number[]) => {
  const result = vanWestendorp(
    drawn.flatMap((at) => companies[at]!),
    { interpolate: true },
  );
  return result.ok ? value(result.value[point].at) : result;
};

/**
 * The same point without the chart, in one pass over prices sorted once: the rising curve has reached the falling one
 * where as many of both prices lie at or below as there are respondents, which is the median of the two prices taken
 * together. Thousands of answers are drawn as fast as a few.
 */
function middleOf(companies: Companies, point: PricePoint) {
  const prices = companies
    .flatMap((own, company) =>
      own.flatMap((one) => meeting[point].map((key) => ({ company, price: one[key] }))),
    )
    .sort((a, b) => a.price - b.price);
  const owners = Int32Array.from(prices, ({ company }) => company);
  const times = new Int32Array(companies.length);
  return (drawn: readonly number[]): Outcome<number> => {
    times.fill(0);
    let left = 0;
    for (const at of drawn) {
      times[at]!++;
      left += companies[at]!.length;
    }
    let index = -1;
    while (left > 0) left -= times[owners[++index]!]!;
    return value(prices[index]!.price);
  };
}
