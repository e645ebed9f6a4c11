import { noValue, type Outcome, value } from "../outcome";
import { type PriceAnswer, validPrices } from "./price-answers";
import { type PricePoint, priceCurves } from "./price-curves";

/** Where two curves cross. When they lie on each other for a while, `to` is where they part; else it equals `at`. */
export type Crossing = { at: number; to: number };

export type VanWestendorp = {
  validN: number;
  /** Answers left out because the four prices are not there or do not rise strictly. */
  invalidN: number;
  /** Point of marginal cheapness, not cheap × too cheap: the lower end of the acceptable range. */
  pmc: Crossing;
  /** Point of marginal expensiveness, too expensive × not expensive: the upper end. */
  pme: Crossing;
  /** Indifference price, expensive × cheap. */
  idp: Crossing;
  /** Optimal price, too expensive × too cheap; a plateau is an interval. */
  opp: Crossing;
  /** The narrower range: expensive × too cheap, and too expensive × cheap. */
  narrow: { lower: Crossing; upper: Crossing };
  /** Whether crossings were interpolated between the observed prices. */
  interpolated: boolean;
  curves: PricePoint[];
};

/** With fewer valid answers the curves are too coarse for observed prices alone. */
const interpolateBelow = 30;

/**
 * Van Westendorp's price sensitivity meter. A crossing is the first observed price at which the rising curve
 * reaches the falling one, by whole counts; interpolated, it is where the straight lines between the observed
 * points cross. By default interpolated when fewer than 30 answers are valid.
 * No valid answer: no value. Prices are in the unit in which they were asked.
 *
 * Source: Van Westendorp (1976), ESOMAR Congress; conventions as in R's pricesensitivitymeter 1.3.3.
 */
export function vanWestendorp(
  answers: readonly PriceAnswer[],
  options: { interpolate?: boolean } = {},
): Outcome<VanWestendorp> {
  const valid = validPrices(answers);
  if (valid.length === 0)
    return answers.length === 0 ? noValue("no-data") : noValue("not-consistent", { n: answers.length });
  const interpolated = options.interpolate ?? valid.length < interpolateBelow;
  const curves = priceCurves(valid);
  const cross = (rising: keyof PricePoint, falling: keyof PricePoint) =>
    crossing(
      curves.map((point) => ({ price: point.price, lead: point[rising] - point[falling] })),
      interpolated,
    );
  return value({
    validN: valid.length,
    invalidN: answers.length - valid.length,
    pmc: cross("notCheap", "tooCheap"),
    pme: cross("tooExpensive", "notExpensive"),
    idp: cross("expensive", "cheap"),
    opp: cross("tooExpensive", "tooCheap"),
    narrow: { lower: cross("expensive", "tooCheap"), upper: cross("tooExpensive", "cheap") },
    interpolated,
    curves,
  });
}

/**
 * `lead` is the rising curve minus the falling one. It never falls and is positive at the last price,
 * where nobody is left on the falling curve, so that a crossing always exists.
 */
function crossing(points: readonly { price: number; lead: number }[], interpolated: boolean): Crossing {
  const first = points.findIndex(({ lead }) => lead >= 0);
  const reached = points[first]!;
  if (reached.lead === 0) return { at: reached.price, to: partingAt(points, interpolated) };
  const before = points[first - 1];
  if (!interpolated || !before) return { at: reached.price, to: reached.price };
  const at = before.price + ((reached.price - before.price) * -before.lead) / (reached.lead - before.lead);
  return { at, to: at };
}

/** Between observed prices a step curve stays level, a line drawn through them leaves at once. */
function partingAt(points: readonly { price: number; lead: number }[], interpolated: boolean): number {
  const parted = points.findIndex(({ lead }) => lead > 0);
  return points[interpolated ? parted - 1 : parted]!.price;
}
