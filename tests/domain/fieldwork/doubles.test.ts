import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { companyKey } from "~/domain/fieldwork/company-key";
import { companyDoubles, personDoubles } from "~/domain/fieldwork/doubles";

const companies = (...names: string[]) =>
  names.map((name, at) => ({ id: `${at}`, nameKey: companyKey(name) }));
const people = (...rows: [company: string, name: string, phone: string][]) =>
  rows.map(([companyId, name, phone], at) => ({ id: `${at}`, companyId, name, phone }));

describe("companies that may stand twice", () => {
  test.each([
    ["腾讯", "深圳市腾讯计算机系统有限公司"],
    ["Acme Software", "Acme Inc."],
    ["Northwind", "Nortwind"],
    ["北京星河科技有限公司", "星河"],
  ])("%s and %s", (first, second) => {
    expect(companyDoubles(companies(first, second))).toEqual([["0", "1"]]);
  });

  test.each([
    ["星河1号", "星河2号"],
    ["甲乙", "甲丙"],
    ["科技", "技术"],
    ["Acme", "Acne"],
    ["上海", "北京"],
  ])("not %s and %s", (first, second) => {
    expect(companyDoubles(companies(first, second))).toEqual([]);
  });

  test("every pair once, the smaller id first, and no more than asked for", () => {
    const word = fc.constantFrom("northwind", "nortwind", "northwinds", "acme", "星河", "北京星河科技", "x");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), fc.nat(5), (words, most) => {
        const listed = words.map((nameKey, at) => ({ id: `${100 + at}`, nameKey }));
        const pairs = companyDoubles(listed);
        expect(new Set(pairs.map(String)).size).toBe(pairs.length);
        for (const [first, second] of pairs) expect(first < second).toBe(true);
        expect(companyDoubles(listed, { most }).length).toBe(Math.min(most, pairs.length));
      }),
    );
  });
});

test("people of one name in one company or with one number; the nameless are nobody's double", () => {
  const found = personDoubles(
    people(
      ["a", "Li Na", ""],
      ["a", "li·na", ""],
      ["b", "Li Na", "+86 138 0013 8000"],
      ["c", "LiNa", "13800138000"],
      ["a", "", "13800138000"],
      ["d", "Bo", "13800138000"],
    ),
  );
  expect(found).toEqual([
    ["0", "1"],
    ["2", "3"],
  ]);
});
