import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { knownPeople, maskPeople } from "~/domain/text/people-names";

const people = knownPeople([
  "王小明",
  "李伟",
  "欧阳娜娜",
  "周静",
  "程 立",
  "Ann Marie O'Neil",
  "Li Wei",
  "Will Young",
  "X",
]);
const said = (text: string) => maskPeople(text, people, "■");

describe("people in open answers", () => {
  test.each([
    ["王小明说太慢了，小明自己也这么觉得。", "■说太慢了，■自己也这么觉得。"],
    ["要等王总签字，再问李经理和欧阳老师", "要等■签字，再问■和■"],
    ["娜娜和老王都不用", "■和■都不用"],
    ["李 伟和王 小明", "李 伟和王 ■"],
    ["Ask Ann Marie O'Neil or O'Neil, Ann Marie.", "Ask ■ or ■."],
    ["Ann's idea; Marie agrees", "■'s idea; ■ agrees"],
    ["li wei and WEI LI signed, Wei too", "■ and ■ signed, ■ too"],
    ["Will Young decides.", "■ decides."],
  ])("%s", (text, masked) => expect(said(text)).toBe(masked));

  test.each([
    "周总结写一小时，程序在小程序里跑",
    "高工资和加班，李子很甜",
    "Will you sign? Young teams may wait in the annex.",
    "Manner and Marienbad are other words",
  ])("leaves other words: %s", (text) => expect(said(text)).toBe(text));

  test("no full name survives, wherever it stands; nobody known, nothing masked", () => {
    const names = ["王小明", "李伟", "欧阳娜娜", "Ann Marie O'Neil", "Li Wei", "Will Young"];
    const around = fc.string({ unit: fc.constantFrom("的", "说", " ", ",", "了", "。"), maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...names), around, around, (name, before, after) => {
        expect(said(`${before}${name}${after}`)).not.toContain(name);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(maskPeople(text, knownPeople([]), "■")).toBe(text);
      }),
    );
  });
});
