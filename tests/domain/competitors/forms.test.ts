import { describe, expect, test } from "vitest";
import { byCategory, featureFromForm, readFeature, typedFeature } from "~/domain/competitors/feature-form";
import { blankCell, cellMarks, cellScore, isDay } from "~/domain/competitors/matrix-cell";
import { entryPrice } from "~/domain/competitors/rival";
import { readRival, rivalFromForm, type TypedRival, typedRival } from "~/domain/competitors/rival-form";

const typed: TypedRival = {
  ...{ name: " Lanting ", status: "rival", positioning: "", segments: "", notes: "" },
  links: "https://a.example/\nhttps://a.example/ http://b.example/x",
  plans: [
    { name: "Pro", price: "￥1,200.5", note: "10 seats" },
    { name: "", price: " ", note: "" },
    { name: "Enterprise", price: "", note: "" },
  ],
};

describe("a competitor's form", () => {
  test("is read and comes back as it was meant", () => {
    const read = readRival(typed);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.rival).toMatchObject({
      name: "Lanting",
      links: ["https://a.example/", "http://b.example/x"],
      plans: [
        { name: "Pro", price: 1200.5, note: "10 seats" },
        { name: "Enterprise", price: null, note: "" },
      ],
    });
    expect(readRival(typedRival(read.rival))).toEqual(read);
  });

  test.each([
    [{ name: " " }, { name: "missing" }],
    [{ name: "x".repeat(61) }, { name: "too-long" }],
    [{ status: "friend" }, { status: "not-offered" }],
    [{ links: "javascript:alert(1)" }, { links: "not-a-link" }],
    [{ links: "lanting.example" }, { links: "not-a-link" }],
    [{ plans: [{ name: "Pro", price: "cheap", note: "" }] }, { plans: "not-a-price" }],
    [{ plans: [{ name: "Pro", price: "-3", note: "" }] }, { plans: "not-a-price" }],
    [{ plans: [{ name: "", price: "3", note: "" }] }, { plans: "plan-name" }],
  ] as [Partial<TypedRival>, object][])("%j is refused at its field", (change, problems) => {
    expect(readRival({ ...typed, ...change })).toEqual({ ok: false, problems });
  });

  test("is read from what a browser posts, whatever is missing", () => {
    const form = new FormData();
    form.append("name", "A");
    form.append("planName", "Basic");
    form.append("planPrice", "9");
    expect(rivalFromForm(form)).toMatchObject({
      name: "A",
      status: "",
      plans: [{ name: "Basic", price: "9", note: "" }],
    });
  });

  test("names the price a buyer meets first", () => {
    expect(
      entryPrice([
        { name: "a", price: null, note: "" },
        { name: "b", price: 5, note: "" },
      ]),
    ).toBe(5);
    expect(entryPrice([])).toBeNull();
  });
});

describe("a feature's form", () => {
  const fields = {
    category: "A",
    nameZh: "",
    nameEn: "Export",
    description: "",
    need: "",
    asked: "",
    better: "",
    unit: "",
  };
  test("takes a name in one language for both", () => {
    const read = readFeature(fields);
    if (!read.ok) throw new Error("refused");
    expect(read.feature).toMatchObject({
      name: { "zh-CN": "Export", en: "Export" },
      need: null,
      asked: null,
    });
    expect(readFeature(typedFeature(read.feature))).toEqual(read);
  });
  test("wants a name and a need of the list", () => {
    expect(readFeature({ ...fields, nameEn: " " })).toEqual({ ok: false, problems: { nameZh: "missing" } });
    expect(readFeature({ ...fields, need: "fame" })).toEqual({
      ok: false,
      problems: { need: "not-offered" },
    });
    expect(featureFromForm(new FormData())).toMatchObject({ category: "", need: "" });
  });
  test("of a measured one wants the unit, and comes back as typed", () => {
    const measured = { ...fields, better: "less", unit: " ¥ / month " };
    const read = readFeature(measured);
    if (!read.ok) throw new Error("refused");
    expect(read.feature.measure).toEqual({ better: "less", unit: "¥ / month" });
    expect(readFeature(typedFeature(read.feature))).toEqual(read);
    expect(readFeature({ ...measured, unit: " " })).toEqual({ ok: false, problems: { unit: "no-unit" } });
    expect(readFeature({ ...measured, better: "sideways" })).toEqual({
      ok: false,
      problems: { better: "not-offered" },
    });
  });
  test("groups by category in the order they come", () => {
    const rows = [{ category: "b" }, { category: "a" }, { category: "b" }];
    expect(byCategory(rows).map(({ category, features }) => [category, features.length])).toEqual([
      ["b", 2],
      ["a", 1],
    ]);
  });
});

describe("a cell", () => {
  const day = 86_400_000;
  const now = Date.UTC(2026, 6, 1);
  const known = { ...blankCell, support: "yes", source: "demo", savedAt: now } as const;
  const marks = (cell: Parameters<typeof cellMarks>[0]) => cellMarks(cell, { staleDays: 180, now });

  test("is marked when its source is missing or old", () => {
    expect(marks(known)).toEqual([]);
    expect(marks({ ...known, source: "" })).toEqual(["unsourced"]);
    expect(marks({ ...known, savedAt: now - 181 * day })).toEqual(["stale"]);
    expect(marks({ ...known, savedAt: now - 180 * day })).toEqual([]);
    // What was seen long ago is old, however lately it was typed in.
    expect(marks({ ...known, checkedOn: "2025-12-01" })).toEqual(["stale"]);
    expect(marks({ ...known, checkedOn: "2026-05-01", savedAt: now - 400 * day })).toEqual([]);
    expect(marks({ ...blankCell, savedAt: 0 })).toEqual([]);
    expect(marks({ ...blankCell, amount: 0, savedAt: now })).toEqual(["unsourced"]);
  });

  test("scores support times quality", () => {
    expect(cellScore({ support: "yes", quality: 5 })).toBe(1);
    expect(cellScore({ support: "yes", quality: null })).toBe(0.6);
    expect(cellScore({ support: "partial", quality: 4 })).toBe(0.4);
    expect(cellScore({ support: "no", quality: null })).toBe(0);
    expect(cellScore({ support: "unknown", quality: 5 })).toBeNull();
  });

  test("knows the days there are", () => {
    expect(["2026-02-28", "2026-02-30", "2026-2-3", "", "2026-13-01"].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
