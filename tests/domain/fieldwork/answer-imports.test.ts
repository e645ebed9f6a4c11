import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choiceIn, instantIn, isPicked, secondsIn } from "~/domain/fieldwork/answer-cells";
import { answerTable, formatOfExport, guessAnswerMapping } from "~/domain/fieldwork/answer-columns";
import { answerMappingFrom, unplacedWords } from "~/domain/fieldwork/answer-mapping";
import { planAnswers } from "~/domain/fieldwork/plan-answers";
import { expected, exportsOf, surveyed } from "../../support/answer-exports";

const now = Date.UTC(2026, 10, 25);
const planOf = (rows: string[][]) => {
  const table = answerTable(rows)!;
  const mapping = guessAnswerMapping(table[0]!, surveyed);
  return { mapping, ...planAnswers({ rows: table, mapping, compiled: surveyed, language: "en", now }) };
};

describe("the exports of other tools", () => {
  test.each(Object.entries(exportsOf))("%s is read without a word from anybody", (name, rows) => {
    const { answers, refused } = planOf(rows);
    expect(refused).toEqual([]);
    expect(answers.map((one) => one.answers)).toEqual(expected);
    expect(answers.map(({ completedAt }) => completedAt)).toEqual([
      Date.UTC(2026, 2, 1, 12, 30, 5),
      Date.UTC(2026, 2, 2, 9, 5, 0),
    ]);
    expect(answers.map(({ company }) => company?.name)).toEqual(["云帆科技", "Acme"]);
    const took = answers.map(({ startedAt, completedAt }) => completedAt - startedAt);
    expect(took[0]).toBe(name === "google" ? 0 : 123_000);
    expect(formatOfExport(answerTable(rows)![0]!)).toBe(name.replace("Text", ""));
  });

  test("LimeSurvey says in which language each was answered", () => {
    expect(planOf(exportsOf.limesurvey).answers.map(({ language }) => language)).toEqual(["zh-CN", "en"]);
  });

  test("an answer keeps its key in another file, and two answers have two", () => {
    const [first, second] = planOf(exportsOf.tencent).answers;
    const reversed = planOf([exportsOf.tencent[0]!, exportsOf.tencent[2]!]).answers;
    expect(reversed[0]?.key).toBe(second?.key);
    expect(first?.key).not.toBe(second?.key);
    const google = planOf(exportsOf.google).answers.map(({ key }) => key);
    expect(new Set(google).size).toBe(2);
  });
});

describe("what is wrong is told", () => {
  const [header, first] = [exportsOf.google[0]!, exportsOf.google[1]!];
  const changed = (column: number, cell: string) =>
    planOf([header, first.map((was, at) => (at === column ? cell : was))]);

  test.each([
    [0, "32/13/2026", { item: "", code: "bad-date" }],
    [0, "1/1/2030 10:00:00", { item: "", code: "bad-date" }],
    [3, "Cooking", { item: "uses", code: "not-a-choice" }],
    [4, "9", { item: "care", code: "not-a-choice" }],
    [6, "11", { item: "nps", code: "not-a-choice" }],
  ])("column %i: %j", (column, cell, problem) => {
    const { answers, refused } = changed(column, cell);
    expect(answers).toEqual([]);
    expect(refused).toMatchObject([{ row: 2, problems: [problem] }]);
  });

  test("a word of a list that is no choice is asked about, and stands for what was said", () => {
    const cell = "招聘┋Cooking┋薪酬";
    const table = [header, first.map((was, at) => (at === 3 ? cell : was))];
    const mapping = guessAnswerMapping(header, surveyed);
    const given = { rows: table, compiled: surveyed };
    expect(unplacedWords({ ...given, mapping })).toMatchObject([{ column: 3, cell: "Cooking", as: "" }]);
    const told = answerMappingFrom(header.length, [
      ...mapping.map(({ column, field }): [string, string] => [`column-${column}`, field]),
      ["as:3:Cooking", "leave"],
    ]);
    expect(unplacedWords({ ...given, mapping: told })).toMatchObject([{ cell: "Cooking", as: "leave" }]);
    const { answers, refused } = planAnswers({ ...given, mapping: told, language: "en", now });
    expect(refused).toEqual([]);
    expect(answers[0]?.answers.uses).toEqual(["hire", "leave", "pay"]);
  });

  test("a required answer is missing only where the file has a column for it", () => {
    const required = {
      ...surveyed,
      pages: surveyed.pages.map((page) => ({
        ...page,
        items: page.items.map((item) => ({ ...item, required: item.name === "plan" })),
      })),
    };
    const table = [header, first.map((cell, at) => (at === 2 ? "" : cell))];
    const mapping = guessAnswerMapping(header, required);
    const given = { rows: table, compiled: required, language: "en" as const, now };
    expect(planAnswers({ ...given, mapping }).refused).toMatchObject([
      { problems: [{ item: "plan", code: "required" }] },
    ]);
    const without = mapping.filter(({ field }) => field !== "item:plan");
    expect(planAnswers({ ...given, mapping: without }).answers).toHaveLength(1);
  });

  test("no table of words makes it throw, and nothing the questionnaire does not offer gets in", () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom(...exportsOf.google.flat(), "1", "其他", "┋"));
    const cells = fc.array(cell, { minLength: header.length, maxLength: header.length });
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 4 }), (rows) => {
        for (const { answers } of planOf([header, ...rows]).answers)
          for (const use of (answers.uses ?? []) as string[]) expect(["hire", "pay", "leave"]).toContain(use);
      }),
    );
  });
});

describe("cells", () => {
  const options = ["a", "b"].map((value) => ({
    value,
    text: { "zh-CN": `选项${value}`, en: `Option ${value}` },
  }));
  test.each([
    ["选项a", "a"],
    ["option B", "b"],
    ["A. 选项a", "a"],
    ["B", "b"],
    ["2", "b"],
    ["3", undefined],
    ["", undefined],
  ])("%j means %j", (cell, value) => {
    expect(choiceIn(options, cell)?.value).toBe(value);
  });
  test.each([
    ["2026年3月1日 8:05", Date.UTC(2026, 2, 1, 8, 5)],
    ["03/01/2026 12:00 AM", Date.UTC(2026, 2, 1)],
    ["2026-02-30", null],
    ["soon", null],
  ])("%j is %j", (cell, instant) => {
    expect(instantIn(cell)).toBe(instant);
  });
  test.each([
    ["123秒", 123],
    ["2分3秒", 123],
    ["00:02:03", 123],
    ["1小时2分", 3720],
    ["45.5", 45.5],
    ["long", null],
    ["", null],
  ])("%j lasts %j", (cell, seconds) => {
    expect(secondsIn(cell)).toBe(seconds);
  });
  test("a choice's own column is picked by anything but a no", () => {
    expect(["1", "Yes", "招聘"].every(isPicked)).toBe(true);
    expect(["", "0", "No", "否", "未选中"].some(isPicked)).toBe(false);
  });
});
