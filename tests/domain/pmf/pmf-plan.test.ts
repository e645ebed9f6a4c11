import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planChances, pmfPlan, proposeLooks } from "~/domain/pmf/pmf-plan";
import type { PmfAnswer } from "~/domain/pmf/pmf-score";
import { sequentialLook } from "~/domain/pmf/sequential-look";
import { valued } from "../../support/valued";

const rule = { threshold: 0.4, minUses: 2 };
/** "v" is very, "n" not, "-" no longer uses it, "." used too little; each of a company of its own. */
const given = (answers: string): PmfAnswer[] =>
  [...answers].map((one, at) => ({
    company: `c${at}`,
    answer: one === "-" ? "na" : one === "n" ? "not" : "very",
    uses: one === "." ? 0 : 4,
  }));

describe("a plan with declared looks", () => {
  test("judges the first answers that count, as the single look does", () => {
    const plan = valued(pmfPlan(given(`.-${"vn".repeat(8)}${"v".repeat(14)}`), rule, [15, 30, 60]));
    expect(plan.answers).toBe(30);
    expect(plan.looks.map(({ n, seen }) => [n, seen?.very ?? null, seen?.decision ?? null])).toEqual([
      [15, 8, "go-on"],
      [30, 22, "above"],
      [60, null, null],
    ]);
    const single = valued(sequentialLook(8, 15, { threshold: 0.4, looks: [15, 30, 60] }));
    expect(plan.looks[0]?.seen?.posterior).toBeCloseTo(single.posterior, 12);
    expect(plan.decided).toEqual({ n: 30, verdict: "above" });
    expect(plan.next).toBeNull();
  });

  test("says beforehand which counts decide, and they do", () => {
    const ahead = valued(pmfPlan(given("v"), rule, [20])).looks[0];
    for (const [very, decision] of [
      [ahead?.aboveFrom ?? -1, "above"],
      [(ahead?.aboveFrom ?? -1) - 1, "go-on"],
      [ahead?.belowTo ?? -1, "below"],
      [(ahead?.belowTo ?? -1) + 1, "go-on"],
    ] as const) {
      const seen = valued(pmfPlan(given("v".repeat(very) + "n".repeat(20 - very)), rule, [20])).looks[0]
        ?.seen;
      expect([very, seen?.decision]).toEqual([very, decision]);
    }
  });

  test("goes on to the next look, ends undecided after the last, and lets no later look overturn", () => {
    const even = given("vnvnn".repeat(8));
    expect(valued(pmfPlan(even, rule, [10, 50]))).toMatchObject({ decided: null, next: 50 });
    expect(valued(pmfPlan(even, rule, [10, 40]))).toMatchObject({ decided: null, next: null });
    const turned = valued(pmfPlan(given("v".repeat(10) + "n".repeat(40)), rule, [10, 50]));
    expect(turned.decided).toEqual({ n: 10, verdict: "above" });
    expect(turned.looks[1]?.seen?.decision).toBe("below");
  });

  test("colleagues who answer alike count for less, and four companies decide nothing", () => {
    const alike = (companies: number) =>
      Array.from({ length: 20 }, (_, at): PmfAnswer => {
        const company = at % companies;
        return { company: `c${company}`, answer: company % 3 === 0 ? "not" : "very", uses: 4 };
      });
    const [ten, alone] = [alike(10), alike(20)].map((own) => valued(pmfPlan(own, rule, [20])).looks[0]);
    expect(ten?.aboveFrom).toBeGreaterThan(alone?.aboveFrom ?? 0);
    expect(valued(pmfPlan(alike(4), rule, [20])).looks[0]?.seen).toMatchObject({
      posterior: null,
      decision: "go-on",
    });
    expect(pmfPlan(alike(4), rule, [])).toMatchObject({ reason: "no-data" });
  });
});

describe("how often a plan is right", () => {
  test("equals counting every way in which answers can come in", () => {
    const looks = [4, 8, 12];
    for (const truth of [0.2, 0.4, 0.7]) {
      const counts = { above: 0, below: 0, undecided: 0, asked: 0 };
      for (let way = 0; way < 2 ** 12; way++) {
        const answers = Array.from({ length: 12 }, (_, at) => (way >> at) & 1);
        const chance = answers.reduce((all, one) => all * (one ? truth : 1 - truth), 1);
        let said: "above" | "below" | "undecided" = "undecided";
        let asked = 12;
        for (const look of looks) {
          const very = answers.slice(0, look).reduce((sum, one) => sum + one, 0);
          const { decision } = valued(sequentialLook(very, look, { threshold: 0.4, looks }));
          if (decision !== "above" && decision !== "below") continue;
          [said, asked] = [decision, look];
          break;
        }
        counts[said] += chance;
        counts.asked += chance * asked;
      }
      const told = valued(planChances(looks, truth, { threshold: 0.4 }));
      expect(told.above).toBeCloseTo(counts.above, 10);
      expect(told.below).toBeCloseTo(counts.below, 10);
      expect(told.undecided).toBeCloseTo(counts.undecided, 10);
      expect(told.expectedAnswers).toBeCloseTo(counts.asked, 10);
    }
  });

  test("every further look adds to the chance of a false alarm; a higher truth is found more often", () => {
    const above = (looks: number[], truth: number) =>
      valued(planChances(looks, truth, { threshold: 0.4 })).above;
    expect(above([20, 40, 60, 80], 0.4)).toBeGreaterThan(above([80], 0.4));
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.9, noNaN: true }), (truth) => {
        expect(above([20, 40], truth + 0.05)).toBeGreaterThan(above([20, 40], truth));
      }),
      { numRuns: 25 },
    );
  });

  test("refuses what is no plan", () => {
    expect(planChances([40, 20], 0.4, { threshold: 0.4 })).toMatchObject({ reason: "out-of-range" });
    expect(planChances([40], 1.1, { threshold: 0.4 })).toMatchObject({ reason: "out-of-range" });
  });
});

test("looks are proposed around the size of a single test, 42 answers at 60 against 40 %", () => {
  expect(valued(proposeLooks(0.4))).toEqual([25, 45, 85]);
  expect(valued(proposeLooks(0.4, 2))).toEqual([45, 85, 170]);
  expect(proposeLooks(0.995)).toMatchObject({ ok: false });
});
