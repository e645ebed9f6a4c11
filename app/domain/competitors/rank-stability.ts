import { noValue, type Outcome, value } from "../outcome";
import { seededRandom } from "../stats/seeded-random";
import { type Scores, weightedSum } from "./weighted-sum";

export type RankStability = {
  /** Per alternative, in the given order: the share of the draws in which it comes first. */
  firstShare: { name: string; share: number }[];
  /** Share of the draws in which the first place does not change. */
  sameFirst: number;
  /** Share of the draws in which the whole order does not change. */
  sameOrder: number;
  draws: number;
};

/**
 * Does the ranking survive if the weights are a little wrong? Every weight is multiplied by a factor drawn evenly from
 * 1 ± `spread`, the matrix is scored again, and the ranks are compared. Same seed, same result.
 */
export function rankStability({
  weights,
  alternatives,
  spread = 0.2,
  draws = 2000,
  seed,
}: {
  weights: readonly number[];
  alternatives: readonly { name: string; scores: Scores }[];
  spread?: number;
  draws?: number;
  seed: number;
}): Outcome<RankStability> {
  const base = weightedSum(weights, alternatives);
  if (!base.ok) return base;
  if (!(spread >= 0 && spread < 1) || !(Number.isInteger(draws) && draws > 0)) return noValue("out-of-range");
  const random = seededRandom(seed);
  const order = base.value.rank.join("\n");
  const firsts = new Map<string, number>();
  let sameOrder = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const shaken = weightedSum(
      weights.map((weight) => weight * (1 - spread + 2 * spread * random())),
      alternatives,
    );
    if (!shaken.ok) return shaken;
    const first = shaken.value.rank[0]!;
    firsts.set(first, (firsts.get(first) ?? 0) + 1);
    if (shaken.value.rank.join("\n") === order) sameOrder += 1;
  }
  return value({
    firstShare: alternatives.map(({ name }) => ({ name, share: (firsts.get(name) ?? 0) / draws })),
    sameFirst: (firsts.get(base.value.rank[0]!) ?? 0) / draws,
    sameOrder: sameOrder / draws,
    draws,
  });
}
