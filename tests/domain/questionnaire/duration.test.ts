import { expect, test } from "vitest";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { estimateMinutes } from "~/domain/questionnaire/duration";

const compiled = async (visibleIf?: string) => {
  const comments = (page: string) =>
    [1, 2, 3, 4].map((n) => ({ type: "comment", name: `${page}${n}`, title: "Why?" }));
  const result = await compileQuestionnaire({
    pages: [
      { name: "a", elements: comments("a") },
      { name: "b", elements: comments("b"), ...(visibleIf && { visibleIf }) },
    ],
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.compiled;
};

test("eight comments take four minutes; a page that only some see counts for half", async () => {
  expect(estimateMinutes(await compiled())).toBe(4);
  expect(estimateMinutes(await compiled("{a1} = 'x'"))).toBe(3);
});

test("the pages still ahead count in full, and never as less than a minute", async () => {
  const conditional = await compiled("{a1} = 'x'");
  expect(estimateMinutes(conditional, ["b"])).toBe(2);
  expect(estimateMinutes(conditional, [])).toBe(1);
});
