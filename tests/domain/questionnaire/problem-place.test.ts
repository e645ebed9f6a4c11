import { expect, test } from "vitest";
import type { Language } from "~/domain/language";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { sentJson } from "~/domain/questionnaire/sent-json";
import { textOf } from "~/i18n/text";

test("pages without a name are called after their place, for respondents, too", async () => {
  const json = {
    pages: [
      { questions: [{ type: "text", name: "a" }] },
      { name: " ", elements: [{ type: "text", name: "b" }] },
      { name: "own", elements: [{ type: "text", name: "c" }] },
    ],
  };
  const names = ["page1", "page2", "own"].map((name) => ({ name }));
  expect(await compileQuestionnaire(json)).toMatchObject({ ok: true, compiled: { pages: names } });
  expect(sentJson(json)).toMatchObject({ pages: names });
});

test("a problem names its question, or says where it stands", async () => {
  const made = await compileQuestionnaire({
    pages: [
      { name: "one", elements: [{ type: "radiogroup", name: "role" }] },
      {
        name: "two",
        questions: [
          { type: "text", name: "a" },
          { type: "panel", name: "box", elements: [{ type: "checkbox" }, { type: "text", name: "b" }] },
        ],
      },
    ],
  });
  const problems = made.ok ? [] : made.problems;
  expect(problems).toMatchObject([
    { code: "no-choices", name: "role" },
    { code: "missing-name", params: { page: 2, question: 2 } },
    { code: "no-choices", params: { page: 2, question: 2 } },
  ]);
  const said = (language: Language) => {
    const { code } = textOf(language, "questionnaire").review;
    return problems.map((problem) => code[problem.code](problem));
  };
  expect(said("en")).toEqual([
    "“role” has nothing to choose from.",
    "The second question on page 2 has no name.",
    "The second question on page 2 has nothing to choose from.",
  ]);
  expect(said("zh-CN")).toEqual(["“role”没有选项。", "第 2 页第 2 题缺少名称。", "第 2 页第 2 题没有选项。"]);
});
