/** Our strict check against SurveyJS's validation of the same 25 answers, in the same run on the same machine. */
import { Model } from "survey-core";
import { expect, test } from "vitest";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import type { Answers } from "~/domain/questionnaire/compiled";
import { checkSubmission } from "~/domain/questionnaire/validate";

const choices = ["a", "b", "c", "d"];
const kinds = [
  { element: { type: "text", inputType: "number", min: 0 }, answer: 12 },
  { element: { type: "radiogroup", choices, isRequired: true }, answer: "b" },
  { element: { type: "checkbox", choices }, answer: ["a", "c"] },
  { element: { type: "rating", rateMin: 0, rateMax: 10, visibleIf: "{q1} = 'b'" }, answer: 9 },
  { element: { type: "matrix", rows: choices, columns: [1, 2, 3] }, answer: { a: 1, b: 2, c: 3, d: 1 } },
];
const fields = Array.from({ length: 25 }, (_, at) => ({ name: `q${at}`, ...kinds[at % kinds.length]! }));
const json = { pages: [{ name: "p", elements: fields.map(({ name, element }) => ({ name, ...element })) }] };
const answers: Answers = Object.fromEntries(fields.map(({ name, answer }) => [name, answer]));

/** Median microseconds of one call over several rounds. */
function microseconds(run: () => unknown, calls: number): number {
  for (let call = 0; call < calls; call++) run();
  const rounds = Array.from({ length: 7 }, () => {
    const start = performance.now();
    for (let call = 0; call < calls; call++) run();
    return ((performance.now() - start) / calls) * 1000;
  });
  return rounds.sort((a, b) => a - b)[3]!;
}

test("25 answers are checked in tens of microseconds, a hundredth of SurveyJS's time or less", async () => {
  const result = await compileQuestionnaire(json);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const { compiled } = result;
  expect(checkSubmission(compiled, answers, {})).toEqual({ ok: true, answers, stripped: [] });
  const ours = microseconds(() => checkSubmission(compiled, answers, {}), 2000);
  const theirs = microseconds(() => {
    const model = new Model(json);
    model.data = answers;
    return model.validate(false, false);
  }, 10);
  console.info(
    `25 fields: ${ours.toFixed(1)} µs, SurveyJS ${theirs.toFixed(0)} µs, ratio ${(theirs / ours).toFixed(0)}`,
  );
  expect(theirs / ours).toBeGreaterThan(100);
});
