/**
 * Conditions as menus can say them: questions, comparisons and values, joined by "and" or "or", with one
 * level of groups. What is not of this shape stays a text.
 */
import type { Answer, Expression } from "./compiled";

const compareOperators = [
  "equal",
  "notequal",
  "anyof",
  "noneof",
  "contains",
  "notcontains",
  "allof",
  "greater",
  "greaterorequal",
  "less",
  "lessorequal",
] as const;
export const clauseOperators = [...compareOperators, "notempty", "empty"] as const;
export type ClauseOperator = (typeof clauseOperators)[number];
type Scalar = string | number | boolean;

export type Clause = {
  /** The path of a variable: `size`, `support.price` (a row), `roles.length` (how many were picked). */
  question: string;
  operator: ClauseOperator;
  /** A list for "any of", "none of" and "all of"; nothing for "answered" and "not answered". */
  value?: Scalar | Scalar[];
};
export type Join = "and" | "or";
export type Group = { join: Join; clauses: Clause[] };
export type Rule = {
  join: Join;
  parts: (Clause | Group)[];
  /** The whole is turned round: a page that is skipped when the rest holds. */
  not?: true;
};

export const isGroup = (part: Clause | Group): part is Group => "clauses" in part;
/** Operators that take nothing to compare with. */
export const takesNothing = (operator: ClauseOperator) => operator === "empty" || operator === "notempty";
/** Operators that compare with a list. */
export const takesList = (operator: ClauseOperator) =>
  operator === "anyof" || operator === "noneof" || operator === "allof";

const isScalar = (value: unknown): value is Scalar =>
  typeof value === "string" ||
  typeof value === "boolean" ||
  (typeof value === "number" && Number.isFinite(value));

/** Paths that `{…}` can hold. */
const isPath = (path: string) => path !== "" && !/[{}#\n]/.test(path);

function readClause(expression: Expression): Clause | null {
  if (expression.op === "unary" && (expression.name === "empty" || expression.name === "notempty")) {
    const { of } = expression;
    return of.op === "variable" && isPath(of.path) ? { question: of.path, operator: expression.name } : null;
  }
  if (expression.op !== "binary") return null;
  const { left, right } = expression;
  const operator = compareOperators.find((one) => one === expression.name);
  if (!operator || left.op !== "variable" || !isPath(left.path)) return null;
  if (takesList(operator)) {
    if (right.op !== "array") return null;
    const values = right.of.map((one) => (one.op === "constant" ? one.value : null));
    return values.length > 0 && values.every(isScalar)
      ? { question: left.path, operator, value: values }
      : null;
  }
  if (right.op !== "constant" || !isScalar(right.value)) return null;
  return { question: left.path, operator, value: right.value };
}

const chain = (expression: Expression, join: Join): Expression[] =>
  expression.op === "binary" && expression.name === join
    ? [...chain(expression.left, join), ...chain(expression.right, join)]
    : [expression];

const joinOf = (expression: Expression): Join | null =>
  expression.op === "binary" && (expression.name === "and" || expression.name === "or")
    ? expression.name
    : null;

/** The expression as menus say it, or null where they cannot. */
export function readRule(expression: Expression): Rule | null {
  if (expression.op === "unary" && expression.name === "negate") {
    const inner = readRule(expression.of);
    return inner && !inner.not ? { ...inner, not: true } : null;
  }
  const join = joinOf(expression) ?? "and";
  const parts = chain(expression, join).map((part): Clause | Group | null => {
    const inner = joinOf(part);
    if (!inner) return readClause(part);
    const clauses = chain(part, inner).map(readClause);
    return clauses.every((clause) => clause !== null) ? { join: inner, clauses } : null;
  });
  return parts.every((part) => part !== null) ? { join, parts } : null;
}

/** A value as a condition writes it. */
export const scalarText = (value: Scalar): string =>
  typeof value === "string" ? `'${value.replace(/['"]/g, "\\$&")}'` : String(value);
const signs: Record<(typeof compareOperators)[number], string> = {
  ...{ equal: "=", notequal: "<>", greater: ">", greaterorequal: ">=", less: "<", lessorequal: "<=" },
  ...{ anyof: "anyof", noneof: "noneof", allof: "allof", contains: "contains", notcontains: "notcontains" },
};

function clauseText({ question, operator, value }: Clause): string {
  if (operator === "empty" || operator === "notempty") return `{${question}} ${operator}`;
  const text = Array.isArray(value) ? `[${value.map(scalarText).join(", ")}]` : scalarText(value ?? "");
  return `{${question}} ${signs[operator]} ${text}`;
}

/** Whether nothing is left to choose in a clause. */
const isComplete = ({ question, operator, value }: Clause): boolean =>
  question !== "" &&
  (takesNothing(operator) || (Array.isArray(value) ? value.length > 0 : value !== undefined));

/**
 * The rule as SurveyJS's expression. Clauses that are not complete are left out; a rule without any complete
 * clause is an empty text.
 */
export function writeRule({ join, parts, not }: Rule): string {
  const texts = parts.flatMap((part): { text: string; joined: boolean }[] => {
    if (!isGroup(part)) return isComplete(part) ? [{ text: clauseText(part), joined: false }] : [];
    const clauses = part.clauses.filter(isComplete).map(clauseText);
    return clauses.length > 0 ? [{ text: clauses.join(` ${part.join} `), joined: clauses.length > 1 }] : [];
  });
  const only = texts.length === 1;
  const whole = texts.map(({ text, joined }) => (joined && !only ? `(${text})` : text)).join(` ${join} `);
  return whole !== "" && not ? `!(${whole})` : whole;
}

/** A value typed into a field as the answer it stands for: numbers as numbers. */
export const typedValue = (text: string): Answer => {
  const trimmed = text.trim();
  return /^-?(0|[1-9]\d{0,14})(\.\d{1,10})?$/.test(trimmed) ? Number(trimmed) : trimmed;
};

/** What stands inside `!(…)` where that is the whole text, or null. */
export function insideNot(text: string): string | null {
  const [, inside] = /^\s*!\s*\(([\s\S]*)\)\s*$/.exec(text) ?? [];
  if (inside === undefined) return null;
  let depth = 0;
  const bare = inside.replace(/\{[^}]*\}|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, "");
  for (const character of bare) {
    depth += character === "(" ? 1 : character === ")" ? -1 : 0;
    if (depth < 0) return null;
  }
  return depth === 0 ? inside.trim() : null;
}
