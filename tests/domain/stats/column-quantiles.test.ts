import { quantileSorted } from "d3-array";
import fc from "fast-check";
import { expect, test } from "vitest";
import { columnQuantiles } from "~/domain/stats/column-quantiles";

test("quantiles found by selecting are those of the sorted column, which is left as it is", () => {
  const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 });
  const columns = fc.array(
    fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
    {
      ...{ minLength: 1, maxLength: 60 },
    },
  );
  fc.assert(
    fc.property(columns, chances, (given, asked) => {
      const column = Float64Array.from(given);
      const rising = asked.toSorted((a, b) => a - b);
      const sorted = [...given].sort((a, b) => a - b);
      const found = columnQuantiles(column, rising);
      rising.forEach((chance, index) => {
        const expected = quantileSorted(sorted, chance)!;
        if (Number.isFinite(expected)) expect(found[index]).toBeCloseTo(expected, 6);
      });
      expect([...column]).toEqual(given.map((one) => (Object.is(one, -0) ? -0 : one)));
    }),
  );
});
