import { describe, expect, test } from "vitest";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { questionsOf } from "~/domain/questionnaire/draft-tree";
import { readLss } from "~/domain/questionnaire/import-lss";
import { lssCondition } from "~/domain/questionnaire/import-lss-condition";
import { readOutline } from "~/domain/questionnaire/import-outline";

const short = (json: unknown) =>
  questionsOf(json).map(({ element }) => [
    element.type,
    element.name,
    Array.isArray(element.choices) ? element.choices.length : null,
  ]);
const compiles = async (json: unknown) =>
  expect(await compileQuestionnaire(json)).toMatchObject({ ok: true });

describe("an outline", () => {
  test("in English", async () => {
    const read = readOutline(`Tool survey

Part 1: Today
1. Which tools do you use? (select all that apply)
   a) Spreadsheets
   b) Paper
   c) Other: ____
2. How satisfied are you, on a scale of 1-7? *
3) Do you pay for it?
- yes
- no

## Money
4. What would make you switch?
Think of the last month.`);
    if (!read.ok) throw new Error(read.reason);
    expect(read.json).toMatchObject({
      title: { default: "Tool survey" },
      pages: [{ title: { en: "Today" } }, { title: { en: "Money" } }],
    });
    expect(short(read.json)).toEqual([
      ["checkbox", "q1", 2],
      ["rating", "q2", null],
      ["radiogroup", "q3", 2],
      ["comment", "q4", null],
    ]);
    const [, , third, fourth] = questionsOf(read.json).map(({ element }) => element);
    expect(third).toMatchObject({ choices: [{ value: "c1", text: { default: "yes" } }, { value: "c2" }] });
    expect(fourth).toMatchObject({ description: { default: "Think of the last month." } });
    expect(questionsOf(read.json)[0]?.element).toMatchObject({
      showOtherItem: true,
      title: { en: "Which tools do you use?" },
    });
    expect(questionsOf(read.json)[1]?.element).toMatchObject({ isRequired: true, rateMin: 1, rateMax: 7 });
    await compiles(read.json);
  });
  test("in Chinese", async () => {
    const read = readOutline(`工具使用情况调查
第一部分：现状
1、贵公司现在用什么工具？【多选】
A. 表格
B．纸笔
C、其他：＿＿＿
2．请为总体满意度打分（1-5分）（必答）
二、您希望改进哪些地方？请详细说明
（1）速度
（2）价格`);
    if (!read.ok) throw new Error(read.reason);
    expect(read.json).toMatchObject({
      title: { "zh-cn": "工具使用情况调查" },
      pages: [{ title: { "zh-cn": "现状" } }],
    });
    expect(short(read.json)).toEqual([
      ["checkbox", "q1", 2],
      ["rating", "q2", null],
      ["radiogroup", "q3", 2],
    ]);
    expect(questionsOf(read.json)[0]?.element).toMatchObject({
      title: { "zh-cn": "贵公司现在用什么工具？" },
      otherText: { "zh-cn": "其他" },
    });
    await compiles(read.json);
  });
  test("what belongs to nothing is told with its line", () => {
    const read = readOutline("1. A?\n a) x\nstray words\n2. B?");
    expect(read).toMatchObject({ ok: true, questions: 2, skipped: [{ line: 3, text: "stray words" }] });
  });
  test.each([
    ["", "empty"],
    ["just some words", "no-questions"],
    ["x".repeat(500_001), "too-large"],
  ])("%# is refused", (text, reason) => {
    expect(readOutline(text)).toEqual({ ok: false, reason });
  });
  test("markup stays text", () => {
    const read = readOutline("1. <script>alert(1)</script>?\na) {x} <b>\n");
    expect(read).toMatchObject({
      ok: true,
      json: { pages: [{ elements: [{ title: { default: "<script>alert(1)</script>?" } }] }] },
    });
  });
});

const cell = (name: string, value: string) => `<${name}><![CDATA[${value}]]></${name}>`;
const row = (fields: Record<string, string>) =>
  `<row>${Object.entries(fields)
    .map(([name, value]) => cell(name, value))
    .join("")}</row>`;
const table = (name: string, rows: Record<string, string>[]) =>
  `<${name}><rows>${rows.map(row).join("")}</rows></${name}>`;
