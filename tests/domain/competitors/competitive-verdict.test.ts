import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChainRole } from "~/domain/chain/role";
import { compareVendors } from "~/domain/competitors/compare";
import { competitiveVerdict } from "~/domain/competitors/competitive-verdict";
import { sameSampleDifference } from "~/domain/stats/same-sample-difference";
import { wilsonInterval } from "~/domain/stats/wilson-interval";
import { valued } from "../../support/valued";

const shareOf = (count: number, n: number, withInterval = true) => ({
  ...{ count, n, share: count / n },
  interval: withInterval ? valued(wilsonInterval(count, n)) : null,
});

/** One feature, its quality by vendor; null is unknown. */
const comparisonOf = (qualities: Record<string, number | null>) =>
  compareVendors({
    features: [{ id: "f", need: null, asked: null }],
    ...{ vendors: Object.keys(qualities), weights: [1], seed: 1, draws: 50 },
    cellOf: (_, vendor) => {
      const quality = qualities[vendor];
      return quality ? { support: "yes", quality } : undefined;
    },
  });
const even = comparisonOf({ us: 3, a: 3 });

const judged = (
  wins: Record<string, number>,
  { n = 100, enough = true, comparison = even, role = "decider" as ChainRole } = {},
) => {
  const shares = Object.entries(wins).map(([key, count]) => [key, shareOf(count, n, enough)] as const);
  return { role, comparison, wins: Object.fromEntries(shares) };
};
const resultOf = (...given: Parameters<typeof judged>) => competitiveVerdict([judged(...given)]).roles[0]!;

describe("the lead among answers of the same people", () => {
  test("for many answers it is the textbook interval, d ± 1.96·√((p₁ + p₂ − d²) / n)", () => {
    const n = 20_000;
    const { difference, interval } = sameSampleDifference(
      shareOf(9000, n) as never,
      shareOf(6000, n) as never,
    );
    const half = 1.959964 * Math.sqrt((0.45 + 0.3 - 0.15 ** 2) / n);
    expect(difference).toBeCloseTo(0.15, 12);
    expect(interval[0]).toBeCloseTo(0.15 - half, 4);
    expect(interval[1]).toBeCloseTo(0.15 + half, 4);
  });

  test("holds the difference, stays within −1 … 1, and turns its sign with the sides", () => {
    const counts = fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.nat(60), fc.nat(60))
      .map(([n, a, b]) => ({ n, a: a % (n + 1), b: b % (n + 1) }))
      .filter(({ n, a, b }) => a + b <= n);
    fc.assert(
      fc.property(counts, ({ n, a, b }) => {
        const [one, two] = [shareOf(a, n), shareOf(b, n)] as never as [never, never];
        const there = sameSampleDifference(one, two);
        const back = sameSampleDifference(two, one);
        expect(there.interval[0]).toBeGreaterThanOrEqual(-1);
        expect(there.interval[1]).toBeLessThanOrEqual(1);
        expect(there.interval[0]).toBeLessThanOrEqual(there.difference + 1e-12);
        expect(there.interval[1]).toBeGreaterThanOrEqual(there.difference - 1e-12);
        expect(back.interval[0]).toBeCloseTo(-there.interval[1], 12);
      }),
    );
  });
});

describe("one role", () => {
  test("is won by leading every other, lost to the one chosen most, even between", () => {
    expect(resultOf({ us: 60, a: 20, "status-quo": 10 })).toMatchObject({
      ...{ result: "win", restsOn: "choice" },
      choice: { rival: "a", difference: expect.closeTo(0.4, 12) },
    });
    expect(resultOf({ us: 20, a: 60, b: 10 }).result).toBe("lose");
    expect(resultOf({ us: 42, a: 38 }).result).toBe("tie");
    // Leading every product is not enough while people would rather keep what they have.
    expect(resultOf({ us: 25, a: 5, "status-quo": 60 })).toMatchObject({
      result: "lose",
      choice: { rival: "status-quo" },
    });
  });

  test("without enough answers the matrix judges, and equal scores are no win", () => {
    const few = { n: 4, enough: false };
    const ahead = comparisonOf({ us: 5, a: 2 });
    expect(resultOf({ us: 1, a: 3 }, { ...few, comparison: ahead })).toMatchObject({
      ...{ result: "win", restsOn: "matrix", contradicted: false },
      matrix: { rival: "a", ours: 1, theirs: 0.4, first: 1, known: 1 },
    });
    expect(resultOf({ us: 1, a: 3 }, { ...few, comparison: even }).result).toBe("tie");
    const behind = comparisonOf({ us: 1, a: 4 });
    expect(resultOf({ us: 1, a: 3 }, { ...few, comparison: behind }).result).toBe("lose");
    const unseen = comparisonOf({ us: 5, a: null });
    expect(resultOf({ us: 1, a: 3 }, { ...few, comparison: unseen })).toMatchObject({
      ...{ result: "unknown", restsOn: null, matrix: null },
    });
  });

  test("says when the matrix points the other way", () => {
    const behind = comparisonOf({ us: 1, a: 4 });
    expect(resultOf({ us: 60, a: 20 }, { comparison: behind })).toMatchObject({
      ...{ result: "win", restsOn: "choice", contradicted: true },
    });
  });

  test("too little of the weight known is not judged", () => {
    const comparison = compareVendors({
      features: ["f", "g"].map((id) => ({ id, need: null, asked: null })),
      ...{ vendors: ["us", "a"], weights: [1, 2], seed: 1, draws: 50 },
      cellOf: (id, vendor) => (id === "f" || vendor === "us" ? { support: "yes", quality: 4 } : undefined),
    });
    expect(resultOf({ us: 1, a: 3 }, { n: 4, enough: false, comparison })).toMatchObject({
      ...{ result: "unknown", matrix: { result: "unknown", known: expect.closeTo(1 / 3, 12) } },
    });
  });
});

describe("all roles together", () => {
  const won = { us: 60, a: 20 };
  const lost = { us: 20, a: 60 };
  const tied = { us: 40, a: 40 };
  const all = (given: Partial<Record<ChainRole, Record<string, number>>>) =>
    competitiveVerdict(Object.entries(given).map(([role, wins]) => judged(wins, { role: role as ChainRole })))
      .result;
  test.each([
    [{ decider: won, user: won }, "win"],
    [{ decider: won, user: tied }, "win"],
    [{ user: won, requester: tied }, "win"],
    [{ decider: tied, user: won }, "tie"],
    [{ decider: won, user: lost }, "tie"],
    [{ decider: lost, user: won }, "lose"],
    [{ decider: tied, user: lost }, "lose"],
    [{}, "unknown"],
  ] as const)("%#: %o is %s", (given, result) => {
    expect(all(given)).toBe(result);
  });
});
