import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdit, type DraftEdit } from "~/domain/questionnaire/draft-change";
import { mergeDrafts, mergeOrder } from "~/domain/questionnaire/draft-merge";
import { outlineOf } from "~/domain/questionnaire/draft-outline";
import { editorReducer, editorState } from "~/features/questionnaire/editor/editor-state";
import { anyDraft } from "../../support/any-draft";

const base = {
  title: "Survey",
  pages: [
    {
      name: "p1",
      elements: [
        { type: "text", name: "a", title: { default: "A", en: "A", "zh-cn": "甲" } },
        { type: "radiogroup", name: "b", choices: ["x", "y"] },
      ],
    },
    { name: "p2", elements: [{ type: "text", name: "c" }] },
  ],
};
const a = ["pages", 0, "elements", 0];
const b = ["pages", 0, "elements", 1];
const edited = (...edits: DraftEdit[]) =>
  edits.reduce<unknown>((draft, edit) => applyEdit(draft, edit)?.draft ?? draft, base);
const names = (draft: unknown) => outlineOf(draft).map(({ part }) => part.name);
const partOf = (draft: unknown, name: string) =>
  outlineOf(draft).find(({ part }) => part.name === name)?.part;

describe("two people's edits", () => {
  test("of different questions, and of two languages of one title, both stand", () => {
    const mine = edited({ edit: "text", path: [...a, "title"], language: "en", text: "Mine" });
    const theirs = edited(
      { edit: "text", path: [...a, "title"], language: "zh-CN", text: "他们的" },
      { edit: "set", path: [...b, "isRequired"], value: true },
    );
    const { draft, conflicts } = mergeDrafts(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(partOf(draft, "a")?.title).toEqual({ default: "Mine", en: "Mine", "zh-cn": "他们的" });
    expect(partOf(draft, "b")?.isRequired).toBe(true);
  });

  test("that move one question to two places: it stands where mine is, and theirs is told", () => {
    const move = (container: (string | number)[]) => edited({ edit: "move", path: a, container, at: 0 });
    const more = { ...base, pages: [...base.pages, { name: "p3", elements: [] }] };
    const on = (draft: unknown, edit: DraftEdit) => applyEdit(draft, edit)?.draft;
    const [mine, theirs] = ["p2", "p3"].map((_, at) =>
      on(more, { edit: "move", path: a, container: ["pages", at + 1], at: 0 }),
    );
    const merged = mergeDrafts(more, mine, theirs);
    expect(names(merged.draft)).toEqual(["p1", "b", "p2", "a", "c", "p3"]);
    expect(merged.conflicts).toEqual([
      { name: "a", part: "question", kind: "both-moved", property: "", theirs: "p3" },
    ]);
    const same = mergeDrafts(base, move(["pages", 1]), move(["pages", 1]));
    expect(same.conflicts).toEqual([]);
    const alone = mergeDrafts(base, base, move(["pages", 1]));
    expect(alone.conflicts).toEqual([]);
  });

  test("that put one page in two other orders: mine stands, theirs is told", () => {
    const three = {
      pages: [{ name: "p1", elements: ["a", "b", "c"].map((name) => ({ type: "text", name })) }],
    };
    const ordered = (...order: string[]) => ({
      pages: [{ name: "p1", elements: order.map((name) => ({ type: "text", name })) }],
    });
    const merged = mergeDrafts(three, ordered("b", "a", "c"), ordered("a", "c", "b"));
    expect(names(merged.draft)).toEqual(["p1", "b", "a", "c"]);
    expect(merged.conflicts).toEqual([
      { name: "p1", part: "page", kind: "both-changed", property: "order", theirs: "a, c, b" },
    ]);
    expect(mergeDrafts(three, ordered("b", "a", "c"), ordered("b", "a", "c")).conflicts).toEqual([]);
  });

  test("of one title: mine stays, theirs is told once", () => {
    const mine = edited({ edit: "text", path: [...a, "title"], language: "en", text: "Mine" });
    const theirs = edited({ edit: "text", path: [...a, "title"], language: "en", text: "Theirs" });
    const { draft, conflicts } = mergeDrafts(base, mine, theirs);
    expect(partOf(draft, "a")?.title).toMatchObject({ en: "Mine" });
    expect(conflicts).toEqual([
      { name: "a", part: "question", kind: "both-changed", property: "title.en", theirs: "Theirs" },
    ]);
  });

  test("moved by one and reworded by the other: it is reworded where it was moved to", () => {
    const mine = edited({ edit: "move", path: a, container: ["pages", 1], at: 0 });
    const theirs = edited({ edit: "text", path: [...a, "title"], language: "en", text: "Theirs" });
    const { draft, conflicts } = mergeDrafts(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(names(draft)).toEqual(["p1", "b", "p2", "a", "c"]);
    expect(partOf(draft, "a")?.title).toMatchObject({ en: "Theirs" });
  });

  test("removed by one and changed by the other: it stays, and both are told", () => {
    const removed = edited({ edit: "remove", path: ["pages", 1] });
    const changed = edited({ edit: "set", path: ["pages", 1, "elements", 0, "title"], value: "C" });
    const { draft, conflicts } = mergeDrafts(base, removed, changed);
    expect(names(draft)).toEqual(["p1", "a", "b", "p2", "c"]);
    expect(conflicts).toMatchObject([{ name: "c", kind: "i-removed" }]);
    expect(mergeDrafts(base, changed, removed).conflicts).toMatchObject([
      { name: "c", kind: "they-removed" },
    ]);
    expect(
      names(mergeDrafts(base, removed, edited({ edit: "set", path: ["title"], value: "New" })).draft),
    ).toEqual(["p1", "a", "b"]);
  });

  test("of one list of choices are brought together by value", () => {
    const mine = edited({ edit: "set", path: [...b, "choices"], value: ["x", "new", "y"] });
    const theirs = edited({ edit: "set", path: [...b, "choices"], value: ["y", "z"] });
    const { draft, conflicts } = mergeDrafts(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(partOf(draft, "b")?.choices).toEqual(["new", "y", "z"]);
    expect(
      mergeOrder(["1", "2", "3"], ["3", "1", "2"], ["1", "2", "new", "3"], new Set(["1", "2", "3", "new"])),
    ).toEqual(["3", "1", "2", "new"]);
  });

  test("whatever they are: merging is settled, loses no question that one of them changed, and takes a lone edit whole", () => {
    fc.assert(
      fc.property(anyDraft, fc.nat(), fc.nat(), fc.string(), (given, first, second, words) => {
        const rows = outlineOf(given).filter(({ kind }) => kind === "question");
        const [one, two] = [rows[first % rows.length], rows[second % rows.length]];
        if (!one || !two) return;
        const mine = applyEdit(given, {
          edit: "set",
          path: [...one.path, "title"],
          value: `mine ${words}`,
        })?.draft;
        const theirs = applyEdit(given, { edit: "duplicate", path: two.path })?.draft;
        expect(mergeDrafts(given, mine, given).draft).toBe(mine);
        expect(mergeDrafts(given, given, theirs).draft).toBe(theirs);
        const { draft, conflicts } = mergeDrafts(given, mine, theirs);
        expect(conflicts).toEqual([]);
        expect(names(draft)).toEqual(names(theirs));
        expect(partOf(draft, String(one.part.name))?.title).toBe(`mine ${words}`);
        expect(mergeDrafts(theirs, draft, theirs).draft).toBe(draft);
      }),
    );
  });
});

describe("the editor's steps", () => {
  const edit = (text: string, join?: string) =>
    ({
      do: "edit",
      edit: { edit: "text", path: [...a, "title"], language: "en", text },
      ...(join ? { join } : {}),
    }) as const;

  test("are undone and redone without limit; typing in one field is one step", () => {
    let state = editorState(base);
    for (let n = 0; n < 500; n += 1) state = editorReducer(state, edit(`A${n}`));
    for (const letters of ["T", "Ti", "Tit"]) state = editorReducer(state, edit(letters, "title"));
    expect(state.past).toHaveLength(501);
    for (let n = 0; n < 501; n += 1) state = editorReducer(state, { do: "undo" });
    expect(state.draft).toBe(base);
    expect(editorReducer(state, { do: "undo" })).toBe(state);
    for (let n = 0; n < 501; n += 1) state = editorReducer(state, { do: "redo" });
    expect(partOf(state.draft, "a")?.title).toMatchObject({ en: "Tit" });
  });

  test("leave alone what others saved in between", () => {
    const mine = editorReducer(editorState(base), edit("Mine"));
    const theirs = applyEdit(mine.draft, { edit: "set", path: [...b, "isRequired"], value: true })?.draft;
    const undone = editorReducer(editorReducer(mine, { do: "received", base: mine.draft, theirs }), {
      do: "undo",
    });
    expect(partOf(undone.draft, "a")?.title).toMatchObject({ en: "A" });
    expect(partOf(undone.draft, "b")?.isRequired).toBe(true);
  });

  test("select what was added, and the nearest part when the selected one goes", () => {
    const added = editorReducer(editorState(base), {
      do: "edit",
      follow: true,
      edit: { edit: "insert", container: ["pages", 1], at: 1, elements: [{ type: "text", name: "c" }] },
    });
    expect(added.selected).toEqual(["pages", 1, "elements", 1]);
    expect(editorReducer(added, { do: "undo" }).selected).toEqual([]);
  });
});
