import { describe, expect, test } from "vitest";
import type { ChainRole } from "~/domain/chain/role";
import type { Answers } from "~/domain/questionnaire/compiled";
import { knownNeeds } from "~/domain/report/known-needs";
import { needTree } from "~/domain/report/need-tree";
import { coderAgreement, openTexts, standingTheme, themeCounts } from "~/domain/report/theme-coding";
import { isTaken } from "~/domain/report/theme-form";
import { valued } from "../../support/valued";
import { answered, asking, checkbox, comment, matrix, radio, ranking } from "./evidence-of";

const compiled = asking(
  ranking("problems", ["cost", "slow"], { measure: "anchor.problems" }),
  comment("problem", { measure: "anchor.problem-text" }),
  comment("scenario", { measure: "requester.scenario" }),
  checkbox("causes", ["hand", "late", "dontknow"], { measure: "user.causes" }),
  ranking("rank", ["hand", "late"], { measure: "user.causes-rank" }),
  comment("example", { measure: "user.cause-text" }),
  matrix("importance", ["screening", "mobile"], [1, 2, 3, 4, 5], { measure: "user.feature-importance" }),
  matrix("satisfaction", ["screening", "mobile"], [1, 2, 3, 4, 5], { measure: "user.feature-satisfaction" }),
  radio("choice", ["us", "rival", "dont-know"], { measure: "anchor.choice" }),
);
const says = (role: ChainRole, company: string, answers: Answers) => [role, company, answers] as const;
const evidence = answered(compiled, [
  says("decider", "a", { problems: ["cost"], problem: "招聘成本太高" }),
  says("decider", "b", { problems: ["slow", "cost"], problem: "招聘成本太高" }),
  says("decider", "c", { problems: ["slow"] }),
  says("requester", "a", { problems: ["cost"], scenario: "A shop opens", choice: "rival" }),
  says("requester", "c", { problems: ["cost"], scenario: "Elsewhere", choice: "us" }),
  says("user", "a", {
    causes: ["hand", "late"],
    rank: ["late", "hand"],
    example: "三天才回复",
    importance: { screening: 5, mobile: 2 },
    satisfaction: { screening: 1, mobile: 5 },
  }),
  says("user", "b", { causes: ["late"], example: "Feedback is late" }),
  says("user", "c", { causes: ["hand"], example: "By hand" }),
]);

describe("the need tree", () => {
  const [cost, slow] = needTree(evidence);

  test("grows from what deciders rank, most deciders first, and quotes each text once", () => {
    expect(cost).toMatchObject({ need: "cost", deciders: { count: 2, n: 3, companies: 2 } });
    expect(cost?.deciderQuotes.map(({ text }) => text)).toEqual(["招聘成本太高"]);
    expect(slow?.need).toBe("slow");
  });

  test("scenarios, causes and rivals come from the companies whose decider names it", () => {
    expect(cost?.requesters).toEqual({ count: 1, n: 1, companies: 1 });
    expect(cost?.scenarios.map(({ text }) => text)).toEqual(["A shop opens"]);
    expect(cost?.causes.map(({ value, counted }) => [value, counted.count, counted.n])).toEqual([
      ["late", 2, 2],
      ["hand", 1, 2],
    ]);
    expect(cost?.rivals.map(({ value, counted }) => [value, counted.count])).toEqual([["rival", 1]]);
  });

  test("an example stands under the cause its writer calls gravest", () => {
    expect(cost?.causes[0]?.quotes.map(({ text }) => text)).toEqual(["三天才回复", "Feedback is late"]);
    expect(cost?.causes[1]?.quotes).toEqual([]);
  });

  test("features are scored among the same users", () => {
    // Importance 10, satisfaction 0: 10 + 10. The other: 0 and 10: 0.
    expect(cost?.features.map(({ value, score, n, companies }) => [value, score, n, companies])).toEqual([
      ["screening", 20, 1, 1],
      ["mobile", 0, 1, 1],
    ]);
    expect(cost?.features[0]?.interval).toBeNull();
  });

  test("with a seed scores have an interval over their companies, five at least", () => {
    const rates = (company: string, screening: number) =>
      says("user", company, { importance: { screening }, satisfaction: { screening: 6 - screening } });
    const needing = (companies: number) =>
      answered(
        compiled,
        Array.from({ length: companies }, (_, at) => [
          says("decider", `c${at}`, { problems: ["cost"] }),
          rates(`c${at}`, at % 2 ? 5 : 1),
          rates(`c${at}`, 5),
        ]).flat(),
      );
    const [feature] = needTree(needing(12), { seed: 1 })[0]?.features ?? [];
    expect(feature).toMatchObject({ score: 12.5, n: 24, companies: 12 });
    expect(feature?.interval?.[0]).toBeLessThan(12.5);
    expect(feature?.interval?.[1]).toBeGreaterThan(12.5);
    expect(needTree(needing(12), { seed: 1 })).toEqual(needTree(needing(12), { seed: 1 }));
    expect(needTree(needing(4), { seed: 1 })[0]?.features[0]?.interval).toBeNull();
  });

  test("nobody, no tree", () => {
    expect(needTree([])).toEqual([]);
  });
});

