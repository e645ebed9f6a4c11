/** Reads one condition as SurveyJS's own parser does; SurveyJS is loaded on the first call. */
import type { Expression } from "./compiled";
import type { ParsedRule } from "./condition-check";
import { isRefusal, type Refusal, toExpression } from "./conditions";
import { rulesOf } from "./draft-rules";

const longest = 4000;

/**
 * The expression of a condition's text, or why it cannot be used. Blank text is no condition: null.
 */
export async function parseCondition(text: string): Promise<Expression | Refusal | null> {
  if (text.trim() === "") return null;
  if (text.length > longest) return { code: "bad-expression", word: "" };
  const { ConditionsParser } = await import("survey-core");
  const operand = new ConditionsParser().parseExpression(text);
  return operand ? toExpression(operand) : { code: "bad-expression", word: text };
}

/** Every rule of a draft with its expression; null where its text cannot be used. */
export async function parseRules(draft: unknown): Promise<ParsedRule[]> {
  return Promise.all(
    rulesOf(draft).map(async (rule) => {
      const expression = await parseCondition(rule.text);
      return { rule, expression: expression && !isRefusal(expression) ? expression : null };
    }),
  );
}
