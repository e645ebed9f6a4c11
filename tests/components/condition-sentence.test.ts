import { expect, test } from "vitest";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { conditionSentence } from "~/features/questionnaire/condition-sentence";
import { textOf } from "~/i18n/text";

const both = (zh: string, en: string) => ({ "zh-cn": zh, default: en, en });
const elements = [
  {
    ...{ type: "checkbox", name: "roles", title: both("您的角色", "Your part") },
    choices: [{ value: "d", text: both("拍板", "I decide") }, "u"],
  },
  { type: "text", inputType: "number", name: "price", title: both("价格", "Price") },
  { type: "boolean", name: "buy", title: both("会买吗", "Would you buy?") },
];
const cases = [
  ["{roles} contains 'd'", "“Your part” includes “I decide”", "“您的角色”包含“拍板”"],
  ["{price} notempty", "“Price” is answered", "“价格”已回答"],
  [
    "{price} > 10 and {buy} = false",
    "“Price” is more than 10 and “Would you buy?” is no",
    "“价格”大于 10，并且“会买吗”为“否”",
  ],
  [
    "{buy} = true and ({roles} anyof ['d', 'u'] or {price} empty)",
    "“Would you buy?” is yes and (“Your part” is one of “I decide”, “u” or “Price” is not answered)",
    "“会买吗”为“是”，并且（“您的角色”是“拍板”、“u”之一，或者“价格”没有回答）",
  ],
  ["{roles.length} > 1", "the number of answers to “Your part” is more than 1", "“您的角色”的答案个数大于 1"],
  ["{start} = 2", "the number drawn at random (start) is 2", "随机抽取的数（start）为2"],
] as const;

test.each(cases)("says %s in words", async (visibleIf, en, zh) => {
  const last = { type: "comment", name: "last", visibleIf };
  const draws = [{ name: "start", max: 3 }];
  const made = await compileQuestionnaire({ draws, pages: [{ name: "p", elements: [...elements, last] }] });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  const { compiled } = made;
  const condition = compiled.pages[0]?.items.at(-1)?.visibleIf;
  for (const [language, sentence] of [
    ["en", en],
    ["zh-CN", zh],
  ] as const) {
    const words = textOf(language, "questionnaire").condition;
    expect(condition && conditionSentence(condition, { compiled, language, words })).toBe(sentence);
  }
});
