import { describe, expect, test } from "vitest";
import { compareVendors } from "~/domain/competitors/compare";
import type { Support } from "~/domain/competitors/matrix-cell";
import { overridesFromForm } from "~/domain/competitors/override-form";
import { valued } from "../../support/valued";

type Cells = Record<string, readonly (readonly [Support, number] | null)[]>;
const features = [
  { id: "f1", need: "functions", asked: null },
  { id: "f2", need: "price", asked: null },
  { id: "f3", need: "functions", asked: null },
] as const;

const compared = (cells: Cells, weights: number[]) =>
  compareVendors({
    ...{ features, vendors: Object.keys(cells), weights, seed: 7 },
    cellOf: (id, vendor) => {
      const cell = cells[vendor]?.[features.findIndex((feature) => feature.id === id)];
      return cell ? { support: cell[0], quality: cell[1] } : undefined;
    },
  });

describe("vendors compared for one role", () => {
  // By hand: us (5·0.8 + 3·0.4 + 2·0) / 10 = 0.52; rival (5·0.3 + 3·1 + 2·1) / 10 = 0.65.
  const cells: Cells = {
    us: [
      ["yes", 4],
      ["yes", 2],
      ["no", 1],
    ],
    rival: [
      ["partial", 3],
      ["yes", 5],
      ["yes", 5],
    ],
  };

  test("score as worked out by hand", () => {
    const { weighted, complete, topsis } = compared(cells, [5, 3, 2]);
    const { scores, rank } = valued(weighted);
    expect(scores.map(({ score }) => valued(score))).toEqual([
      expect.closeTo(0.52, 12),
      expect.closeTo(0.65, 12),
    ]);
    expect(rank).toEqual(["rival", "us"]);
    expect(complete).toBe(3);
    // Columns of length 1, weighted .5 .3 .2; with two vendors each is the ideal where it is better.
    const gaps = [(0.5 * 0.5) / Math.hypot(0.8, 0.3), (0.3 * 0.6) / Math.hypot(0.4, 1), 0.2] as const;
    const [toOurs, toTheirs] = [Math.hypot(gaps[1], gaps[2]), gaps[0]];
    expect(valued(topsis)[0]).toBeCloseTo(toTheirs / (toOurs + toTheirs), 12);
  });

  test("AHP compares the needs: functions weigh 7, price 3", () => {
    // Functions: means 0.4 and 0.65; price: 0.4 and 1.
    const ours = 0.7 * (0.4 / 1.05) + 0.3 * (0.4 / 1.4);
    expect(valued(compared(cells, [5, 3, 2]).ahp)[0]).toBeCloseTo(ours, 9);
  });

  test("a heavier need turns the order, and the shaken weights say how sure it is", () => {
    expect(valued(compared(cells, [9, 1, 1]).weighted).rank[0]).toBe("us");
    const stability = valued(compared(cells, [5, 3, 2]).stability);
    expect(stability.firstShare.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(compared(cells, [5, 3, 2])).toEqual(compared(cells, [5, 3, 2]));
  });

  test("unknown cells lower what is known and are no zero", () => {
    const { weighted, complete } = compared(
      { us: [["yes", 5], null, null], rival: [["yes", 5], ["no", 1], null] },
      [5, 3, 2],
    );
    expect(valued(weighted).scores[0]).toMatchObject({ score: { value: 1 }, coverage: 0.5 });
    expect(complete).toBe(1);
  });

  test("without weights or with nothing known there is no figure, and a reason", () => {
    const { weighted, topsis, ahp, stability, standings } = compared(cells, [0, 0, 0]);
    for (const outcome of [weighted, topsis, ahp, stability]) expect(outcome).toMatchObject({ ok: false });
    expect(standings).toEqual([]);
  });

  test.each([
    [["yes", 3], ["yes", 4], 5, "gap"],
    [["yes", 3], ["yes", 4], 1, "behind"],
    [["yes", 5], ["yes", 4], 5, "ahead"],
    [["yes", 5], ["yes", 4], 1, "over-served"],
    [["yes", 4], ["yes", 4], 5, "parity"],
    [["yes", 1], ["no", 1], 1, "unique"],
    [null, ["yes", 4], 5, "unknown"],
    [["yes", 4], null, 5, "unknown"],
  ] as const)("ours %j, theirs %j, weight %d of 3 on average: %s", (ours, theirs, weight, kind) => {
    const result = compared({ us: [ours], rival: [theirs] }, [weight, 6 - weight, 0]);
    expect(result.standings[0]?.kind).toBe(kind);
  });
});

test("weights by hand are numbers from 0 to 5; empty ones are the survey's", () => {
  const form = new FormData();
  form.set("weight.a", " ３.5 ");
  form.set("weight.b", "");
  form.set("weight.c", "0");
  form.set("role", "user");
  expect(overridesFromForm(form)).toEqual({ a: 3.5, c: 0 });
  for (const typed of ["6", "-1", "much", "5.1"]) {
    form.set("weight.a", typed);
    expect(overridesFromForm(form)).toBeNull();
  }
});
