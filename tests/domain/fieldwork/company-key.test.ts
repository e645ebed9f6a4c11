import { expect, test } from "vitest";
import { companyKey } from "~/domain/fieldwork/company-key";

test.each([
  ["Acme Co., Ltd.", "ACME"],
  ["北京甲乙科技有限公司", "北京甲乙科技"],
  ["北京甲乙科技股份有限公司 ", "北京甲乙科技"],
  ["Ａｃｍｅ（中国）", "acme中国"],
  ["Müller & Söhne GmbH", "müller söhne"],
])("%s and %s are one company", (one, other) => {
  expect(companyKey(one)).toBe(companyKey(other));
});

test("different companies stay apart, and a bare legal form keeps its name", () => {
  expect(companyKey("Acme North")).not.toBe(companyKey("Acme"));
  expect(companyKey("公司")).toBe("公司");
  expect(companyKey("  ")).toBe("");
});
