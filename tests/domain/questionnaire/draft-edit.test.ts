import { describe, expect, test } from "vitest";
import {
  moveQuestion,
  removeQuestion,
  restoreQuestion,
  setHeading,
  setRequired,
  setWording,
} from "~/domain/questionnaire/draft-edit";
import { countTexts, findQuestion, questionsOf, wordingOf } from "~/domain/questionnaire/draft-tree";
import { buildQuestionnaire } from "~/domain/questionnaire/templates";
import { defaultPmfRule } from "~/domain/study/study";

const draft = {
  title: { default: "Survey", "zh-cn": "问卷", fr: "Enquête" },
  future: { kept: [1, 2] },
  pages: [
    {
      name: "p1",
      title: "First",
      elements: [
        { type: "text", name: "a", title: "A?", shape: "round" },
        {
          type: "radiogroup",
          name: "b",
          title: { default: "B?", "zh-cn": "乙？", en: "B?" },
          isRequired: true,
          choices: ["x", { value: 2, text: { default: "Two", en: "Two" } }],
        },
      ],
    },
    {
      name: "p2",
      elements: [{ type: "panel", name: "box", elements: [{ type: "comment", name: "c" }] }],
    },
    { name: "p3", elements: [{ type: "text", name: "d" }] },
  ],
};
const before = structuredClone(draft);
const order = (edited: unknown) =>
  questionsOf(edited).map(({ element, page }) => `${page}:${String(element.name)}`);
const elementOf = (edited: unknown, name: string) => findQuestion(edited, name)?.element;

describe("wording", () => {
  test("changes one language and keeps the other, other locales and unknown properties", () => {
    const edited = setWording(draft, "b", [{ path: "title", language: "zh-CN", text: "乙是什么？" }]);
    expect(elementOf(edited, "b")?.title).toEqual({ default: "B?", "zh-cn": "乙是什么？", en: "B?" });
    const english = setWording(draft, "b", [{ path: "title", language: "en", text: "What is B?" }]);
    expect(elementOf(english, "b")?.title).toEqual({
      ...{ default: "What is B?", en: "What is B?", "zh-cn": "乙？" },
    });
    const plain = setWording(draft, "a", [{ path: "title", language: "zh-CN", text: "甲？" }]);
    expect(elementOf(plain, "a")).toEqual({
      ...draft.pages[0]?.elements[0],
      title: { default: "A?", "zh-cn": "甲？" },
    });
    expect((plain as typeof draft).future).toBe(draft.future);
    expect(setHeading(draft, null, [{ path: "title", language: "en", text: "Hello" }])).toMatchObject({
      title: { default: "Hello", en: "Hello", "zh-cn": "问卷", fr: "Enquête" },
    });
  });

  test("a plain text stands for both languages until one of them is changed", () => {
    const edited = setWording(draft, "a", [{ path: "title", language: "en", text: "Alpha?" }]);
    expect(elementOf(edited, "a")?.title).toEqual({ default: "Alpha?", en: "Alpha?", "zh-cn": "A?" });
  });

  test("an emptied text disappears, the last of them with its property", () => {
    const once = setWording(draft, "b", [{ path: "title", language: "zh-CN", text: "" }]);
    expect(elementOf(once, "b")?.title).toEqual({ default: "B?", en: "B?" });
    const twice = setWording(once, "b", [{ path: "title", language: "en", text: "" }]);
    expect(elementOf(twice, "b")).not.toHaveProperty("title");
  });

  test("a bare choice gets a text and keeps its value", () => {
    const edited = setWording(draft, "b", [{ path: "choices[0].text", language: "zh-CN", text: "叉" }]);
    expect(elementOf(edited, "b")?.choices).toEqual([
      { value: "x", text: { default: "x", "zh-cn": "叉" } },
      { value: 2, text: { default: "Two", en: "Two" } },
    ]);
  });

  test("only texts can be written, and only of questions that are there", () => {
    for (const path of ["name", "choices[0].value", "__proto__.x", "choices[9].text", "constructor"])
      expect(setWording(draft, "b", [{ path, language: "en", text: "z" }])).toEqual(draft);
    expect(setWording(draft, "nobody", [])).toBeNull();
    expect(setHeading(draft, 9, [])).toBeNull();
    expect(setHeading(draft, 0, [{ path: "name", language: "en", text: "z" }])).toEqual(draft);
  });

  test("knows every text of the bank's questionnaires, in both languages", () => {
    const json = buildQuestionnaire("decider", {
      ...{ product: "X", businessType: "saas", languages: ["zh-CN", "en"], currency: "CNY" },
      ...{ priceUnit: { "zh-CN": "每月", en: "a month" }, priceLadder: [9, 19] },
      competitors: [{ id: "k1", name: "K" }],
      pmfRule: defaultPmfRule.saas,
    });
    const counts = countTexts(json);
    expect(counts).toEqual({ total: counts.total, "zh-CN": counts.total, en: counts.total });
    const known = questionsOf(json).flatMap(({ element }) => wordingOf(element)).length;
    const written = JSON.stringify(json.pages.map(({ elements }) => elements)).match(/"zh-cn":/g)?.length;
    expect(known).toBe(written);
  });
});

