import { quantileSorted } from "d3-array";
import { noValue, type Outcome, value } from "../outcome";
import { defaultConfidence, type Interval, isConfidence } from "./interval";
import { seededRandom } from "./seeded-random";

/** Fewer companies than this say nothing about companies in general. */
export const leastCompanies = 5;

export type BootstrapOptions = { seed: number; draws?: number; confidence?: number };

/**
 * Percentile interval of any statistic by drawing whole companies with replacement, so that answers of one company
 * stay together. `companies[i]` holds whatever one company contributes; `statistic` gets as many companies as there
 * are. Draws without a value are left out; when they are a tenth or more, or companies are fewer than five, there is no
 * interval. Same seed, same interval.
 * Source: Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 8 and 13; Field & Welsh (2007), JRSS B 69.
 */
export function companyBootstrap<Company>(
  companies: readonly Company[],
  statistic: (drawn: readonly Company[]) => Outcome<number>,
  { seed, draws = 2000, confidence = defaultConfidence }: BootstrapOptions,
): Outcome<Interval> {
  const k = companies.length;
  if (k < leastCompanies) return noValue("too-few-companies", { companies: k, needed: leastCompanies });
  if (!isConfidence(confidence) || !(draws >= 1000)) return noValue("out-of-range", { draws, confidence });
  const random = seededRandom(seed);
  const found: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const result = statistic(companies.map(() => companies[Math.floor(random() * k)]!));
    if (result.ok) found.push(result.value);
  }
  if (found.length <= 0.9 * draws) return noValue("too-few", { n: found.length, needed: draws });
  found.sort((left, right) => left - right);
  return value([quantileSorted(found, (1 - confidence) / 2)!, quantileSorted(found, (1 + confidence) / 2)!]);
}
