import type { ThreePoint } from "./three-point";

const tail = 0.025;
const rounds = 200;

/**
 * The triangle that carries an estimate's uncertainty into a simulation: its mode is the estimate and its 2.5 % and
 * 97.5 % quantiles are the ends of the 95 % interval, then cut at `bounds` (0 and 1 for a share). The interval's own ends
 * would make the triangle too narrow, since a twentieth of the chance lies beyond them. An end on the wrong side of
 * the estimate counts as the estimate; an interval without width stays one point.
 *
 * Source: quantiles of the triangular distribution, Kotz & van Dorp (2004), Beyond Beta, ch. 1.
 */
export function pointsFromInterval(
  estimate: number,
  [lower, upper]: readonly [number, number],
  [least, most]: readonly [number, number],
): ThreePoint {
  const below = Math.max(0, estimate - lower);
  const above = Math.max(0, upper - estimate);
  let [left, right] = [below, above];
  // F(lower) = (left − below)² / (width · left), and alike above: each round solves both for the width of the last.
  for (let round = 0; round < rounds; round += 1) {
    const width = left + right;
    [left, right] = [
      below === 0 ? 0 : below + Math.sqrt(tail * width * left),
      above === 0 ? 0 : above + Math.sqrt(tail * width * right),
    ];
  }
  const mode = Math.min(most, Math.max(least, estimate));
  return {
    min: Math.min(mode, Math.max(least, estimate - left)),
    mode,
    max: Math.max(mode, Math.min(most, estimate + right)),
  };
}
