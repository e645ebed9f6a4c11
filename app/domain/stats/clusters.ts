import { noValue, type Outcome, value } from "../outcome";

/** The answers of one company. */
export type Cluster<Key> = { key: Key; values: number[]; sum: number };
export type Clustered<Key> = { groups: Cluster<Key>[]; n: number; mean: number };

/**
 * Answers `y[i]` gathered by their company `cluster[i]`, companies in order of first appearance.
 * No value when the lists differ in length, are empty, or hold a number that is not finite.
 */
export function groupByCluster<Key>(cluster: readonly Key[], y: readonly number[]): Outcome<Clustered<Key>> {
  if (cluster.length !== y.length) return noValue("lengths-differ");
  if (y.length === 0) return noValue("no-data");
  if (!y.every(Number.isFinite)) return noValue("out-of-range");
  const byKey = new Map<Key, Cluster<Key>>();
  let sum = 0;
  y.forEach((one, index) => {
    const key = cluster[index]!;
    const group = byKey.get(key) ?? { key, values: [], sum: 0 };
    byKey.set(key, group);
    group.values.push(one);
    group.sum += one;
    sum += one;
  });
  return value({ groups: [...byKey.values()], n: y.length, mean: sum / y.length });
}

/** What a company's answers add up to: how many there are, and their sum (of 0 and 1: how many are 1). */
export type ClusterTotal = { n: number; sum: number };
