import { describe, expect, test } from "vitest";
import { standingOf } from "~/domain/growth/opportunity-confirm";
import {
  blankOpportunity,
  type Opportunity,
  readOpportunity,
  typedOpportunity,
} from "~/domain/growth/opportunity-form";
import {
  needConfirmation,
  readOpportunityEvidence,
  suggestOpportunities,
  tiesOf,
} from "~/domain/growth/opportunity-rank";
import { noValue, value } from "~/domain/outcome";
import { valued } from "../../support/valued";
import { answered, asking, both, comment, matrix, ranking } from "../report/evidence-of";

const compiled = asking(
  matrix("imp", ["smooth-use"], [1, 2, 3, 4, 5], { measure: "anchor.importance" }),
  matrix("sat", ["smooth-use"], [1, 2, 3, 4, 5], { measure: "anchor.satisfaction" }),
  ranking("problems", ["manual-work", "high-cost"], { measure: "anchor.problems" }),
  comment("said", { measure: "anchor.problem-text" }),
);
const user = (company: string, important: number, satisfied: number, problems: string[], said = "") =>
  [
    "user",
    company,
    { imp: { "smooth-use": important }, sat: { "smooth-use": satisfied }, problems, said },
  ] as const;
const evidence = answered(compiled, [
  user("a", 5, 1, ["manual-work"], "I read CVs by hand"),
  user("a", 5, 2, ["manual-work"], "By hand, all day"),
  user("b", 4, 2, ["high-cost"], "Too slow"),
  user("c", 5, 4, ["manual-work", "high-cost"]),
  user("d", 2, 5, ["high-cost"], "All is done BY HAND here"),
  ["decider", "e", { problems: ["manual-work"], said: "by hand" }],
]);
const one = {
  role: "user",
  attribute: "smooth-use",
  problem: "manual-work",
  words: "",
  themeId: null,
  featureId: null,
} as const;
const none = { supports: [], waveId: null };

describe("an opportunity", () => {
  test("is scored and reached within its role, a company counting once", () => {
    const reading = readOpportunityEvidence(one, evidence, none);
    // Importance 4 of 5 rate 4 or 5: 8; satisfaction 2 of 5: 4; 8 + 4.
    expect(valued(reading.score)).toEqual({ score: 12, importance: 8, satisfaction: 4, n: 5 });
    expect(valued(reading.reach)).toMatchObject({ companies: 2, of: 4, share: 0.5, answers: 3 });
    expect(reading.rank).toBe(6);
    expect(reading.quotes.map(({ text }) => text)).toEqual(["By hand, all day", "I read CVs by hand"]);
  });

  test("takes in answers that hold one of its words, whatever the case", () => {
    const { reach, quotes } = readOpportunityEvidence({ ...one, words: "nothing, by hand" }, evidence, none);
    expect(valued(reach)).toMatchObject({ companies: 3, answers: 4 });
    expect(quotes[0]).toEqual({ responseId: "r4", text: "All is done BY HAND here" });
  });

  test("without a problem and words, or without an attribute, is not ranked", () => {
    const unknown = readOpportunityEvidence({ ...one, problem: null }, evidence, none);
    expect(unknown).toMatchObject({ rank: null, reach: { ok: false, reason: "not-applicable" }, quotes: [] });
    expect(readOpportunityEvidence({ ...one, attribute: null }, evidence, none).rank).toBeNull();
    expect(readOpportunityEvidence(one, [], none)).toMatchObject({ rank: null, reach: { ok: false } });
  });

  test("is confirmed by its wave's own answers, and knows who covers it", () => {
    const later = answered(compiled, [user("x", 5, 1, ["manual-work"]), user("y", 5, 1, ["high-cost"])], 50);
    const reading = readOpportunityEvidence(
      { ...one, featureId: "f" },
      [...evidence, ...later.map((each) => ({ ...each, waveId: "second" }))],
      { supports: ["yes", "partial", "no", "yes", "unknown"], waveId: "second", waves: ["first", "second"] },
    );
    expect(reading.confirmation).toMatchObject({ state: "lacking", why: "too-few", companies: 2, needed: 5 });
    expect(reading.cover).toEqual({ yes: 2, partial: 1, no: 1, unknown: 1 });
    const third = readOpportunityEvidence(one, evidence, { supports: [], waveId: "third" });
    expect(third.confirmation).toMatchObject({ state: "lacking", why: "no-answers" });
    expect(readOpportunityEvidence(one, evidence, none).confirmation).toMatchObject({ why: "no-wave" });
  });
});

