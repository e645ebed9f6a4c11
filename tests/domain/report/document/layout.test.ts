import { expect, test } from "vitest";
import { layOut, moveChapter, orderOf, plainLayout, readLayout } from "~/domain/report/document/layout";
import { chapterKeys, type ReportDocument } from "~/domain/report/document/report-document";
import { both } from "../evidence-of";

const document: ReportDocument = {
  ...{ format: 1, product: "P", sample: false, currency: "CNY", version: "1", computedAt: 0 },
  rule: { threshold: 0.4, minUses: 2, windowDays: 14 },
  ...{ responses: 1, companies: 1, lastResponseAt: null },
  chapters: (["executive", "chain", "pmf"] as const).map((key) => ({
    ...{ key, title: both(key), lead: null },
    blocks: [
      { kind: "text", key: `${key}/a`, paragraphs: [both("secret words")] },
      { kind: "text", key: `${key}/b`, paragraphs: [both("others")] },
    ],
  })),
};
const present = ["executive", "chain", "pmf"] as const;

test("a chapter moves among those that are there, and stays at the ends", () => {
  const moved = moveChapter(plainLayout, "pmf", -1, present);
  expect(layOut(document, moved).chapters.map(({ key }) => key)).toEqual(["executive", "pmf", "chain"]);
  expect(moveChapter(moved, "executive", -1, present)).toEqual(moved);
  expect([...orderOf(moved)].sort()).toEqual([...chapterKeys].sort());
});

test("what is hidden is gone from the data, and the author's words stand first", () => {
  const shown = layOut(document, {
    ...plainLayout,
    hiddenChapters: ["chain"],
    hiddenBlocks: ["executive/a", "pmf/a"],
    comments: { pmf: "Mind the deciders." },
  });
  expect(shown.chapters.map(({ key }) => key)).toEqual(["executive", "pmf"]);
  expect(shown.chapters[1]?.blocks.map(({ key }) => key)).toEqual(["pmf/comment", "pmf/b"]);
  expect(JSON.stringify(shown)).not.toContain("secret words");
});

test("a form says what it listed; the rest stays as it was", () => {
  const before = { ...plainLayout, hiddenBlocks: ["price/a", "pmf/a"], hiddenChapters: ["price" as const] };
  const form = new FormData();
  for (const [name, value] of [
    ["order", "pmf"],
    ["order", "nonsense"],
    ["show.pmf", "on"],
    ["block", "pmf/a"],
    ["part.pmf/a", "on"],
    ["block", "pmf/b"],
    ["comment.pmf", "x".repeat(2001)],
  ])
    form.append(name!, value!);
  const { layout, tooLong } = readLayout(form, before);
  expect(layout).toMatchObject({
    order: ["pmf"],
    hiddenChapters: ["price"],
    hiddenBlocks: ["price/a", "pmf/b"],
  });
  expect(tooLong).toEqual({ pmf: true });
});
