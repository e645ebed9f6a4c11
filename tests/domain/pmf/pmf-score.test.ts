import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PmfAnswer, pmfScore, pmfScoreByRole } from "~/domain/pmf/pmf-score";
import { judgeInterval, moreAnswersToDecide } from "~/domain/pmf/pmf-verdict";
import { countDisappointment, type Disappointment, seanEllisScore } from "~/domain/pmf/sean-ellis-score";
import { clusteredWilsonInterval } from "~/domain/stats/clustered-wilson-interval";
import { minCountAbove } from "~/domain/stats/threshold-sample";
import { valued } from "../../support/valued";

const rule = { threshold: 0.4, minUses: 2 };
const answer = (company: string, given: Disappointment, uses: number | null = 3): PmfAnswer => ({
  company,
  answer: given,
  uses,
});
const each = (companies: number, ...given: Disappointment[]) =>
  Array.from({ length: companies }, (_, index) => given.map((one) => answer(`c${index}`, one))).flat();

describe("who counts", () => {
  test("too little use, unknown use and never the core function are screened out; N/A is counted apart", () => {
    const counts = countDisappointment(
      [
        { answer: "very", uses: 2 },
        { answer: "very", uses: 1 },
        { answer: "very", uses: null },
        { answer: "very", uses: 9, usedCore: false },
        { answer: "somewhat", uses: 5, usedCore: true },
        { answer: "na", uses: 4 },
        { answer: "na", uses: 0 },
        { answer: "not", uses: 2 },
      ],
      2,
    );
    expect(counts).toEqual({ eligible: 4, screenedOut: 4, na: 1, very: 1, somewhat: 1, not: 1, n: 3 });
  });
});

describe("the verdict", () => {
  test("comes from the interval; a bound on the threshold decides nothing", () => {
    expect(judgeInterval([0.41, 0.6], 0.4)).toBe("above");
    expect(judgeInterval([0.4, 0.6], 0.4)).toBe("undecided");
    expect(judgeInterval([0.1, 0.4], 0.4)).toBe("undecided");
    expect(judgeInterval([0.1, 0.39], 0.4)).toBe("below");
  });

  test("one user who would be upset decides nothing: Wilson .207 to 1", () => {
    const one = valued(seanEllisScore(1, 1));
    expect(one.wilson[0]).toBeCloseTo(0.2065, 4);
    expect(one).toMatchObject({ verdict: "undecided", meetsPoint: true });
  });

  test("is above exactly from the fewest count on", () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 200 }), (n) => {
        const enough = valued(minCountAbove(n, 0.4));
        expect(valued(seanEllisScore(enough, n)).verdict).toBe("above");
        expect(valued(seanEllisScore(enough - 1, n)).verdict).not.toBe("above");
      }),
    );
  });
});

describe("how many more answers", () => {
  test("Wilson leaves 40 % out from z²·0.24/(share − 0.4)² answers on", () => {
    // 3.841459·0.24/0.01 = 92.2: with 50 answers at 50 %, 43 more.
    expect(valued(moreAnswersToDecide(0.5, 50, 0.4))).toBe(43);
    expect(valued(moreAnswersToDecide(0.5, 93, 0.4))).toBe(0);
    expect(valued(moreAnswersToDecide(0.5, 50, 0.4, { designEffect: 2 }))).toBe(135);
  });

  test("t asks for more than z, and the threshold itself is never left", () => {
    const z = valued(moreAnswersToDecide(0.6, 10, 0.4));
    const t = valued(moreAnswersToDecide(0.6, 10, 0.4, { companies: 10 }));
    expect(t).toBeGreaterThan(z);
    // Half as many companies, half as many degrees of freedom.
    expect(valued(moreAnswersToDecide(0.6, 10, 0.4, { companies: 5 }))).toBeGreaterThan(t);
    expect(moreAnswersToDecide(0.4, 10, 0.4)).toMatchObject({ reason: "never-reached" });
    expect(moreAnswersToDecide(0.40001, 10, 0.4)).toMatchObject({ reason: "never-reached" });
    expect(moreAnswersToDecide(0.5, 0, 0.4)).toMatchObject({ reason: "no-data" });
    expect(moreAnswersToDecide(1.5, 10, 0.4)).toMatchObject({ reason: "out-of-range" });
  });

  test("with that many more the verdict is decided, with one fewer it is not", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (yes, no) => {
        fc.pre(yes + no > 0);
        const [n, share] = [yes + no, yes / (yes + no)];
        const more = moreAnswersToDecide(share, n, 0.4);
        if (!more.ok || more.value === 0) return;
        const verdict = (total: number) => valued(seanEllisScore(share * total, total)).verdict;
        expect(verdict(n + more.value)).not.toBe("undecided");
        expect(verdict(n + more.value - 1)).toBe("undecided");
      }),
    );
  });
});

