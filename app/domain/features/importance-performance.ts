import { mean, median } from "d3-array";
import { noValue, type Outcome, value } from "../outcome";

/** Where the cross-hair lies: on the mean or median of all items, or on a fixed point such as the middle of the scale. */
export type CrossHair = "grand-mean" | "median" | { importance: number; performance: number };

export type IpaQuadrant = "concentrate-here" | "keep-up" | "possible-overkill" | "low-priority";

/**
 * Importance–performance analysis: each item falls into a quadrant around a cross-hair. The rule of the
 * cross-hair changes the verdict, so it is returned with it; an item on the line counts as high.
 * `importance` and `performance` hold one mean rating per item.
 *
 * Source: Martilla & James (1977), Journal of Marketing 41(1).
 */
export function importancePerformance(
  importance: readonly number[],
  performance: readonly number[],
  rule: CrossHair = "grand-mean",
): Outcome<{ importanceLine: number; performanceLine: number; rule: CrossHair; quadrants: IpaQuadrant[] }> {
  if (importance.length !== performance.length) return noValue("lengths-differ");
  const [importanceLine, performanceLine] =
    rule === "grand-mean"
      ? [mean(importance), mean(performance)]
      : rule === "median"
        ? [median(importance), median(performance)]
        : [rule.importance, rule.performance];
  if (importanceLine === undefined || performanceLine === undefined || importance.length === 0)
    return noValue("no-data");
  const quadrants = importance.map((rating, item): IpaQuadrant => {
    const isStrong = performance[item]! >= performanceLine;
    if (rating >= importanceLine) return isStrong ? "keep-up" : "concentrate-here";
    return isStrong ? "possible-overkill" : "low-priority";
  });
  return value({ importanceLine, performanceLine, rule, quadrants });
}
