import { describe, expect, test } from "vitest";
import { csvText } from "~/domain/csv";

describe("a cell", () => {
  test.each([
    ["=1+1", `"'=1+1"`],
    ["+1", `"'+1"`],
    ["-1", `"'-1"`],
    ["@SUM(A1)", `"'@SUM(A1)"`],
    ["\t=1", `"'\t=1"`],
    ["\ttext", `"'\ttext"`],
    ["  =1", `"'  =1"`],
    ["\u3000=1", `"'\u3000=1"`],
    ["\n=1", `"'\n=1"`],
    ["＝1+1", `"'＝1+1"`],
  ])("%j is text, not a formula", (given, written) => {
    expect(csvText([[given]])).toBe(`\uFEFF${written}\r\n`);
  });

  test.each([
    [-5, "-5"],
    [1.5, "1.5"],
    [true, "true"],
    [null, ""],
    [undefined, ""],
    ["", `""`],
    ["3 - 1 = 2", `"3 - 1 = 2"`],
    ['say "yes", please', `"say ""yes"", please"`],
    ["two\r\nlines", `"two\r\nlines"`],
    [["a", "b"], `"a; b"`],
    [["=a", "b"], `"'=a; b"`],
  ])("%j is written %s", (given, written) => {
    expect(csvText([[given]])).toBe(`\uFEFF${written}\r\n`);
  });
});
