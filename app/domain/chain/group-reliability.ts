import { noValue, type Outcome, value } from "../outcome";

export type GroupReliability = {
  meanGroupSize: number;
  /** How much of an answer its company explains, and how reliable the company's mean is. */
  icc1: number;
  icc2: number;
};

/**
 * ICC(1) and ICC(2) from the one-way mean squares: (MSB − MSW)/(MSB + (g − 1)·MSW) and (MSB − MSW)/MSB,
 * with g the mean group size. Negative values are reported as they are.
 * `too-few` for no degrees of freedom, `no-variance` when the companies' means do not differ at all.
 * Source: Bliese (2000); R `multilevel::ICC1`, `ICC2`.
 */
export function groupReliability({
  msb,
  msw,
  dfBetween,
  dfWithin,
}: {
  msb: number;
  msw: number;
  dfBetween: number;
  dfWithin: number;
}): Outcome<GroupReliability> {
  if (!(dfBetween >= 1 && dfWithin >= 1)) return noValue("too-few");
  if (!(msb >= 0 && msw >= 0)) return noValue("out-of-range");
  const meanGroupSize = (dfBetween + dfWithin + 1) / (dfBetween + 1);
  const spread = msb + (meanGroupSize - 1) * msw;
  if (msb === 0 || spread === 0) return noValue("no-variance");
  return value({ meanGroupSize, icc1: (msb - msw) / spread, icc2: (msb - msw) / msb });
}
