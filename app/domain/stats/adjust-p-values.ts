import { noValue, type Outcome, value } from "../outcome";

/** Holm keeps the chance of any false claim; Benjamini–Hochberg the share of false ones among those found. */
export type Adjustment = "holm" | "benjamini-hochberg";

/**
 * p-values corrected for having looked m times, in the order given: compare them with the usual 5 %.
 * Holm steps down from the smallest, max((m − i + 1)·p₍ᵢ₎); Benjamini–Hochberg up from the largest, min(m/i·p₍ᵢ₎);
 * both are capped at 1 and never below the raw p. An empty list stays empty; a p outside 0 … 1 is `out-of-range`.
 * Source: Holm (1979), Scand J Statist 6:65–70; Benjamini & Hochberg (1995), JRSS B 57:289–300; R `p.adjust`.
 */
export function adjustPValues(pValues: readonly number[], method: Adjustment): Outcome<number[]> {
  if (!pValues.every((p) => p >= 0 && p <= 1)) return noValue("out-of-range");
  const m = pValues.length;
  const ascending = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const adjusted = new Array<number>(m).fill(1);
  let running = method === "holm" ? 0 : 1;
  for (let step = 0; step < m; step++) {
    const rank = method === "holm" ? step : m - 1 - step;
    const { p, index } = ascending[rank]!;
    running = method === "holm" ? Math.max(running, (m - rank) * p) : Math.min(running, (m / (rank + 1)) * p);
    adjusted[index] = Math.min(1, running);
  }
  return value(adjusted);
}
