import { noValue, type Outcome, value } from "../outcome";
import { groupByCluster } from "./clusters";

export type AnovaTable = {
  clusters: number;
  n: number;
  /** Mean squares between and within clusters. */
  msb: number;
  msw: number;
  /** Mean cluster size corrected for unequal sizes, (N − Σnᵢ²/N)/(k − 1). */
  n0: number;
};

/** Intraclass correlation as estimated, possibly negative; `icc` is that with negative set to 0. */
export type AnovaIcc = AnovaTable & { icc: number; rawIcc: number };

/**
 * How alike the answers of one company are: (MSB − MSW) / (MSB + (n₀ − 1)·MSW), negative set to 0.
 * `cluster[i]` is the company of answer `y[i]` (0/1 or any number).
 * No value: `lengths-differ`; fewer than two companies (`too-few-companies`);
 * no company with two answers (`too-few`); all answers the same (`no-variance`).
 * Source: Donner (1986), Int Stat Rev 54:67–82; Fleiss (1981); agrees with R `aov`.
 */
export function anovaIcc<Key>(cluster: readonly Key[], y: readonly number[]): Outcome<AnovaIcc> {
  const table = anovaTable(cluster, y);
  if (!table.ok) return table;
  const { msb, msw, n0 } = table.value;
  const spread = msb + (n0 - 1) * msw;
  if (!(spread > 0)) return noValue("no-variance");
  const rawIcc = (msb - msw) / spread;
  return value({ ...table.value, icc: Math.max(0, rawIcc), rawIcc });
}

/** The one-way analysis of variance behind the ICCs; same refusals as `anovaIcc`, but for `no-variance`. */
function anovaTable<Key>(cluster: readonly Key[], y: readonly number[]): Outcome<AnovaTable> {
  const grouped = groupByCluster(cluster, y);
  if (!grouped.ok) return grouped;
  const { groups, n, mean } = grouped.value;
  const k = groups.length;
  if (k < 2) return noValue("too-few-companies", { companies: k });
  if (n === k) return noValue("too-few", { n });
  let between = 0;
  let within = 0;
  let squares = 0;
  for (const group of groups) {
    const middle = group.sum / group.values.length;
    between += group.values.length * (middle - mean) ** 2;
    for (const one of group.values) within += (one - middle) ** 2;
    squares += group.values.length ** 2;
  }
  return value({
    clusters: k,
    n,
    msb: between / (k - 1),
    msw: within / (n - k),
    n0: (n - squares / n) / (k - 1),
  });
}