describe("the score of answers from companies", () => {
  test("is the company-clustered interval of the eligible answers", () => {
    const answers = [
      ...each(10, "very", "very", "somewhat"),
      ...each(10, "not", "very"),
      answer("x", "na"),
      answer("y", "very", 1),
    ];
    const score = valued(pmfScore(answers, rule));
    expect(score).toMatchObject({ n: 50, very: 30, na: 1, screenedOut: 1, companies: 10, score: 0.6 });
    expect(score.scoreWithNa).toBeCloseTo(30 / 51, 12);
    expect(score.meetsPoint).toBe(true);
    const counted = answers.filter((one) => one.answer !== "na" && one.company !== "y");
    const clustered = valued(
      clusteredWilsonInterval(
        counted.map((one) => one.company),
        counted.map((one) => (one.answer === "very" ? 1 : 0)),
      ),
    );
    expect(score.interval).toEqual({ ok: true, value: clustered.interval });
    expect(valued(score.verdict)).toBe(judgeInterval(clustered.interval, 0.4));
  });

  test("colleagues who answer alike cost certainty: the same share, undecided instead of above", () => {
    const alike = [...each(8, "very", "very", "very", "very"), ...answersOf("n", 4, "not")];
    const spread = each(12, "very", "very", "not").concat(each(12, "very"));
    const [clustered, free] = [valued(pmfScore(alike, rule)), valued(pmfScore(spread, rule))];
    expect(clustered.score).toBeCloseTo(2 / 3, 12);
    expect(free.score).toBeCloseTo(0.75, 12);
    expect(valued(clustered.verdict)).toBe("undecided");
    expect(judgeInterval(clustered.naiveInterval, 0.4)).toBe("above");
    expect(valued(clustered.howManyMore)).toBeGreaterThan(0);
    expect(valued(free.verdict)).toBe("above");
    expect(valued(free.howManyMore)).toBe(0);
  });

  test("under five answers it is k of n, under five companies a description", () => {
    const few = valued(pmfScore(each(4, "very"), rule));
    expect(few).toMatchObject({ n: 4, very: 4, printAsCount: true, verdict: { reason: "too-few" } });
    expect(few.howManyMore).toMatchObject({ ok: false });
    const narrow = valued(pmfScore(each(4, "very", "very", "not"), rule));
    expect(narrow).toMatchObject({ printAsCount: false, interval: { reason: "too-few-companies" } });
    expect(narrow.score).toBeCloseTo(2 / 3, 12);
  });

  test("nobody eligible is no score, with the reason's counts", () => {
    expect(pmfScore([answer("a", "na"), answer("b", "very", 0)], rule)).toEqual({
      ok: false,
      reason: "no-data",
      detail: { na: 1, screenedOut: 1 },
    });
    expect(pmfScore([], rule)).toMatchObject({ reason: "no-data" });
  });

  test("roles are never pooled", () => {
    const answers = [
      ...each(6, "very").map((one) => ({ ...one, role: "decider" as const })),
      ...each(6, "not").map((one) => ({ ...one, role: "user" as const })),
    ];
    const scores = pmfScoreByRole(answers, rule);
    expect([...scores.keys()]).toEqual(["decider", "user"]);
    expect(valued(scores.get("decider")!).score).toBe(1);
    expect(valued(scores.get("user")!).score).toBe(0);
  });
});

function answersOf(prefix: string, companies: number, given: Disappointment) {
  return each(companies, given, given, given, given).map((one) => ({
    ...one,
    company: prefix + one.company,
  }));
}
