import { Model } from "survey-core";
import { describe, expect, test } from "vitest";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import type { Answers } from "~/domain/questionnaire/compiled";
import { checkPage } from "~/domain/questionnaire/validate";

const json = {
  pages: [
    {
      name: "one",
      elements: [
        { type: "radiogroup", name: "size", choices: ["s", "l"] },
        { type: "text", name: "seats", inputType: "number" },
      ],
    },
    {
      name: "two",
      elements: [
        {
          type: "radiogroup",
          name: "plan",
          choices: ["basic", "team"],
          setValueIf: "{size} = 'l'",
          setValueExpression: "'team'",
        },
        { type: "text", name: "double", inputType: "number", setValueExpression: "{seats} * 2" },
        {
          type: "radiogroup",
          name: "odd",
          choices: ["a"],
          setValueIf: "{size} = 'l'",
          setValueExpression: "'z'",
        },
        { type: "comment", name: "note", setValueIf: "{plan} = 'team'", setValueExpression: "'big'" },
      ],
    },
  ],
};

const compiled = async () => {
  const made = await compileQuestionnaire(json);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.compiled;
};
const answered = async (page: string, raw: Answers, stored: Answers) =>
  checkPage(await compiled(), page, raw, stored, {}).merged;

describe("a value that a rule fills in", () => {
  test.each([
    [{ size: "l" }, { size: "l", plan: "team", note: "big" }],
    [{ size: "s" }, { size: "s" }],
    [{ seats: 4 }, { seats: 4, double: 8 }],
  ])("follows %j as in SurveyJS", async (raw, expected) => {
    expect(await answered("one", raw, {})).toEqual(expected);
    const survey = new Model(json);
    for (const [name, value] of Object.entries(raw)) survey.setValue(name, value);
    const { odd, ...theirs } = survey.data;
    expect(theirs).toEqual(expected);
  });

  test("stays as the respondent changed it, until what it waits for changes again", async () => {
    const filled = await answered("one", { size: "l" }, {});
    const changed = await answered("two", { plan: "basic" }, filled);
    expect(changed).toMatchObject({ plan: "basic" });
    const same = await answered("one", { size: "l", seats: 2 }, changed);
    expect(same).toMatchObject({ plan: "basic" });
    const back = await answered("one", { size: "s" }, same);
    expect(await answered("one", { size: "l" }, back)).toMatchObject({ plan: "team" });
  });
});
