import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CellContent, supports } from "~/domain/competitors/matrix-cell";
import {
  matrixCsv,
  readMatrixRows,
  readPastedAmount,
  readPastedCell,
} from "~/domain/competitors/matrix-text";
import { csvRows, parseDelimited } from "~/domain/csv";

const features = [
  {
    id: "f1",
    category: "Screening",
    name: { "zh-CN": "简历筛选", en: "CV screening, automatic" },
    measure: null,
  },
  {
    ...{ id: "f2", category: "", name: { "zh-CN": "=人才库", en: "=Talent pool" } },
    measure: { unit: "¥ / month", better: "less" as const },
  },
];
const vendors = [
  { key: "us", name: "禾木 Hemu" },
  { key: "lt", name: "Lanting" },
];

describe("delimited text", () => {
  test.each([
    [
      "a\tb\nc\td",
      "\t",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["a\tb\r\n", "\t", [["a", "b"]]],
    ['"a\nb"\tc', "\t", [["a\nb", "c"]]],
    ['"say ""yes""",,x', ",", [['say "yes"', "", "x"]]],
    ["", ",", []],
  ])("%j", (text, delimiter, rows) => {
    expect(parseDelimited(text, delimiter)).toEqual(rows);
  });
});

describe("a pasted cell", () => {
  test.each([
    ["yes", { support: "yes" }],
    [" 有 ", { support: "yes" }],
    ["部分", { support: "partial" }],
    ["N", { support: "no" }],
    ["？", { support: "unknown" }],
    ["✓ 4", { support: "yes", quality: 4 }],
    ["有（5）", { support: "yes", quality: 5 }],
    ["partial/3", { support: "partial", quality: 3 }],
    ["2", { quality: 2 }],
    ["４", { quality: 4 }],
    ["", {}],
  ])("%j is understood", (text, cell) => {
    expect(readPastedCell(text)).toEqual(cell);
  });
  test.each(["maybe", "6", "yes 9", "4 5"])("%j is not", (text) => {
    expect(readPastedCell(text)).toBeNull();
  });
});

describe("what is pasted into the row of a measured feature", () => {
  test.each([
    ["5490", { amount: 5490 }],
    ["¥ 5,490.50", { amount: 5490.5 }],
    ["１２ 小时", { amount: 12 }],
    ["1.5 h", { amount: 1.5 }],
    ["70.6 kW", { amount: 70.6 }],
    ["?", { amount: null }],
    ["", {}],
  ])("%j is understood", (text, cell) => {
    expect(readPastedAmount(text)).toEqual(cell);
  });
  test.each(["yes", "-5", "1,5", "3万", "20k", "1 2", "5e3", "99999999999"])("%j is not", (text) => {
    expect(readPastedAmount(text)).toBeNull();
  });
});

const kept = (cell: CellContent & { featureId: string; vendor: string }) => ({
  ...cell,
  savedAt: Date.UTC(2026, 2, 1),
  savedBy: "Min",
});

describe("the matrix as CSV", () => {
  test("comes back as it went out, whatever stands in its cells", () => {
    const content = fc.record({
      support: fc.constantFrom(...supports),
      quality: fc.constantFrom(null, 1, 2, 3, 4, 5),
      amount: fc.constantFrom(null, 0, 0.25, 5490, 999_999_999),
      // An apostrophe before the sign of a formula is what a spreadsheet needs, and is taken back.
      note: fc
        .string({ unit: "grapheme", maxLength: 40 })
        .map((text) => text.trim())
        .filter((text) => !text.startsWith("'")),
      source: fc.constantFrom("", "https://a.example/?b=1,2", '"quoted"\nline', "=1+1", "-5 %", "来源"),
      checkedOn: fc.constantFrom(null, "2026-03-31"),
    });
    fc.assert(
      fc.property(
        fc.tuple(content, content, content, content),
        fc.constantFrom("en", "zh-CN"),
        (cells, language) => {
          const full = features.flatMap(({ id }, row) =>
            vendors.map(({ key }, column) => {
              const { amount, ...cell } = cells[row * 2 + column]!;
              return { ...cell, amount: row === 1 ? amount : null, featureId: id, vendor: key };
            }),
          );
          const clean = full.map((cell) => ({ ...cell, note: cell.note.replaceAll("\r", "").trim() }));
          const csv = matrixCsv({ features, vendors, cells: clean.map(kept) }, language);
          expect(readMatrixRows(csvRows(csv), { features, vendors })).toEqual({
            ok: true,
            cells: clean,
            problems: [],
          });
        },
      ),
    );
  });

  test("keeps spreadsheets from running what somebody wrote", () => {
    const csv = matrixCsv({ features, vendors, cells: [] }, "en");
    expect(csv).toContain(`"'=Talent pool"`);
  });

  test("names the lines that say nothing it knows, and reads the others", () => {
    const csv = [
      "Competitor;Feature;Support;Quality;checked_on",
      "lanting;cv screening, automatic;有;;",
      "Nobody;简历筛选;yes;;",
      "us;Time travel;yes;;",
      ";;;;",
      "us;简历筛选;yes;7;",
      "us;简历筛选;perhaps;;",
      "us;简历筛选;yes;;31.3.2026",
    ].join("\n");
    expect(readMatrixRows(csvRows(csv), { features, vendors })).toEqual({
      ok: true,
      cells: [
        {
          featureId: "f1",
          vendor: "lt",
          support: "yes",
          quality: null,
          note: "",
          source: "",
          checkedOn: null,
        },
      ],
      problems: [
        { line: 3, problem: "competitor" },
        { line: 4, problem: "feature" },
        { line: 6, problem: "content" },
        { line: 7, problem: "content" },
        { line: 8, problem: "content" },
      ],
    });
  });

  test("takes amounts as people write them, and only where a feature is measured", () => {
    const csv = [
      "feature\tcompetitor\tsupport\tamount",
      "=Talent pool\tus\t\t¥5,490",
      "=Talent pool\tlanting\t\t",
      "=Talent pool\tus\t\tcheap",
      "简历筛选\tus\tyes\t12",
    ].join("\n");
    expect(readMatrixRows(csvRows(csv), { features, vendors })).toMatchObject({
      cells: [
        { featureId: "f2", vendor: "us", support: "unknown", amount: 5490 },
        { featureId: "f2", vendor: "lt", amount: null },
      ],
      problems: [
        { line: 4, problem: "content" },
        { line: 5, problem: "content" },
      ],
    });
  });

  test("without its columns is refused", () => {
    expect(readMatrixRows(csvRows("a,b\n1,2"), { features, vendors })).toEqual({
      ok: false,
      missing: ["feature", "competitor", "support"],
    });
    expect(readMatrixRows(csvRows(""), { features, vendors })).toMatchObject({ ok: false });
  });
});
