/** The light rules and SurveyJS: the same questions visible, the same submissions accepted, but for its laxities. */
import fc from "fast-check";
import { Model, Serializer } from "survey-core";
import { describe, expect, test } from "vitest";
import type { AnswerProblemCode } from "~/domain/questionnaire/answer-problem";
import type { Answers, Compiled } from "~/domain/questionnaire/compiled";
import type { Variables } from "~/domain/questionnaire/evaluate";
import { visibleState } from "~/domain/questionnaire/flow";
import { registerSurveyProperties } from "~/domain/questionnaire/survey-properties";
import { buildQuestionnaire } from "~/domain/questionnaire/templates";
import { checkSubmission } from "~/domain/questionnaire/validate";
import { answersTo } from "./answers-like-people";
import { fullBrief } from "./briefs";
import { compiledOf } from "./compiled-of";

registerSurveyProperties(Serializer);

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const visibleIn = (model: Model) =>
  model
    .getAllQuestions()
    .filter((question) => question.isVisible && question.page.isVisible)
    .map(({ name }) => name);

/** What SurveyJS lets through and we do not; each is shown below. Whatever else we refuse, it must refuse too. */
const lax: readonly AnswerProblemCode[] = ["not-a-choice"];

describe.each(["decider", "user", "requester"] as const)("the %s's questionnaire", (role) => {
  test("shows the same questions at every step and accepts the same submissions", async () => {
    const json = buildQuestionnaire(role, fullBrief());
    const compiled = await compiledOf(json);
    const model = new Model(json);
    const verdicts = { accepted: 0, refused: 0 };
    const sameVisible = (answers: Answers, variables: Variables) => {
      model.data = copy(answers);
      expect([...visibleState(compiled, answers, variables).items]).toEqual(visibleIn(model));
    };
    // A third of the runs also stop on the way: loading answers into SurveyJS takes most of the time.
    const last = compiled.pages.length - 1;
    const step = fc.oneof(fc.integer({ min: 0, max: last }), fc.constant(null), fc.constant(null));
    fc.assert(
      fc.property(
        answersTo(compiled),
        step,
        fc.integer({ min: 1, max: 3 }),
        (answers, pages, ladderStart) => {
          model.setVariable("ladderStart", ladderStart);
          if (pages !== null) sameVisible(answersUpTo(compiled, pages, answers), { ladderStart });
          sameVisible(answers, { ladderStart });
          const checked = checkSubmission(compiled, answers, { ladderStart });
          const problems = checked.ok ? [] : checked.problems.filter(({ code }) => !lax.includes(code));
          const accepted = model.validate(false, false);
          const errors = model
            .getAllQuestions()
            .flatMap(({ name, errors }) => errors.map(({ text }) => ({ name, text })));
          expect(problems.length === 0, JSON.stringify({ problems, errors })).toBe(accepted);
          verdicts[accepted ? "accepted" : "refused"]++;
        },
      ),
      { numRuns: 300, seed: 40 },
    );
    expect(Math.min(verdicts.accepted, verdicts.refused)).toBeGreaterThan(20);
  }, 180_000);
});

function answersUpTo(compiled: Compiled, pages: number, answers: Answers): Answers {
  const names = compiled.pages
    .slice(0, pages)
    .flatMap((page) => page.items.flatMap(({ name }) => [name, `${name}-Comment`]));
  return Object.fromEntries(Object.entries(answers).filter(([name]) => names.includes(name)));
}

