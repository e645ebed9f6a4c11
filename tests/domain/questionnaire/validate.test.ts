import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answers } from "~/domain/questionnaire/compiled";
import { isEnabled, visibleState } from "~/domain/questionnaire/flow";
import { checkPage, checkSubmission } from "~/domain/questionnaire/validate";
import { compiledOf, onePage } from "./compiled-of";

const abc = ["a", "b", "c"];
const elements: Record<string, object> = {
  text: { type: "text", maxLength: 5 },
  number: { type: "text", inputType: "number", min: 1, max: 100 },
  email: { type: "text", inputType: "email" },
  date: { type: "text", inputType: "date" },
  url: { type: "text", inputType: "url" },
  comment: { type: "comment", maxLength: 10 },
  radio: { type: "radiogroup", choices: ["a", 2], showOtherItem: true },
  dropdown: { type: "dropdown", choices: abc },
  checkbox: {
    type: "checkbox",
    choices: abc,
    showNoneItem: true,
    minSelectedChoices: 2,
    maxSelectedChoices: 3,
  },
  rating: { type: "rating", rateMin: 0, rateMax: 10 },
  boolean: { type: "boolean" },
  matrix: { type: "matrix", rows: ["r", "s"], columns: [1, 2] },
  maxdiff: { type: "matrix", rows: ["best", "worst"], columns: abc, eachRowUnique: true },
  ranking: { type: "ranking", choices: abc },
  top: { type: "ranking", choices: abc, selectToRankEnabled: true, maxSelectedChoices: 2 },
  image: { type: "imagepicker", choices: abc },
  images: { type: "imagepicker", choices: abc, multiSelect: true },
  fields: { type: "multipletext", items: [{ name: "x" }, { name: "n", inputType: "number", min: 0 }] },
  points: { type: "multipletext", pointTotal: 100, items: [{ name: "x" }, { name: "y" }] },
  when: { type: "text", inputType: "datetime-local" },
  month: { type: "text", inputType: "month" },
  week: { type: "text", inputType: "week" },
  time: { type: "text", inputType: "time" },
  color: { type: "text", inputType: "color" },
  bar: { type: "text", inputType: "range", step: 5 },
  tags: { type: "tagbox", choices: abc, maxSelectedChoices: 2 },
  slider: { type: "slider", min: 0, max: 10 },
  range: { type: "slider", sliderType: "range" },
  table: { type: "matrixdropdown", rows: ["r"], columns: [{ name: "c", choices: abc }] },
  rows: {
    type: "matrixdynamic",
    maxRowCount: 2,
    columns: [{ name: "c", cellType: "text", isRequired: true }],
  },
  panels: { type: "paneldynamic", minPanelCount: 1, templateElements: [{ type: "rating", name: "c" }] },
};

const check = async (kind: string, value: unknown) =>
  checkSubmission(await compiledOf(onePage({ name: "q", ...elements[kind] })), { q: value }, {});

test.each([
  ["text", "您好"],
  ["number", 7],
  ["email", "li.lei@example.com.cn"],
  ["date", "2024-02-29"],
  ["url", "example.com/a"],
  ["comment", "a\nb"],
  ["radio", 2],
  ["dropdown", "a"],
  ["checkbox", ["a", "c"]],
  ["checkbox", ["none"]],
  ["rating", 0],
  ["boolean", false],
  ["matrix", { r: 2 }],
  ["maxdiff", { best: "a", worst: "c" }],
  ["ranking", ["b", "c", "a"]],
  ["top", ["b"]],
  ["image", "a"],
  ["images", ["a", "b"]],
  ["fields", { x: "hi", n: 0 }],
  ["points", { x: 33.3, y: 66.7 }],
  ["when", "2026-11-25T21:30"],
  ["month", "2026-11"],
  ["week", "2026-W48"],
  ["time", "23:59"],
  ["color", "#a0B1c2"],
  ["bar", 55],
  ["tags", ["a", "b"]],
  ["slider", 3],
  ["range", [2, 7]],
  ["table", { r: { c: "a" } }],
  ["rows", [{ c: "hi" }]],
  ["panels", [{ c: 5 }]],
])("%s accepts %j as it is", async (kind, value) => {
  expect(await check(kind, value)).toEqual({ ok: true, answers: { q: value }, stripped: [] });
});