describe("the wave that is to confirm a need", () => {
  const people = (wave: string, having: number, of: number) =>
    answered(
      compiled,
      Array.from({ length: of }, (_, at) =>
        user(`${wave}${at}`, 5, 1, [at < having ? "manual-work" : "high-cost"]),
      ),
    ).map((each) => ({ ...each, waveId: wave }));
  const judged = (now: [number, number], before: [number, number]) =>
    needConfirmation(one, [...people("w1", ...before), ...people("w2", ...now)], {
      ...{ waveId: "w2", waves: ["w1", "w2"] },
    });

  test("confirms it when it is surely no more than 20 points rarer, by Newcombe's interval", () => {
    // Newcombe (1998), table II, example a: 56/70 − 48/80 = 0.2 with 0.0524 to 0.3339 by method 10.
    const confirmed = judged([56, 70], [48, 80]);
    if (confirmed.state === "lacking") throw new Error(confirmed.why);
    expect(confirmed.state).toBe("confirmed");
    expect(confirmed.difference.interval[0]).toBeCloseTo(0.0524, 4);
    expect(confirmed.difference.interval[1]).toBeCloseTo(0.3339, 4);
    expect(judged([3, 40], [30, 40]).state).toBe("refuted");
    expect(judged([3, 6], [4, 6]).state).toBe("undecided");
  });

  test("says what it lacks", () => {
    expect(judged([2, 4], [5, 9])).toMatchObject({ why: "too-few", companies: 4 });
    expect(judged([2, 5], [0, 0])).toMatchObject({ why: "no-earlier" });
    expect(judged([2, 5], [1, 3])).toMatchObject({ why: "too-few-earlier", companies: 3 });
    expect(needConfirmation({ ...one, problem: null }, [], { waveId: "w2" })).toMatchObject({
      why: "not-findable",
    });
  });

  test("settles what waits for it; what a person set holds, and shows when the answers say otherwise", () => {
    expect(standingOf("to-confirm", { state: "confirmed" })).toEqual({
      status: "confirmed",
      by: "answers",
      against: false,
    });
    expect(standingOf("to-confirm", { state: "refuted" })).toMatchObject({
      status: "rejected",
      by: "answers",
    });
    expect(standingOf("to-confirm", { state: "undecided" })).toMatchObject({
      status: "to-confirm",
      by: null,
    });
    expect(standingOf("confirmed", { state: "undecided" })).toMatchObject({ by: "hand", against: true });
    expect(standingOf("rejected", { state: "confirmed" })).toMatchObject({
      status: "rejected",
      by: "hand",
      against: true,
    });
    expect(standingOf("building", { state: "lacking" })).toMatchObject({ by: "hand", against: false });
    expect(standingOf("open", { state: "lacking" })).toEqual({ status: "open", by: null, against: false });
  });
});

test("a theme that readers found counts like a named problem, with what was said", () => {
  const coded = new Map([["r2", "Too slow"]]);
  const reading = readOpportunityEvidence({ ...one, problem: null, themeId: "t" }, evidence, {
    ...none,
    coded,
  });
  expect(valued(reading.reach)).toMatchObject({ companies: 1, of: 4 });
  expect(reading.quotes).toEqual([{ responseId: "r2", text: "Too slow" }]);
});

describe("the range of a rank", () => {
  const many = answered(
    compiled,
    Array.from({ length: 12 }, (_, at) =>
      user(`c${at}`, at % 4 ? 5 : 2, at % 3 ? 1 : 5, [at % 2 ? "manual-work" : "high-cost"]),
    ),
  );
  test("holds the rank, is the same each time, and is refused under five companies", () => {
    const reading = readOpportunityEvidence(one, many, none);
    const [low, high] = valued(reading.rankInterval);
    expect(low).toBeLessThan(reading.rank!);
    expect(high).toBeGreaterThan(reading.rank!);
    expect(readOpportunityEvidence(one, many, none).rankInterval).toEqual(reading.rankInterval);
    expect(readOpportunityEvidence(one, evidence, none).rankInterval).toMatchObject({
      reason: "too-few-companies",
    });
  });
  test("ties neighbours whose ranges overlap", () => {
    const range = (low: number, high: number) => ({ rankInterval: value([low, high] as const) });
    const ranked = [range(6, 9), range(4, 6.5), range(1, 3), { rankInterval: noValue("no-data") }];
    expect(tiesOf(ranked)).toEqual([false, true, false, false]);
  });
});

test("suggestions are the problems of a role that nobody has written down, the strongest first", () => {
  // Deciders are too few; high cost speaks of spending less, which nobody rated.
  expect(suggestOpportunities(evidence, []).map(({ role, problem }) => [role, problem])).toEqual([
    ["user", "manual-work"],
  ]);
  expect(suggestOpportunities(evidence, [])[0]?.name).toEqual(both("manual-work"));
  expect(suggestOpportunities(evidence, [{ role: "user", problem: "manual-work" }])).toEqual([]);
  expect(suggestOpportunities([], [])).toEqual([]);
});

describe("an opportunity as it is typed", () => {
  const known = { featureIds: ["f"], themeIds: ["t"] };
  const full: Opportunity = {
    ...{ need: "Fewer CVs by hand", role: "user", origin: "problem", attribute: "smooth-use" },
    ...{
      problem: "manual-work",
      words: "hand",
      themeId: "t",
      featureId: "f",
      market: "sideways",
      opens: "Shops",
    },
    ...{ status: "to-confirm", waveNumber: 2 },
  };
  test("comes back as it was", () => {
    expect(readOpportunity(typedOpportunity(full), known)).toEqual({ ok: true, opportunity: full });
    expect(
      readOpportunity({ ...blankOpportunity, need: "x" }, { featureIds: [], themeIds: [] }),
    ).toMatchObject({
      ok: true,
      opportunity: { status: "open", attribute: null, waveNumber: null, market: "complete" },
    });
  });

  test("is refused field by field", () => {
    const wrong = {
      ...typedOpportunity(full),
      ...{
        need: " ",
        role: "boss",
        problem: "rain",
        themeId: "other",
        featureId: "gone",
        waveNumber: "soon",
      },
      opens: "x".repeat(301),
    };
    expect(readOpportunity(wrong, known)).toEqual({
      ok: false,
      problems: {
        ...{ need: "missing", role: "not-offered", problem: "not-offered", featureId: "not-offered" },
        themeId: "not-offered",
        ...{ opens: "too-long", waveNumber: "not-a-wave" },
      },
    });
    expect(readOpportunity({ ...typedOpportunity(full), waveNumber: "" }, known)).toMatchObject({
      problems: { waveNumber: "needs-wave" },
    });
  });
});
