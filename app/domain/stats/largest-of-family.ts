/** Fewer draws than this are never enough; then so many that exceed the largest observed end the drawing. */
const fewestDraws = 199;
const enough = 80;
/** Equal but for rounding. */
const slack = 1e-12;

/**
 * How often does the largest of a family of statistics, drawn anew where nothing is there, reach each observed one?
 * `draw` fills in the statistics of one draw, all taken without their sign. The mid-p, (½ + exceeding + half of those
 * equal) / (1 + drawn): where only a few values can occur, as in choices of a few companies, counting all that are
 * equal would be far too careful. Drawing ends early when the largest observed has been exceeded
 * eighty times: it is nothing then, and the p found so far (Besag & Clifford's sequential one) holds.
 * Source: Westfall & Young (1993), Resampling-Based Multiple Testing, § 2.3; Lancaster (1961), JASA 56:223–234, for the
 * mid-p; Besag & Clifford (1991), Biometrika 78:301–304.
 */
export function largestOfFamily(
  observed: readonly number[],
  draw: (into: Float64Array) => void,
  draws: number,
): number[] {
  const sizes = Float64Array.from(observed, (one) => Math.abs(one));
  const drawn = new Float64Array(sizes.length);
  const over = new Float64Array(sizes.length);
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
    if (largest >= top - slack) aboveTop++;
    for (let at = 0; at < sizes.length; at++) {
      const more = largest - sizes[at]!;
      if (more > slack) over[at]! += 1;
      else if (more >= -slack) over[at]! += 0.5;
    }
  }
  return Array.from(over, (count) => (0.5 + count) / (1 + n));
}
