import { expect, test } from "vitest";
import { readBass } from "~/domain/market/bass-form";
import { marketCounts } from "~/domain/market/market-counts";
import { valued } from "../../support/valued";

test("a typed curve has the published peak (BAS-01) and runs until nearly all have bought", () => {
  const read = readBass({ p: "0.0104177", q: "０.41861", m: "16,895" });
  if (read.kind !== "drawn") throw new Error(read.kind);
  const { peak, sales } = read.sketch;
  expect(valued(peak)).toMatchObject({
    time: expect.closeTo(8.60884604021, 8),
    sales: expect.closeTo(1857.20255409, 6),
    share: expect.closeTo(0.487556795108, 10),
  });
  expect(sales.indexOf(Math.max(...sales))).toBe(8);
  expect(sales.length).toBeGreaterThan(15);
  expect(sales.length).toBeLessThan(30);
});

test("what is no Bass model is told field by field; sales that only fall have no peak", () => {
  expect(readBass({ p: "", q: " ", m: "" })).toEqual({ kind: "empty" });
  expect(readBass({ p: "0", q: "1.2", m: "many" })).toEqual({ kind: "refused", fields: ["p", "q", "m"] });
  expect(readBass({ p: "0.01", q: "", m: "5" })).toEqual({ kind: "refused", fields: ["q"] });
  expect(readBass({ p: "0.4", q: "0.1", m: "100" })).toMatchObject({
    kind: "drawn",
    sketch: { peak: { ok: false } },
  });
});

test("companies with a likely number are counted by it, and it must lie in its range", () => {
  const counted = valued(
    marketCounts([
      { name: "a", count: [1, 2, 9] },
      { name: "b", count: 6 },
    ]),
  );
  expect(counted).toMatchObject({ low: 7, middle: 8, high: 15, shares: [{ share: 0.25 }, { share: 0.75 }] });
  expect(marketCounts([{ name: "a", count: [1, 10, 9] }])).toMatchObject({ ok: false });
});
