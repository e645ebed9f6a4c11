/** The figures of a market computed draw by draw, a column at a time: the same as `marketFormulas`, many times faster. */
import { segmentParts } from "./market-model";
import { columnsAt, leastDraws } from "./market-simulation";
import type { ThreePoint } from "./three-point";

export const sizes = ["tam", "sam", "som", "later"] as const;
export type Size = (typeof sizes)[number];

const width = segmentParts.length;

/** (1 + growth)^years; years is whole. */
function grown(growth: number, years: number): number {
  let factor = 1;
  for (let year = 0; year < years; year += 1) factor *= 1 + growth;
  return factor;
}

/** Adds one segment's market of the year looked at, draw by draw; `columns` are its six, in the order of its parts. */
export function addLater(into: Float64Array, columns: readonly Float64Array[], years: number): void {
  const [companies, fit, reach, win, arpa, growth] = columns as [
    ...[Float64Array, Float64Array, Float64Array],
    ...[Float64Array, Float64Array, Float64Array],
  ];
  for (let at = 0; at < into.length; at += 1)
    into[at] =
      into[at]! + companies[at]! * arpa[at]! * fit[at]! * reach[at]! * win[at]! * grown(growth[at]!, years);
}

/**
 * TAM, SAM, SOM and the SOM of the year looked at, draw by draw, of factors as `factorsOf` gives them, which are in order. One
 * segment is drawn at a time into the same six columns.
 */
export function marketFigures(
  factors: readonly ThreePoint[],
  { years, seed }: { years: number; seed: number },
): Record<Size, Float64Array> {
  const [tam, sam, som, later] = sizes.map(() => new Float64Array(leastDraws)) as [
    ...[Float64Array, Float64Array],
    ...[Float64Array, Float64Array],
  ];
  const columnAt = columnsAt(seed);
  const own = segmentParts.map(() => new Float64Array(leastDraws));
  const [companies, fit, reach, win, arpa] = own as [
    ...[Float64Array, Float64Array, Float64Array],
    ...[Float64Array, Float64Array],
  ];
  for (let start = 0; start + width <= factors.length; start += width) {
    for (let part = 0; part < width; part += 1) columnAt(factors[start + part]!, start + part, own[part]);
    for (let at = 0; at < leastDraws; at += 1) {
      const all = companies[at]! * arpa[at]!;
      const fitting = all * fit[at]!;
      tam[at] = tam[at]! + all;
      sam[at] = sam[at]! + fitting;
      som[at] = som[at]! + fitting * reach[at]! * win[at]!;
    }
    addLater(later, own, years);
  }
  return { tam, sam, som, later };
}
