import { describe, expect, test } from "vitest";
import { type LocalText, languages } from "~/domain/language";
import { allMethods, findMethod } from "~/domain/methods/all-methods";
import { type ExampleLine, methodFamilies } from "~/domain/methods/method";
import { valued } from "../../support/valued";

const numbersOf = ({ value }: ExampleLine): readonly number[] =>
  typeof value === "number" ? [value] : Array.isArray(value) ? value : [];

test("every family is explained, every method under its own key", () => {
  expect(new Set(allMethods.map((one) => one.family))).toEqual(new Set(methodFamilies));
  const keys = allMethods.map((one) => one.key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(findMethod("wilson-interval")?.family).toBe("proportions");
  expect(findMethod("unheard-of")).toBeNull();
});

describe.each(allMethods.map((method) => [method.key, method] as const))("%s", (_, method) => {
  test("computes its example, every figure a number", () => {
    const lines = valued(method.example.compute());
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines)
      for (const figure of numbersOf(line)) expect(figure, line.label.en).toSatisfy(Number.isFinite);
  });

  test("says everything in both languages", () => {
    const lines = valued(method.example.compute());
    const words = lines.flatMap(({ label, value }) =>
      typeof value === "object" && "en" in value ? [label, value as LocalText] : [label],
    );
    const texts = [method.name, ...method.plain, ...method.fails, method.example.given, ...words];
    for (const language of languages)
      for (const text of texts) expect(text[language].trim(), JSON.stringify(text)).not.toBe("");
    for (const list of [method.plain, method.formula, method.fails, method.sources])
      expect(list.length).toBeGreaterThan(0);
    for (const text of [...method.plain, ...method.fails, method.example.given])
      expect(text["zh-CN"]).toMatch(/\p{Script=Han}/u);
  });
});
