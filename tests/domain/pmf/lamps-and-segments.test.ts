import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakEvenLamp } from "~/domain/pmf/break-even-lamp";
import { type PmfAnswer, pmfScore } from "~/domain/pmf/pmf-score";
import { sequentialLook } from "~/domain/pmf/sequential-look";
import { keepSupporterPersonas, type SegmentAnswer, splitSomewhat } from "~/domain/pmf/superhuman-segments";
import { threeLamps } from "~/domain/pmf/three-lamps";
import { valued } from "../../support/valued";

const month = (revenue: number, externalFunding = 0) => ({
  revenue,
  variableCost: 30,
  fixedCost: 70,
  externalFunding,
});

describe("the break-even lamp", () => {
  test("needs the last months in a row; a loss starts the count again", () => {
    const steady = [month(90), month(100), month(120), month(130)];
    expect(valued(breakEvenLamp(steady))).toEqual({
      operatingResults: [-10, 0, 20, 30],
      selfSustainingMonths: 3,
      met: true,
      tooEarly: false,
    });
    const relapse = [month(120), month(120), month(120), month(90)];
    expect(valued(breakEvenLamp(relapse))).toMatchObject({ selfSustainingMonths: 0, met: false });
  });

  test("funding is not revenue", () => {
    expect(valued(breakEvenLamp([month(50, 500), month(50, 500), month(50, 500)])).met).toBe(false);
  });

  test("two good months are not yet three, and no month is no answer", () => {
    expect(valued(breakEvenLamp([month(120), month(120)]))).toMatchObject({ met: false, tooEarly: true });
    expect(valued(breakEvenLamp([month(120), month(120)], 2)).met).toBe(true);
    expect(valued(breakEvenLamp([month(90), month(120)]))).toMatchObject({ met: false, tooEarly: false });
    expect(breakEvenLamp([])).toMatchObject({ reason: "no-data" });
    expect(breakEvenLamp([month(Number.NaN)])).toMatchObject({ reason: "out-of-range" });
  });
});

describe("three lamps", () => {
  const rule = { threshold: 0.4, minUses: 2 };
  const users = (companies: number, given: Partial<PmfAnswer>): PmfAnswer[] =>
    Array.from({ length: companies }, (_, index) => ({
      company: `c${index}`,
      answer: "very" as const,
      uses: 4,
      ...given,
    }));
  const months = valued(breakEvenLamp([month(200), month(200), month(200)]));

  test("are lit apart", () => {
    const loyal = users(20, {});
    const lit = threeLamps(loyal, pmfScore(loyal, rule), { ok: true, value: months }, rule);
    expect(lit).toEqual({ frequency: "on", upset: "on", breakEven: "on" });
    const seldom = users(20, { uses: 0, answer: "not" });
    const unlit = threeLamps(
      seldom,
      pmfScore(users(20, { answer: "not" }), rule),
      breakEvenLamp([month(1)]),
      rule,
    );
    expect(unlit).toEqual({ frequency: "off", upset: "off", breakEven: "off" });
  });

  test("are dark without data and undecided with little", () => {
    const dark = { frequency: "dark", upset: "dark", breakEven: "dark" };
    expect(threeLamps([], pmfScore([], rule), breakEvenLamp([]), rule)).toEqual(dark);
    const four = users(4, {});
    expect(threeLamps(four, pmfScore(four, rule), breakEvenLamp([]), rule)).toEqual(dark);
    const unknown = users(20, { uses: null });
    expect(threeLamps(unknown, pmfScore(unknown, rule), breakEvenLamp([]), rule).frequency).toBe("dark");
    expect(threeLamps([], pmfScore([], rule), breakEvenLamp([month(120)]), rule).breakEven).toBe("undecided");
    const halves = [...users(5, {}), ...users(10, { uses: 0 }).slice(5)];
    expect(threeLamps(halves, pmfScore(halves, rule), breakEvenLamp([]), rule).frequency).toBe("undecided");
  });
});

