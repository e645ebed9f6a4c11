import fc from "fast-check";
import { expect, test } from "vitest";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { compiledOf, itemOf, onePage } from "./compiled-of";

const both = (text: string) => ({ "zh-CN": text, en: text });

test.each([
  [
    { type: "text" },
    { kind: "text", input: "text", maxLength: 500, required: false, title: both("q"), checks: [] },
  ],
  [
    { type: "text", inputType: "number", min: 1, max: 9, unit: "￥" },
    { input: "number", min: 1, max: 9, unit: both("￥") },
  ],
  [{ type: "text", validators: [{ type: "email" }] }, { checks: [{ kind: "email" }] }],
  [{ type: "text", inputType: "number", validators: [{ type: "numeric", minValue: 2 }] }, { min: 2 }],
  [
    { type: "text", isRequired: true, measure: "gate.size", subject: "us" },
    { required: true, measure: "gate.size", subject: "us" },
  ],
  [
    { type: "comment", maxLength: 40 },
    { kind: "comment", maxLength: 40 },
  ],
  [
    {
      type: "radiogroup",
      choices: [1, "b|Bee", { value: "c", text: { "zh-cn": "丙", en: "Cee" } }],
      showOtherItem: true,
      otherText: "Else",
    },
    {
      kind: "radio",
      randomOrder: false,
      choices: [
        { value: 1, text: both("1") },
        { value: "b", text: both("Bee") },
        { value: "c", text: { "zh-CN": "丙", en: "Cee" } },
        { value: "other", text: both("Else"), other: true },
      ],
    },
  ],
  [
    {
      type: "checkbox",
      choices: ["a", { value: "b", randomize: false }],
      choicesOrder: "random",
      showNoneItem: true,
      showDontKnowItem: true,
      showRefuseItem: true,
      maxSelectedChoices: 2,
    },
    {
      kind: "checkbox",
      randomOrder: true,
      maxSelected: 2,
      choices: [
        { value: "a" },
        { value: "b", pinned: true },
        { value: "none", exclusive: true },
        { value: "refused", exclusive: true },
        { value: "dontknow", exclusive: true },
      ],
    },
  ],
  [
    { type: "dropdown", choices: ["a"] },
    { kind: "dropdown", choices: [{ value: "a", text: both("a") }] },
  ],
  [
    { type: "rating" },
    { kind: "rating", values: [1, 2, 3, 4, 5].map((value) => ({ value, text: both(String(value)) })) },
  ],
  [
    { type: "rating", rateMin: 0, rateMax: 10, minRateDescription: "no" },
    { low: both("no"), values: { length: 11 } },
  ],
  [
    { type: "rating", rateValues: [1, { value: 3, text: "three" }] },
    { values: [{ value: 1 }, { value: 3, text: both("three") }] },
  ],
  [
    {
      type: "matrix",
      rows: ["best", "worst"],
      columns: ["a", "b"],
      eachRowUnique: true,
      eachRowRequired: true,
    },
    {
      kind: "matrix",
      everyRow: true,
      uniqueColumns: true,
      randomOrder: false,
      rows: [{ value: "best" }, { value: "worst" }],
      columns: [{ value: "a" }, { value: "b" }],
    },
  ],
  [
    { type: "ranking", choices: ["a", "b"], selectToRankEnabled: true, maxSelectedChoices: 3 },
    { kind: "ranking", minRanked: 1, maxRanked: 3 },
  ],
  [
    { type: "boolean", valueTrue: "y", valueFalse: "n" },
    { kind: "boolean", yesValue: "y", noValue: "n", yes: { "zh-CN": "是", en: "Yes" } },
  ],
  [
    { type: "multipletext", pointTotal: 100, items: [{ name: "a" }, { name: "b", isRequired: true }] },
    {
      kind: "multipletext",
      total: 100,
      fields: [
        { name: "a", input: "number", min: 0 },
        { name: "b", required: true },
      ],
    },
  ],
  [
    {
      type: "imagepicker",
      multiSelect: true,
      choices: [{ value: "a", imageLink: "https://example.com/a.png" }],
    },
    { kind: "image", multiple: true, choices: [{ image: "https://example.com/a.png" }] },
  ],
  [
    { type: "html", html: "<p onclick=x>Hi<script>x()</script></p>" },
    { kind: "statement", html: both("<p>Hi</p>") },
  ],
  [{ type: "tagbox", choices: ["a"] }, { kind: "checkbox" }],
  [{ type: "buttongroup", choices: ["a"] }, { kind: "radio" }],
  [{ type: "image" }, { kind: "display" }],
  [
    { type: "slider", min: 1, max: 7 },
    { kind: "slider", min: 1, max: 7, range: false },
  ],
  [
    {
      type: "matrixdropdown",
      rows: ["r"],
      choices: ["a"],
      columns: [{ name: "c" }, { name: "d", cellType: "text" }],
    },
    { rows: [{ value: "r" }], columns: [{ kind: "dropdown" }, { kind: "text" }] },
  ],
  [
    { type: "matrixdynamic", minRowCount: 1, maxRowCount: 3, choices: ["a"], columns: [{ name: "c" }] },
    { minRows: 1, maxRows: 3 },
  ],
  [
    { type: "paneldynamic", maxPanelCount: 2, templateElements: [{ type: "text", name: "x" }] },
    { minPanels: 0, maxPanels: 2, items: [{ name: "x" }] },
  ],
])("%j becomes an item", async (element, item) => {
  expect(await itemOf(element)).toMatchObject(item);
});

