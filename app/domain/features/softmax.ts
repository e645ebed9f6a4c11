/** Shares e^u / Σe^u: what each item would win if all were offered at once. They add up to 1. */
export function softmax(utilities: readonly number[]): number[] {
  const highest = Math.max(...utilities);
  const powers = utilities.map((utility) => Math.exp(utility - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