test.each([
  ["text", "longer", { code: "too-long", params: { maximum: 5, given: 6 } }],
  ["text", 5, { code: "wrong-shape" }],
  ["number", "5", { code: "not-a-number" }],
  ["number", Number.NaN, { code: "not-a-number" }],
  ["number", Number.POSITIVE_INFINITY, { code: "not-a-number" }],
  ["number", 0, { code: "below-minimum", params: { minimum: 1 } }],
  ["number", 101, { code: "above-maximum", params: { maximum: 100 } }],
  ["email", "li@", { code: "bad-email" }],
  ["email", "a@b.com,c@d.com", { code: "bad-email" }],
  ["date", "2023-02-29", { code: "bad-date" }],
  ["date", "29.2.2024", { code: "bad-date" }],
  ["url", "not a page", { code: "bad-url" }],
  ["comment", { a: 1 }, { code: "wrong-shape" }],
  ["radio", "2", { code: "not-a-choice" }],
  ["radio", ["a"], { code: "wrong-shape" }],
  ["radio", "other", { code: "required", field: "other" }],
  ["checkbox", "a", { code: "wrong-shape" }],
  ["checkbox", ["a", "z"], { code: "not-a-choice" }],
  ["checkbox", ["a", "a"], { code: "not-unique" }],
  ["checkbox", ["a", "none"], { code: "exclusive" }],
  ["checkbox", ["a"], { code: "pick-more", params: { minimum: 2 } }],
  ["checkbox", Array(500).fill("a"), { code: "pick-fewer" }],
  ["rating", 11, { code: "not-a-choice" }],
  ["rating", "9", { code: "not-a-choice" }],
  ["boolean", "yes", { code: "not-a-choice" }],
  ["matrix", { r: 3 }, { code: "not-a-choice", field: "r" }],
  ["matrix", { z: 1 }, { code: "unknown-question", field: "z" }],
  ["matrix", [1], { code: "wrong-shape" }],
  ["maxdiff", { best: "a", worst: "a" }, { code: "not-unique" }],
  ["ranking", ["a", "b"], { code: "rank-all" }],
  ["ranking", ["a", "b", "b"], { code: "not-unique" }],
  ["top", abc, { code: "pick-fewer", params: { maximum: 2 } }],
  ["image", "z", { code: "not-a-choice" }],
  ["fields", { n: "1" }, { code: "not-a-number", field: "n" }],
  ["fields", { n: -1 }, { code: "below-minimum", field: "n" }],
  ["points", { x: 50, y: 49 }, { code: "total-differs", params: { total: 100, given: 99 } }],
  ["when", "2026-11-31T21:30", { code: "bad-format" }],
  ["when", "2026-11-25", { code: "bad-format" }],
  ["month", "2026-13", { code: "bad-format" }],
  ["week", "2026-W54", { code: "bad-format" }],
  ["time", "24:00", { code: "bad-format" }],
  ["color", "red", { code: "bad-format" }],
  ["bar", 101, { code: "above-maximum" }],
  ["bar", 7, { code: "off-step" }],
  ["tags", ["a", "x"], { code: "not-a-choice" }],
  ["tags", abc, { code: "pick-fewer" }],
  ["slider", 2.5, { code: "off-step" }],
  ["slider", 11, { code: "above-maximum" }],
  ["range", [7, 2], { code: "wrong-shape" }],
  ["range", [1], { code: "wrong-shape" }],
  ["table", { r: { c: "z" } }, { code: "not-a-choice", field: "r.c" }],
  ["rows", [{ c: "1" }, { c: "2" }, { c: "3" }], { code: "pick-fewer", params: { maximum: 2 } }],
  ["rows", [{}], { code: "required", field: "0.c" }],
  ["panels", [{ c: 9 }], { code: "not-a-choice", field: "0.c" }],
])("%s refuses %j", async (kind, value, problem) => {
  expect(await check(kind, value)).toMatchObject({ ok: false, problems: [{ item: "q", ...problem }] });
});

test.each([null, undefined, "", "  \n", "\u0000", [], {}])("%j is no answer", async (value) => {
  for (const kind of Object.keys(elements))
    expect(await check(kind, value)).toEqual({ ok: true, answers: {}, stripped: [] });
});

test("control characters and halves of characters are left out", async () => {
  expect(await check("comment", "a\u0000b\ud800c\t😀")).toMatchObject({
    ok: true,
    answers: { q: "abc\t😀" },
  });
});

