/** Answers that rules fill in: "the question becomes this value when that holds". */
import type { Answers, Compiled, Expression, SetValue } from "./compiled";
import { walk } from "./conditions";
import { evaluate, isTrue, type Variables } from "./evaluate";
import { readAnswer } from "./read-answer";
import { sameJson } from "./same-json";

/** The names of questions an expression asks about, in lower case. */
const namesIn = (expression: Expression | undefined): string[] =>
  expression
    ? walk(expression).flatMap((part) =>
        part.op === "variable" ? [part.path.replace(/^#/, "").toLowerCase()] : [],
      )
    : [];

/** What a rule waits for: the questions of its condition, or of its value where it has none (SurveyJS's rule). */
const waitsFor = ({ if: when, to }: SetValue) => namesIn(when ?? to);

const asksAbout = (path: string, name: string) =>
  path === name || [".", "[", "-comment"].some((mark) => path.startsWith(name + mark));

/**
 * `answers` with the values that rules fill in, because an answer they wait for changed from `before`. Each rule is
 * asked once, in the order of the questions, so one may follow from an earlier one. A value its question does not take
 * is left out. What the respondent then changes by hand stays until the rule's own questions change again.
 */
export function withSetValues(
  compiled: Compiled,
  before: Answers,
  answers: Answers,
  variables: Variables,
): Answers {
  let after = answers;
  for (const { items } of compiled.pages) {
    for (const item of items) {
      if (!item.set) continue;
      const changed = Object.keys({ ...before, ...after })
        .filter((name) => !sameJson(before[name], after[name]))
        .map((name) => name.toLowerCase());
      if (!waitsFor(item.set).some((path) => changed.some((name) => asksAbout(path, name)))) continue;
      const context = { answers: after, variables };
      if (item.set.if && !isTrue(item.set.if, context)) continue;
      const { [item.name]: _, ...others } = after;
      const read = readAnswer(item, item.set.to ? evaluate(item.set.to, context) : null);
      if (read.problems.length === 0)
        after = read.value === undefined ? others : { ...others, [item.name]: read.value };
    }
  }
  return after;
}
