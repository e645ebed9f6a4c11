import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { priceCurves } from "~/domain/price/price-curves";
import { vanWestendorp } from "~/domain/price/van-westendorp";
import { anyPriceAnswers } from "./any-price-answers";

const answer = (tooCheap: number | null, cheap: number, expensive: number, tooExpensive: number) => ({
  tooCheap,
  cheap,
  expensive,
  tooExpensive,
});

describe("price sensitivity meter", () => {
  it("counts only answers whose four prices rise strictly", () => {
    const result = vanWestendorp([
      answer(1, 2, 3, 4),
      answer(2, 2, 3, 4),
      answer(1, 2, 4, 3),
      answer(null, 2, 3, 4),
      answer(-1, 2, 3, 4),
      answer(1, 2, 3, Number.POSITIVE_INFINITY),
    ]);
    expect(result).toMatchObject({ ok: true, value: { validN: 1, invalidN: 5 } });
  });

  it("interpolates where the straight lines between observed prices cross", () => {
    // expensive − cheap is −2 at 20, −1 at 30, 1 at 40: it is 0 halfway between 30 and 40
    const answers = [answer(10, 30, 40, 60), answer(20, 40, 50, 70)];
    const interpolated = vanWestendorp(answers);
    expect(interpolated).toMatchObject({ value: { interpolated: true, idp: { at: 35, to: 35 } } });
    const observed = vanWestendorp(answers, { interpolate: false });
    expect(observed).toMatchObject({ value: { interpolated: false, idp: { at: 40, to: 40 } } });
  });

  it("reports the optimal price as an interval where both curves lie on zero", () => {
    const answers = [answer(10, 20, 50, 80), answer(15, 30, 60, 90)];
    // nobody finds 15 … 80 too cheap or too expensive
    expect(vanWestendorp(answers, { interpolate: false })).toMatchObject({
      value: { opp: { at: 15, to: 80 } },
    });
    expect(vanWestendorp(answers)).toMatchObject({ value: { opp: { at: 15, to: 60 } } });
  });

  it("interpolates below thirty valid answers only", () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      answer(10 + index, 50 + index, 90 + index, 130 + index),
    );
    expect(vanWestendorp(many)).toMatchObject({ value: { interpolated: false } });
    expect(vanWestendorp(many.slice(1))).toMatchObject({ value: { interpolated: true } });
  });

  it("has no value without a valid answer", () => {
    expect(vanWestendorp([])).toEqual({ ok: false, reason: "no-data" });
    expect(vanWestendorp([answer(4, 3, 2, 1)])).toMatchObject({ ok: false, reason: "not-consistent" });
  });

  it("has monotone curves, and a range whose lower end is not above its upper end", () => {
    fc.assert(
      fc.property(anyPriceAnswers, fc.boolean(), (answers, interpolate) => {
        const result = vanWestendorp(answers, { interpolate });
        if (!result.ok) return false;
        const { curves, pmc, pme, opp, idp, narrow } = result.value;
        curves.slice(1).forEach((point, index) => {
          const previous = curves[index]!;
          expect(point.tooCheap).toBeLessThanOrEqual(previous.tooCheap);
          expect(point.cheap).toBeLessThanOrEqual(previous.cheap);
          expect(point.notCheap).toBeGreaterThanOrEqual(previous.notCheap);
          expect(point.expensive).toBeGreaterThanOrEqual(previous.expensive);
          expect(point.notExpensive).toBeLessThanOrEqual(previous.notExpensive);
          expect(point.tooExpensive).toBeGreaterThanOrEqual(previous.tooExpensive);
        });
        for (const crossing of [pmc, pme, idp, opp, narrow.lower, narrow.upper]) {
          expect(crossing.at).toBeGreaterThanOrEqual(curves[0]!.price);
          expect(crossing.to).toBeLessThanOrEqual(curves.at(-1)!.price);
          expect(crossing.to).toBeGreaterThanOrEqual(crossing.at);
        }
        expect(narrow.lower.at).toBeLessThanOrEqual(narrow.upper.at);
        return pmc.at <= pme.at;
      }),
    );
  });

  it("does not depend on the order of the answers", () => {
    fc.assert(
      fc.property(anyPriceAnswers, (answers) => {
        expect(vanWestendorp([...answers].reverse())).toEqual(vanWestendorp(answers));
      }),
    );
  });

  it("puts everybody on one side or the other of each question at every price", () => {
    fc.assert(
      fc.property(anyPriceAnswers, (answers) =>
        priceCurves(answers).every(
          (point) =>
            point.cheap + point.notCheap === answers.length &&
            point.expensive + point.notExpensive === answers.length,
        ),
      ),
    );
  });
});
