/** Reads answers by what they measure instead of by the name of their question. */
import type { Answer, Answers, Compiled, Item } from "./compiled";
import type { MeasureKey } from "./measures";

/** Every item of a questionnaire in its order, nested ones left out. */
export const itemsOf = (compiled: Compiled): Item[] => compiled.pages.flatMap((page) => page.items);

/** The items that carry a measure key; several only where the measure is asked once per subject. */
export const itemsMeasuring = (compiled: Compiled, key: MeasureKey): Item[] =>
  itemsOf(compiled).filter((item) => item.measure === key);

/** The answer to the first item with this measure key, or null. */
export function answerTo(compiled: Compiled, answers: Answers, key: MeasureKey): Answer | null {
  for (const item of itemsMeasuring(compiled, key)) {
    const answer = answers[item.name];
    if (answer !== undefined) return answer;
  }
  return null;
}

/** The same, when it is text; a choice's "other" gives what was written beside it. */
export function textTo(compiled: Compiled, answers: Answers, key: MeasureKey): string | null {
  const answer = answerTo(compiled, answers, key);
  return typeof answer === "string" && answer.trim() !== "" ? answer.trim() : null;
}
