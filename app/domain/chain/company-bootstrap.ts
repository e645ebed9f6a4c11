import { quantileSorted } from "d3-array";
import { noValue, type Outcome, value } from "../outcome";
import { defaultConfidence, type Interval, isConfidence } from "../stats/interval";
import { seededRandom } from "../stats/seeded-random";

export type Bootstrap = {
  interval: Interval;
  /** Draws in which the figure had a value; the others are left out. */
  draws: number;
};

export const fewestDraws = 1000;

/**
 * Percentile interval of any figure by drawing whole companies with replacement, so that colleagues stay together.
 * `companies` holds one entry a company; `figure` computes the figure from a draw of as many, and does
 * not keep the list. The same `seed` gives
 * the same interval. Fewer than 5 companies: `too-few-companies`; fewer than 1000 draws asked: `out-of-range`;
 * when more than half of the draws have no value: `no-variance`.
 * Source: Efron (1979); resampling clusters: Davison & Hinkley (1997), § 3.8.
 */
export function companyBootstrap<Company>(
  companies: readonly Company[],
  figure: (drawn: readonly Company[]) => Outcome<number>,
  {
    seed,
    draws = 2000,
    confidence = defaultConfidence,
  }: { seed: number; draws?: number; confidence?: number },
): Outcome<Bootstrap> {
  const k = companies.length;
  if (k < 5) return noValue("too-few-companies", { companies: k });
  if (!Number.isInteger(draws) || draws < fewestDraws || !isConfidence(confidence))
    return noValue("out-of-range", { draws });
  const random = seededRandom(seed);
  const figures: number[] = [];
  // One list for all draws: thousands of companies are drawn a thousand times.
  const drawn = [...companies];
  for (let draw = 0; draw < draws; draw++) {
    for (let place = 0; place < k; place++) drawn[place] = companies[Math.floor(random() * k)]!;
    const found = figure(drawn);
    if (found.ok) figures.push(found.value);
  }
  if (figures.length < draws / 2) return noValue("no-variance");
  figures.sort((a, b) => a - b);
  const tail = (1 - confidence) / 2;
  return value({
    interval: [quantileSorted(figures, tail)!, quantileSorted(figures, 1 - tail)!],
    draws: figures.length,
  });
}
