/** Checking 10,000 responses against reading them once: the checks must stay of that order. */
import { expect, test } from "vitest";
import { type Checkable, checkResponses } from "~/domain/quality/check-responses";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { buildQuestionnaire } from "~/domain/questionnaire/templates";
import { sampleBrief } from "~/domain/study/sample-brief";
import { answersTo } from "../support/respondent";

const timed = (work: () => void) => {
  const times = Array.from({ length: 5 }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return times.sort((a, b) => a - b)[2]!;
};

test("10,000 responses of 1,000 companies", async () => {
  const result = await compileQuestionnaire(buildQuestionnaire("user", sampleBrief));
  if (!result.ok) throw new Error("does not compile");
  const { compiled } = result;
  const text = JSON.stringify(answersTo(compiled));
  const texts = Array.from({ length: 10_000 }, (_, at) => text.replaceAll("招聘", `招聘${at}`));
  const responses: Checkable[] = texts.map((answers, at) => ({
    ...{
      id: `r${at}`,
      role: "user",
      companyId: `c${at % 1000}`,
      contactId: `p${at}`,
      review: null,
      compiled,
    },
    answers: JSON.parse(answers),
    seconds: Object.fromEntries(compiled.pages.map(({ name }, page) => [name, 10 + ((at * 7 + page) % 30)])),
  }));
  const reading = timed(() => {
    for (const answers of texts) JSON.parse(answers);
  });
  const checking = timed(() => checkResponses(responses));
  console.info(
    `read ${reading.toFixed(0)} ms, checked ${checking.toFixed(0)} ms, ratio ${(checking / reading).toFixed(1)}`,
  );
  expect(checking / reading).toBeLessThan(40);
});
