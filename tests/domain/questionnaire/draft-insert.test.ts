import { expect, test } from "vitest";
import { applyEdit } from "~/domain/questionnaire/draft-change";
import { insertEdit, insertPagesEdit } from "~/domain/questionnaire/draft-insert";
import { outlineOf } from "~/domain/questionnaire/draft-outline";

const draft = {
  draws: [{ name: "known" }],
  pages: [
    { name: "p1", elements: [{ type: "text", name: "a" }] },
    { name: "p2", elements: [{ type: "panel", name: "box", elements: [{ type: "text", name: "b" }] }] },
  ],
};
const added = [{ type: "text", name: "new" }];
const outline = (edited: unknown) => outlineOf(edited).map(({ part }) => part.name);

test.each([
  [[], "p1 a p2 box b new"],
  [["pages", 0], "p1 a new p2 box b"],
  [["pages", 0, "elements", 0], "p1 a new p2 box b"],
  [["pages", 1, "elements", 0, "elements", 0], "p1 a p2 box b new"],
])("with %j selected a question goes behind it", (selected, expected) => {
  const edited = applyEdit(draft, insertEdit(draft, selected, added));
  expect(outline(edited?.draft).join(" ")).toBe(expected);
});

test.each([
  [{}, 2],
  [{ pages: [] }, 2],
  [{ elements: [{ type: "text", name: "a" }] }, 3],
  [{ questions: [{ type: "text", name: "a" }] }, 3],
])("into %j it comes with the page it needs", (empty, parts) => {
  const edited = applyEdit(empty, insertEdit(empty, [], added));
  expect(outline(edited?.draft)).toHaveLength(parts);
  expect(outline(edited?.draft).at(-1)).toBe("new");
});

test("brings what its questions draw, once, and shows the question", () => {
  const edited = applyEdit(
    draft,
    insertEdit(draft, ["pages", 0], added, [{ name: "known" }, { name: "more" }]),
  );
  expect(edited).toMatchObject({
    draft: { draws: [{ name: "known" }, { name: "more" }] },
    at: ["pages", 0, "elements", 1],
  });
});

test.each([
  [[], ["p1", "p2", "p3"]],
  [
    ["pages", 0, "elements", 0],
    ["p1", "p3", "p2"],
  ],
])("with %j selected a page goes behind that page, or the last", (selected, expected) => {
  const edited = applyEdit(draft, insertPagesEdit(draft, selected, [{ name: "p3", elements: added }]));
  const pages = outlineOf(edited?.draft).filter(({ kind }) => kind === "page");
  expect(pages.map(({ part }) => part.name)).toEqual(expected);
});
