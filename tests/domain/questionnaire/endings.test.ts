import { expect, test } from "vitest";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { endOf, quotasAt, withEndings } from "~/domain/questionnaire/endings";
import { nextPage } from "~/domain/questionnaire/flow";

const pages = [
  { name: "one", elements: [{ type: "radiogroup", name: "size", choices: ["s", "l"] }] },
  { name: "two", visibleIf: "{size} = 's' or {size} = 'l'", elements: [{ type: "comment", name: "why" }] },
  { name: "three", elements: [{ type: "text", name: "last" }] },
];
const endings = [{ after: "one", if: "{size} = 'l'" }];

test.each(["written for us", "written for SurveyJS"])(
  "whoever meets the condition is asked nothing more, %s",
  async (how) => {
    const json = how === "written for us" ? { pages, endings } : withEndings({ pages, endings });
    const made = await compileQuestionnaire(
      how === "written for us" ? json : { ...(json as object), endings: undefined },
    );
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    expect(nextPage(made.compiled, "one", { size: "l" }, {})).toBeNull();
    expect(nextPage(made.compiled, "one", { size: "s" }, {})).toBe("two");
    expect(nextPage(made.compiled, null, { size: "l" }, {})).toBe("one");
  },
);

test("an ending behind no page, or with a condition that cannot be read, is refused", async () => {
  const lost = await compileQuestionnaire({ pages, endings: [{ after: "nine", if: "{size} = 'l'" }] });
  expect(lost).toMatchObject({ ok: false, problems: [{ code: "unknown-page", path: "endings[0]" }] });
  const bad = await compileQuestionnaire({ pages, endings: [{ after: "one", if: "{size} =" }] });
  expect(bad).toMatchObject({ ok: false, problems: [{ code: "bad-expression", path: "endings[0].if" }] });
});

test("without endings the JSON is the same object", () => {
  const json = { pages };
  expect(withEndings(json)).toBe(json);
});

const compiledOf = async (json: unknown) => {
  const made = await compileQuestionnaire(json);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.compiled;
};

test.each(["ours", "SurveyJS's"])("a jump leaves out the pages in between, in %s words", async (whose) => {
  const json = { pages, jumps: [{ after: "one", to: "three", if: "{size} = 'l'" }] };
  const compiled = await compiledOf(
    whose === "ours" ? json : { ...(withEndings(json) as object), jumps: [] },
  );
  expect(nextPage(compiled, "one", { size: "l" }, {})).toBe("three");
  expect(nextPage(compiled, "one", { size: "s" }, {})).toBe("two");
});

test.each([
  [{ jumps: [{ after: "two", to: "one", if: "{size} = 'l'" }] }, "unknown-page", "jumps[0].to"],
  [{ jumps: [{ after: "two", to: "ten", if: "{size} = 'l'" }] }, "unknown-page", "jumps[0].to"],
  [{ endings: [{ after: "one", if: "{size} = 'l'", as: "over-quota" }] }, "bad-limit", "endings[0].most"],
])("%j is refused", async (ways, code, path) => {
  expect(await compileQuestionnaire({ pages, ...ways })).toMatchObject({
    ok: false,
    problems: [{ code, path }],
  });
});

test("the ending behind the earliest page closes a response; a quota hides nothing by itself", async () => {
  const compiled = await compiledOf({
    pages,
    endings: [
      { after: "two", if: "{size} = 'l'", text: { en: "later" } },
      { after: "one", if: "{size} = 'l'", as: "complete", text: { en: "earlier" } },
      { after: "one", if: "{size} = 's'", as: "over-quota", most: 3 },
    ],
  });
  expect(endOf(compiled, { size: "l" }, {})).toMatchObject({ as: "complete", text: { en: "earlier" } });
  expect(endOf(compiled, { size: "s" }, {})).toBeNull();
  expect(nextPage(compiled, "one", { size: "s" }, {})).toBe("two");
  expect(quotasAt(compiled, "one", { size: "s" }, {})).toMatchObject([{ most: 3 }]);
  expect(quotasAt(compiled, "two", { size: "s" }, {})).toEqual([]);
  expect(quotasAt(compiled, null, { size: "l" }, {})).toEqual([]);
});
