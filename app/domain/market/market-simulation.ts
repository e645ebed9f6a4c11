import betaRandom from "@stdlib/random-base-beta";
import { deviation, mean, quantileSorted } from "d3-array";
import { noValue, type Outcome, value } from "../outcome";
import { type Random, seededRandom } from "../stats/seeded-random";
import { pertShape } from "./pert";
import { isThreePoint, type ThreePoint } from "./three-point";
import { triangularQuantile } from "./triangular";

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
export function simulateFigures<Name extends string>(
  factors: readonly UncertainFactor[],
  options: { seed: number; draws?: number; formulas: Readonly<Record<Name, MarketFormula>> },
): Outcome<Record<Name, Simulation>> {
  const { seed, draws = leastDraws, formulas } = options;
  if (factors.length === 0) return noValue("no-data");
  if (!factors.every(isThreePoint)) return noValue("out-of-range");
  if (!(draws >= leastDraws)) return noValue("too-few", { n: draws, needed: leastDraws });
  if (draws > mostDraws) return noValue("too-large", { draws });
  const random = seededRandom(seed);
  const samplers = factors.map((factor) => samplerOf(factor, random));
  const n = Math.floor(draws);
  const figures = (Object.entries(formulas) as [Name, MarketFormula][]).map(([name, formula]) => ({
    ...{ name, formula },
    // A typed array sorts numbers many times faster than a plain one.
    results: new Float64Array(n),
  }));
  for (let draw = 0; draw < n; draw += 1) {
    const values = samplers.map((sample) => sample());
    for (const { formula, results } of figures) results[draw] = formula(values);
  }
  const ranges = figures.map(({ name, results }) => [name, rangeOf(results.sort(), seed)] as const);
  const failed = ranges.find(([, range]) => range === null);
  if (failed) return noValue("out-of-range");
  return value(Object.fromEntries(ranges) as Record<Name, Simulation>);
}

function rangeOf(sorted: Float64Array, seed: number): Simulation | null {
  const results = Array.from(sorted);
  // NaN sorts to the end, infinities to either one.
  if (!Number.isFinite(results[0]) || !Number.isFinite(results.at(-1))) return null;
  return {
    mean: mean(results)!,
    deviation: deviation(results)!,
    p10: quantileSorted(results, 0.1)!,
    p50: quantileSorted(results, 0.5)!,
    p90: quantileSorted(results, 0.9)!,
    draws: results.length,
    seed,
  };
}

function samplerOf(factor: UncertainFactor, random: Random): () => number {
  const range = factor.max - factor.min;
  if (range === 0) return () => factor.min;
  if (factor.distribution !== "pert") return () => triangularQuantile(factor, random());
  const { alpha, beta } = pertShape(factor);
  // The generator keeps a stream of its own, seeded from ours.
  const draw = betaRandom.factory(alpha, beta, { seed: 1 + Math.floor(random() * 0xfffffffe) });
  return () => factor.min + range * draw();
}