describe("a chain of questions", () => {
  const chain = () =>
    compiledOf({
      pages: [
        { name: "one", elements: [{ type: "radiogroup", name: "a", choices: [1, 2], isRequired: true }] },
        {
          name: "two",
          elements: [
            { type: "text", name: "b", visibleIf: "{a} = 1", isRequired: true },
            { type: "text", name: "c", visibleIf: "{b} = 'x'", inputType: "number" },
            { type: "comment", name: "d" },
          ],
        },
      ],
    });

  test("hidden answers go, and what hung on them", async () => {
    const result = checkSubmission(await chain(), { a: 2, b: "x", c: 5, d: "ok" }, {});
    expect(result).toEqual({ ok: true, answers: { a: 2, d: "ok" }, stripped: ["b", "c"] });
  });

  test("a wrong answer to a hidden question is left out without a word to the respondent", async () => {
    expect(checkSubmission(await chain(), { a: 2, c: "five" }, {})).toEqual({
      ok: true,
      answers: { a: 2 },
      stripped: ["c"],
    });
  });

  test("what is missing is named, unless the response is partial", async () => {
    const compiled = await chain();
    expect(checkSubmission(compiled, {}, {})).toMatchObject({
      ok: false,
      problems: [{ item: "a", code: "required" }],
    });
    expect(checkSubmission(compiled, { a: 1 }, {})).toMatchObject({
      ok: false,
      problems: [{ item: "b", code: "required" }],
    });
    expect(checkSubmission(compiled, { a: 1 }, {}, { partial: true })).toEqual({
      ok: true,
      answers: { a: 1 },
      stripped: [],
    });
    expect(checkSubmission(compiled, { a: 3 }, {}, { partial: true })).toMatchObject({
      ok: false,
      answers: {},
    });
  });

  test("a page keeps the answers of others and replaces its own", async () => {
    const checked = checkPage(await chain(), "two", { b: "y" }, { a: 1, b: "x", c: 3, d: "old" }, {});
    expect(checked).toEqual({ answers: { b: "y" }, merged: { a: 1, b: "y" }, problems: [], stripped: [] });
  });

  test("a page names its problems and leaves them out of its answers", async () => {
    const checked = checkPage(await chain(), "two", { b: "x", c: "five", a: 1 }, { a: 1 }, {});
    expect(checked.problems).toEqual([
      { item: "c", code: "not-a-number" },
      { item: "a", code: "unknown-question" },
    ]);
    expect(checked.merged).toEqual({ a: 1, b: "x" });
  });

  test("a page keeps a right answer to a question hidden now: it may come back", async () => {
    const checked = checkPage(await chain(), "two", { b: "z", d: "ok" }, { a: 2 }, {});
    expect(checked).toMatchObject({ problems: [], merged: { a: 2, b: "z", d: "ok" } });
  });

  test("an unknown page has no answers", async () => {
    expect(checkPage(await chain(), "three", { a: 1 }, { a: 1 }, {})).toMatchObject({
      answers: {},
      merged: { a: 1 },
      problems: [{ code: "unknown-question" }],
    });
  });
});

test("the author's own words come with a failed check", async () => {
  const validators = [
    { type: "expression", expression: "{high} > {low}", text: { "zh-cn": "应更高", en: "Should be higher" } },
  ];
  const compiled = await compiledOf(
    onePage(
      { type: "text", inputType: "number", name: "low" },
      { type: "text", inputType: "number", name: "high", validators },
    ),
  );
  const message = { "zh-CN": "应更高", en: "Should be higher" };
  expect(checkSubmission(compiled, { low: 5, high: 4 }, {})).toMatchObject({
    ok: false,
    problems: [{ item: "high", code: "check-failed", message }],
  });
});

test("the text beside other is kept, and its length held", async () => {
  const compiled = await compiledOf(
    onePage({ name: "q", ...elements.radio }, { name: "t", ...elements.text }),
  );
  expect(checkSubmission(compiled, { q: "other", "q-Comment": "别的" }, {})).toMatchObject({
    ok: true,
    answers: { "q-Comment": "别的" },
  });
  expect(checkSubmission(compiled, { q: "other", "q-Comment": "x".repeat(2001) }, {})).toMatchObject({
    ok: false,
    problems: [{ item: "q", field: "other", code: "too-long" }],
  });
  expect(checkSubmission(compiled, { "t-Comment": "x" }, {})).toMatchObject({
    ok: false,
    problems: [{ code: "unknown-question" }],
  });
});

test("the text beside other goes when other is not picked", async () => {
  const compiled = await compiledOf(onePage({ name: "q", ...elements.radio }));
  const result = checkSubmission(compiled, { q: "a", "q-Comment": "old" }, {});
  expect(result).toEqual({ ok: true, answers: { q: "a" }, stripped: ["q-Comment"] });
});

test("a choice hidden by an answer cannot be picked", async () => {
  const choices = ["a", { value: "b", visibleIf: "{used} contains 'b'" }];
  const compiled = await compiledOf(
    onePage({ type: "checkbox", name: "used", choices: abc }, { type: "radiogroup", name: "q", choices }),
  );
  expect(checkSubmission(compiled, { used: ["b"], q: "b" }, {}).ok).toBe(true);
  expect(checkSubmission(compiled, { used: ["a"], q: "b" }, {})).toMatchObject({
    ok: false,
    problems: [{ item: "q", code: "not-a-choice" }],
  });
});

