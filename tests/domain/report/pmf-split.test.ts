import { expect, test } from "vitest";
import type { Answers } from "~/domain/questionnaire/compiled";
import { pmfSplits } from "~/domain/report/pmf-split";
import { valued } from "../../support/valued";
import { answered, asking, comment, radio } from "./evidence-of";

const asked = asking(
  radio("felt", ["very", "somewhat", "not", "na"], { measure: "pmf.disappointment" }),
  radio("uses", ["0", "1", "2-4", "5-9", "10+"], { measure: "user.core-uses" }),
  comment("benefit", { measure: "pmf.benefit" }),
  comment("improve", { measure: "pmf.improve" }),
);
const rule = { threshold: 0.4, minUses: 2, windowDays: 14 };
const users = (rows: readonly Answers[]) =>
  answered(
    asked,
    rows.map((answers, place) => ["user", `c${place}`, { uses: "2-4", ...answers }] as const),
  );

const evidence = users([
  { felt: "very", benefit: "面试安排快", improve: "手机审批" },
  { felt: "very", benefit: "面试省时间", improve: "手机通知" },
  { felt: "somewhat", benefit: "面试方便", improve: "Cheaper seats" },
  { felt: "somewhat", benefit: "报表清楚" },
  { felt: "na", benefit: "面试" },
  // Used too little to count.
  { felt: "very", benefit: "报表", uses: "1" },
]);
const none = { themes: [], readings: [] };

test("unread answers are split by the words they share", () => {
  const [user, ...others] = pmfSplits(evidence, rule, none);
  expect(others).toEqual([]);
  expect(user).toMatchObject({ role: "user", benefit: { basis: "words", answers: 4, read: 0 } });
  const split = valued(user!.split);
  expect(split.main).toBe("面试");
  expect(split.convertible).toMatchObject({ k: 1, n: 2 });
  expect(split.overall).toEqual({ very: 2, n: 4 });
});

test("once half of them are read, the themes found by any reader count, merged ones under what they became", () => {
  const themes = [
    { id: "t1", name: "Time", mergedInto: null },
    { id: "t2", name: "Speed", mergedInto: "t1" },
    { id: "t3", name: "Reports", mergedInto: null },
  ];
  const read = (place: number, coder: string, ...themeIds: string[]) => ({
    ...{ responseId: `r${place}`, question: "pmf.benefit", coder, themeIds },
  });
  const one = [read(0, "me", "t1")];
  expect(pmfSplits(evidence, rule, { themes, readings: one })[0]?.benefit.basis).toBe("words");
  const readings = [...one, read(1, "me", "t2"), read(1, "you", "t3"), read(2, "you", "t3")];
  const [user] = pmfSplits(evidence, rule, { themes, readings });
  expect(user).toMatchObject({
    benefit: { basis: "themes", answers: 4, read: 3 },
    improve: { basis: "words", answers: 3, read: 0 },
  });
  const split = valued(user!.split);
  expect(split.benefits.map(({ name, k, n }) => [name, k, n])).toEqual([
    ["t1", 2, 2],
    ["t3", 1, 2],
  ]);
  // Read by somebody, and the main benefit was not found in it.
  expect(split.convertible).toMatchObject({ k: 0, n: 1 });
});

test("roles that were not asked have no split", () => {
  expect(pmfSplits(users([{ felt: "very" }]), rule, none)).toEqual([]);
});
