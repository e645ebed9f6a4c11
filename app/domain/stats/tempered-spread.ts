/** What a series' own spread is tempered by: as many degrees of freedom as this for each other series, up to so many. */
const temperedBy = { each: 2, most: 30 };

/** The mean spread of series of a kind, and how many degrees of freedom it counts for. */
export type UsualSpread = { spread: number; df: number };

/** Of the variances of series that measure the same kind of thing. */
export function usualSpread(variances: readonly number[]): UsualSpread {
  const n = variances.length;
  return {
    spread: variances.reduce((sum, one) => sum + one, 0) / Math.max(1, n),
    df: Math.min(temperedBy.most, temperedBy.each * Math.max(0, n - 1)),
  };
}

/**
 * A series' own variance, on `df` degrees of freedom, drawn towards the usual one: forty companies know little of one
 * item's spread and much of sixteen items'. Never under `floor`.
 * Source: Smyth (2004), Stat Appl Genet Mol Biol 3(1), art. 3, with a prior weight set beforehand.
 */
export const tempered = (own: number, df: number, floor: number, usual: UsualSpread) =>
  Math.max((df * own + usual.df * usual.spread) / (df + usual.df), floor);