const abc = ["a", "b", "c"];
const laxities: { name: string; element: object; data: Record<string, unknown>; code: AnswerProblemCode }[] =
  [
    {
      name: 'a radio value that is no choice, beside an "other"',
      element: { type: "radiogroup", choices: abc, showOtherItem: true },
      data: { q: "z" },
      code: "not-a-choice",
    },
    {
      name: "a checkbox value that is no choice",
      element: { type: "checkbox", choices: abc },
      data: { q: ["z"] },
      code: "not-a-choice",
    },
    {
      name: "the same choice twice",
      element: { type: "checkbox", choices: abc },
      data: { q: ["a", "a"] },
      code: "not-unique",
    },
    {
      name: "none and another",
      element: { type: "checkbox", choices: abc, showNoneItem: true },
      data: { q: ["a", "none"] },
      code: "exclusive",
    },
    {
      name: "an image that is no choice",
      element: { type: "imagepicker", choices: abc },
      data: { q: "z" },
      code: "not-a-choice",
    },
    { name: "a rating off the scale", element: { type: "rating" }, data: { q: 99 }, code: "not-a-choice" },
    { name: "a rating as text", element: { type: "rating" }, data: { q: "4" }, code: "not-a-choice" },
    {
      name: "a number that is none",
      element: { type: "text", inputType: "number" },
      data: { q: "abc" },
      code: "not-a-number",
    },
    { name: "yes for true", element: { type: "boolean" }, data: { q: "yes" }, code: "not-a-choice" },
    {
      name: "a comment over its length",
      element: { type: "comment", maxLength: 3 },
      data: { q: "long" },
      code: "too-long",
    },
    {
      name: "an object for a comment",
      element: { type: "comment" },
      data: { q: { a: 1 } },
      code: "wrong-shape",
    },
    {
      name: "a matrix cell that is no column",
      element: { type: "matrix", columns: abc, rows: ["r"] },
      data: { q: { r: "z" } },
      code: "not-a-choice",
    },
    {
      name: "a matrix row that is none",
      element: { type: "matrix", columns: abc, rows: ["r"] },
      data: { q: { z: "a" } },
      code: "unknown-question",
    },
    {
      name: "a ranking of a part",
      element: { type: "ranking", choices: abc },
      data: { q: ["a"] },
      code: "rank-all",
    },
    {
      name: "a choice that is hidden now",
      element: { type: "ranking", choices: [...abc, { value: "d", visibleIf: "{x} = 1" }] },
      data: { q: ["d", "a", "b", "c"] },
      code: "not-a-choice",
    },
    {
      name: "points that do not add up",
      element: { type: "multipletext", pointTotal: 100, items: [{ name: "a", inputType: "number" }] },
      data: { q: { a: 90 } },
      code: "total-differs",
    },
    { name: "an unknown key", element: { type: "comment" }, data: { z: 1 }, code: "unknown-question" },
    {
      name: "no date",
      element: { type: "text", inputType: "date" },
      data: { q: "2023-02-29" },
      code: "bad-date",
    },
  ];

test.each(laxities)("SurveyJS accepts $name; we do not", async ({ element, data, code }) => {
  const json = { pages: [{ name: "p", elements: [{ name: "q", ...element }] }] };
  const model = new Model(json);
  model.data = copy(data);
  expect(model.validate(false, false)).toBe(true);
  expect(checkSubmission(await compiledOf(json), data, {})).toMatchObject({
    ok: false,
    problems: [{ code }],
  });
});

