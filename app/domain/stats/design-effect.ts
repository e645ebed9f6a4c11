import { noValue, type Outcome, value } from "../outcome";

/**
 * How many answers one independent answer costs when colleagues answer alike: 1 + (m − 1)·ρ,
 * times Kish's loss by unequal weights. `meanClusterSize` ≥ 1; `icc` ρ from −1 to 1; `weightingEffect` ≥ 1.
 * A negative ρ may give less than 1; ρ so negative that the effect would not be positive is `out-of-range`.
 * Source: Kish (1965), Survey Sampling, § 5.4; Kish (1987) for the product.
 */
export function designEffect(
  meanClusterSize: number,
  icc: number,
  weightingEffect = 1,
): Outcome<{ cluster: number; total: number }> {
  const cluster = 1 + (meanClusterSize - 1) * icc;
  const sound = meanClusterSize >= 1 && icc >= -1 && icc <= 1 && weightingEffect >= 1;
  if (!sound || !(cluster > 0)) return noValue("out-of-range", { meanClusterSize, icc });
  return value({ cluster, total: cluster * weightingEffect });
}

/**
 * Kish's effective sample size of weighted answers, (Σw)²/Σw², and the design effect n/n_eff = 1 + cv²(w).
 * Zero weights count for nothing but stay in n. `no-data` for no weight, `not-positive` for a negative
 * weight or a sum of 0. Source: Kish (1965); Kish (1992), J Official Statist 8:183–200.
 */
export function effectiveSampleSize(
  weights: readonly number[],
): Outcome<{ effectiveN: number; designEffect: number }> {
  if (weights.length === 0) return noValue("no-data");
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!weights.every((weight) => weight >= 0 && Number.isFinite(weight)) || sum <= 0)
    return noValue("not-positive");
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  const effectiveN = (sum * sum) / squares;
  return value({ effectiveN, designEffect: weights.length / effectiveN });
}
