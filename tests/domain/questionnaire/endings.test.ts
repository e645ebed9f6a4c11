import { expect, test } from "vitest";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { withEndings } from "~/domain/questionnaire/endings";
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
