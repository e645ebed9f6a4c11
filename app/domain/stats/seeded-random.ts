import mt19937 from "@stdlib/random-base-mt19937";

/** Draws the next number, uniform on [0, 1), of 53 random bits. */
export type Random = () => number;

/**
 * A reproducible stream of uniform random numbers: the same seed always gives the same stream.
 * `seed`: any number; its whole part modulo 2³² is used, and 0 counts as 1 (the generator takes 1 … 2³²−1).
 * Source: Matsumoto & Nishimura (1998), MT19937, as in @stdlib; NumPy's `RandomState(seed).random_sample()` agrees.
 */
export function seededRandom(seed: number): Random {
  // The package's types leave out `normalized`, which its README documents.
  const stream = mt19937.factory({ seed: Math.trunc(seed) >>> 0 || 1 }) as { normalized?: Random };
  return stream.normalized as Random;
}
