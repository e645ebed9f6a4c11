import { expect, test } from "vitest";
import { chainRoles } from "~/domain/chain/role";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { visibleItems } from "~/domain/questionnaire/flow";
import { hintsOf, randomAnswer } from "~/domain/questionnaire/random-answers";
import { buildQuestionnaire } from "~/domain/questionnaire/templates";
import { checkPage } from "~/domain/questionnaire/validate";
import { walkThrough } from "~/domain/questionnaire/walk-through";
import { seededRandom } from "~/domain/stats/seeded-random";
import { sampleBrief } from "~/domain/study/sample-brief";

async function compiledOf(json: unknown) {
  const made = await compileQuestionnaire(json);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.compiled;
}

test.each(chainRoles)(
  "every question of the bank's %s questionnaire is reached in 200 walks",
  async (role) => {
    const walk = walkThrough(await compiledOf(buildQuestionnaire(role, sampleBrief)), {
      walks: 200,
      seed: 1,
    });
    expect(walk.items.filter(({ n }) => n === 0).map(({ name }) => name)).toEqual([]);
    expect(walk.stuck).toBe(0);
    expect(walk.moves.filter(({ from }) => from === null).reduce((sum, { n }) => sum + n, 0)).toBe(200);
    expect(walk.moves.filter(({ to }) => to === null).reduce((sum, { n }) => sum + n, 0)).toBe(200);
  },
);

const draft = (condition: string) => ({
  pages: [
    {
      name: "one",
      elements: [
        { type: "radiogroup", name: "size", choices: ["s", "m", "l"], isRequired: true },
        { type: "text", inputType: "number", name: "seats", min: 1, max: 100_000, isRequired: true },
      ],
    },
    { name: "two", visibleIf: condition, elements: [{ type: "comment", name: "why" }] },
    { name: "three", elements: [{ type: "text", name: "last" }] },
  ],
});

test("a page nobody can reach is never reached; one that takes a rare answer is", async () => {
  const dead = walkThrough(await compiledOf(draft("{size} = 's' and {size} = 'm'")), { walks: 200, seed: 7 });
  expect(dead.pages).toEqual([
    { name: "one", n: 200 },
    { name: "two", n: 0 },
    { name: "three", n: 200 },
  ]);
  expect(dead.moves).toContainEqual({ from: "one", to: "three", n: 200 });
  const rare = walkThrough(await compiledOf(draft("{seats} = 73541")), { walks: 200, seed: 7 });
  expect(rare.pages[1]?.n).toBeGreaterThan(0);
});

test("the same seed walks the same ways, another seed others", async () => {
  const compiled = await compiledOf(draft("{size} = 's'"));
  const walk = (seed: number) => walkThrough(compiled, { walks: 50, seed });
  expect(walk(3)).toEqual(walk(3));
  expect(walk(3)).not.toEqual(walk(4));
});

test("random answers to every kind are ones that the strict check takes", async () => {
  const elements = [
    {
      type: "checkbox",
      name: "c",
      choices: [1, 2, 3],
      minSelectedChoices: 2,
      maxSelectedChoices: 2,
      isRequired: true,
      showNoneItem: true,
      showOtherItem: true,
    },
    { type: "ranking", name: "r", choices: ["a", "b", "c"], isRequired: true },
    { type: "imagepicker", name: "i", choices: ["a", "b"], multiSelect: true },
    {
      type: "matrix",
      name: "m",
      rows: ["x", "y"],
      columns: ["best", "worst", "none"],
      eachRowUnique: true,
      eachRowRequired: true,
    },
    {
      type: "multipletext",
      name: "p",
      items: [{ name: "a" }, { name: "b" }, { name: "c" }],
      pointTotal: 100,
    },
    { type: "text", inputType: "email", name: "e" },
    { type: "text", inputType: "date", name: "d" },
    { type: "text", inputType: "tel", name: "t" },
    { type: "text", inputType: "url", name: "u" },
    { type: "slider", name: "s", min: 5, max: 9, isRequired: true },
    { type: "boolean", name: "b", valueTrue: "yes", valueFalse: "no" },
    { type: "matrixdropdown", name: "md", rows: ["x"], columns: [{ name: "k", cellType: "text" }] },
    {
      type: "matrixdynamic",
      name: "my",
      minRowCount: 2,
      columns: [{ name: "k", cellType: "dropdown", choices: [1, 2] }],
    },
    { type: "paneldynamic", name: "pd", templateElements: [{ type: "rating", name: "k" }] },
    { type: "radiogroup", name: "o", choices: ["a"], showOtherItem: true, isRequired: true },
  ];
  const compiled = await compiledOf({ pages: [{ name: "p", elements }] });
  const [page] = compiled.pages;
  const random = seededRandom(11);
  for (let n = 0; n < 300; n++) {
    const answers = {};
    for (const item of visibleItems(page!, { answers, variables: {} }))
      Object.assign(answers, randomAnswer(item, { answers, variables: {} }, hintsOf(compiled), random));
    expect(checkPage(compiled, "p", answers, {}, {}).problems).toEqual([]);
  }
});
