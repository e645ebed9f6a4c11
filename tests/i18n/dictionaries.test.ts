import { expect, test } from "vitest";
import { dictionaries, textOf } from "~/i18n/text";

/** Every leaf by its path, with its kind: "nav.studies string". */
const leaves = (node: unknown, path = ""): string[] =>
  typeof node === "object" && node !== null
    ? Object.entries(node).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key))
    : [`${path} ${typeof node}`];

const words = (node: unknown): string[] =>
  typeof node === "object" && node !== null
    ? Object.values(node).flatMap(words)
    : typeof node === "string"
      ? [node]
      : [];

test.each(Object.entries(dictionaries))(
  "%s has the same texts in both languages",
  (_, { en, "zh-CN": zh }) => {
    expect(leaves(zh).sort()).toEqual(leaves(en).sort());
    expect(leaves(en).every((leaf) => / (string|function)$/.test(leaf))).toBe(true);
  },
);

test.each(Object.entries(dictionaries))("%s leaves nothing blank", (_, texts) => {
  expect([...words(texts.en), ...words(texts["zh-CN"])].filter((word) => word.trim() === "")).toEqual([]);
});

test.each(Object.entries(dictionaries))("%s leaves no English sentence in Chinese", (_, texts) => {
  // Names and abbreviations may stand as they are; words in a row without a Chinese character may not.
  const english = /^[^\u3400-\u9fff]*[a-z]{2,} [a-z]{2,}[^\u3400-\u9fff]*$/;
  expect(words(texts["zh-CN"]).filter((word) => english.test(word))).toEqual([]);
});

test("texts with figures count, group and agree in number", () => {
  expect(textOf("en", "figure").answers({ n: 1 })).toBe("1 answer");
  expect(textOf("en", "figure").answers({ n: 1204 })).toBe("1,204 answers");
  expect(textOf("zh-CN", "figure").companies({ n: 1204 })).toBe("1,204 家公司");
  expect(textOf("zh-CN", "figure").kOfN({ k: 3, n: 4 })).toBe("4 人中 3 人");
  expect(textOf("en", "shell").form.errors({ n: 1 })).toBe("One thing needs mending");
});