test.each([
  ["nothing", null, "not-an-object", ""],
  ["a list", [], "not-an-object", ""],
  ["no questions", { pages: [] }, "empty", ""],
  ["a question without a name", onePage({ type: "text" }), "missing-name", "pages[0].elements[0]"],
  [
    "a name twice",
    onePage({ type: "text", name: "a" }, { type: "text", name: "A" }),
    "duplicate-name",
    "pages[0].elements[1]",
  ],
  ["a name with a colon", onePage({ type: "text", name: "a:b" }), "bad-name", "pages[0].elements[0]"],
  [
    "a name every object has",
    onePage({ type: "text", name: "toString" }),
    "bad-name",
    "pages[0].elements[0]",
  ],
  ["an unknown type", onePage({ type: "hologram", name: "a" }), "unknown-type", "pages[0].elements[0]"],
  ["an inherited type", onePage({ type: "constructor", name: "a" }), "unknown-type", "pages[0].elements[0]"],
  ["a file", onePage({ type: "file", name: "a" }), "files-off", "pages[0].elements[0]"],
  ["a signature", onePage({ type: "signaturepad", name: "a" }), "type-off", "pages[0].elements[0]"],
  ["no choices", onePage({ type: "radiogroup", name: "a" }), "no-choices", "pages[0].elements[0]"],
  [
    '1 and "1"',
    onePage({ type: "radiogroup", name: "a", choices: [1, "1"] }),
    "duplicate-choice",
    "pages[0].elements[0]",
  ],
  [
    "a choice without value",
    onePage({ type: "radiogroup", name: "a", choices: ["x", {}] }),
    "bad-choice",
    "pages[0].elements[0].choices[1]",
  ],
  [
    "a broken condition",
    onePage({ type: "text", name: "a", visibleIf: "{b} >" }),
    "bad-expression",
    "pages[0].elements[0].visibleIf",
  ],
  [
    "an impure function",
    onePage({ type: "text", name: "a", visibleIf: "{a} > today()" }),
    "unknown-function",
    "pages[0].elements[0].visibleIf",
  ],
  [
    "SurveyJS's own state",
    onePage({ type: "text", name: "a", visibleIf: "{pageno} = 1" }),
    "unsupported-variable",
    "pages[0].elements[0].visibleIf",
  ],
  [
    "a broken pattern",
    onePage({ type: "text", name: "a", validators: [{ type: "regex", regex: "(" }] }),
    "bad-pattern",
    "pages[0].elements[0].validators[0].regex",
  ],
  [
    "limits crossed",
    onePage({ type: "text", name: "a", inputType: "number", min: 3, max: 1 }),
    "bad-limit",
    "pages[0].elements[0]",
  ],
  [
    "a shared value",
    onePage({ type: "text", name: "a", valueName: "b" }),
    "unsupported-property",
    "pages[0].elements[0].valueName",
  ],
  [
    "a trigger",
    { ...onePage({ type: "text", name: "a" }), triggers: [{}] },
    "unsupported-property",
    "triggers",
  ],
  [
    "a draw without a range",
    { ...onePage({ type: "text", name: "a" }), draws: [{ name: "d", max: 0 }] },
    "bad-limit",
    "draws[0].max",
  ],
  [
    "a prototype",
    JSON.parse('{"pages":[{"__proto__":{"name":"p"}}]}'),
    "forbidden-key",
    "pages[0].__proto__",
  ],
  ["a constructor", { title: { constructor: 1 } }, "forbidden-key", "title.constructor"],
  ["2 MB", { title: "x".repeat(2_000_001), pages: [] }, "too-large", ""],
])("refuses %s", async (_, json, code, path) => {
  const result = await compileQuestionnaire(json);
  expect(result).toMatchObject({ ok: false });
  if (!result.ok) expect(result.problems).toContainEqual(expect.objectContaining({ code, path }));
});

