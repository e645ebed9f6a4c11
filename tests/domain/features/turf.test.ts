import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { turf } from "~/domain/features/turf";

const anyWishes = fc.integer({ min: 2, max: 7 }).chain((items) =>
  fc.array(fc.array(fc.constantFrom(0, 1), { minLength: items, maxLength: items }), {
    minLength: 1,
    maxLength: 70,
  }),
);

describe("TURF", () => {
  it("lists every combination that ties and takes the earliest", () => {
    const result = turf(
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      2,
    );
    expect(result).toEqual({
      ok: true,
      value: {
        best: [0, 1],
        reach: 2 / 3,
        frequency: 2,
        ties: [
          [0, 1],
          [0, 2],
          [1, 2],
        ],
      },
    });
  });

  it("agrees with counting by hand over any wishes of more than one machine word", () => {
    fc.assert(
      fc.property(anyWishes, (wishes) => {
        const result = turf(wishes, 2);
        if (!result.ok) return false;
        const items = wishes[0]!.length;
        let reached = 0;
        for (let left = 0; left < items; left += 1)
          for (let right = left + 1; right < items; right += 1)
            reached = Math.max(reached, wishes.filter((row) => row[left] || row[right]).length);
        return result.value.reach === reached / wishes.length;
      }),
    );
  });

  it("never reaches fewer with more items", () => {
    fc.assert(
      fc.property(anyWishes, (wishes) => {
        const one = turf(wishes, 1);
        const two = turf(wishes, 2);
        return one.ok && two.ok && two.value.reach >= one.value.reach && two.value.reach <= 1;
      }),
    );
  });

  it("refuses what it cannot search", () => {
    expect(turf([], 1)).toEqual({ ok: false, reason: "no-data" });
    expect(turf([[1, 0], [1]], 1)).toEqual({ ok: false, reason: "lengths-differ" });
    expect(turf([[1, 0, 1]], 4)).toEqual({ ok: false, reason: "out-of-range" });
    expect(turf([Array(8).fill(1)], 6)).toEqual({ ok: false, reason: "out-of-range" });
    expect(turf([Array(80).fill(1)], 5)).toMatchObject({ ok: false, reason: "too-large" });
  });
});
