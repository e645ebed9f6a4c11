import { noValue, type Outcome, value } from "../outcome";
import { betaQuantile } from "../stats/distributions";
import { areProbabilities, isThreePoint, type ThreePoint } from "./three-point";

/** Weight of the mode against the two ends. */
const lambda = 4;

/** Shape parameters of the Beta-PERT distribution; the three points are in order and not all equal. */
export function pertShape({ min, mode, max }: ThreePoint): { alpha: number; beta: number } {
  const range = max - min;
  return { alpha: 1 + (lambda * (mode - min)) / range, beta: 1 + (lambda * (max - mode)) / range };
}

export type Pert = {
  alpha: number;
  beta: number;
  mean: number;
  /** (mean − min)(max − mean) / 7, which is exact for this distribution. */
  variance: number;
  /** (max − min) / 6, the rule of thumb of the original paper. */
  classicDeviation: number;
  quantiles: number[];
};

/**
 * Beta-PERT: a smooth distribution over three points that trusts the mode more than the triangular one.
 * Three equal points have no shape: no value.
 *
 * Source: Malcolm et al. (1959), Operations Research 7; variance: Vose (2008), Risk Analysis.
 */
export function pert(points: ThreePoint, chances: readonly number[] = [0.1, 0.5, 0.9]): Outcome<Pert> {
  if (!isThreePoint(points) || !areProbabilities(chances)) return noValue("out-of-range");
  const { min, mode, max } = points;
  if (min === max) return noValue("no-variance");
  const { alpha, beta } = pertShape(points);
  const mean = (min + lambda * mode + max) / (lambda + 2);
  return value({
    alpha,
    beta,
    mean,
    variance: ((mean - min) * (max - mean)) / (lambda + 3),
    classicDeviation: (max - min) / 6,
    quantiles: chances.map((chance) => min + (max - min) * betaQuantile(chance, alpha, beta)),
  });
}
