import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kanoContinuous } from "~/domain/features/kano-continuous";
import { kanoFong } from "~/domain/features/kano-fong";
import { kanoSummary } from "~/domain/features/kano-summary";
import { kanoCategory } from "~/domain/features/kano-table";
import { kanoAnswers } from "~/domain/questionnaire/answer-options";

const answers = kanoAnswers.map(({ value }) => value);
const anyCounts = fc.record({
  A: fc.nat(50),
  O: fc.nat(50),
  M: fc.nat(50),
  I: fc.nat(50),
  R: fc.nat(50),
  Q: fc.nat(50),
});

describe("Kano table", () => {
  // Berger et al. (1993), evaluation table
  it("gives the published category of all 25 pairs", () => {
    const table = answers.map((functional) =>
      answers.map((dysfunctional) => kanoCategory(functional, dysfunctional)).join(""),
    );
    expect(table).toEqual(["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"]);
  });
});

describe("Kano summary", () => {
  it("leaves reverse and questionable answers out of better and worse", () => {
    const summary = kanoSummary({ A: 1, O: 2, M: 3, I: 4, R: 50, Q: 40 });
    expect(summary).toMatchObject({
      ok: true,
      value: { better: { value: 0.3 }, worse: { value: -0.5 }, category: "R", n: 100, totalStrength: 0.06 },
    });
  });

  it("has no coefficients when every answer is reverse or questionable, and none at all without answers", () => {
    const summary = kanoSummary({ R: 3, Q: 1 });
    expect(summary.ok && summary.value.better).toEqual({ ok: false, reason: "zero-denominator" });
    expect(kanoSummary({})).toEqual({ ok: false, reason: "no-data" });
    expect(kanoSummary({ A: -1, O: 3 })).toEqual({ ok: false, reason: "out-of-range" });
  });

  it("stays within its ranges and never calls a smaller category the winner", () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const summary = kanoSummary(counts);
        if (!summary.ok) return Object.values(counts).every((count) => count === 0);
        const { better, worse, category, categoryStrength } = summary.value;
        expect(counts[category]).toBe(Math.max(...Object.values(counts)));
        expect(categoryStrength).toBeGreaterThanOrEqual(0);
        if (better.ok && worse.ok) {
          expect(better.value).toBeGreaterThanOrEqual(0);
          expect(better.value).toBeLessThanOrEqual(1);
          expect(worse.value).toBeGreaterThanOrEqual(-1);
          expect(worse.value).toBeLessThanOrEqual(0);
        }
        return true;
      }),
    );
  });
});

describe("Fong's test", () => {
  it("compares the two largest categories with z·√((a+b)(2n−a−b)/(2n))", () => {
    // a = 49, b = 32, n = 100: 1.65·√(81·119/200) = 11.4547…, below the lead of 17
    const result = kanoFong({ A: 10, O: 32, M: 49, I: 8, R: 0, Q: 1 });
    expect(result.ok && result.value.critical).toBeCloseTo(1.65 * Math.sqrt(48.195), 12);
    expect(result).toMatchObject({ value: { difference: 17, significant: true } });
    expect(kanoFong({ O: 40, M: 45, I: 15 })).toMatchObject({ value: { significant: false } });
  });

  it("has no verdict without answers", () => {
    expect(kanoFong({})).toEqual({ ok: false, reason: "no-data" });
  });
});

describe("continuous Kano", () => {
  it("scores −2 to 4 and splits the axes at 2", () => {
    const oneDimensional = kanoContinuous([
      { functional: "like", dysfunctional: "dislike" },
      { functional: "must-be", dysfunctional: "live-with" },
    ]);
    expect(oneDimensional).toMatchObject({
      value: { functionalMean: 3, dysfunctionalMean: 3, quadrant: "one-dimensional", n: 2 },
    });
    const deviation = oneDimensional.ok && oneDimensional.value.functionalDeviation;
    expect(deviation).toEqual({ ok: true, value: Math.SQRT2 });
    const quadrantOf = (functional: (typeof answers)[number], dysfunctional: (typeof answers)[number]) => {
      const result = kanoContinuous([{ functional, dysfunctional }]);
      return result.ok && result.value.quadrant;
    };
    expect(quadrantOf("like", "neutral")).toBe("attractive");
    expect(quadrantOf("neutral", "dislike")).toBe("must-be");
    expect(quadrantOf("live-with", "like")).toBe("indifferent");
  });

  it("has no deviation of one answer and no value of none", () => {
    const single = kanoContinuous([{ functional: "like", dysfunctional: "neutral" }]);
    expect(single.ok && single.value.dysfunctionalDeviation).toMatchObject({ ok: false, reason: "too-few" });
    expect(kanoContinuous([])).toEqual({ ok: false, reason: "no-data" });
  });
});
