import { describe, expect, test } from "vitest";
import {
  blankOpportunity,
  type Opportunity,
  readOpportunity,
  typedOpportunity,
} from "~/domain/growth/opportunity-form";
import { readOpportunityEvidence, suggestOpportunities } from "~/domain/growth/opportunity-rank";
import { valued } from "../../support/valued";
import { answered, asking, comment, matrix, ranking } from "../report/evidence-of";

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
      { supports: ["yes", "partial", "no", "yes", "unknown"], waveId: "second" },
    );
    expect(valued(reading.confirmation)).toMatchObject({ companies: 1, of: 2 });
    expect(reading.cover).toEqual({ yes: 2, partial: 1, no: 1, unknown: 1 });
    expect(
      readOpportunityEvidence(one, evidence, { supports: [], waveId: "third" }).confirmation,
    ).toMatchObject({
      ok: false,
    });
  });
});

test("suggestions are the problems of a role that nobody has written down, the strongest first", () => {
  // Deciders are too few; high cost speaks of spending less, which nobody rated.
  expect(suggestOpportunities(evidence, []).map(({ role, problem }) => [role, problem])).toEqual([
    ["user", "manual-work"],
  ]);
  expect(suggestOpportunities(evidence, [{ role: "user", problem: "manual-work" }])).toEqual([]);
  expect(suggestOpportunities([], [])).toEqual([]);
});

describe("an opportunity as it is typed", () => {
  const full: Opportunity = {
    ...{ need: "Fewer CVs by hand", role: "user", origin: "problem", attribute: "smooth-use" },
    ...{ problem: "manual-work", words: "hand", featureId: "f", market: "sideways", opens: "Shops" },
    ...{ status: "to-confirm", waveNumber: 2 },
  };
  test("comes back as it was", () => {
    expect(readOpportunity(typedOpportunity(full), ["f"])).toEqual({ ok: true, opportunity: full });
    expect(readOpportunity({ ...blankOpportunity, need: "x" }, [])).toMatchObject({
      ok: true,
      opportunity: { status: "open", attribute: null, waveNumber: null, market: "complete" },
    });
  });

  test("is refused field by field", () => {
    const wrong = {
      ...typedOpportunity(full),
      ...{ need: " ", role: "boss", problem: "rain", featureId: "gone", waveNumber: "soon" },
      opens: "x".repeat(301),
    };
    expect(readOpportunity(wrong, ["f"])).toEqual({
      ok: false,
      problems: {
        ...{ need: "missing", role: "not-offered", problem: "not-offered", featureId: "not-offered" },
        ...{ opens: "too-long", waveNumber: "not-a-wave" },
      },
    });
    expect(readOpportunity({ ...typedOpportunity(full), waveNumber: "" }, ["f"])).toMatchObject({
      problems: { waveNumber: "needs-wave" },
    });
  });
});
