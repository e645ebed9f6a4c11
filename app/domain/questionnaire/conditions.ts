/** Turns SurveyJS's parsed conditions into our `Expression` and looks through them. */
import type { Answer, Expression } from "./compiled";
import { arithmetic, comparisons, functions } from "./evaluate";
import type { ProblemCode } from "./problem";

/** What is read of survey-core's operands, whose classes are not part of its documented interface. */
export type Operand = {
  getType(): string;
  operator?: string;
  functionName?: string;
  variable?: string;
  useValueAsItIs?: boolean;
  correctValue?: unknown;
  expression?: Operand | null;
  leftOperand?: Operand | null;
  rightOperand?: Operand | null;
  values?: (Operand | null)[];
  paramValues?: (Operand | null)[];
};

export type Refusal = { code: ProblemCode; word: string };

/** Names SurveyJS computes from its own state: a server cannot know them. */
const builtIn =
  /^(\$|pageno$|pagecount$|locale$|(in)?correct(ed)?answers$|(in)?correctedanswercount$|questioncount$)/i;

/** The expression of a parsed condition, or why it cannot be used. */
export function toExpression(operand: Operand | null | undefined): Expression | Refusal {
  if (!operand) return { op: "constant", value: null };
  switch (operand.getType()) {
    case "const":
      return { op: "constant", value: operand.correctValue as Answer };
    case "variable": {
      const path = operand.variable ?? "";
      if (builtIn.test(path) || path.endsWith("-unwrapped"))
        return { code: "unsupported-variable", word: path };
      return { op: "variable", path: operand.useValueAsItIs ? `#${path}` : path };
    }
    case "array":
      return onEach(operand.values ?? [], (of) => ({ op: "array", of }));
    case "unary": {
      const name = operand.operator ?? "";
      return onEach([operand.expression ?? null], ([of]) => ({ op: "unary", name, of: of! }));
    }
    case "function": {
      const name = operand.functionName ?? "";
      if (!Object.hasOwn(functions, name)) return { code: "unknown-function", word: name };
      return onEach(operand.paramValues ?? [], (args) => ({ op: "call", name, args }));
    }
    default: {
      const name = operand.operator ?? "";
      if (!Object.hasOwn(comparisons, name) && !arithmetic.includes(name))
        return { code: "bad-expression", word: name };
      return onEach([operand.leftOperand ?? null, operand.rightOperand ?? null], ([left, right]) => ({
        op: "binary",
        name,
        left: left!,
        right: right!,
      }));
    }
  }
}

export const isRefusal = (result: Expression | Refusal): result is Refusal => "code" in result;

function onEach(
  operands: (Operand | null)[],
  make: (parts: Expression[]) => Expression,
): Expression | Refusal {
  const parts = operands.map(toExpression);
  return parts.find(isRefusal) ?? make(parts.filter((part): part is Expression => !isRefusal(part)));
}

const partsOf = (expression: Expression): Expression[] => {
  switch (expression.op) {
    case "array":
    case "unary":
      return [expression.of].flat();
    case "binary":
      return [expression.left, expression.right];
    case "call":
      return expression.args;
    default:
      return [];
  }
};

/** Every expression inside one, itself included. */
export const walk = (expression: Expression): Expression[] => [
  expression,
  ...partsOf(expression).flatMap(walk),
];

/** A copy in which the variable `name` is a known value, for example `{item}` a choice's. */
export function withKnown(expression: Expression, name: string, value: Answer): Expression {
  const inside = (part: Expression) => withKnown(part, name, value);
  switch (expression.op) {
    case "variable":
      return expression.path.toLowerCase() === name ? { op: "constant", value } : expression;
    case "array":
      return { ...expression, of: expression.of.map(inside) };
    case "unary":
      return { ...expression, of: inside(expression.of) };
    case "binary":
      return { ...expression, left: inside(expression.left), right: inside(expression.right) };
    case "call":
      return { ...expression, args: expression.args.map(inside) };
    default:
      return expression;
  }
}

/** True when both hold, each judged by itself; undefined conditions hold. */
export function both(one: Expression | undefined, other: Expression | undefined): Expression | undefined {
  if (!one || !other) return one ?? other;
  return { op: "binary", name: "and", left: asCondition(one), right: asCondition(other) };
}

// SurveyJS asks `== true` of a whole condition, so 5 does not hold although it is not nothing.
const asCondition = (expression: Expression): Expression =>
  isYesOrNo(expression)
    ? expression
    : { op: "binary", name: "equal", left: expression, right: { op: "constant", value: true } };

const isYesOrNo = (expression: Expression): boolean => {
  if (expression.op === "unary") return true;
  if (expression.op !== "binary") return false;
  if (Object.hasOwn(comparisons, expression.name)) return true;
  return ["and", "or"].includes(expression.name) && isYesOrNo(expression.left) && isYesOrNo(expression.right);
};
