import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { demandFromLadder, gaborGranger } from "~/domain/price/gabor-granger";

describe("Gabor–Granger", () => {
  it("sorts the ladder, takes the lower of two equal revenues and only tested prices", () => {
    const result = gaborGranger([
      { price: 200, demand: 0.25 },
      { price: 50, demand: 0.5 },
      { price: 100, demand: 0.5 },
    ]);
    expect(result).toMatchObject({
      value: { curve: [{ price: 50 }, { price: 100 }, { price: 200 }], best: { price: 100, revenue: 50 } },
    });
  });

  it("has elasticity 0 where demand stays and none where nobody buys", () => {
    const result = gaborGranger([
      { price: 10, demand: 0.5 },
      { price: 20, demand: 0.5 },
      { price: 30, demand: 0 },
      { price: 40, demand: 0 },
    ]);
    expect(result.ok && result.value.elasticities).toEqual([
      { ok: true, value: 0 },
      { ok: true, value: -5 },
      { ok: false, reason: "zero-denominator" },
    ]);
  });

  it("counts who accepts at least the price; 0 is nobody, null no answer", () => {
    expect(demandFromLadder([0, 100, 150, null, 100], [50, 100, 150, 200])).toEqual({
      ok: true,
      value: [
        { price: 50, demand: 0.75 },
        { price: 100, demand: 0.75 },
        { price: 150, demand: 0.25 },
        { price: 200, demand: 0 },
      ],
    });
    expect(demandFromLadder([null], [50])).toEqual({ ok: false, reason: "no-data" });
  });

  it("never has more demand at a higher price", () => {
    const prices = [10, 20, 30, 40, 50];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, ...prices), { minLength: 1 }), (accepted) => {
        const demand = demandFromLadder(accepted, prices);
        return (
          demand.ok &&
          demand.value.every((point, step) => step === 0 || point.demand <= demand.value[step - 1]!.demand)
        );
      }),
    );
  });

  it("refuses no points, a price asked twice, and shares that are none", () => {
    expect(gaborGranger([])).toEqual({ ok: false, reason: "no-data" });
    const point = { price: 10, demand: 0.5 };
    expect(gaborGranger([point, point])).toEqual({ ok: false, reason: "out-of-range" });
    expect(gaborGranger([{ price: 10, demand: 1.5 }])).toEqual({ ok: false, reason: "out-of-range" });
    expect(gaborGranger([{ price: 0, demand: 0.5 }])).toEqual({ ok: false, reason: "out-of-range" });
  });
});
