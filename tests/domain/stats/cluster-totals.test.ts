import fc from "fast-check";
import { expect, test } from "vitest";
import type { Outcome } from "~/domain/outcome";
import { clusterRobustMean, clusterRobustMeanOfTotals } from "~/domain/stats/cluster-robust-mean";
import { clusteredWilsonInterval, clusteredWilsonOfTotals } from "~/domain/stats/clustered-wilson-interval";
import type { ClusterTotal } from "~/domain/stats/clusters";

const answers = (values: number) =>
  fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: values })), {
    minLength: 1,
    maxLength: 60,
  });

function totalsOf(given: readonly (readonly [number, number])[]): ClusterTotal[] {
  const totals = new Map<number, ClusterTotal>();
  for (const [company, answer] of given) {
    const known = totals.get(company) ?? { n: 0, sum: 0 };
    totals.set(company, { n: known.n + 1, sum: known.sum + answer });
  }
  return [...totals.values()];
}

/** Same figures to the last digits, or the same refusal. */
function expectAlike(one: Outcome<object>, other: Outcome<object>) {
  expect(one.ok).toBe(other.ok);
  if (!one.ok || !other.ok) return expect(one).toEqual(other);
  const figures = (of: object) => Object.values(of).flat() as number[];
  figures(one.value).forEach((figure, index) => {
    expect(figure).toBeCloseTo(figures(other.value)[index]!, 9);
  });
}

test("a share's interval is the same from totals as from answers", () => {
  fc.assert(
    fc.property(answers(1), (given) => {
      const [cluster, y] = [given.map(([company]) => company), given.map(([, answer]) => answer)];
      expectAlike(clusteredWilsonOfTotals(totalsOf(given)), clusteredWilsonInterval(cluster, y));
    }),
  );
  expect(clusteredWilsonOfTotals([])).toEqual({ ok: false, reason: "no-data" });
  expect(
    clusteredWilsonOfTotals([
      { n: 1, sum: 2 },
      { n: 1, sum: 0 },
    ]),
  ).toEqual({ ok: false, reason: "out-of-range" });
});

test("a mean's interval is the same from totals as from answers", () => {
  fc.assert(
    fc.property(answers(5), (given) => {
      const [cluster, y] = [given.map(([company]) => company), given.map(([, answer]) => answer)];
      expectAlike(clusterRobustMeanOfTotals(totalsOf(given)), clusterRobustMean(cluster, y));
    }),
  );
});
