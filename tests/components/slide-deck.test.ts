import { expect, test } from "vitest";
import type { Block, Chapter, ReportDocument } from "~/domain/report/document/report-document";
import { slidesOf } from "~/features/report/document/slide-deck";

const both = { "zh-CN": "甲", en: "A" };
const line = (key: string): Block => ({ kind: "headline", key, text: both, figures: [], why: "chain" });
const table = (key: string, rows: number, look?: "tree"): Block => ({
  ...{ kind: "table", key, title: both, columns: [{ header: both }], method: null },
  ...(look && { look }),
  rows: Array.from({ length: rows }, () => ["one"]),
});
const tree = (branches: number): Block => ({
  ...{ kind: "tree", key: "tree", title: both, note: both, method: "need-tree" },
  branches: Array.from({ length: branches }, () => ({ columns: [] })),
});
const chapter = (key: Chapter["key"], blocks: Block[]): Chapter => ({ key, title: both, lead: null, blocks });
const shown = (...chapters: Chapter[]) =>
  slidesOf({ chapters } as unknown as ReportDocument).map(({ chapter: { key }, blocks }) => [
    key,
    ...blocks.map((block) => block.key),
  ]);

test("lines share a slide as far as it holds them, and never with another chapter", () => {
  const lines = Array.from({ length: 10 }, (_, at) => line(String(at)));
  expect(shown(chapter("executive", lines), chapter("chain", [line("next")]))).toEqual([
    ["executive", "0", "1", "2", "3", "4", "5", "6", "7", "8"],
    ["executive", "9"],
    ["chain", "next"],
  ]);
});

test("what is higher than a screen has a slide to itself, and what fits stands after it", () => {
  expect(shown(chapter("chain", [line("a"), table("long", 40), line("b"), table("short", 4)]))).toEqual([
    ["chain", "a"],
    ["chain", "long"],
    ["chain", "b", "short"],
  ]);
});

test("a tree has a slide a branch, and the table that repeats it none", () => {
  expect(shown(chapter("needs", [tree(2), table("tree/table", 9, "tree")]))).toEqual([
    ["needs", "tree/0"],
    ["needs", "tree/1"],
  ]);
});
