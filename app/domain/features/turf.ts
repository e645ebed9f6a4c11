import { noValue, type Outcome, value } from "../outcome";

/** Beyond this many combinations an exact search takes too long for a page. */
const maxCombinations = 500_000;
const maxItems = 5;

export type TurfResult = {
  /** Indices of the chosen items, ascending. */
  best: number[];
  /** Share of respondents reached by at least one of them. */
  reach: number;
  /** How many wishes they fulfil in all; decides between combinations of equal reach. */
  frequency: number;
  /** Every combination with the same reach and frequency, `best` among them. */
  ties: number[][];
};

/**
 * TURF: which `k` items together reach the most respondents? Every combination is tried, so the answer is
 * exact; k is 1 to 5. `wishes[respondent][item]` is 1 (or true) when the item appeals. Equal reach is decided
 * by frequency, then by the earlier item.
 *
 * Source: Miaoulis, Parsons & Free (1990), Marketing Research 2(1).
 */
export function turf(wishes: readonly (readonly (number | boolean)[])[], k: number): Outcome<TurfResult> {
  const items = wishes[0]?.length ?? 0;
  if (items === 0) return noValue("no-data");
  if (wishes.some((row) => row.length !== items)) return noValue("lengths-differ");
  if (!Number.isInteger(k) || k < 1 || k > Math.min(items, maxItems)) return noValue("out-of-range");
  if (combinationCount(items, k) > maxCombinations) return noValue("too-large", { items, k });

  const masks = Array.from({ length: items }, (_, item) => maskOf(wishes, item));
  const frequencies = masks.map(countBits);
  let best = { reached: -1, frequency: -1, ties: [] as number[][] };
  const extend = (chosen: number[], covered: Uint32Array, frequency: number) => {
    if (chosen.length === k) {
      const reached = countBits(covered);
      if (reached > best.reached || (reached === best.reached && frequency > best.frequency))
        best = { reached, frequency, ties: [chosen] };
      else if (reached === best.reached && frequency === best.frequency) best.ties.push(chosen);
      return;
    }
    const last = items - (k - chosen.length);
    for (let item = (chosen.at(-1) ?? -1) + 1; item <= last; item += 1) {
      const mask = masks[item]!;
      extend(
        [...chosen, item],
        covered.map((word, index) => word | mask[index]!),
        frequency + frequencies[item]!,
      );
    }
  };
  extend([], new Uint32Array(masks[0]!.length), 0);
  return value({
    best: best.ties[0]!,
    reach: best.reached / wishes.length,
    frequency: best.frequency,
    ties: best.ties,
  });
}

function combinationCount(items: number, k: number): number {
  let count = 1;
  for (let step = 1; step <= k; step += 1) count = (count * (items - k + step)) / step;
  return count;
}

/** One bit per respondent to whom the item appeals. */
function maskOf(wishes: readonly (readonly (number | boolean)[])[], item: number): Uint32Array {
  const mask = new Uint32Array(Math.ceil(wishes.length / 32));
  wishes.forEach((row, respondent) => {
    if (row[item]) mask[respondent >> 5]! |= 1 << (respondent & 31);
  });
  return mask;
}

function countBits(mask: Uint32Array): number {
  let count = 0;
  for (const word of mask) for (let rest = word; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
