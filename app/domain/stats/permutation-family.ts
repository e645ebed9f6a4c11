import { tCdf, tQuantile } from "./distributions";
import type { Interval } from "./interval";
import { largestOfFamily } from "./largest-of-family";
import { seededRandom } from "./seeded-random";
import { tempered, type UsualSpread, usualSpread } from "./tempered-spread";

/** A number a company, null where it has none. */
export type GroupOutcome = {
  values: readonly (number | null)[];
  /** The smallest variance taken; by default that of a share. */
  floor?: number;
};

export type GroupDifference = {
  /** Index of the grouping and of the outcome compared. */
  grouping: number;
  outcome: number;
  /** Mean inside the group and in the rest. */
  inside: number;
  outside: number;
  /** Of the mean inside, on the spread of both sides. */
  interval: Interval;
  members: number;
  p: number;
  /** The chance that any pair of the family comes out so large when groupings and outcomes have nothing in common. */
  adjustedP: number;
};

/** Smaller groups, or remainders, than this are not compared. */
const fewest = 5;
/** Above so many companies t does as well as drawing, but for groups too small for it. */
const mostDrawn = 200;
const fewestUndrawn = 20;

type Options = {
  seed: number;
  draws?: number;
  /** Only a group that lies above the rest counts as a find. */
  above?: boolean;
};

type Tested = { grouping: number; outcome: number; inside: number; outside: number; members: number };

/**
 * Which groupings of companies go with which outcomes? For every grouping (its member companies) and outcome the pooled
 * two-sample t of members against the rest, its spread tempered by that of the other outcomes. `adjustedP` is Westfall
 * and Young's: companies' outcomes are dealt out anew, all together, up to `draws` times, and the largest t noted. Over
 * 200 companies: Bonferroni on t. Pairs with fewer than five companies on either side are left out.
 * Source: Westfall & Young (1993), Resampling-Based Multiple Testing, § 2.4.
 */
export function permutationFamily(
  groupings: readonly (readonly number[])[],
  outcomes: readonly GroupOutcome[],
  { seed, draws = 1999, above = false }: Options,
): GroupDifference[] {
  const companies = outcomes[0]?.values.length ?? 0;
  const least = companies > mostDrawn ? fewestUndrawn : fewest;
  const known = outcomes.map(compactOf);
  const usual = usualSpread(known.flatMap(({ n, spread }) => (n > 1 ? spread / (n - 1) : [])));
  const order = Int32Array.from({ length: companies }, (_, place) => place);
  const tested: Tested[] = [];
  known.forEach((one, outcome) => {
    groupings.forEach((members, grouping) => {
      const [sum, size] = totalOf(one, members, order);
      if (size < least || one.n - size < least) return;
      const [inside, outside] = [sum / size, (one.sum - sum) / (one.n - size)];
      tested.push({ grouping, outcome, inside, outside, members: size });
    });
  });
  const side = (t: number) => (above ? Math.max(0, t) : Math.abs(t));
  const at = (one: Tested) => {
    const [sum, size] = totalOf(known[one.outcome]!, groupings[one.grouping]!, order);
    return side(studentised(known[one.outcome]!, usual, sum, size));
  };
  const observed = tested.map(at);
  const random = seededRandom(seed);
  const draw = (into: Float64Array) => {
    shuffle(order, random);
    for (let index = 0; index < tested.length; index++) into[index] = at(tested[index]!);
  };
  const adjusted = companies > mostDrawn ? null : largestOfFamily(observed, draw, draws);
  return tested.map((one, index) => {
    const { n, spread, floor } = known[one.outcome]!;
    const t = observed[index]!;
    const p = (above ? 1 : 2) * tCdf(-t, n - 2);
    const left = spread - (one.members * (n - one.members) * (one.inside - one.outside) ** 2) / n;
    const half = tQuantile(0.975, n - 2) * Math.sqrt(Math.max(left / (n - 2), floor) / one.members);
    return {
      ...{ ...one, p },
      interval: [one.inside - half, one.inside + half],
      adjustedP: adjusted ? adjusted[index]! : Math.min(1, tested.length * p),
    };
  });
}

type Compact = { values: Float64Array; n: number; sum: number; spread: number; floor: number };

/** Missing values are NaN; `spread` is the sum of squares about the mean. */
function compactOf({ values, floor = 0.02 }: GroupOutcome): Compact {
  const given = values.filter((one) => one !== null);
  const sum = given.reduce((total, one) => total + one, 0);
  const spread = given.reduce((total, one) => total + one * one, 0) - sum ** 2 / Math.max(1, given.length);
  return {
    values: Float64Array.from(values, (one) => one ?? Number.NaN),
    n: given.length,
    sum,
    spread,
    floor,
  };
}

/** Sum and number of the members' outcomes under an order of the companies. */
function totalOf({ values }: Compact, members: readonly number[], order: Int32Array): [number, number] {
  let [sum, size] = [0, 0];
  for (let index = 0; index < members.length; index++) {
    const value = values[order[members[index]!]!]!;
    if (Number.isNaN(value)) continue;
    sum += value;
    size++;
  }
  return [sum, size];
}

/** Members' mean less the mean of the rest, over its standard error; 0 where a side is empty. */
function studentised(
  { n, sum: all, spread, floor }: Compact,
  usual: UsualSpread,
  sum: number,
  size: number,
): number {
  const rest = n - size;
  if (size === 0 || rest === 0) return 0;
  const apart = sum / size - (all - sum) / rest;
  const left = spread - (size * rest * apart * apart) / n;
  return apart / Math.sqrt(tempered(left / (n - 2), n - 2, floor, usual) * (1 / size + 1 / rest));
}

/** Fisher and Yates. */
function shuffle(order: Int32Array, random: () => number) {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
}