test("refuses what is nested too deep, also a ring", async () => {
  const ring: Record<string, unknown> = {};
  ring.pages = [ring];
  expect(await compileQuestionnaire(ring)).toMatchObject({ ok: false, problems: [{ code: "too-deep" }] });
});

test("opens panels: a statement with the title, its condition on every question", async () => {
  const inside = { type: "text", name: "b", visibleIf: "{a} = 2" };
  const compiled = await compiledOf(
    onePage(
      { type: "text", name: "a" },
      { type: "panel", name: "f", title: "Money", visibleIf: "{a} > 1", elements: [inside] },
    ),
  );
  const [, heading, question] = compiled.pages[0]!.items;
  expect(heading).toMatchObject({
    kind: "statement",
    title: both("Money"),
    html: both("<h3>Money</h3>"),
    visibleIf: { op: "binary", name: "greater" },
  });
  expect(question!.visibleIf).toMatchObject({
    name: "and",
    left: { name: "greater" },
    right: { name: "equal" },
  });
});

test("marks comparisons of a ranking, whose order counts", async () => {
  const compiled = await compiledOf(
    onePage(
      { type: "text", name: "a", visibleIf: "{r} = ['x','y']" },
      { type: "ranking", name: "r", choices: ["x", "y"] },
    ),
  );
  expect(compiled.pages[0]!.items[0]!.visibleIf).toMatchObject({ strict: true });
});

test("puts a choice into the condition on all choices", async () => {
  const item = await itemOf({
    type: "radiogroup",
    choices: ["a"],
    choicesVisibleIf: "{known} contains {item}",
  });
  expect(item).toMatchObject({
    choices: [{ visibleIf: { name: "contains", right: { op: "constant", value: "a" } } }],
  });
});

test("fills a missing language from the other, and says so", async () => {
  const result = await compileQuestionnaire({
    title: { "zh-cn": "研究" },
    ...onePage({ type: "text", name: "a" }),
  });
  expect(result).toMatchObject({
    ok: true,
    compiled: { title: both("研究") },
    warnings: [{ code: "missing-language", path: "title" }],
  });
});

test.each([
  ["an unknown question", { visibleIf: "{ghost} = 1" }, "unknown-reference"],
  ["an unknown property", { colour: "red" }, "unknown-property"],
  ["a default value", { defaultValue: 1 }, "ignored-property"],
])("warns of %s", async (_, more, code) => {
  const result = await compileQuestionnaire(onePage({ type: "text", name: "a", ...more }));
  expect(result).toMatchObject({ ok: true, warnings: [{ code }] });
});

test.each([
  [{ type: "text" }, true],
  [{ type: "tagbox", choices: ["a"] }, false],
  [{ type: "buttongroup", choices: ["a"] }, false],
  [{ type: "text", showCommentArea: true }, false],
  [{ type: "slider" }, false],
])("%j is drawn by the light page: %s", async (element, light) => {
  expect((await compiledOf(onePage({ name: "q", ...element }))).light).toBe(light);
});

test("keeps the numbers to be drawn, known to conditions", async () => {
  const json = {
    ...onePage({ type: "text", name: "a", visibleIf: "{start} = 2" }),
    draws: [{ name: "start", max: 3 }],
  };
  expect(await compileQuestionnaire(json)).toMatchObject({
    ok: true,
    warnings: [],
    compiled: { draws: [{ name: "start", max: 3 }] },
  });
});

test("is plain JSON", async () => {
  const compiled = await compiledOf(onePage({ type: "text", name: "a", visibleIf: "{b} = null" }));
  expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled);
});

test("never throws, whatever it is given", async () => {
  const element = fc.record(
    {
      type: fc.constantFrom("text", "radiogroup", "matrix", "rating", "multipletext", "panel", "html"),
      name: fc.anything(),
      choices: fc.anything(),
      rows: fc.anything(),
      columns: fc.anything(),
      items: fc.anything(),
      validators: fc.anything(),
      visibleIf: fc.anything(),
      title: fc.anything(),
      elements: fc.anything(),
      rateMax: fc.anything(),
    },
    { requiredKeys: ["type"] },
  );
  const json = fc.oneof(
    fc.anything(),
    fc.record({ pages: fc.array(fc.record({ name: fc.anything(), elements: fc.array(element) })) }),
  );
  await fc.assert(
    fc.asyncProperty(json, async (json) => {
      expect(typeof (await compileQuestionnaire(json)).ok).toBe("boolean");
    }),
    { numRuns: 300, seed: 3 },
  );
}, 60_000);