const question = (qid: string, type: string, title: string, more: Record<string, string> = {}) => ({
  qid,
  parent_qid: "0",
  gid: "1",
  type,
  title,
  question_order: qid,
  mandatory: "N",
  other: "N",
  relevance: "1",
  ...more,
});
const lss = (...tables: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType><languages><language>en</language></languages>${tables.join("")}</document>`;
const words = (id: string, texts: Record<string, Record<string, string>>, field: string) =>
  Object.entries(texts).flatMap(([key, by]) =>
    Object.entries(by).map(([language, text]) => ({ [id]: key, language, [field]: text })),
  );

describe("a LimeSurvey file", () => {
  const file = lss(
    table("groups", [{ gid: "1", group_order: "0" }]),
    table("group_l10ns", words("gid", { 1: { en: "First", "zh-Hans": "第一组" } }, "group_name")),
    table("questions", [
      question("1", "L", "size", { mandatory: "Y", other: "Y" }),
      question("2", "M", "tools", { relevance: `size.NAOK == "A1"` }),
      question("3", "F", "fit", { relevance: `count(that.tools) > 2` }),
      question("4", "X", "intro"),
      question("5", "|", "upload"),
      question("6", "N", "price"),
      question("7", "T", "why", { relevance: `(tools_SQ1.NAOK == "Y") and price > 10` }),
    ]),
    table("subquestions", [
      { qid: "20", parent_qid: "2", title: "SQ1", question_order: "1" },
      { qid: "21", parent_qid: "2", title: "SQ2", question_order: "2" },
      { qid: "30", parent_qid: "3", title: "speed", question_order: "1" },
    ]),
    table("question_l10ns", [
      ...words(
        "qid",
        {
          1: { en: "<p>How <b>big</b>?</p><script>alert(1)</script>", "zh-Hans": "多大？" },
          2: { en: "Which tools?" },
          20: { en: "Paper" },
          21: { en: "Sheets" },
          3: { en: "Fit" },
          30: { en: "Speed" },
          4: { en: `<p onclick="x()">Welcome</p>` },
          5: { en: "Upload" },
          6: { en: "Price" },
          7: { en: "Why?" },
        },
        "question",
      ),
    ]),
    table("answers", [
      { aid: "1", qid: "1", code: "A1", sortorder: "1" },
      { aid: "2", qid: "1", code: "A2", sortorder: "2" },
      { aid: "3", qid: "3", code: "1", sortorder: "1" },
      { aid: "4", qid: "3", code: "2", sortorder: "2" },
    ]),
    table(
      "answer_l10ns",
      words(
        "aid",
        { 1: { en: "Small", "zh-Hans": "小" }, 2: { en: "Large" }, 3: { en: "Bad" }, 4: { en: "Good" } },
        "answer",
      ),
    ),
    table("question_attributes", [{ qid: "6", attribute: "min_num_value_n", value: "5" }]),
    table("surveys_languagesettings", [{ surveyls_language: "en", surveyls_title: "Tools &amp; size" }]),
  );
  test("groups, questions, choices, both languages and conditions come over; what cannot is noted", async () => {
    const read = readLss(file);
    if (!read.ok) throw new Error(read.reason);
    expect(read.json).toMatchObject({
      title: "Tools & size",
      pages: [
        {
          title: { default: "First", "zh-cn": "第一组" },
          elements: [
            {
              type: "radiogroup",
              name: "size",
              isRequired: true,
              showOtherItem: true,
              title: { default: "How big?", "zh-cn": "多大？" },
              choices: [
                { value: "A1", text: { default: "Small", "zh-cn": "小" } },
                { value: "A2", text: "Large" },
              ],
            },
            {
              type: "checkbox",
              name: "tools",
              visibleIf: "{size} = 'A1'",
              choices: [{ value: "SQ1", text: "Paper" }, { value: "SQ2" }],
            },
            {
              type: "matrix",
              name: "fit",
              rows: [{ value: "speed", text: "Speed" }],
              columns: [{ value: "1", text: "Bad" }, { value: "2" }],
            },
            { type: "html", name: "intro", html: "<p>Welcome</p>" },
            { type: "comment", name: "upload" },
            { type: "text", name: "price", inputType: "number", min: 5 },
            { type: "comment", name: "why", visibleIf: "({tools} contains 'SQ1') and {price} > 10" },
          ],
        },
      ],
    });
    expect(read.notes).toEqual([
      { kind: "condition-lost", code: "fit", text: "count(that.tools) > 2" },
      { kind: "type-unknown", code: "upload", type: "|" },
    ]);
    await compiles(read.json);
  });
  test("an older file repeats its rows by language", () => {
    const old = lss(
      table("groups", [{ gid: "1", group_name: "G", group_order: "0", language: "en" }]),
      table("questions", [
        question("1", "Y", "ok", { question: "Fine?", language: "en" }),
        question("1", "Y", "ok", { question: "可以吗？", language: "zh-Hans" }),
      ]),
    );
    expect(readLss(old)).toMatchObject({
      ok: true,
      questions: 1,
      json: {
        pages: [{ elements: [{ type: "boolean", title: { default: "Fine?", "zh-cn": "可以吗？" } }] }],
      },
    });
  });
  test.each([
    ["", "empty"],
    ["hello", "not-lss"],
    ["<a/>", "not-lss"],
    [lss(table("questions", [])), "no-questions"],
    [`<!DOCTYPE a [<!ENTITY b "c">]><document/>`, "not-lss"],
  ])("%# is refused", (xml, reason) => {
    expect(readLss(xml)).toEqual({ ok: false, reason });
  });
});

test.each([
  [`Q1 == "A"`, "{Q1} = 'A'"],
  [`Q1.NAOK != ''`, "{Q1} notempty"],
  [`Q1 ge 3 or Q2_X eq "Y"`, "{Q1} >= 3 or {Q2} contains 'X'"],
  [`Q2_X != "Y"`, "{Q2} notcontains 'X'"],
  [`Q2_row == "3"`, "{Q2.row} = '3'"],
  [`sum(Q1) > 3`, null],
  [`Q9 == 1`, null],
  [`(Q1 == 1`, null],
  [`Q1 == Q2`, null],
])("%s", (given, expected) => {
  expect(lssCondition(given, new Set(["Q1", "Q2"]))).toBe(expected);
});
