import { mean, range } from "d3-array";
import { noValue, type Outcome, value } from "../outcome";
import { type Factor, marketFormulas, segmentParts } from "./market-model";
import { isThreePoint } from "./three-point";
import { triangularQuantile } from "./triangular";

export type Flip = Pick<Factor, "segment" | "part"> & {
  likely: number;
  /** Where this assumption alone, all others at their likely values, brings the market to the goal. */
  at: number;
};

/**
 * What would turn "enough" into "too little" or back: for each assumption the value at which the obtainable market of the
 * year looked at equals `goal`, all others at their likely values, when that value lies within the assumption's own low–high.
 * Nearest first, by the share of the way to its end. None: no single assumption decides it.
 * `factors` as `factorsOf` gives them, growth last in each segment.
 *
 * Source: threshold (break-even) analysis, Clemen & Reilly (2014), Making Hard Decisions, ch. 5.
 */
export function flipsOf(factors: readonly Factor[], years: number, goal: number): Flip[] {
  const { later } = marketFormulas(years);
  const modes = factors.map(({ mode }) => mode);
  const missing = goal - later(modes);
  const flips = factors.flatMap(({ segment, part, min, mode, max }, index) => {
    const slope = contribution(modes, segment, index, years);
    if (slope === 0 || missing === 0) return [];
    const wanted = transformed(part, mode, years) + missing / slope;
    const at = part === "growth" ? (wanted > 0 ? wanted ** (1 / years) - 1 : Number.NaN) : wanted;
    if (!(at >= min && at <= max)) return [];
    return [{ segment, part, likely: mode, at, way: (at - mode) / ((at > mode ? max : min) - mode) }];
  });
  return flips.sort((a, b) => a.way - b.way).map(({ way: _, ...flip }) => flip);
}

export type Information = Pick<Factor, "segment" | "part"> & {
  /** Money a year by which the decision is better, on average, once this assumption is known exactly. */
  worth: number;
};

/** Midpoints of as many equally likely slices of an assumption's distribution. */
const slices = range(0.5, 400).map((slice) => slice / 400);

/**
 * Which assumption to research next: the expected value of partial perfect information for the decision "go when the
 * obtainable market of the year looked at exceeds the goal". Going is worth market − goal, staying away nothing;
 * worth = E[max(0, E[market | assumption] − goal)] − max(0, E[market] − goal), most valuable first.
 * Assumptions are independent and triangular and the market is linear in each (in (1 + growth)^years for growth), so
 * that the inner mean is exact and the outer one is taken over 400 equally likely slices. An assumption that cannot
 * change the decision is worth 0. `out-of-range` when three points are not in order.
 *
 * Source: Raiffa & Schlaifer (1961), Applied Statistical Decision Theory; Heath, Manolopoulou & Baio (2017),
 * Medical Decision Making 37(7).
 */
export function informationWorth(
  factors: readonly Factor[],
  years: number,
  goal: number,
): Outcome<{ expected: number; worths: Information[] }> {
  if (factors.length === 0) return noValue("no-data");
  if (!factors.every(isThreePoint) || !Number.isFinite(goal)) return noValue("out-of-range");
  const drawn = factors.map((factor) =>
    slices.map((chance) => transformed(factor.part, triangularQuantile(factor, chance), years)),
  );
  const means = drawn.map((values) => mean(values)!);
  const { later } = marketFormulas(1);
  // Growth enters as its own factor, so a mean of (1 + g)^years − 1 over one year stands for it.
  const inputs = means.map((given, index) => (factors[index]!.part === "growth" ? given - 1 : given));
  const expected = later(inputs);
  if (!Number.isFinite(expected)) return noValue("out-of-range");
  const without = Math.max(0, expected - goal);
  const worths = factors.map(({ segment, part }, index) => {
    const slope = contribution(inputs, segment, index, 1);
    const known = mean(drawn[index]!, (given) =>
      Math.max(0, expected + slope * (given - means[index]!) - goal),
    )!;
    return { segment, part, worth: Math.max(0, known - without) };
  });
  // What is left of a rounding of the means is no information.
  const noise = 1e-9 * Math.max(Math.abs(expected), Math.abs(goal));
  return value({
    expected,
    worths: worths
      .map((one) => (one.worth <= noise ? { ...one, worth: 0 } : one))
      .sort((a, b) => b.worth - a.worth),
  });
}

const transformed = (part: Factor["part"], given: number, years: number) =>
  part === "growth" ? (1 + given) ** years : given;

/** What one more unit of a factor (of (1 + growth)^years) adds to the market: the product of its segment's others. */
function contribution(values: readonly number[], segment: number, index: number, years: number): number {
  const start = segment * segmentParts.length;
  let slope = 1;
  segmentParts.forEach((part, offset) => {
    if (start + offset !== index) slope *= transformed(part, values[start + offset]!, years);
  });
  return slope;
}
