import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chainRoles } from "~/domain/chain/role";
import { buildQuestionnaire } from "~/domain/questionnaire/templates";
import { countTranslations, translate, translationRows } from "~/domain/questionnaire/translation";
import {
  readTranslationCsv,
  readXliff,
  writeTranslationCsv,
  writeXliff,
} from "~/domain/questionnaire/translation-files";
import { sampleBrief } from "~/domain/study/sample-brief";

const draft = {
  title: "Survey",
  custom: { title: "not a text", deep: [1] },
  pages: [
    {
      name: "one",
      title: { default: "Page", "zh-cn": "页", de: "Seite" },
      elements: [
        {
          type: "radiogroup",
          name: "size",
          title: { default: "Size?" },
          choices: ["small", { value: 2, text: { default: "Two", "zh-cn": "二" } }, { value: "three" }],
          validators: [{ type: "expression", expression: "{size} notempty", text: "Say it" }],
        },
        { type: "panel", name: "panel", elements: [{ type: "text", name: "inner", title: "Inner" }] },
        {
          type: "paneldynamic",
          name: "list",
          templateElements: [{ type: "text", name: "cell", title: "Cell" }],
        },
        {
          type: "matrixdropdown",
          name: "grid",
          columns: [{ name: "price", title: "Price", choices: ["low"] }],
          rows: ["a"],
        },
      ],
    },
  ],
};
const rows = translationRows(draft);

test("every text is found, with a name that says where it belongs", () => {
  expect(rows.map(({ key }) => key)).toEqual([
    "s/title",
    "p/one/title",
    "q/size/title",
    "q/size/choices/small/text",
    "q/size/choices/2/text",
    "q/size/choices/three/text",
    "q/size/validators/0/text",
    "q/inner/title",
    "q/list/cell/title",
    "q/grid/columns/price/title",
    "q/grid/columns/price/choices/low/text",
    "q/grid/rows/a/text",
  ]);
  expect(countTranslations(rows)).toEqual({ total: 12, "zh-CN": 11, en: 12 });
});

test("a text is written in one language; other languages and everything unknown stay", () => {
  const done = translate(draft, [
    { key: "q/size/title", language: "zh-CN", text: "多大？" },
    { key: "q/size/choices/small/text", language: "zh-CN", text: "小" },
    { key: "p/one/title", language: "en", text: "First", was: "Page" },
    { key: "q/gone/title", language: "en", text: "x" },
    { key: "s/title", language: "en", text: "Other", was: "What I saw" },
  ]);
  expect(done).toMatchObject({
    changed: 3,
    unknown: ["q/gone/title"],
    conflicts: [{ key: "s/title", language: "en", text: "Survey", typed: "Other" }],
  });
  const [page] = (done.draft as typeof draft).pages;
  expect(page?.title).toEqual({ default: "First", en: "First", "zh-cn": "页", de: "Seite" });
  expect(page?.elements[0]).toMatchObject({
    title: { default: "Size?", "zh-cn": "多大？" },
    choices: [
      { value: "small", text: { default: "small", "zh-cn": "小" } },
      { value: 2 },
      { value: "three" },
    ],
  });
  expect((done.draft as typeof draft).custom).toBe(draft.custom);
});

test("what is taken away and written again is the same questionnaire", () => {
  const half = translate(draft, [{ key: "p/one/title", language: "zh-CN", text: "" }]);
  expect(half.changed).toBe(1);
  expect(translate(half.draft, [{ key: "p/one/title", language: "zh-CN", text: "页" }]).draft).toEqual(draft);
});

const line = fc.string({ unit: "grapheme", maxLength: 40 });
const text = fc
  .oneof(
    line,
    fc.constantFrom(
      "=1+1",
      "'quoted",
      "-5",
      "@x",
      'a,b\n"c"',
      "<b>&amp;</b>",
      " padded ",
      "两行\r\n第二行",
      "\t",
      "]]>",
      "007",
      "&#13;",
    ),
  )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them.
  .map((given) => given.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "x"))
  .filter((given) => given.trim() !== "");

describe("out and back", () => {
  const bilingual = fc.array(fc.tuple(text, text), { minLength: rows.length, maxLength: rows.length });
  test.each(["csv", "xliff"])("%s loses nothing", (kind) => {
    fc.assert(
      fc.property(bilingual, (texts) => {
        const given = rows.map((row, at) => {
          const [zh = "", en = ""] = texts[at] ?? [];
          return { ...row, text: { "zh-CN": zh, en } };
        });
        const read =
          kind === "csv"
            ? readTranslationCsv(writeTranslationCsv(given))
            : readXliff(writeXliff(given, { from: "en", to: "zh-CN", name: "q" }));
        if (!read.ok) throw new Error(read.reason);
        const languages = kind === "csv" ? (["zh-CN", "en"] as const) : (["zh-CN"] as const);
        expect(read.translations).toEqual(
          given.flatMap(({ key, text: own }) =>
            languages.map((language) => ({ key, language, text: own[language] })),
          ),
        );
      }),
      { numRuns: 150 },
    );
  });
  test.each(chainRoles)("the bank's %s questionnaire comes back unchanged", (role) => {
    const bank = buildQuestionnaire(role, sampleBrief);
    const own = translationRows(bank);
    for (const read of [
      readTranslationCsv(writeTranslationCsv(own)),
      readXliff(writeXliff(own, { from: "zh-CN", to: "en", name: "q" })),
    ]) {
      if (!read.ok) throw new Error(read.reason);
      expect(translate(bank, read.translations)).toMatchObject({ changed: 0, unknown: [], conflicts: [] });
    }
    const counted = countTranslations(own);
    expect(counted.en).toBe(counted.total);
    expect(counted["zh-CN"]).toBe(counted.total);
  });
});

describe("files from elsewhere", () => {
  test("XLIFF 2.0 with groups", () => {
    const xml = `<xliff version="2.0" srcLang="en" trgLang="zh-Hans"><file id="f"><group id="g"><unit id="s/title"><segment><source>Survey</source><target>问卷</target></segment></unit></group></file></xliff>`;
    expect(readXliff(xml)).toEqual({
      ok: true,
      translations: [{ key: "s/title", language: "zh-CN", text: "问卷" }],
    });
  });
  test.each([
    ["", "empty"],
    ["hello", "not-xliff"],
    ["<a><b></a>", "not-xliff"],
    [`<!DOCTYPE x [<!ENTITY a "aaaa">]><xliff><file target-language="en"/></xliff>`, "not-xliff"],
    [`<xliff><file target-language="fr"><body/></file></xliff>`, "wrong-language"],
  ])("%s is refused", (xml, reason) => {
    expect(readXliff(xml)).toEqual({ ok: false, reason });
  });
  test.each([
    ["", "empty"],
    ["a,b\n1,2", "not-csv"],
    ["key,fr\nx,y", "wrong-language"],
  ])("%j is refused", (csv, reason) => {
    expect(readTranslationCsv(csv)).toEqual({ ok: false, reason });
  });
  test("columns in another order, semicolons, and one language alone", () => {
    expect(readTranslationCsv("en;key\nSurvey;s/title\n;q/x")).toEqual({
      ok: true,
      translations: [{ key: "s/title", language: "en", text: "Survey" }],
    });
  });
});
