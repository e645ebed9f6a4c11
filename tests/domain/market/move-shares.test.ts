import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MarketModel } from "~/domain/market/market-model";
import { marketMove, type SeenMarket } from "~/domain/market/market-move";
import { moveShares, shapleyShares } from "~/domain/market/move-shares";
import { sampleModel } from "~/domain/market/sample-model";
import { sizeMarket } from "~/domain/market/size-market";
import { valued } from "../../support/valued";

/** Every order of some players, without the shortcuts of the function under test. */
const orders = (players: number[]): number[][] =>
  players.length === 0
    ? [[]]
    : players.flatMap((first) =>
        orders(players.filter((one) => one !== first)).map((rest) => [first, ...rest]),
      );

describe("Shapley's shares", () => {
  test("are the published ones of the glove game: one left glove against two right ones", () => {
    // Players 0 and 1 own a right glove, player 2 the left one; a pair is worth 1 (Shapley values 1/6, 1/6, 4/6).
    const pairs = (members: ReadonlySet<number>) => (members.has(2) && members.size > 1 ? 1 : 0);
    const shares = shapleyShares(3, pairs, 1);
    for (const [index, share] of [1 / 6, 1 / 6, 4 / 6].entries())
      expect(shares[index]).toBeCloseTo(share, 12);
  });

  test("sum to the whole, give nothing to who adds nothing, and for few are the mean over all orders", () => {
    const games = fc.record({
      factors: fc.array(fc.double({ min: 0.2, max: 3, noNaN: true }), { minLength: 1, maxLength: 7 }),
      seed: fc.nat(1e6),
    });
    fc.assert(
      fc.property(games, ({ factors, seed }) => {
        // A product, as a market is; the last player changes nothing.
        const worth = (members: ReadonlySet<number>) =>
          factors.reduce((product, factor, index) => product * (members.has(index) ? factor : 1), 1);
        const n = factors.length + 1;
        const shares = shapleyShares(n, worth, seed);
        const sum = shares.reduce((total, share) => total + share, 0);
        expect(sum).toBeCloseTo(worth(new Set(shares.keys())) - 1, 9);
        expect(shares.at(-1)).toBeCloseTo(0, 12);
        if (n > 4) return;
        const every = orders([...shares.keys()]);
        shares.forEach((share, player) => {
          const added = every.map((order) => {
            const before = order.slice(0, order.indexOf(player));
            return worth(new Set([...before, player])) - worth(new Set(before));
          });
          expect(share).toBeCloseTo(added.reduce((total, one) => total + one, 0) / every.length, 9);
        });
      }),
    );
  });

  test("of interactions between two are exact however many players there are", () => {
    const worth = (members: ReadonlySet<number>) => {
      const all = [...members];
      return all.reduce((sum, one) => sum + one, 0) + (members.has(1) && members.has(5) ? 10 : 0);
    };
    const shares = shapleyShares(6, worth, 3);
    expect(shares.map((share) => Math.round(share * 1e9) / 1e9)).toEqual([0, 6, 2, 3, 4, 10]);
  });
});

describe("the move of a market", () => {
  const seen = (model: MarketModel): SeenMarket => ({
    ...{ revision: 1, responses: 9, model, tied: [] },
    ranges: valued(sizeMarket(model, 7)).ranges,
  });
  const before = sampleModel("en");
  const sumOf = ({ causes, segments, years }: ReturnType<typeof marketMove>) =>
    causes.reduce((sum, { effect }) => sum + effect, 0) + (segments ?? 0) + (years ?? 0);

  test("is shared out to the last yuan: inputs, segments that came and went, and the year", () => {
    const now = structuredClone(before);
    now.segments[1]!.fit.likely = now.segments[1]!.fit.high;
    now.segments[2]!.win.low = now.segments[2]!.win.likely;
    now.segments[2]!.arpa.high *= 2;
    const [gone] = now.segments.splice(0, 1);
    now.segments.push({ ...structuredClone(gone!), name: "Another" });
    now.years += 1;
    const move = marketMove(seen(before), seen(now), 7);
    expect(move.causes.map(({ place, part }) => `${place}.${part}`).sort()).toEqual([
      "0.fit",
      "1.arpa",
      "1.win",
    ]);
    expect(sumOf(move)).toBeCloseTo(move.to.p50 - move.from.p50, 4);
    expect(move).toMatchObject({ from: seen(before).ranges.later, to: seen(now).ranges.later });
  });

  test("is nothing where nothing moved, and leaves the draws of all others as they are", () => {
    expect(moveShares(before, before, { changed: [], segments: false, years: false, seed: 7 })).toMatchObject(
      {
        ...{ changed: [], segments: 0, years: 0 },
      },
    );
    // A number that was exact gets a range around itself: the others keep their draws, so that P50 hardly moves.
    const now = structuredClone(before);
    const [first] = now.segments;
    first!.companies = { ...first!.companies, low: first!.companies.likely, high: first!.companies.likely };
    const loose = structuredClone(now);
    loose.segments[0]!.companies.low *= 0.9999;
    loose.segments[0]!.companies.high *= 1.0001;
    const move = marketMove(seen(now), seen(loose), 7);
    expect(Math.abs(move.to.p50 / move.from.p50 - 1)).toBeLessThan(1e-4);
  });
});
