import fc from "fast-check";
import { expect, test } from "vitest";
import { readJson } from "~/domain/questionnaire/read-json";

test("says the line and column of what is not JSON", () => {
  const places = [
    ['{\n  "a": 1,\n  "b": oops\n}', { line: 3, column: 8 }],
    ['{"a": 1,}', { line: 1, column: 9 }],
    ["[1 2]", { line: 1, column: 4 }],
    ['{"a": 1', { line: 1, column: 8 }],
    ["{'a': 1}", { line: 1, column: 2 }],
    ['{"a": "x\ny"}', { line: 1, column: 7 }],
    ["{} {}", { line: 1, column: 4 }],
    ['["未闭合"', { line: 1, column: 7 }],
  ] as const;
  for (const [text, at] of places) expect(readJson(text), text).toEqual({ ok: false, reason: "syntax", at });
  expect(readJson(" \n")).toMatchObject({ ok: false, reason: "empty" });
  expect(readJson("[".repeat(100_000))).toMatchObject({ ok: false, reason: "too-deep" });
});

test("finds where a part stands, or the nearest part around it", () => {
  const read = readJson('{\n "pages": [\n  {"elements": [\n   {"type": "text"}]}]}');
  if (!read.ok) throw new Error("not read");
  expect(read.placeOf("pages[0].elements[0].type")).toEqual({ line: 4, column: 13 });
  expect(read.placeOf("pages[0].elements[0].choices[2]")).toEqual({ line: 4, column: 4 });
  expect(read.placeOf("pages[7]")).toEqual({ line: 2, column: 11 });
  expect(read.placeOf("title")).toEqual({ line: 1, column: 1 });
});

test("takes for JSON what JSON.parse takes for it, and gives the same value", () => {
  const isJson = (text: string) => {
    try {
      return { ok: true, json: JSON.parse(text) };
    } catch {
      return { ok: false };
    }
  };
  const nearly = fc
    .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom("", ",", '"', "}", "]", "\\", "0", " ", "e"))
    .map(
      ([text, at, put]) => text.slice(0, at % (text.length + 1)) + put + text.slice(at % (text.length + 1)),
    );
  fc.assert(
    fc.property(fc.oneof(nearly, fc.json(), fc.string()), (text) => {
      const { ok, ...rest } = isJson(text);
      const read = readJson(text);
      expect(read.ok).toBe(ok);
      expect(read).toMatchObject(rest);
    }),
    { numRuns: 500 },
  );
});
