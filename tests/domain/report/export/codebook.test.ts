import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codedData } from "~/domain/report/export/codebook";
import { fitBytes, savFile, savNames } from "~/domain/report/export/sav";
import { themeColumns } from "~/domain/report/theme-coding";
import { answered, asking, checkbox, comment, matrix, number, radio, ranking, yesNo } from "../evidence-of";

const compiled = asking(
  radio("pick", ["a", "b", "na"]),
  checkbox("many", ["x", "y"]),
  ranking("order", ["p", "q"]),
  matrix("grid", ["row"], [1, 2, "na"]),
  number("price"),
  yesNo("sure"),
  comment("words"),
);
const rows = answered(compiled, [
  [
    "user",
    "1",
    { pick: "b", many: ["y"], order: ["q", "p"], grid: { row: 2 }, price: 12.5, sure: true, words: "好" },
  ],
  ["decider", null, { pick: "na", grid: { row: "na" }, sure: false }],
]);
const { variables, raw, coded } = codedData(rows, "en");
const at = (name: string) => variables.findIndex((one) => one.name === name);
const cells = (name: string) => [coded[0]![at(name)], coded[1]![at(name)]];

describe("coded answers", () => {
  test("words are counted from 1, N/A is a missing value, a choice not offered is empty", () => {
    expect(cells("pick")).toEqual([2, 97]);
    expect(variables[at("pick")]?.codes.map(({ code, missing = false }) => [code, missing])).toEqual([
      [1, false],
      [2, false],
      [97, true],
    ]);
    expect(cells("many/x")).toEqual([0, null]);
    expect(cells("many/y")).toEqual([1, null]);
    expect(cells("order/p")).toEqual([2, null]);
    expect(cells("grid/row")).toEqual([2, 97]);
    expect(cells("price")).toEqual([12.5, null]);
    expect(cells("sure")).toEqual([2, 1]);
    expect(cells("words")).toEqual(["好", null]);
    expect(raw[0]![at("company")]).toBe("Company 1");
    expect(raw[1]![at("company")]).toBeNull();
  });

  test("a theme is a variable of its question, found by anybody, and of several readers by each", () => {
    const themes = [
      { id: "speed", name: "Speed", mergedInto: null },
      { id: "slow", name: "Slow", mergedInto: "speed" },
      { id: "unused", name: "Unused", mergedInto: null },
    ];
    const reads = (responseId: string, coder: string, ...themeIds: string[]) => ({
      ...{ responseId, question: "pmf.improve", coder, themeIds },
    });
    const [first, second] = rows.map(({ id }) => id);
    const told = (readings: ReturnType<typeof reads>[]) => {
      const data = codedData(rows, "en", themeColumns({ themes, readings }));
      return data.variables.flatMap(({ name, label }, column) =>
        name.startsWith("pmf.improve/") ? [[name, label.en, ...data.coded.map((row) => row[column])]] : [],
      );
    };
    expect(told([reads(first!, "1", "slow")])).toEqual([
      ["pmf.improve/theme/Speed", "pmf.improve – Theme: Speed", 1, null],
    ]);
    expect(told([reads(first!, "1", "slow"), reads(first!, "2"), reads(second!, "2")])).toEqual([
      ["pmf.improve/theme/Speed", "pmf.improve – Theme: Speed", 1, 0],
      ["pmf.improve/theme/Speed/reader 1", "pmf.improve – Theme: Speed (reader 1)", 1, null],
      ["pmf.improve/theme/Speed/reader 2", "pmf.improve – Theme: Speed (reader 2)", 0, 0],
    ]);
  });

  test("a value keeps its code when a later version puts others before it", () => {
    const later = asking(radio("pick", ["z", "b", "a"]));
    const { variables: all, coded: both } = codedData(
      [
        ...rows,
        ...answered(
          later,
          [
            ["user", "2", { pick: "a" }],
            ["user", "3", { pick: "z" }],
          ],
          10,
        ),
      ],
      "en",
    );
    const place = all.findIndex(({ name }) => name === "pick");
    const codes = all[place]!.codes;
    expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length);
    expect(both[2]![place]).toBe(codes.find(({ value }) => value === "a")?.code);
    expect(codes.find(({ value }) => value === "a")?.code).toBe(1);
    expect(both[3]![place]).not.toBeNull();
  });
});

describe("SPSS's limits", () => {
  test("names are legal, and each is there once whatever its case", () => {
    const names = savNames([
      "anchor.importance/price",
      "anchor.importance/price",
      "ANCHOR.importance_price",
      "1st",
      "价格",
      "all",
      "x".repeat(90),
      "x".repeat(91),
    ]);
    expect(new Set(names.map((name) => name.toUpperCase())).size).toBe(names.length);
    for (const name of names) {
      expect(name).toMatch(/^[A-Za-z][A-Za-z0-9._]{0,63}$/);
      expect(name).not.toMatch(/\.$/);
    }
    expect(names).not.toContain("all");
  });

  test("a text is cut between characters, never inside one", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.integer({ min: 0, max: 80 }),
        (text, most) => {
          const bytes = fitBytes(text, most);
          expect(bytes.length).toBeLessThanOrEqual(most);
          const back = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
          expect(text.startsWith(back)).toBe(true);
        },
      ),
    );
  });

  test("a file is as long as its header says: every case takes its slots", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1200 }), (length) => {
        const long = answered(compiled, [["user", "1", { words: "字".repeat(length) }]]);
        const file = savFile(codedData(long, "zh-CN"), { title: "研究", language: "zh-CN", now: 0 });
        const view = new DataView(file.buffer, file.byteOffset);
        const slots = view.getInt32(68, true);
        const text = new TextDecoder("latin1").decode(file);
        const end = text.lastIndexOf("UTF-8") + 5 + 8;
        expect(file.length - end).toBe(slots * 8);
        expect(view.getInt32(80, true)).toBe(1);
      }),
      { numRuns: 60 },
    );
  });
});
