import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { questionsOf } from "~/domain/questionnaire/draft-tree";
import { readImport } from "~/domain/questionnaire/import-any";
import { looksLikeData, readLooseJson } from "~/domain/questionnaire/loose-json";
import { draftAsPages } from "~/features/questionnaire/read-draft";

describe("a questionnaire as programs have it", () => {
  test.each([
    [
      "names without quotes",
      "{ title: 'Tools', odd_1: 1, $x: 2, 问: 3, 7: 4 }",
      { title: "Tools", odd_1: 1, $x: 2, 问: 3, 7: 4 },
    ],
    ["trailing commas", "{ a: [1, 2,], }", { a: [1, 2] }],
    ["comments", "/* head */ { // of it\n a: 1 /* one */ }\n// end", { a: 1 }],
    [
      "every kind of quotes",
      `{ a: 'it\\'s', b: \`two\nlines\`, c: "\\u4f60\\x41\\n" }`,
      { a: "it's", b: "two\nlines", c: "你A\n" },
    ],
    ["texts added together", `{ a: "one " +\n  'two' }`, { a: "one two" }],
    [
      "numbers and words",
      "{ a: .5, b: -1e3, c: +2, d: null, e: true, f: undefined, g: [undefined] }",
      { a: 0.5, b: -1000, c: 2, d: null, e: true, g: [null] },
    ],
    ["a constant", "const json = { a: 1 };", { a: 1 }],
    ["an export with a type", "export const json: ISurvey = { a: 1 };\n\nexport default json;", { a: 1 }],
    ["a default export", "export default { a: 1 }", { a: 1 }],
    ["a module", "module.exports = { a: 1 };", { a: 1 }],
    ["a property", "app.survey = { a: 1 }", { a: 1 }],
    ["JSON itself", '{"a": [{"b": "c"}]}', { a: [{ b: "c" }] }],
  ])("%s", (_, text, json) => {
    expect(looksLikeData(text)).toBe(true);
    expect(readLooseJson(text)).toEqual({ ok: true, json });
  });

  test.each([
    ["a call", "{ a: alert(1) }", 5],
    ["a name", "{ a: window }", 5],
    ["a text with something set in", ["{ a: `$", "{x}` }"].join(""), 5],
    ["a function", "{ a() { return 1 } }", 3],
    ["a missing comma", "{ a: 1 b: 2 }", 7],
    ["no end", "{ a: [1, 2", 10],
    ["more behind it", "{ a: 1 } run()", 8],
  ])("%s is refused where it stands", (_, text, at) => {
    expect(readLooseJson(text)).toEqual({ ok: false, reason: "syntax", at });
  });

  test("what is nested without end is refused, and odd keys stay keys", () => {
    expect(readLooseJson("[".repeat(10_000))).toMatchObject({ ok: false, reason: "too-deep" });
    expect(Object.keys((readLooseJson("{ __proto__: { a: 1 } }") as { json: object }).json)).toEqual([
      "__proto__",
    ]);
    expect(readImport("{ questions: [], __proto__: { a: 1 } }")).toMatchObject({
      ok: false,
      reason: "forbidden-key",
    });
  });

  test("all that is JSON reads the same", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const text = JSON.stringify(json);
        expect(readLooseJson(text)).toEqual({ ok: true, json: JSON.parse(text) });
      }),
    );
  });

  test("is brought in with the place of a mistake, and an outline is still one", () => {
    const text =
      "const json = {\n  title: 'Tools',\n  questions: [\n    { type: 'text', name: 'a' }\n    { type: 'text' },\n  ],\n};";
    expect(readImport(text)).toMatchObject({ ok: false, reason: "syntax", at: { line: 5, column: 5 } });
    expect(readImport(text.replace("'a' }", "'a' },"))).toMatchObject({
      ok: true,
      kind: "surveyjs",
      questions: 2,
      pages: 1,
    });
    expect(readImport("1. What do you use?\na) A list\nb) A program")).toMatchObject({ kind: "outline" });
  });
});

test("questions of older questionnaires are found and listed, without pages, too", () => {
  const questions = [
    { type: "text", name: "a", title: "First" },
    { type: "panel", name: "box", questions: [{ type: "text", name: "b" }] },
  ];
  expect(questionsOf({ questions }).map(({ path }) => path)).toEqual([
    ["questions", 0],
    ["questions", 1, "questions", 0],
  ]);
  expect(questionsOf({ pages: [{ questions }] }).map(({ page }) => page)).toEqual([0, 0]);
  expect(draftAsPages({ questions })).toMatchObject([{ questions: [{ name: "a" }, { name: "b" }] }]);
});
