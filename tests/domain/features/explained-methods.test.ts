import { describe, expect, it } from "vitest";
import { competitorMethods } from "~/domain/methods/competitors";
import { featureMethods } from "~/domain/methods/features";
import { marketMethods } from "~/domain/methods/market";
import { priceMethods } from "~/domain/methods/price";
import { qualityMethods } from "~/domain/methods/quality";
import { textMethods } from "~/domain/methods/text";

const methods = [
  ...featureMethods,
  ...priceMethods,
  ...competitorMethods,
  ...marketMethods,
  ...qualityMethods,
  ...textMethods,
];

/** Every string inside a value, however deep. */
function stringsIn(given: unknown): string[] {
  if (typeof given === "string") return [given];
  return typeof given === "object" && given !== null ? Object.values(given).flatMap(stringsIn) : [];
}
function numbersIn(given: unknown): number[] {
  if (typeof given === "number") return [given];
  return typeof given === "object" && given !== null ? Object.values(given).flatMap(numbersIn) : [];
}

describe("explained methods of features, price, competitors, market, quality and text", () => {
  it("have addresses of their own", () => {
    const keys = methods.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it.each(methods.map((method) => [method.key, method] as const))("%s computes its example", (_, method) => {
    const result = method.example.compute();
    if (!result.ok) throw new Error(result.reason);
    expect(result.value.length).toBeGreaterThan(0);
    for (const { value } of result.value) {
      expect(numbersIn(value).every(Number.isFinite)).toBe(true);
      expect(numbersIn(value).length + stringsIn(value).length).toBeGreaterThan(0);
    }
  });

  it.each(methods.map((method) => [method.key, method] as const))("%s leaves no text empty", (_, method) => {
    const { plain, formula, fails, sources } = method;
    for (const part of [plain, formula, fails, sources]) expect(part.length).toBeGreaterThan(0);
    const lines = method.example.compute();
    const texts = [...stringsIn(method), ...(lines.ok ? stringsIn(lines.value) : [])];
    expect(texts.filter((text) => text.trim() === "")).toEqual([]);
    // A Chinese text left in English would be seen here; formulas and abbreviations are not texts of prose.
    for (const { "zh-CN": chinese, en } of [...plain, ...fails, method.name, method.example.given]) {
      expect(chinese).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/[a-z]/i);
    }
  });
});
