import { tCdf } from "./distributions";
import { seededRandom } from "./seeded-random";

export type GroupDifference = {
  /** Index of the grouping and of the outcome compared. */
  grouping: number;
  outcome: number;
  /** Mean inside the group and in the rest. */
  inside: number;
  outside: number;
  members: number;
  p: number;
  /** The chance that any pair of the family comes out so large when groupings and outcomes have nothing in common. */
  adjustedP: number;
};

/** Smaller groups, or remainders, than this are not compared. */
const fewest = 5;
const mostDrawn = 200;
/** The smallest variance of a share taken. */
const floor = 0.02;

type Tested = { grouping: number; outcome: number; members: readonly number[] };

/**
 * Which groupings of companies go with which outcomes? For every grouping (its member companies) and outcome (a number
 * a company) the pooled two-sample t of members against the rest. `adjustedP` is Westfall and Young's: companies'
 * outcomes are dealt out anew, all together, `draws` times, and the largest |t| noted. Over 200 companies: Bonferroni
 * on t. Pairs with fewer than five companies on either side are left out.
 * Source: Westfall & Young (1993), Resampling-Based Multiple Testing, § 2.4.
 */
export function permutationFamily(
  groupings: readonly (readonly number[])[],
  outcomes: readonly (readonly number[])[],
  { seed, draws = 999 }: { seed: number; draws?: number },
): GroupDifference[] {
  const n = outcomes[0]?.length ?? 0;
  const tested: Tested[] = groupings.flatMap((members, grouping) =>
    members.length >= fewest && n - members.length >= fewest
      ? outcomes.map((_, outcome) => ({ grouping, outcome, members }))
      : [],
  );
  if (tested.length === 0) return [];
  const sums = outcomes.map((values) => values.reduce((sum, one) => sum + one, 0));
  const squares = outcomes.map((values) => values.reduce((sum, one) => sum + one * one, 0));
  const statistic = ({ members, outcome }: Tested, order: Int32Array) => {
    const values = outcomes[outcome]!;
    let inside = 0;
    for (const member of members) inside += values[order[member]!]!;
    const [size, rest] = [members.length, n - members.length];
    const outside = sums[outcome]! - inside;
    const spread = squares[outcome]! - inside ** 2 / size - outside ** 2 / rest;
    const variance = Math.max(spread / (n - 2), floor);
    return (inside / size - outside / rest) / Math.sqrt(variance * (1 / size + 1 / rest));
  };
  const order = Int32Array.from({ length: n }, (_, index) => index);
  const observed = tested.map((one) => statistic(one, order));
  const means = tested.map(({ members, outcome }) => {
    const inside = members.reduce((sum, member) => sum + outcomes[outcome]![member]!, 0);
    return [inside / members.length, (sums[outcome]! - inside) / (n - members.length)] as const;
  });
  const random = seededRandom(seed);
  const largest =
    n > mostDrawn
      ? null
      : Array.from({ length: draws }, () => {
          for (let last = n - 1; last > 0; last--) {
            const other = Math.floor(random() * (last + 1));
            [order[last], order[other]] = [order[other]!, order[last]!];
          }
          return tested.reduce((most, one) => Math.max(most, Math.abs(statistic(one, order))), 0);
        });
  return tested.map(({ grouping, outcome, members }, at) => {
    const t = Math.abs(observed[at]!);
    const p = 2 * tCdf(-t, n - 2);
    const adjustedP = largest
      ? (1 + largest.filter((one) => one >= t - 1e-12).length) / (1 + draws)
      : Math.min(1, tested.length * p);
    return {
      ...{ grouping, outcome, members: members.length, p, adjustedP },
      inside: means[at]![0],
      outside: means[at]![1],
    };
  });
}
