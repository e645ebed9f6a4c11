import { expect, test } from "vitest";
import type { DocFigure } from "~/domain/report/document/report-document";
import { figureLine, unknownWords } from "~/server/export/words";

const both = (text: string) => ({ "zh-CN": text, en: text });

test("a file punctuates as its reader does", () => {
  const figure: DocFigure = {
    ...{ key: "pmf", label: both("PMF"), value: 0.5, unit: "percent", interval: null },
    ...{ people: { n: 8, k: 4 }, companies: 6, method: null },
  };
  expect(figureLine(figure, "en")).toMatch(/^PMF: 50%/);
  expect(figureLine(figure, "zh-CN")).toMatch(/^PMF：50%/);
  const unknowns = [
    { key: "fit", text: both("Fit"), people: { n: 8 }, companies: 6, why: "pmf" as const },
    { key: "gate", text: both("Gate"), people: null, companies: null, why: "gates" as const },
  ];
  const block = { kind: "unknowns" as const, key: "unknowns", title: both(""), unknowns };
  expect(unknownWords(block, "en")).toEqual(["1. Fit (n = 8 · 6 companies)", "2. Gate"]);
  expect(unknownWords(block, "zh-CN")).toEqual(["1. Fit（n = 8 · 6 家公司）", "2. Gate"]);
});
