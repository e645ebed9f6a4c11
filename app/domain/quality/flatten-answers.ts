import type { Answer, Answers } from "../questionnaire/compiled";

export type SingleAnswer = string | number | boolean;

/**
 * Every single answer of a response under the path to it: `{rating: {price: 4}}` becomes `rating.price → 4`.
 * A list (several choices, a ranking) is one answer, compared as a whole. Free text is an answer too.
 */
export function flattenAnswers(answers: Answers): Record<string, SingleAnswer> {
  const flat: Record<string, SingleAnswer> = {};
  const visit = (path: string, answer: Answer) => {
    if (Array.isArray(answer)) flat[path] = JSON.stringify(answer);
    else if (typeof answer !== "object") flat[path] = answer;
    else for (const [key, part] of Object.entries(answer)) visit(`${path}.${key}`, part);
  };
  for (const [name, answer] of Object.entries(answers)) visit(name, answer);
  return flat;
}
