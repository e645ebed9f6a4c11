import { noValue, type Outcome, value } from "../outcome";
import { areProbabilities, isThreePoint, type ThreePoint } from "./three-point";

/** Inverse distribution function of the triangular distribution at a probability; the three points are in order. */
export function triangularQuantile({ min, mode, max }: ThreePoint, chance: number): number {
  const range = max - min;
  if (range === 0) return min;
  const below = (mode - min) / range;
  return chance <= below
    ? min + Math.sqrt(chance * range * (mode - min))
    : max - Math.sqrt((1 - chance) * range * (max - mode));
}

/**
 * Mean, variance and quantiles of a triangular distribution. Three equal points are certain: variance 0.
 *
 * Source: Kotz & van Dorp (2004), Beyond Beta, ch. 1.
 */
export function triangular(
  points: ThreePoint,
  chances: readonly number[] = [0.1, 0.5, 0.9],
): Outcome<{ mean: number; variance: number; quantiles: number[] }> {
  if (!isThreePoint(points) || !areProbabilities(chances)) return noValue("out-of-range");
  const { min, mode, max } = points;
  return value({
    mean: (min + mode + max) / 3,
    variance: ((max - min) ** 2 - (mode - min) * (max - mode)) / 18,
    quantiles: chances.map((chance) => triangularQuantile(points, chance)),
  });
}
