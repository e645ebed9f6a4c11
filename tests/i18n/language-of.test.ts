import { expect, test } from "vitest";
import { languageCookie, languageOf, localPath } from "~/i18n/language-of";

const asking = (headers: Record<string, string>) => languageOf({ headers: new Headers(headers) });

test.each([
  ["zh-TW,zh;q=0.9,en;q=0.8", "zh-CN"],
  ["en;q=0.5, zh-CN;q=0.9", "zh-CN"],
  ["fr-FR, en-GB;q=0.7, zh;q=0.3", "en"],
  ["zh;q=0, en;q=0.1", "en"],
  ["fr", "en"],
  ["", "en"],
])("the browser asks %s and gets %s", (accepted, language) => {
  expect(asking({ "Accept-Language": accepted })).toBe(language);
});

test("the reader's choice comes before the browser's wish", () => {
  const choice = languageCookie("en", { secure: false }).split(";")[0] ?? "";
  expect(asking({ Cookie: `session=1; ${choice}`, "Accept-Language": "zh" })).toBe("en");
});

test("a cookie that names no language is passed over", () => {
  expect(asking({ Cookie: "lang=fr", "Accept-Language": "zh" })).toBe("zh-CN");
  expect(asking({ Cookie: "slang=en", "Accept-Language": "zh" })).toBe("zh-CN");
});

test("the cookie is secure only where the origin is", () => {
  expect(languageCookie("zh-CN", { secure: true })).toMatch(/; Secure$/);
  expect(languageCookie("zh-CN", { secure: false })).not.toContain("Secure");
});

test.each([
  ["/studies/1?tab=2", "/studies/1?tab=2"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["https://evil.example", "/"],
  ["/a\nb", "/"],
  [undefined, "/"],
])("goes back to %s as %s", (given, path) => {
  expect(localPath(given)).toBe(path);
});
