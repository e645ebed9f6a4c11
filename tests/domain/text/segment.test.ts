import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segment } from "~/domain/text/segment";
import { contentWords } from "~/domain/text/stop-words";

describe("segmenting", () => {
  it("cuts Chinese into words and knows those of the trade", () => {
    expect(segment("获客成本太高，续费率低。")).toEqual(["获客成本", "太高", "续费率", "低"]);
    expect(segment("竞品的客服响应更快")).toEqual(["竞品", "的", "客服", "响应", "更", "快"]);
  });

  it("cuts English at spaces and signs, in lower case, and keeps words with inner signs whole", () => {
    expect(segment("It's too slow: the third-party API (v2.0) doesn’t answer!")).toEqual([
      "it's",
      "too",
      "slow",
      "the",
      "third-party",
      "api",
      "v2.0",
      "doesn’t",
      "answer",
    ]);
  });

  it("cuts both scripts in one text and reads full-width letters as ordinary ones", () => {
    expect(segment("我们的ＣＲＭ和企业微信集成不顺畅")).toEqual([
      "我们",
      "的",
      "crm",
      "和",
      "企业微信",
      "集成",
      "不",
      "顺畅",
    ]);
  });

  it("has no words in an empty text or mere signs", () => {
    expect(segment("")).toEqual([]);
    expect(segment(" …？！ 😀")).toEqual([]);
  });
});

describe("content words", () => {
  it("leave out fillers and bare numbers in both languages", () => {
    expect(contentWords(segment("我们觉得价格太高了，99"))).toEqual(["价格", "太高"]);
    expect(contentWords(segment("The price is too high for 3 of us"))).toEqual(["price", "high"]);
  });
});

it("loses no letter of a text, whatever it holds", () => {
  const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.join("") ?? "";
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."获客成本高 the API v2.0, ＣＲＭ-不！") }), (text) => {
      const words = segment(text);
      expect(letters(words.join(""))).toBe(letters(text.normalize("NFKC").toLowerCase()));
      expect(words).not.toContain("");
    }),
  );
});
