import { mean, median } from "d3-array";
import { noValue, type Outcome, value } from "../outcome";

/** Seconds one respondent spent on each page, in the order of the pages; null where a page was not seen. */
export type PageSeconds = readonly (number | null)[];

export type RelativeSpeed = {
  /** Median seconds per page over the respondents who saw it. */
  medians: Outcome<number>[];
  /** Per respondent: how many times faster than the median, averaged over the pages seen. */
  indices: Outcome<number>[];
};

/** No page counts as more than this many times faster, so that one skipped page does not decide. */
export const defaultSpeedCap = 3;

/**
 * Relative speed index: the mean over pages of median time / own time, each page capped. 1 is the usual speed, above 2
 * is suspect. A page done in no time counts as the cap; a page nobody took time for says nothing.
 *
 * Source: Leiner (2019), Survey Research Methods 13(3).
 */
export function relativeSpeed(respondents: readonly PageSeconds[], cap = defaultSpeedCap): RelativeSpeed {
  const pages = Math.max(0, ...respondents.map((seconds) => seconds.length));
  const medians = Array.from({ length: pages }, (_, page): Outcome<number> => {
    const found = median(respondents, (seconds) => seconds[page]);
    return found === undefined ? noValue("no-data") : value(found);
  });
  const indices = respondents.map((seconds): Outcome<number> => {
    const ratios = seconds.flatMap((own, page) => {
      const usual = medians[page];
      if (own === null || !usual?.ok || usual.value <= 0) return [];
      return [own > 0 ? Math.min(usual.value / own, cap) : cap];
    });
    const index = mean(ratios);
    return index === undefined ? noValue("no-data") : value(index);
  });
  return { medians, indices };
}
