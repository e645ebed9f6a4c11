import { noValue, type Outcome, value } from "../outcome";

/** Two estimates further apart than this factor do not describe the same market. */
const warnBeyond = 2;

/**
 * How far a top-down and a bottom-up estimate are apart: their ratio and its logarithm (positive when top-down is
 * larger), the geometric mean as the single figure between them, and the gap as a share of their average.
 * `apart` warns when one is more than twice the other. Both must be positive.
 */
export function triangulate(
  topDown: number,
  bottomUp: number,
): Outcome<{ ratio: number; logGap: number; geometricMean: number; symmetricGap: number; apart: boolean }> {
  const sound = [topDown, bottomUp].every((estimate) => estimate > 0 && Number.isFinite(estimate));
  if (!sound) return noValue("not-positive");
  const ratio = topDown / bottomUp;
  return value({
    ratio,
    logGap: Math.log(ratio),
    geometricMean: Math.sqrt(topDown) * Math.sqrt(bottomUp),
    symmetricGap: Math.abs(topDown - bottomUp) / ((topDown + bottomUp) / 2),
    apart: Math.max(ratio, 1 / ratio) > warnBeyond,
  });
}
