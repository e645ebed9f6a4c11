import { expect, test } from "vitest";
import { formatOf } from "~/i18n/format";

const en = formatOf("en");
const zh = formatOf("zh-CN");

test("a share with its interval and n", () => {
  expect(en.interval(0.38, [0.27, 0.51])).toBe("38% (27–51%)");
  expect(en.interval(0.38, [0.27, 0.51], { count: 1052 })).toBe("38% (27–51%), n = 1,052");
  expect(zh.interval(0.38, [0.27, 0.51], { count: 52 })).toBe("38%（27%～51%），n = 52");
});

test("a range with a negative end is written in words", () => {
  expect(en.range([-0.12, 0.05])).toBe("-12% to 5%");
  expect(zh.range([-0.12, 0.05])).toBe("-12% 至 5%");
});

test("money keeps its currency, short or in full", () => {
  expect(en.money(1234.5, "CNY")).toBe("¥1,234.5");
  expect(en.money(1_234_000, "USD", "compact")).toBe("$1.23M");
  expect(zh.money(123_456_789, "CNY", "compact")).toBe("¥1.23亿");
  expect(en.range([99, 168], { currency: "CNY" })).toBe("¥99–¥168");
});

test("numbers are grouped and cut, and nothing is never minus nothing", () => {
  expect(en.number(12345.678)).toBe("12,345.7");
  expect(en.number(12345.678, 0)).toBe("12,346");
  expect(en.percent(-0.002)).toBe("0%");
  expect(en.percent(0.1234, 1)).toBe("12.3%");
  expect(zh.compact(30_000_000)).toBe("3000万");
});

test("what is not a number is a dash", () => {
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
    expect([en.number(bad), en.percent(bad), en.money(bad, "EUR"), en.date(bad), en.dateTime(bad)]).toEqual(
      Array(5).fill("–"),
    );
  }
});

test("dates follow the time zone they are asked in", () => {
  const newYear = Date.UTC(2025, 11, 31, 20, 5);
  expect(en.dateTime(newYear)).toBe("Dec 31, 2025, 20:05");
  expect(formatOf("en", "Asia/Shanghai").dateTime(newYear)).toBe("Jan 1, 2026, 04:05");
  expect(formatOf("zh-CN", "Asia/Shanghai").date(newYear)).toBe("2026年1月1日");
});

test("lists and order follow the language", () => {
  expect(en.list(["price", "service", "UI"])).toBe("price, service, and UI");
  expect(zh.list(["价格", "服务", "界面"])).toBe("价格、服务和界面");
  expect(["财务", "安全", "采购"].sort(zh.compare)).toEqual(["安全", "财务", "采购"]);
  expect(["item 10", "item 9"].sort(en.compare)).toEqual(["item 9", "item 10"]);
});
