import { noValue, type Outcome, value } from "../outcome";

export type DemandPoint = { price: number; demand: number };

export type GaborGranger = {
  /** The tested prices, ascending, each with the share that would buy and price × share. */
  curve: { price: number; demand: number; revenue: number }[];
  best: { price: number; revenue: number };
  /** Arc elasticity from each price to the next (midpoint formula); no value where nobody buys at either. */
  elasticities: Outcome<number>[];
};

/**
 * Gabor–Granger: the demand at the tested prices, the revenue index price × demand and the price where it is highest.
 * Only tested prices are considered: nothing is known between and beyond them. Of equal revenues the lower price is taken,
 * because it keeps more customers. Prices must be positive and differ; demand is 0 to 1.
 *
 * Source: Gabor & Granger (1966), Economica 33; arc elasticity: Allen (1934).
 */
export function gaborGranger(points: readonly DemandPoint[]): Outcome<GaborGranger> {
  if (points.length === 0) return noValue("no-data");
  const sound = points.every(({ price, demand }) => price > 0 && demand >= 0 && demand <= 1);
  if (!sound || new Set(points.map(({ price }) => price)).size < points.length)
    return noValue("out-of-range");
  const curve = [...points]
    .sort((left, right) => left.price - right.price)
    .map(({ price, demand }) => ({ price, demand, revenue: price * demand }));
  const best = curve.reduce((top, point) => (point.revenue > top.revenue ? point : top));
  return value({
    curve,
    best: { price: best.price, revenue: best.revenue },
    elasticities: curve.slice(1).map((point, index) => arcElasticity(curve[index]!, point)),
  });
}

/**
 * Demand at each price of the ladder: the share whose highest accepted price is at least that price.
 * 0 stands for "at no price"; null for no answer, which is left out.
 */
export function demandFromLadder(
  maxAccepted: readonly (number | null)[],
  prices: readonly number[],
): Outcome<DemandPoint[]> {
  const answered = maxAccepted.filter((price) => price !== null);
  if (answered.length === 0 || prices.length === 0) return noValue("no-data");
  return value(
    prices.map((price) => ({
      price,
      demand: answered.filter((accepted) => accepted >= price).length / answered.length,
    })),
  );
}

function arcElasticity(from: DemandPoint, to: DemandPoint): Outcome<number> {
  const demands = from.demand + to.demand;
  if (demands === 0) return noValue("zero-denominator");
  return value((to.demand - from.demand) / demands / ((to.price - from.price) / (from.price + to.price)));
}
