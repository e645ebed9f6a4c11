import { noValue, type Outcome, value } from "../outcome";

/** A number of companies, known exactly, as a range, or as a range with what is likely in it. */
export type MarketCount =
  | number
  | readonly [low: number, high: number]
  | readonly [low: number, likely: number, high: number];

export type MarketCounts = {
  low: number;
  /** Sum of what is likely, or of the middles of the ranges where nobody has said. */
  middle: number;
  high: number;
  /** Share of each segment's middle in the total's middle, in the given order; they add up to 1. */
  shares: { name: string; share: number }[];
};

/** The companies of a market, segment by segment, with the range that the segments' ranges add up to. */
export function marketCounts(
  segments: readonly { name: string; count: MarketCount }[],
): Outcome<MarketCounts> {
  const ranges = segments.map(({ name, count }) => {
    const points = typeof count === "number" ? ([count, count] as const) : count;
    const [low, high] = [points[0], points.at(-1) ?? points[0]];
    return { name, low, high, middle: points.length === 3 ? points[1] : (low + high) / 2 };
  });
  if (ranges.length === 0) return noValue("no-data");
  if (
    !ranges.every(
      ({ low, middle, high }) => low >= 0 && middle >= low && high >= middle && Number.isFinite(high),
    )
  )
    return noValue("out-of-range");
  const total = (pick: (range: (typeof ranges)[number]) => number) =>
    ranges.reduce((sum, range) => sum + pick(range), 0);
  const middle = total((range) => range.middle);
  if (middle === 0) return noValue("zero-denominator");
  return value({
    low: total((range) => range.low),
    middle,
    high: total((range) => range.high),
    shares: ranges.map((range) => ({ name: range.name, share: range.middle / middle })),
  });
}
