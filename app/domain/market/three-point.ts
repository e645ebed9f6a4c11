/** A factor that is not known exactly: the least, the most likely and the most it can be. */
export type ThreePoint = { min: number; mode: number; max: number };

/** Whether the three are numbers in order; all three may be equal, then the factor is certain. */
export function isThreePoint({ min, mode, max }: ThreePoint): boolean {
  return [min, mode, max].every(Number.isFinite) && min <= mode && mode <= max;
}

/** Whether every entry is a probability. */
export const areProbabilities = (chances: readonly number[]) =>
  chances.every((chance) => chance >= 0 && chance <= 1);
