import { describe, expect, test } from "vitest";
import { businessTypes, defaultPmfRule } from "~/domain/study/study";
import {
  keyCompetitors,
  readStudy,
  type TypedStudy,
  typedFromForm,
  typedStudy,
} from "~/domain/study/study-form";

const typed = (given: Partial<TypedStudy> = {}): TypedStudy => ({
  product: " 薪云 HR ",
  description: "",
  businessType: "saas",
  stage: "market-validation",
  industry: "",
  targetMarket: "",
  languages: ["en", "zh-CN"],
  competitors: "",
  currency: "cny",
  priceUnitZh: "",
  priceUnitEn: "",
  priceLadder: "",
  threshold: "",
  minUses: "",
  windowDays: "",
  roles: [],
  ...given,
});
const study = (given: Partial<TypedStudy> = {}) => {
  const read = readStudy(typed(given));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read;
};
const problems = (given: Partial<TypedStudy>) => {
  const read = readStudy(typed(given));
  return read.ok ? {} : read.problems;
};

describe("a study's form", () => {
  test("what is left empty is the business type's usual", () => {
    for (const businessType of businessTypes)
      expect(study({ businessType }).study).toMatchObject(defaultPmfRule[businessType]);
    expect(study({ businessType: "hardware" }).study.priceUnit).toEqual({ "zh-CN": "每台", en: "per unit" });
  });

  test("what is given wins, in full-width digits and per cent too", () => {
    const given = { threshold: "５０%", minUses: "3", windowDays: "60", priceUnitEn: "per site" };
    expect(study(given).study).toMatchObject({
      ...{ product: "薪云 HR", currency: "CNY", languages: ["zh-CN", "en"] },
      ...{ threshold: 0.5, minUses: 3, windowDays: 60 },
      priceUnit: { "zh-CN": "per site", en: "per site" },
    });
  });

  test("competitors and prices are lists of different things", () => {
    const read = study({ competitors: "甲\r\n 乙 \n\n甲", priceLadder: "99，59、129 59" });
    expect(read.competitors).toEqual(["甲", "乙"]);
    expect(read.study.priceLadder).toEqual([59, 99, 129]);
  });

  test("the core roles are always asked, the others on request and in the order of the chain", () => {
    expect(study().roles).toEqual(["decider", "user", "requester"]);
    expect(study({ roles: ["it-security", "procurement"] }).roles).toEqual([
      ...["decider", "user", "requester", "procurement", "it-security"],
    ]);
  });

  test("every problem is told at its field", () => {
    expect(
      problems({
        ...{ product: "  ", businessType: "bank", industry: "moon", languages: [], currency: "RMB" },
        ...{ priceLadder: "99, -1", threshold: "0", minUses: "1.5", windowDays: "soon" },
        competitors: "一二三四五六七八九".split("").join("\n"),
        roles: ["decider"],
      }),
    ).toEqual({
      ...{ product: "missing", businessType: "not-offered", industry: "not-offered" },
      ...{ languages: "no-language", currency: "not-a-currency", priceLadder: "not-a-price" },
      ...{ threshold: "not-a-share", minUses: "not-a-count", windowDays: "not-a-count" },
      ...{ competitors: "too-many", roles: "not-offered" },
    });
    expect(problems({ product: "x".repeat(81) })).toEqual({ product: "too-long" });
  });

  test("a posted form is read field by field; a missing one is empty", () => {
    const form = new FormData();
    form.set("product", "ab");
    form.append("languages", "en");
    form.append("languages", "zh-CN");
    expect(typedFromForm(form)).toMatchObject({
      ...{ product: "ab", description: "", languages: ["en", "zh-CN"], roles: [] },
    });
  });

  test("a study goes back into its form and comes out the same", () => {
    const first = study({
      ...{ competitors: "甲\n乙", priceLadder: "59 99", threshold: "33.3", priceUnitZh: "每店每年" },
      ...{ industry: "retail", languages: ["zh-CN"] },
    });
    const again = readStudy(
      typedStudy(
        first.study,
        first.competitors.map((name) => ({ name })),
      ),
    );
    expect(again).toEqual(first);
  });
});

describe("competitors", () => {
  const before = [
    { id: "a", name: "Alpha" },
    { id: "b", name: "Beta" },
  ];
  const ids = (names: string[], from = before) => keyCompetitors(from, names).map(({ id }) => id);

  test("keep their keys when kept, moved or respelt", () => {
    expect(ids(["Beta", "Alpha"])).toEqual(["b", "a"]);
    expect(ids(["Alfa", "Beta"])).toEqual(["a", "b"]);
    expect(ids(["Beta"])).toEqual(["b"]);
  });

  test("a new one gets a key of its own, the same whenever it comes back", () => {
    const [, , gamma] = ids(["Alpha", "Beta", "Gamma"]);
    expect(gamma).toMatch(/^c[a-z0-9]+$/);
    expect(ids(["Gamma"], [])).toEqual([gamma]);
    expect(new Set(ids(["甲", "乙", "丙", "Alpha"], [])).size).toBe(4);
    expect(ids(["Alpha", "Beta", "Gamma"], [{ id: gamma ?? "", name: "Old name of another" }])[2]).not.toBe(
      gamma,
    );
  });
});