describe("order", () => {
  test("moves inside a page, to the next page and out of a panel", () => {
    expect(order(moveQuestion(draft, "b", "up"))).toEqual(["0:b", "0:a", "1:c", "2:d"]);
    expect(order(moveQuestion(draft, "b", "down"))).toEqual(["0:a", "1:b", "1:c", "2:d"]);
    expect(order(moveQuestion(draft, "d", "up"))).toEqual(["0:a", "0:b", "1:c", "1:d"]);
    const out = moveQuestion(draft, "c", "down");
    expect(findQuestion(out, "c")?.path).toEqual(["pages", 1, "elements", 1]);
    expect(order(moveQuestion(out, "c", "down"))).toEqual(["0:a", "0:b", "2:c", "2:d"]);
  });

  test("the first goes no further up, the last no further down", () => {
    expect(moveQuestion(draft, "a", "up")).toBeNull();
    expect(moveQuestion(draft, "d", "down")).toBeNull();
    expect(moveQuestion(draft, "nobody", "down")).toBeNull();
  });

  test("up and then down is where it was", () => {
    expect(moveQuestion(moveQuestion(draft, "b", "up"), "b", "down")).toEqual(draft);
    expect(moveQuestion(moveQuestion(draft, "b", "down"), "b", "up")).toEqual(draft);
  });
});

describe("removing", () => {
  test("can be taken back to the very same draft, in a panel too", () => {
    for (const name of ["a", "b", "c", "d"]) {
      const removed = removeQuestion(draft, name);
      expect(order(removed?.draft).some((at) => at.endsWith(`:${name}`))).toBe(false);
      expect(restoreQuestion(removed?.draft, removed!.removed)).toEqual(draft);
    }
    expect(removeQuestion(draft, "nobody")).toBeNull();
  });

  test("is not put back twice, nor to a place that is gone", () => {
    const { removed } = removeQuestion(draft, "d")!;
    expect(restoreQuestion(draft, removed)).toBeNull();
    expect(restoreQuestion({ pages: [] }, removed)).toBeNull();
    expect(restoreQuestion(draft, { path: ["future", "kept", 0], element: {} })).toBeNull();
  });
});

test("required is written only where it holds", () => {
  expect(elementOf(setRequired(draft, "b", false), "b")).not.toHaveProperty("isRequired");
  expect(elementOf(setRequired(draft, "a", true), "a")).toHaveProperty("isRequired", true);
  expect(setRequired(draft, "nobody", true)).toBeNull();
});

test("a draft that is anything is read without harm and never changed in place", () => {
  for (const anything of [null, 3, "x", [], { pages: {} }, { pages: [null, { elements: [null, 1] }] }])
    expect(questionsOf(anything)).toEqual([]);
  expect(draft).toEqual(before);
});
