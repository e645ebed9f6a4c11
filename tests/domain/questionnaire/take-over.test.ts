import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdit } from "~/domain/questionnaire/draft-change";
import { outlineOf } from "~/domain/questionnaire/draft-outline";
import { findQuestion, isObject, listOf, questionsOf, readText } from "~/domain/questionnaire/draft-tree";
import { planInsert } from "~/domain/questionnaire/own-bank/insert-item";
import { type ItemContent, readContent } from "~/domain/questionnaire/own-bank/item";
import { itemFrom } from "~/domain/questionnaire/own-bank/save-item";
import { lookAtNewer, takeOver } from "~/domain/questionnaire/own-bank/take-over";
import { anyDraft } from "../../support/any-draft";

const text = (zh: string, en: string) => ({ default: en, "zh-cn": zh, en });

/** A blank questionnaire after an item was put in as its revision 1. */
const inserted = (content: ItemContent, id: string) => {
  const plan = planInsert(blank, content, { product: "", anchors: {}, origin: { id, revision: 1 } });
  const edit =
    content.holds === "pages"
      ? ({ edit: "insert-pages", at: 1, pages: plan.parts } as const)
      : ({ edit: "insert", container: ["pages", 0], at: 0, elements: plan.parts } as const);
  return { plan, draft: applyEdit(blank, edit)?.draft };
};
const blank = { pages: [{ name: "page1", elements: [] }] };

describe("a newer wording of what was changed here", () => {
  const title = (en: string, zh: string, value?: string) => ({
    ...(value && { value }),
    text: text(zh, en),
  });
  const question = (en: string, zh: string, more: object) => ({
    ...{ holds: "questions" as const, draws: [] },
    parts: [{ type: "radiogroup", name: "q", title: text(zh, en), ...more }],
  });
  const was = question("How fast?", "快吗？", {
    choices: [title("Fast", "快", "a"), title("Slow", "慢", "b")],
  });
  const now = question("How quick?", "多快？", {
    choices: [title("Fast", "很快", "a"), title("Slow", "慢", "b"), title("Never", "从不", "c")],
    description: text("说明", "Explained"),
  });
  const item = { id: "i2", revision: 2, content: now, earlier: { 1: was } };
  const copied = inserted(was, "i2").draft;
  const at = ["pages", 0, "elements", 0];
  const here = applyEdit(copied, {
    edit: "all",
    edits: [
      { edit: "text", path: [...at, "title"], language: "en", text: "How fast are we?" },
      { edit: "text", path: [...at, "choices", 1, "text"], language: "en", text: "Too slow" },
      { edit: "set", path: [...at, "isRequired"], value: true },
    ],
  })?.draft;
  const taken = (
    given: typeof item | (Omit<typeof item, "earlier"> & { earlier?: undefined }),
    ...picks: string[]
  ) => {
    const edit = takeOver(here, given, "", new Set(picks));
    const element = findQuestion(edit && applyEdit(here, edit)?.draft, "q")?.element;
    return {
      title: readText(element?.title),
      choices: listOf(element?.choices).map((one) => isObject(one) && readText(one.text)),
      more: [readText(element?.description).en, element?.isRequired],
    };
  };

  test("keeps what was changed here, brings what the bank changed, and asks where both did", () => {
    const { clashes, stays, comes } = lookAtNewer(here, item, "");
    expect(clashes.map(({ key, mine, theirs }) => [key, mine, theirs])).toEqual([
      ["q:title.en", "How fast are we?", "How quick?"],
    ]);
    expect(stays).toBe(1);
    expect(comes.length).toBeGreaterThan(1);
    expect(taken(item)).toEqual({
      title: { "zh-CN": "多快？", en: "How fast are we?" },
      choices: [
        { "zh-CN": "很快", en: "Fast" },
        { "zh-CN": "慢", en: "Too slow" },
        { "zh-CN": "从不", en: "Never" },
      ],
      more: ["Explained", true],
    });
    expect(taken(item, "q:title.en").title).toEqual({ "zh-CN": "多快？", en: "How quick?" });
  });

  test("asks about all that differs where the wording it was made from is not kept", () => {
    const unkept = { ...item, earlier: undefined };
    const { clashes, compared } = lookAtNewer(here, unkept, "");
    expect(compared).toBe(false);
    expect(clashes.map(({ key }) => key)).toEqual(["q:title.en", "q:title.zh-cn", "q:choices"]);
    expect(taken(unkept, "q:title.zh-cn", "q:choices")).toMatchObject({
      title: { "zh-CN": "多快？", en: "How fast are we?" },
      choices: [{ en: "Fast" }, { en: "Slow" }, { en: "Never" }],
    });
  });

  test("leaves out here what was taken out here", () => {
    const page = (...names: string[]) => ({
      ...{ holds: "pages" as const, draws: [] },
      parts: [{ name: "p", elements: names.map((name) => ({ type: "text", name })) }],
    });
    const one = { id: "i3", revision: 2, content: page("a", "b", "c"), earlier: { 1: page("a", "b") } };
    const put = inserted(one.earlier[1], "i3").draft;
    const without = applyEdit(put, { edit: "remove", path: ["pages", 1, "elements", 1] })?.draft;
    const edit = takeOver(without, one, "");
    expect(questionsOf(edit && applyEdit(without, edit)?.draft).map(({ element }) => element.name)).toEqual([
      "a",
      "c",
    ]);
  });
});

test("any copy that was not changed here reads as the bank does afterwards", () => {
  fc.assert(
    fc.property(anyDraft, anyDraft, (before, after) => {
      const [old, fresh] = [before, after].map((draft) => {
        const [first] = outlineOf(draft).filter(({ kind }) => kind === "question");
        return first && itemFrom(draft, [first.path], { product: "" })?.content;
      });
      if (!old || !fresh || !readContent(old) || !readContent(fresh)) return;
      const renamed = {
        ...fresh,
        parts: fresh.parts.map((part) => ({ ...part, name: old.parts[0]?.name })),
      };
      const there = inserted(old, "x");
      if (there.plan.leftOut.length > 0 || old.parts.length !== 1 || renamed.parts.length !== 1) return;
      const item = { id: "x", revision: 2, content: renamed, earlier: { 1: old } };
      expect(lookAtNewer(there.draft, item, "").clashes).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
