import { noValue, type Outcome, value } from "../outcome";
import { effectiveSampleSize } from "./design-effect";

export type PostStratified = {
  /** One weight an answer, mean 1 before capping. */
  weights: number[];
  /** Answers whose weight was cut at the cap. */
  capped: number;
  effectiveN: number;
  designEffect: number;
};

/** Weights beyond five times the average, or below a fifth, make a few answers speak for everyone. */
const weightCap = 5;

/**
 * Weights that make the answers' cells (industry × size, say) count as in the market: (Nₕ/N)·(n/nₕ),
 * cut to 1/cap … cap. `cell[i]` names the cell of answer i; `targets` the market's number or share per cell.
 * A target above 0 in which nobody answered is refused (`empty-target-cell`): no weight can invent answers.
 * Answers in a cell without a target get weight 0. `cap: null` leaves the weights alone.
 * Source: Holt & Smith (1979), JRSS A 142:33–46; as R `survey::postStratify`.
 */
export function postStratify(
  cell: readonly string[],
  targets: Readonly<Record<string, number>>,
  { cap = weightCap }: { cap?: number | null } = {},
): Outcome<PostStratified> {
  if (cell.length === 0) return noValue("no-data");
  const wanted = new Map(Object.entries(targets));
  const market = [...wanted.values()].reduce((sum, one) => sum + one, 0);
  const sound = [...wanted.values()].every((one) => one >= 0 && Number.isFinite(one));
  if (!sound || market <= 0 || (cap !== null && cap < 1)) return noValue("not-positive");
  const asked = new Map<string, number>();
  for (const one of cell) asked.set(one, (asked.get(one) ?? 0) + 1);
  for (const [name, target] of wanted)
    if (target > 0 && !asked.has(name)) return noValue("empty-target-cell", { cell: name });
  const full = cell.map((one) => ((wanted.get(one) ?? 0) / market) * (cell.length / asked.get(one)!));
  const { weights, capped } = cap === null ? { weights: full, capped: 0 } : capWeights(full, cap);
  const size = effectiveSampleSize(weights);
  if (!size.ok) return size;
  return value({ weights, capped, ...size.value });
}

/**
 * Weights (post-stratified or raked) brought to mean 1 and cut to 1/cap … cap, and how many were cut.
 * Weights of 0 stay 0; a list that sums to 0 comes back as it is. Source: the usual survey practice of trimming.
 */
export function capWeights(
  weights: readonly number[],
  cap: number = weightCap,
): { weights: number[]; capped: number } {
  const average = weights.reduce((sum, one) => sum + one, 0) / weights.length;
  if (!(average > 0)) return { weights: [...weights], capped: 0 };
  const even = weights.map((one) => one / average);
  const cut = even.map((one) => (one === 0 ? 0 : Math.min(cap, Math.max(1 / cap, one))));
  return { weights: cut, capped: cut.filter((one, index) => one !== even[index]).length };
}

/**
 * The weighted mean Σwy/Σw. `lengths-differ`, `no-data`, or `not-positive` when the weights do not add up
 * to something above 0.
 */
export function weightedMean(y: readonly number[], weights: readonly number[]): Outcome<number> {
  if (y.length !== weights.length) return noValue("lengths-differ");
  if (y.length === 0) return noValue("no-data");
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!(sum > 0) || !weights.every((weight) => weight >= 0)) return noValue("not-positive");
  return value(y.reduce((total, one, index) => total + one * weights[index]!, 0) / sum);
}