test("every row of a matrix, and only the visible ones, must be answered where that is asked", async () => {
  const rows = ["r", { value: "s", visibleIf: "{n} = 1" }];
  const compiled = await compiledOf(
    onePage(
      { type: "matrix", name: "q", rows, columns: [1], eachRowRequired: true },
      { type: "text", inputType: "number", name: "n" },
    ),
  );
  expect(checkSubmission(compiled, { q: { r: 1 } }, {}).ok).toBe(true);
  expect(checkSubmission(compiled, { q: { r: 1 }, n: 1 }, {})).toMatchObject({
    ok: false,
    problems: [{ field: "s", code: "required" }],
  });
  expect(checkSubmission(compiled, { q: { r: 1, s: 1 } }, {})).toMatchObject({
    ok: false,
    problems: [{ code: "not-a-choice" }],
  });
});

const everything = onePage(...Object.entries(elements).map(([name, element]) => ({ name, ...element })));

test("keys that every object has are no questions", async () => {
  const compiled = await compiledOf(everything);
  const raw = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": 1, "toString": 2}');
  expect(checkSubmission(compiled, raw, {})).toMatchObject({
    ok: false,
    answers: {},
    problems: { length: 3 },
  });
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test("never throws; what is accepted is accepted again unchanged and fits into JSON", async () => {
  const compiled = await compiledOf(everything);
  const value = fc.oneof(
    fc.anything(),
    fc.constantFrom("a", "b", 1, true),
    fc.subarray([...abc]),
    fc.dictionary(fc.constantFrom("r", "s", "x", "n"), fc.anything()),
  );
  const raw = fc.oneof(
    fc.anything(),
    fc.dictionary(fc.constantFrom(...Object.keys(elements), "radio-Comment", "__proto__"), value),
  );
  fc.assert(
    fc.property(raw, (raw) => {
      const { answers, ...checked } = checkSubmission(compiled, raw, {});
      const again = checkSubmission(compiled, answers, {}, { partial: true });
      expect(again.answers).toEqual(answers);
      expect(JSON.parse(JSON.stringify(answers))).toEqual(answers);
      const page = checkPage(compiled, "p", raw, {}, {});
      expect(page.merged).toEqual(page.answers satisfies Answers);
      expect(page.problems.length > 0).toBe(!checked.ok);
    }),
    { numRuns: 1000, seed: 9 },
  );
}, 60_000);

describe("a question that is greyed out", () => {
  const page = onePage(
    { type: "radiogroup", name: "has", choices: ["yes", "no"] },
    { type: "text", name: "which", enableIf: "{has} = 'yes'", isRequired: true, maxLength: 5 },
    { type: "comment", name: "more", visibleIf: "{which} notempty" },
  );

  test("is asked nothing, and keeps the answer it had, whether or not the browser sends it", async () => {
    const compiled = await compiledOf(page);
    const stored = { has: "yes", which: "SAP" };
    for (const raw of [{ has: "no" }, { has: "no", which: "SAP" }]) {
      const { merged, problems } = checkPage(compiled, "p", raw, stored, {});
      expect([merged, problems]).toEqual([{ has: "no", which: "SAP" }, []]);
    }
    expect(checkPage(compiled, "p", { has: "no", which: "too long" }, stored, {})).toMatchObject({
      ...{ problems: [], merged: { has: "no" }, stripped: ["which"] },
    });
    expect(checkPage(compiled, "p", { has: "yes" }, stored, {})).toMatchObject({
      ...{ problems: [{ item: "which", code: "required" }], merged: { has: "yes" } },
    });
    // It is there to be read: what depends on it is asked.
    expect(checkSubmission(compiled, { has: "no", which: "SAP", more: "x" }, {})).toMatchObject({
      ...{ ok: true, answers: { has: "no", which: "SAP", more: "x" }, stripped: [] },
    });
  });

  test("is greyed out with its group, and shown only where its group is", async () => {
    const compiled = await compiledOf(
      onePage({
        ...{ type: "panel", name: "g", visibleIf: "{a} = 1", enableIf: "{b} = 1" },
        elements: [{ type: "text", name: "inside", enableIf: "{c} = 1" }],
      }),
    );
    const inside = compiled.pages[0]?.items.find(({ name }) => name === "inside");
    const seen = (answers: Answers) => [
      visibleState(compiled, answers, {}).items.has("inside"),
      inside && isEnabled(inside, { answers, variables: {} }),
    ];
    expect(seen({ a: 1, b: 1 })).toEqual([true, false]);
    expect(seen({ b: 1, c: 1 })).toEqual([false, true]);
    expect(seen({ a: 1, b: 1, c: 1 })).toEqual([true, true]);
  });
});