describe("Superhuman's engine", () => {
  const given = (persona: string, answer: SegmentAnswer["answer"], mainBenefit: string) => ({
    persona,
    answer,
    mainBenefit,
  });
  const answers = [
    given("founder", "very", "speed"),
    given("founder", "somewhat", "focus"),
    given("manager", "very", "speed"),
    given("manager", "not", "speed"),
    given("manager", "somewhat", "speed"),
    given("engineer", "somewhat", "speed"),
    given("engineer", "not", "price"),
  ];

  test("keeps the personas of the very disappointed", () => {
    const kept = valued(keepSupporterPersonas(answers));
    expect(kept.keptPersonas).toEqual(["founder", "manager"]);
    expect(kept.segment).toHaveLength(5);
    expect(kept.overallScore).toBeCloseTo(2 / 7, 12);
    expect(kept.segmentScore).toBeCloseTo(2 / 5, 12);
    expect(keepSupporterPersonas([])).toMatchObject({ reason: "no-data" });
    expect(keepSupporterPersonas([given("a", "not", "b")])).toMatchObject({ reason: "zero-denominator" });
  });

  test("splits the somewhat disappointed of the segment it is given", () => {
    const { segment } = valued(keepSupporterPersonas(answers));
    expect(valued(splitSomewhat(segment, 10))).toEqual({
      topBenefit: "speed",
      somewhat: 2,
      convertible: 1,
      disregarded: 1,
      doubleDown: 5,
      removeBlockers: 5,
    });
    expect(valued(splitSomewhat(answers, 10)).somewhat).toBe(3);
    const tied = [given("a", "very", "speed"), given("a", "very", "focus")];
    expect(valued(splitSomewhat(tied, 1)).topBenefit).toBe("focus");
    expect(splitSomewhat([given("a", "not", "x")], 1)).toMatchObject({ reason: "no-data" });
  });
});

describe("looking while the answers come in", () => {
  const plan = { threshold: 0.4, looks: [10, 20, 40] };

  test("only declared looks answer, and only a sure posterior ends the wait", () => {
    expect(sequentialLook(9, 15, plan)).toEqual({
      ok: false,
      reason: "not-applicable",
      detail: { nextLook: 20 },
    });
    expect(valued(sequentialLook(5, 10, plan))).toMatchObject({ decision: "go-on", nextLook: 20 });
    expect(valued(sequentialLook(9, 10, plan)).decision).toBe("above");
    expect(valued(sequentialLook(0, 10, plan)).decision).toBe("below");
    expect(valued(sequentialLook(17, 40, plan))).toMatchObject({ decision: "undecided", nextLook: null });
    expect(sequentialLook(30, 50, plan)).toEqual({ ok: false, reason: "not-applicable" });
    expect(sequentialLook(5, 10, { ...plan, bar: 0.2 })).toMatchObject({ reason: "out-of-range" });
  });
});

test("the supporters' segment is never less keen than everybody, and its split loses nobody", () => {
  const answers = fc.array(
    fc.record({
      persona: fc.constantFrom("HR", "boss", "clerk"),
      answer: fc.constantFrom("very" as const, "somewhat" as const, "not" as const),
      mainBenefit: fc.constantFrom("speed", "order"),
    }),
  );
  fc.assert(
    fc.property(answers, fc.double({ min: 0, max: 1000, noNaN: true }), (given, capacity) => {
      const kept = keepSupporterPersonas(given);
      expect(kept.ok).toBe(given.some(({ answer }) => answer === "very"));
      if (!kept.ok) return;
      expect(kept.value.segmentScore).toBeGreaterThanOrEqual(kept.value.overallScore);
      const split = valued(splitSomewhat(kept.value.segment, capacity));
      expect(split.convertible + split.disregarded).toBe(split.somewhat);
      expect(split.doubleDown + split.removeBlockers).toBeCloseTo(capacity, 9);
    }),
  );
});