describe("themes", () => {
  const themes = [
    { id: "late", name: "反馈慢", mergedInto: null },
    { id: "wait", name: "Waiting", mergedInto: "late" },
    { id: "hand", name: "手工", mergedInto: null },
  ];
  const texts = openTexts(evidence, "user.cause-text");
  const [first, second, third] = texts.map(({ responseId }) => responseId);
  const reads = (coder: string, responseId: string, ...themeIds: string[]) => ({
    ...{ responseId, coder, themeIds },
    question: "user.cause-text",
  });
  const readings = [
    reads("min", first!, "late"),
    reads("min", second!, "wait"),
    reads("min", third!, "hand"),
    reads("li", first!, "wait"),
    reads("li", second!),
    reads("li", third!, "hand"),
  ];

  test("count answers once, whoever found them, under the theme they were merged into", () => {
    expect(standingTheme(themes, "wait")).toBe("late");
    const counts = themeCounts(themes, readings, { "user.cause-text": texts });
    expect(counts.map(({ id, answers, companies, byRole }) => [id, answers, companies, byRole])).toEqual([
      ["late", 2, 2, { user: 2 }],
      ["hand", 1, 1, { user: 1 }],
    ]);
    expect(counts[0]?.examples.map(({ text }) => text)).toEqual(["三天才回复", "Feedback is late"]);
  });

  test("κ over the answers both have read", () => {
    // Six marks: both yes 2, both no 3, one only 1. Observed 5/6, expected (3·2 + 3·4)/36 = 1/2: κ = 2/3.
    const [pair] = coderAgreement(themes, readings);
    expect(pair).toMatchObject({ coders: ["min", "li"], both: 3 });
    expect(valued(pair!.kappa)).toBeCloseTo(2 / 3, 10);
    expect(coderAgreement(themes, readings)).toHaveLength(1);
  });

  test("of several questions each has its κ beside that of all together", () => {
    const more = ["min", "li"].flatMap((coder) =>
      [first!, second!].map((one, at) => ({
        ...{ responseId: one, question: "pmf.improve", coder, themeIds: at === 0 ? ["hand"] : [] },
      })),
    );
    const found = coderAgreement(themes, [...readings, ...more]);
    expect(found.map(({ question, both }) => [question, both])).toEqual([
      [null, 5],
      ["pmf.improve", 2],
      ["user.cause-text", 3],
    ]);
    expect(found.map(({ kappa }) => Math.round(100 * valued(kappa)) / 100)).toEqual([0.75, 1, 0.67]);
  });

  test("a merge in a circle still ends, and a reading of what is gone counts for nothing", () => {
    const circle = [
      { id: "a", name: "A", mergedInto: "b" },
      { id: "b", name: "B", mergedInto: "a" },
    ];
    expect(["a", "b"]).toContain(standingTheme(circle, "a"));
    expect(
      themeCounts(themes, [reads("min", "gone", "hand")], { "user.cause-text": texts })[0]?.answers,
    ).toBe(0);
  });

  test("names are the same whatever their case or width", () => {
    expect(isTaken(" ｗａｉｔｉｎｇ ", themes)).toBe(true);
    expect(isTaken("Waiting", themes, "wait")).toBe(false);
  });
});

test("a new question about causes starts from each need, what was said of it and the causes named", () => {
  const told = answered(compiled, [
    says("decider", "a", { problems: ["cost"], problem: "招聘成本太高" }),
    says("decider", "b", { problems: ["slow", "cost"], problem: "三个月招不到人" }),
    says("decider", "c", { problems: ["cost"], problem: "招聘成本太高" }),
    says("decider", "d", { problem: "Something else" }),
    says("user", "a", { causes: ["late"] }),
    says("user", "b", { causes: ["hand", "late"] }),
  ]);
  const { needs, other } = knownNeeds(told);
  expect(
    needs.map(({ need, deciders, said, causes }) => [need, deciders.count, said, causes.map(({ id }) => id)]),
  ).toEqual([
    ["cost", 3, ["招聘成本太高"], ["late", "hand"]],
    ["slow", 1, ["三个月招不到人"], ["hand", "late"]],
  ]);
  expect(other).toEqual(["Something else"]);
  expect(knownNeeds([])).toEqual({ needs: [], other: [] });
});
