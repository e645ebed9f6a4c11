/** How much of a change of the market each thing that changed accounts for, so that the parts add up to the whole. */
import { shuffler } from "d3-array";
import { columnQuantiles } from "../stats/column-quantiles";
import { seededRandom } from "../stats/seeded-random";
import { addLater } from "./market-draws";
import { type MarketModel, pointsOf, type Segment, segmentParts } from "./market-model";
import { columnsAt, leastDraws } from "./market-simulation";
import type { ThreePoint } from "./three-point";

/** Up to so many changes every order in which they could have come is looked at; beyond, so many orders and their reverses. */
const mostExact = 4;
const orderPairs = 2;

/**
 * Shapley's shares of what a set of players is worth: the mean, over the orders in which they may come, of what each adds
 * when it comes. They sum to worth(all) − worth(none). Exact for up to four players; for more it is taken over two
 * orders drawn from `seed` and their reverses, which still sums and is exact where no three players interact.
 *
 * Source: Shapley (1953), A value for n-person games; reversed orders: Castro, Gómez & Tejada (2009), Computers &
 * Operations Research 36(5), made antithetic as in Mitchell et al. (2022), Journal of Machine Learning Research 23(43).
 */
export function shapleyShares(
  players: number,
  worth: (members: ReadonlySet<number>) => number,
  seed: number,
): number[] {
  const all = Array.from({ length: players }, (_, index) => index);
  const known = new Map<string, number>();
  const worthOf = (members: readonly number[]) => {
    const key = [...members].sort((a, b) => a - b).join(",");
    const found = known.get(key) ?? worth(new Set(members));
    known.set(key, found);
    return found;
  };
  const orders = players <= mostExact ? ordersOf(all) : drawnOrders(all, seed);
  const shares = all.map(() => 0);
  for (const order of orders)
    order.forEach((player, at) => {
      const added = worthOf(order.slice(0, at + 1)) - worthOf(order.slice(0, at));
      shares[player] = shares[player]! + added / orders.length;
    });
  return shares;
}

function ordersOf(members: readonly number[]): number[][] {
  if (members.length === 0) return [[]];
  return members.flatMap((first) =>
    ordersOf(members.filter((one) => one !== first)).map((rest) => [first, ...rest]),
  );
}

function drawnOrders(members: readonly number[], seed: number): number[][] {
  const shuffled = shuffler(seededRandom(seed));
  return Array.from({ length: orderPairs }, () => shuffled([...members])).flatMap((order) => [
    order,
    order.toReversed(),
  ]);
}

/** The segments of two models that are the same by name, as their places in both. */
export function pairedSegments(before: MarketModel, now: MarketModel): [old: number, current: number][] {
  const free = new Map<string, number[]>();
  for (const [place, { name }] of now.segments.entries()) free.set(name, [...(free.get(name) ?? []), place]);
  return before.segments.flatMap(({ name }, old) => {
    const current = free.get(name)?.shift();
    return current === undefined ? [] : [[old, current] as [number, number]];
  });
}

export type ChangedPart = { old: number; current: number; part: (typeof segmentParts)[number] };

/**
 * What each change adds to the P50 of the market in the year looked at: every changed input, the segments that came and went, and
 * the year, as Shapley's shares over the same draws. They sum to P50 now − P50 before; `from` is the range before. Three points
 * are in order.
 */
export function moveShares(
  before: MarketModel,
  now: MarketModel,
  given: { changed: readonly ChangedPart[]; segments: boolean; years: boolean; seed: number },
): { changed: number[]; segments: number; years: number; from: Record<"p10" | "p50" | "p90", number> } {
  const { changed, segments, years, seed } = given;
  const pairs = pairedSegments(before, now);
  const drawn = columnsAt(seed);
  const columns = new Map<string, Float64Array>();
  const columnOf = (points: ThreePoint, place: number) => {
    const key = `${place} ${points.min} ${points.mode} ${points.max}`;
    const found = columns.get(key) ?? drawn(points, place);
    columns.set(key, found);
    return found;
  };
  const at = { segments: changed.length, years: changed.length + (segments ? 1 : 0) };
  const players = at.years + (years ? 1 : 0);
  const laterWith = (members: ReadonlySet<number>): Float64Array => {
    const anew = segments && members.has(at.segments);
    const ahead = years && members.has(at.years) ? now.years : before.years;
    const later = new Float64Array(leastDraws);
    const add = (place: number, partOf: (part: (typeof segmentParts)[number]) => ThreePoint) =>
      addLater(
        later,
        segmentParts.map((part, offset) => columnOf(partOf(part), place * segmentParts.length + offset)),
        ahead,
      );
    const whole = (segment: Segment) => (part: (typeof segmentParts)[number]) => pointsOf(segment[part]);
    for (const [old, current] of pairs)
      add(anew ? current : old, (part) => {
        const index = changed.findIndex((one) => one.old === old && one.part === part);
        const from = members.has(index) ? now.segments[current]! : before.segments[old]!;
        return pointsOf(from[part]);
      });
    const [olds, currents] = [new Set(pairs.map(([old]) => old)), new Set(pairs.map(([, one]) => one))];
    if (anew)
      now.segments.forEach((segment, place) => {
        if (!currents.has(place)) add(place, whole(segment));
      });
    else
      before.segments.forEach((segment, place) => {
        if (!olds.has(place)) add(place, whole(segment));
      });
    return later;
  };
  const worth = (members: ReadonlySet<number>) => columnQuantiles(laterWith(members), [0.5])[0]!;
  const shares = shapleyShares(players, worth, seed);
  const [p10, p50, p90] = columnQuantiles(laterWith(new Set()), [0.1, 0.5, 0.9]) as [number, number, number];
  return {
    from: { p10, p50, p90 },
    changed: shares.slice(0, changed.length),
    segments: segments ? shares[at.segments]! : 0,
    years: years ? shares[at.years]! : 0,
  };
}
