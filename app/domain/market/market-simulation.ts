import betaRandom from "@stdlib/random-base-beta";
import { noValue, type Outcome, value } from "../outcome";
import { columnQuantiles } from "../stats/column-quantiles";
import { seededRandom } from "../stats/seeded-random";
import { pertShape } from "./pert";
import { isThreePoint, type ThreePoint } from "./three-point";

export type UncertainFactor = ThreePoint & { distribution?: "triangular" | "pert" };

/** Computes the figure from one value per factor, in the order of the factors. */
export type MarketFormula = (values: readonly number[]) => number;
export const product: MarketFormula = (values) => values.reduce((result, factor) => result * factor, 1);

export type Simulation = {
  mean: number;
  deviation: number;
  /** Pessimistic: one chance in ten of less. */
  p10: number;
  p50: number;
  /** Optimistic: one chance in ten of more. */
  p90: number;
  draws: number;
  seed: number;
};

/** Fewer draws would let the ends of the range move visibly from seed to seed. */
export const leastDraws = 100_000;
const mostDraws = 2_000_000;

/**
 * Monte Carlo range of a market figure: every factor is drawn independently from its three points (triangular unless it says
 * PERT) and put into the formula, by default their product. At least 100 000 draws. Same seed, same result; the seed
 * is returned to be recorded with the figure. A formula that gives no number for some draw has no range.
 *
 * Source: Vose (2008), Risk Analysis, ch. 5.
 */
export function simulateMarket(
  factors: readonly UncertainFactor[],
  { formula = product, ...options }: { seed: number; draws?: number; formula?: MarketFormula },
): Outcome<Simulation> {
  const figures = simulateFigures(factors, { ...options, formulas: { figure: formula } });
  return figures.ok ? value(figures.value.figure) : figures;
}

/**
 * Ranges of several figures from the same draws, so that they belong together: in no draw is the part larger
 * than the whole. Otherwise as `simulateMarket`; no value for one figure is no value for all.
 */
function simulateFigures<Name extends string>(
  factors: readonly UncertainFactor[],
  options: { seed: number; draws?: number; formulas: Readonly<Record<Name, MarketFormula>> },
): Outcome<Record<Name, Simulation>> {
  const { seed, formulas } = options;
  const columns = drawFactors(factors, options);
  if (!columns.ok) return columns;
  const n = columns.value[0]!.length;
  const figures = (Object.entries(formulas) as [Name, MarketFormula][]).map(([name, formula]) => ({
    ...{ name, formula },
    results: new Float64Array(n),
  }));
  // One list for all draws: a new one each would cost more than the formulas.
  const values = columns.value.map(() => 0);
  for (let draw = 0; draw < n; draw += 1) {
    for (let factor = 0; factor < values.length; factor += 1) values[factor] = columns.value[factor]![draw]!;
    for (const { formula, results } of figures) results[draw] = formula(values);
  }
  return rangesOf(
    Object.fromEntries(figures.map(({ name, results }) => [name, results])) as Record<Name, Float64Array>,
    seed,
  );
}

/**
 * The draws of each factor as a column, in the order of the factors. Every place in that order has a stream of its own: a
 * factor that changes leaves the draws of the others as they are, so that what differs between two runs with one
 * seed is what was changed.
 */
export function drawFactors(
  factors: readonly UncertainFactor[],
  { seed, draws = leastDraws }: { seed: number; draws?: number },
): Outcome<Float64Array[]> {
  if (factors.length === 0) return noValue("no-data");
  if (!factors.every(isThreePoint)) return noValue("out-of-range");
  if (!(draws >= leastDraws)) return noValue("too-few", { n: draws, needed: leastDraws });
  if (draws > mostDraws) return noValue("too-large", { draws });
  const columnAt = columnsAt(seed, Math.floor(draws));
  return value(factors.map((factor, place) => columnAt(factor, place)));
}

/**
 * The column of a factor in order, standing at a place among the factors of one simulation: what `drawFactors` gives it there,
 * in a new column or written over the one given.
 */
export function columnsAt(seed: number, draws = leastDraws) {
  const random = seededRandom(seed);
  const seeds: number[] = [];
  return (factor: UncertainFactor, place: number, into = new Float64Array(draws)): Float64Array => {
    while (seeds.length <= place) seeds.push(1 + Math.floor(random() * 0xfffffffe));
    return fillColumn(into, factor, seeds[place]!);
  };
}

function fillColumn(column: Float64Array, factor: UncertainFactor, seed: number): Float64Array {
  const n = column.length;
  const { min, mode, max } = factor;
  const width = max - min;
  if (width === 0) return column.fill(min);
  if (factor.distribution === "pert") {
    const { alpha, beta } = pertShape(factor);
    const draw = betaRandom.factory(alpha, beta, { seed });
    for (let at = 0; at < n; at += 1) column[at] = min + width * draw();
    return column;
  }
  // `triangularQuantile`, with all that is the same for every draw taken out of the loop.
  const random = seededRandom(seed);
  const [below, left, right] = [(mode - min) / width, width * (mode - min), width * (max - mode)];
  for (let at = 0; at < n; at += 1) {
    const chance = random();
    column[at] = chance <= below ? min + Math.sqrt(chance * left) : max - Math.sqrt((1 - chance) * right);
  }
  return column;
}

/** The ranges of figures out of their draws, which are left as they are; no value for one is no value for all. */
export function rangesOf<Name extends string>(
  figures: Readonly<Record<Name, Float64Array>>,
  seed: number,
): Outcome<Record<Name, Simulation>> {
  const names = Object.keys(figures) as Name[];
  const ranges = names.map((name) => [name, rangeOf(figures[name], seed)] as const);
  return ranges.some(([, range]) => range === null)
    ? noValue("out-of-range")
    : value(Object.fromEntries(ranges) as Record<Name, Simulation>);
}

function rangeOf(results: Float64Array, seed: number): Simulation | null {
  const n = results.length;
  let sum = 0;
  for (let at = 0; at < n; at += 1) {
    if (!Number.isFinite(results[at])) return null;
    sum += results[at]!;
  }
  const mean = sum / n;
  let squares = 0;
  for (let at = 0; at < n; at += 1) squares += (results[at]! - mean) ** 2;
  const [p10, p50, p90] = columnQuantiles(results, [0.1, 0.5, 0.9]) as [number, number, number];
  return { mean, deviation: Math.sqrt(squares / (n - 1)), p10, p50, p90, draws: n, seed };
}
