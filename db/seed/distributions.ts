/** Draws the sample is made of; every one takes the seeded stream. */
import { type Random, seededRandom } from "../../app/domain/stats/seeded-random";

export type { Random };
export { seededRandom };

/** True with this probability. */
export const chance = (random: Random, probability: number) => random() < probability;

/** A whole number from `low` to `high`, both included. */
export const between = (random: Random, low: number, high: number) =>
  low + Math.floor(random() * (high - low + 1));

export const oneOf = <T>(random: Random, items: readonly T[]): T =>
  items[Math.floor(random() * items.length)]!;

export type Weights<K extends string = string> = Readonly<Partial<Record<K, number>>>;

/** A key with a probability in proportion to its weight. */
export function weighted<K extends string>(random: Random, weights: Weights<K>): K {
  const entries = Object.entries(weights) as [K, number][];
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  return entries.at(-1)![0];
}

/** `n` different keys, the heavier ones tending to come first. */
export function severalOf<K extends string>(random: Random, weights: Weights<K>, n: number): K[] {
  const rest = { ...weights } as Record<K, number>;
  const chosen: K[] = [];
  while (chosen.length < n && Object.keys(rest).length > 0) {
    const key = weighted<K>(random, rest);
    chosen.push(key);
    delete rest[key];
  }
  return chosen;
}

/** Standard normal (Box & Muller 1958). */
const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Skewed to the right around its median, as times and amounts are. */
export const logNormal = (random: Random, median: number, spread: number) =>
  median * Math.exp(spread * normal(random));

/** A step of a scale around `mean`. */
export const scaleStep = (random: Random, mean: number, low: number, high: number, spread = 0.8) =>
  Math.min(high, Math.max(low, Math.round(mean + spread * normal(random))));
