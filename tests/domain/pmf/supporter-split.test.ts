import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type SplitPerson, supporterSplit } from "~/domain/pmf/supporter-split";
import { valued } from "../../support/valued";

let next = 0;
const person = (
  answer: SplitPerson["answer"],
  benefits: SplitPerson["benefits"],
  wishes: SplitPerson["wishes"] = null,
  persona = "shop",
): SplitPerson => {
  next += 1;
  return { id: `p${next}`, company: `c${next}`, answer, benefits, wishes, persona };
};

describe("Superhuman's split", () => {
  const people = [
    ...Array.from({ length: 5 }, () => person("very", ["speed"], ["phone"])),
    person("very", ["speed", "order"], ["phone", "price"]),
    person("very", null, ["price"]),
    ...Array.from({ length: 3 }, () => person("somewhat", ["speed"], ["search"])),
    person("somewhat", ["speed"], null),
    person("somewhat", ["order"], ["price"]),
    person("somewhat", null),
    person("not", ["speed"], ["everything"]),
    // Nobody of this kind is very disappointed, so that the whole kind is left aside.
    person("somewhat", ["speed"], ["fax"], "school"),
    person("not", ["order"], ["fax"], "school"),
  ];

  test("names the lovers' benefit, who can be won by it, and the two halves of the roadmap", () => {
    const split = valued(supporterSplit(people));
    expect(split).toMatchObject({
      personas: ["shop"],
      overall: { very: 7, n: 16 },
      kept: { very: 7, n: 14 },
      lovers: { n: 7, known: 6, companies: 7 },
      main: "speed",
      tied: [],
      somewhat: { n: 6, known: 5 },
      convertible: { k: 4, n: 5, companies: 4 },
      ifAllWon: { very: 11, n: 14 },
    });
    const told = (rows: typeof split.benefits) => rows.map(({ name, k, n }) => [name, k, n]);
    expect(told(split.benefits)).toEqual([
      ["speed", 6, 6],
      ["order", 1, 6],
    ]);
    expect(told(split.doubleDown)).toEqual([
      ["phone", 6, 7],
      ["price", 2, 7],
    ]);
    // The one who can be won and wrote no wish is not counted among those who were asked.
    expect(told(split.holdsBack)).toEqual([["search", 3, 3]]);
    expect(split.convertible.interval.ok).toBe(true);
    expect(split.holdsBack[0]?.interval).toMatchObject({ ok: false, reason: "too-few" });
  });

  test("says where two benefits are named as often, and where there is nothing to split", () => {
    const tied = valued(supporterSplit([person("very", ["speed"]), person("very", ["focus"])]));
    expect([tied.main, tied.tied]).toEqual(["focus", ["speed"]]);
    expect(supporterSplit([])).toMatchObject({ reason: "no-data" });
    expect(supporterSplit([person("not", ["speed"])])).toMatchObject({ reason: "zero-denominator" });
    expect(supporterSplit([person("very", null)])).toMatchObject({ reason: "too-few" });
    // Read, and nothing found in it.
    expect(supporterSplit([person("very", [])])).toMatchObject({ reason: "too-few" });
  });

  test("one company of many people gives no interval", () => {
    const colleagues = people.map((one) => ({ ...one, company: "same" }));
    expect(valued(supporterSplit(colleagues)).convertible.interval).toMatchObject({
      reason: "too-few-companies",
    });
  });

  test("winning everybody who can be won never leaves the range, whatever people say", () => {
    const names = fc.option(fc.uniqueArray(fc.constantFrom("a", "b", "c"), { maxLength: 3 }));
    const anyone = fc.record({
      id: fc.uuid(),
      company: fc.constantFrom("x", "y", "z"),
      answer: fc.constantFrom("very" as const, "somewhat" as const, "not" as const),
      persona: fc.constantFrom("shop", "school"),
      benefits: names,
      wishes: names,
    });
    fc.assert(
      fc.property(fc.array(anyone), (given) => {
        const split = supporterSplit(given);
        if (!split.ok) return;
        const { overall, kept, ifAllWon, somewhat, convertible, benefits, main } = split.value;
        expect(kept.very / kept.n).toBeGreaterThanOrEqual(overall.very / overall.n);
        expect(ifAllWon.very).toBeLessThanOrEqual(ifAllWon.n);
        expect(convertible.k).toBeLessThanOrEqual(somewhat.known);
        expect(somewhat.known).toBeLessThanOrEqual(somewhat.n);
        expect(benefits[0]?.name).toBe(main);
        expect(Math.max(...benefits.map(({ k }) => k))).toBe(benefits[0]?.k);
      }),
    );
  });
});
