/** Fewer draws than this are never enough; then so many that exceed the largest observed end the drawing. */
const fewestDraws = 199;
const enough = 80;
/** Equal but for rounding counts as exceeding. */
const slack = 1e-12;

/**
 * How often does the largest of a family of statistics, drawn anew where nothing is there, reach each observed one?
 * `draw` fills in the statistics of one draw, all taken without their sign. p = (1 + exceeding) / (1 + drawn), so that
 * the chance of any false claim of the family is kept. Drawing ends early when the largest observed has been exceeded
 * eighty times: it is nothing then, and the p found so far (Besag & Clifford's sequential one) holds.
 * Source: Westfall & Young (1993), Resampling-Based Multiple Testing, § 2.3; Besag & Clifford (1991), Biometrika 78:301–304.
 */
export function largestOfFamily(
  observed: readonly number[],
  draw: (into: Float64Array) => void,
  draws: number,
): number[] {
  const sizes = Float64Array.from(observed, (one) => Math.abs(one) - slack);
  const drawn = new Float64Array(sizes.length);
  const over = new Int32Array(sizes.length);
  const top = sizes.reduce((most, one) => Math.max(most, one), 0);
  let [n, aboveTop] = [0, 0];
  while (n < draws && !(n >= fewestDraws && aboveTop >= enough)) {
    draw(drawn);
    n++;
    let largest = 0;
    for (let at = 0; at < drawn.length; at++) {
      const size = Math.abs(drawn[at]!);
      if (size > largest) largest = size;
    }
    if (largest >= top) aboveTop++;
    for (let at = 0; at < sizes.length; at++) if (largest >= sizes[at]!) over[at]!++;
  }
  return Array.from(over, (count) => (1 + count) / (1 + n));
}