const agreed: { name: string; element: object; data: Record<string, unknown>; code?: AnswerProblemCode }[] = [
  {
    name: "a number between steps",
    element: { type: "text", inputType: "number", step: 5 },
    data: { q: 7 },
    code: "off-step",
  },
  {
    name: "no email",
    element: { type: "text", inputType: "email" },
    data: { q: "nobody" },
    code: "bad-email",
  },
  { name: "missing", element: { type: "comment", isRequired: true }, data: {}, code: "required" },
  {
    name: "required when it is",
    element: { type: "comment", requiredIf: "{q2} = 'x'" },
    data: { q2: "x" },
    code: "required",
  },
  {
    name: "required when it is not",
    element: { type: "comment", requiredIf: "{q2} = 'x'", isRequired: true },
    data: {},
  },
  {
    name: "hidden and missing",
    element: { type: "comment", isRequired: true, visibleIf: "{q2} = 1" },
    data: {},
  },
  {
    name: "greyed out and missing",
    element: { type: "comment", isRequired: true, enableIf: "{q2} = 1" },
    data: {},
  },
  {
    name: "greyed out, with an answer that fails its check",
    element: { type: "comment", enableIf: "{q2} = 1", validators: [{ type: "text", minLength: 5 }] },
    data: { q: "x" },
  },
  {
    name: "not greyed out any more and missing",
    element: { type: "comment", isRequired: true, enableIf: "{q2} = 'x'" },
    data: { q2: "x" },
    code: "required",
  },
  {
    name: "missing in a greyed-out group",
    element: {
      ...{ type: "panel", enableIf: "{q2} = 1" },
      elements: [{ type: "comment", name: "inside", isRequired: true }],
    },
    data: {},
  },
  {
    name: "too small",
    element: { type: "text", inputType: "number", min: 2 },
    data: { q: 1 },
    code: "below-minimum",
  },
  {
    name: "too big",
    element: { type: "text", inputType: "number", max: 2 },
    data: { q: 3 },
    code: "above-maximum",
  },
  {
    name: "too few",
    element: { type: "checkbox", choices: abc, minSelectedChoices: 2 },
    data: { q: ["a"] },
    code: "pick-more",
  },
  {
    name: "other without words",
    element: { type: "radiogroup", choices: abc, showOtherItem: true },
    data: { q: "other" },
    code: "required",
  },
  {
    name: "a row missing",
    element: { type: "matrix", columns: abc, rows: ["r", "s"], eachRowRequired: true },
    data: { q: { r: "a" } },
    code: "required",
  },
  {
    name: "all rows missing",
    element: { type: "matrix", columns: abc, rows: ["r"], eachRowRequired: true },
    data: {},
    code: "required",
  },
  {
    name: "a column twice",
    element: { type: "matrix", columns: abc, rows: ["r", "s"], eachRowUnique: true },
    data: { q: { r: "a", s: "a" } },
    code: "not-unique",
  },
  {
    name: "a field missing",
    element: { type: "multipletext", items: [{ name: "a", isRequired: true }, { name: "b" }] },
    data: { q: { b: "x" } },
    code: "required",
  },
  {
    name: "a check that fails",
    element: {
      type: "text",
      inputType: "number",
      validators: [{ type: "expression", expression: "{q} > {q2}" }],
    },
    data: { q: 1, q2: "5" },
    code: "check-failed",
  },
  {
    name: "a pattern that fails",
    element: { type: "text", validators: [{ type: "regex", regex: "^[0-9]+$" }] },
    data: { q: "x1" },
    code: "check-failed",
  },
  {
    name: "too short",
    element: { type: "comment", validators: [{ type: "text", minLength: 5 }] },
    data: { q: "x" },
    code: "check-failed",
  },
  { name: "no as an answer", element: { type: "boolean", isRequired: true }, data: { q: false } },
  {
    name: "an order that counts",
    element: { type: "ranking", choices: ["a", "b"] },
    data: { q: ["b", "a"] },
  },
];

test.each(agreed)("SurveyJS and we agree on $name", async ({ element, data, code }) => {
  const json = {
    pages: [
      {
        name: "p",
        elements: [
          { name: "q", ...element },
          { type: "text", name: "q2" },
        ],
      },
    ],
  };
  const model = new Model(json);
  model.data = copy(data);
  expect(model.validate(false, false)).toBe(code === undefined);
  const checked = checkSubmission(await compiledOf(json), data, {});
  expect(checked).toMatchObject(code ? { ok: false, problems: [{ item: "q", code }] } : { ok: true });
});

test("SurveyJS runs a check on a question without an answer; we check answers only", async () => {
  const validators = [{ type: "expression", expression: "{q} > 5" }];
  const json = {
    pages: [{ name: "p", elements: [{ type: "text", inputType: "number", name: "q", validators }] }],
  };
  expect(new Model(json).validate(false, false)).toBe(false);
  expect(checkSubmission(await compiledOf(json), {}, {})).toMatchObject({ ok: true });
});
