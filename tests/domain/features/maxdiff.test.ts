import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maxdiffClosedForm } from "~/domain/features/maxdiff-closed-form";
import { maxdiffCounts } from "~/domain/features/maxdiff-counts";
import { maxdiffDesign } from "~/domain/features/maxdiff-design";
import { maxdiffLogit } from "~/domain/features/maxdiff-logit";
import type { MaxdiffTask } from "~/domain/features/maxdiff-task";

const task = (items: string, best: string, worst: string): MaxdiffTask<string> => ({
  items: [...items],
  best,
  worst,
});

describe("best-worst counts", () => {
  it("leaves out impossible answers and has no score for an item never shown", () => {
    const counts = maxdiffCounts(
      [task("abc", "a", "c"), task("abc", "b", "b"), task("abc", "a", "d"), task("bcd", "b", "d")],
      ["a", "b", "c", "d", "e"],
    );
    expect(counts.map(({ best, worst, shown }) => [best, worst, shown])).toEqual([
      [1, 0, 1],
      [1, 0, 2],
      [0, 1, 2],
      [0, 1, 1],
      [0, 0, 0],
    ]);
    expect(counts[4]?.score).toEqual({ ok: false, reason: "no-data" });
  });
});

describe("closed-form utilities", () => {
  it("are ln((shown + best − worst)/(shown − best + worst)), shares adding up to 1", () => {
    const result = maxdiffClosedForm([
      { shown: 10, best: 6, worst: 1 },
      { shown: 10, best: 2, worst: 2 },
      { shown: 10, best: 1, worst: 6 },
    ]);
    if (!result.ok) throw new Error(result.reason);
    expect(result.value.utilities[0]).toBeCloseTo(Math.log(15 / 5), 12);
    expect(result.value.utilities[1]).toBe(0);
    expect(result.value.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it("have no value when an item wins every time or was never shown", () => {
    expect(maxdiffClosedForm([{ shown: 4, best: 4, worst: 0 }])).toMatchObject({ reason: "out-of-range" });
    expect(maxdiffClosedForm([{ shown: 0, best: 0, worst: 0 }])).toMatchObject({ reason: "out-of-range" });
    expect(maxdiffClosedForm([])).toEqual({ ok: false, reason: "no-data" });
  });
});

describe("logit of best-worst answers", () => {
  it("has the exact solution of two items: the log-odds of being preferred", () => {
    const tasks = [...Array(15).fill(task("ab", "a", "b")), ...Array(5).fill(task("ab", "b", "a"))];
    const result = maxdiffLogit(tasks, ["a", "b"], "b");
    if (!result.ok) throw new Error(result.reason);
    const { utilities, standardErrors, logLikelihood, shares } = result.value;
    // best and worst of a pair are one choice counted twice: 40 choices, 30 for a
    expect(utilities[0]).toBeCloseTo(Math.log(3), 9);
    expect(utilities[1]).toBe(0);
    expect(standardErrors[0]).toBeCloseTo(Math.sqrt(1 / 30 + 1 / 10), 9);
    expect(standardErrors[1]).toBe(0);
    expect(logLikelihood).toBeCloseTo(30 * Math.log(0.75) + 10 * Math.log(0.25), 9);
    expect(shares[0]).toBeCloseTo(0.75, 9);
  });

  it("does not depend on the reference item but for the zero", () => {
    const tasks = [
      task("abc", "a", "c"),
      task("abc", "b", "a"),
      task("abc", "c", "b"),
      task("abc", "a", "b"),
      task("abc", "a", "c"),
    ];
    const byA = maxdiffLogit(tasks, ["a", "b", "c"], "a");
    const byC = maxdiffLogit(tasks, ["a", "b", "c"], "c");
    if (!byA.ok || !byC.ok) throw new Error("no estimate");
    expect(byA.value.logLikelihood).toBeCloseTo(byC.value.logLikelihood, 9);
    byA.value.shares.forEach((share, item) => {
      expect(share).toBeCloseTo(byC.value.shares[item]!, 9);
    });
  });

  it("says so when answers separate perfectly, when there are none, or the reference is unknown", () => {
    const unanimous = Array(6).fill(task("abc", "a", "c"));
    expect(maxdiffLogit(unanimous, ["a", "b", "c"], "b")).toEqual({ ok: false, reason: "did-not-converge" });
    expect(maxdiffLogit<string>([], ["a", "b"], "a")).toEqual({ ok: false, reason: "no-data" });
    expect(maxdiffLogit([task("ab", "a", "b")], ["a", "b"], "z")).toEqual({
      ok: false,
      reason: "out-of-range",
    });
  });
});

describe("best-worst design", () => {
  it("shows each item at least as often as asked and at most once more, never twice in a task", () => {
    const settings = fc.record({
      items: fc.integer({ min: 4, max: 20 }),
      minimumShown: fc.integer({ min: 1, max: 4 }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(settings, (options) => {
        const design = maxdiffDesign(options);
        if (!design.ok) return false;
        const shown = Array.from(
          { length: options.items },
          (_, item) => design.value.filter((items) => items.includes(item)).length,
        );
        expect(Math.min(...shown)).toBeGreaterThanOrEqual(options.minimumShown);
        expect(Math.max(...shown) - Math.min(...shown)).toBeLessThanOrEqual(1);
        return design.value.every((items) => new Set(items).size === 4);
      }),
      { numRuns: 40 },
    );
  });

  it("lets nearly all 21 pairs of seven items meet in seven tasks of three", () => {
    const design = maxdiffDesign({ items: 7, perTask: 3, seed: 11 });
    if (!design.ok) throw new Error(design.reason);
    const pairs = design.value.flatMap((items) =>
      items.flatMap((item) => items.filter((other) => other > item).map((other) => `${item}-${other}`)),
    );
    expect(design.value).toHaveLength(7);
    expect(new Set(pairs).size).toBeGreaterThanOrEqual(18);
  });

  it("is the same for the same seed and another for another", () => {
    const draw = (seed: number) => maxdiffDesign({ items: 9, seed });
    expect(draw(5)).toEqual(draw(5));
    expect(draw(5)).not.toEqual(draw(6));
  });

  it("needs as many items as a task shows", () => {
    expect(maxdiffDesign({ items: 3, seed: 1 })).toMatchObject({ ok: false, reason: "out-of-range" });
  });
});
