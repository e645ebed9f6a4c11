import { expect, test } from "vitest";
import { answerField, commentField, partField, readForm, readNumber } from "~/domain/questionnaire/read-form";
import { compiledOf, onePage } from "./compiled-of";

const q = answerField("q");
const read = async (element: object, form: [string, string][]) =>
  readForm((await compiledOf(onePage({ name: "q", ...element }))).pages[0]!, form);

const abc = ["a", "b", 3];
test.each<[object, [string, string][], unknown]>([
  [{ type: "text" }, [[q, " hi "]], "hi"],
  [{ type: "comment" }, [[q, "a\r\nb"]], "a\nb"],
  [{ type: "text", inputType: "number" }, [[q, "１，２００"]], 1200],
  [{ type: "text", inputType: "number" }, [[q, "many"]], "many"],
  [{ type: "radiogroup", choices: abc }, [[q, "3"]], 3],
  [{ type: "radiogroup", choices: abc }, [[q, "z"]], "z"],
  [{ type: "dropdown", choices: abc }, [[q, ""]], undefined],
  [{ type: "rating" }, [[q, "4"]], 4],
  [{ type: "boolean" }, [[q, "false"]], false],
  [
    { type: "checkbox", choices: abc },
    [
      [q, "a"],
      [q, "3"],
    ],
    ["a", 3],
  ],
  [{ type: "imagepicker", choices: abc }, [[q, "3"]], 3],
  [{ type: "imagepicker", choices: abc, multiSelect: true }, [[q, "3"]], [3]],
  [
    { type: "matrix", rows: ["r:1", "s"], columns: [1, 2] },
    [
      [partField("q", "r:1"), "2"],
      [partField("q", "s"), ""],
    ],
    { "r:1": 2 },
  ],
  [
    { type: "multipletext", items: [{ name: "x" }, { name: "n", inputType: "number" }] },
    [
      [partField("q", "x"), "hi"],
      [partField("q", "n"), "1 000"],
    ],
    { x: "hi", n: 1000 },
  ],
  [
    { type: "ranking", choices: abc },
    [
      [partField("q", "a"), "2"],
      [partField("q", "b"), ""],
      [partField("q", 3), "1"],
    ],
    [3, "a"],
  ],
  [
    { type: "ranking", choices: abc },
    [
      [partField("q", "a"), "1"],
      [partField("q", "b"), "1"],
    ],
    ["a", "a"],
  ],
  [{ type: "slider" }, [[q, "5"]], 5],
])("%j posted as %j", async (element, form, value) => {
  expect(await read(element, form)).toEqual(value === undefined ? {} : { q: value });
});

test("the text beside other, buttons ignored, unknown questions kept for the check to refuse", async () => {
  const form: [string, string][] = [
    [q, "other"],
    [commentField("q"), "别的"],
    ["_action", "next"],
    ["q:ghost", "1"],
  ];
  const element = { type: "radiogroup", choices: ["a"], showOtherItem: true };
  expect(await read(element, form)).toEqual({ q: "other", "q-Comment": "别的", ghost: ["1"] });
});

test("a field called __proto__ stays a field", async () => {
  const raw = await read({ type: "text" }, [["q:__proto__", "x"]]);
  expect(Object.keys(raw)).toEqual(["__proto__"]);
  expect(Object.getPrototypeOf(raw)).toBe(Object.prototype);
});

test.each([
  ["1,200", 1200],
  ["1,200,000.5", 1_200_000.5],
  ["12,0000", 120_000],
  ["１２００", 1200],
  ["1，200", 1200],
  [" 1 200 ", 1200],
  ["￥99.90", 99.9],
  ["-3", -3],
  [".5", 0.5],
  ["1,5", null],
  ["1.2.3", null],
  ["1e9", null],
  ["0x10", null],
  ["", null],
  [",", null],
  ["12万", null],
  ["9".repeat(400), null],
])("%j is read as %j", (typed, number) => {
  expect(readNumber(typed)).toBe(number);
});
