/**
 * Computes conditions and calculations. One small evaluator for the server and the light page, equal
 * in every result to SurveyJS's `ConditionRunner` (held by a property test), without SurveyJS.
 */
import {
  areEqual,
  contains,
  containsNot,
  isEmptyValue,
  isNumeric,
  toNumber,
  type Value,
} from "./compare-values";
import type { Answer, Answers, Expression } from "./compiled";

export type Variables = Record<string, Answer>;
/** What a condition can see: variables win over answers of the same name. */
export type Context = { answers: Answers; variables: Variables };

/**
 * The value of an expression. Nothing, NaN and infinite results are null.
 * Names are found without case; `{matrix.row}`, `{list[0]}`, `{panel[0].x}` and `{list.length}` reach inside.
 */
export function evaluate(expression: Expression, context: Context): Answer | null {
  const value = compute(expression, context);
  if (value === undefined || (typeof value === "number" && !Number.isFinite(value))) return null;
  return value;
}

/** Whether a condition holds: its value is true, 1, or a text or list that reads as 1. */
export function isTrue(expression: Expression, context: Context): boolean {
  const value = evaluate(expression, context);
  if (Array.isArray(value)) return Number(String(value)) === 1;
  return typeof value !== "object" && Number(value) === 1;
}

function compute(expression: Expression, context: Context): Value {
  switch (expression.op) {
    case "constant":
      return expression.value;
    case "variable":
      return readVariable(expression.path, context);
    case "array":
      return list(expression.of.map((of) => compute(of, context)));
    case "unary":
      return applyUnary(expression.name, compute(expression.of, context));
    case "binary": {
      const [left, right] = [compute(expression.left, context), compute(expression.right, context)];
      if (expression.strict && expression.name === "equal") return areEqual(left, right, true);
      if (expression.strict && expression.name === "notequal") return !areEqual(left, right, true);
      return comparisons[expression.name]?.(left, right) ?? calculate(expression.name, left, right);
    }
    case "call":
      return functions[expression.name]?.(expression.args.map((arg) => compute(arg, context)));
  }
}

// A gap inside a list stands as null; answers themselves never hold one.
const list = (values: Value[]): Value => values.map((value) => value ?? null) as Answer[];

function applyUnary(name: string, value: Value): boolean {
  if (name === "negate") return !value;
  return (name === "empty") === isEmptyValue(value);
}

type Comparison = (left: Value, right: Value) => boolean;
const isThere = (value: Value) => value !== null && value !== undefined;
// JavaScript's own order: numbers by size, texts by code unit, a text beside a number as a number.
const isLess: Comparison = (left, right) =>
  isThere(left) && isThere(right) && (left as number) < (right as number);

const isAnyOf: Comparison = (left, right) => {
  if (isEmptyValue(left)) return isEmptyValue(right);
  if (isEmptyValue(right)) return true;
  if (!Array.isArray(left)) return contains(right, left);
  return Array.isArray(right) ? right.some((value) => contains(left, value)) : contains(left, right);
};

const isAllOf: Comparison = (left, right) => {
  if (!left && !isEmptyValue(right)) return false;
  return Array.isArray(right) ? right.every((value) => contains(left, value)) : contains(left, right);
};

/** The comparisons a condition may use. */
export const comparisons: Readonly<Record<string, Comparison>> = {
  equal: (left, right) => areEqual(left, right),
  notequal: (left, right) => !areEqual(left, right),
  less: isLess,
  greater: (left, right) => isLess(right, left),
  lessorequal: (left, right) => areEqual(left, right) || isLess(left, right),
  greaterorequal: (left, right) => areEqual(left, right) || isLess(right, left),
  contains,
  notcontains: containsNot,
  anyof: isAnyOf,
  noneof: (left, right) => !isAnyOf(left, right),
  allof: isAllOf,
};

function calculate(name: string, left: Value, right: Value): Value {
  const a = fillGap(left, right);
  const b = fillGap(right, a);
  const [x, y] = [a as number, b as number];
  switch (name) {
    case "and":
      return a && b;
    case "or":
      return a || b;
    case "plus":
      return add(a, b);
    case "minus":
      return roundTo(Math.max(decimals(a), decimals(b)), x - y);
    case "mul":
      return roundTo(decimals(a) + decimals(b), x * y);
    case "div":
      return b ? x / y : null;
    case "mod":
      return b ? x % y : null;
    case "power":
      return x ** y;
    default:
      return null;
  }
}

/** The operators that compute, as the parser names them. */
export const arithmetic: readonly string[] = ["and", "or", "plus", "minus", "mul", "div", "mod", "power"];

/** An unanswered operand counts as 0 beside a number, "" beside a text, [] beside a list. */
function fillGap(value: Value, other: Value): Value {
  if (!isEmptyValue(value)) return value;
  if (typeof other === "number") return 0;
  if (typeof value === "string") return value;
  if (typeof other === "string") return "";
  return Array.isArray(other) ? [] : 0;
}

function add(a: Value, b: Value): Value {
  const [x, y] = [a as number, b as number];
  if (isNumeric(a) && isNumeric(b)) {
    if (typeof a === "string" || typeof b === "string") return x + y;
    return roundTo(Math.max(decimals(a), decimals(b)), x + y);
  }
  if (Array.isArray(a) && Array.isArray(b)) return [...a, ...b];
  const [many, one] = Array.isArray(a) ? [a, b] : Array.isArray(b) ? [b, a] : [null, null];
  if (many && typeof one === "string") return many === a ? many.join(", ") + one : one + many.join(", ");
  if (many && typeof one === "number")
    return sumOf([...many.filter((value) => typeof value === "number"), one]);
  return x + y;
}

/** Decimal places of a number or of a text that reads as one, so that 0.1 + 0.2 is 0.3. */
function decimals(value: Value): number {
  if (!isNumeric(value) || Math.floor(value as number) === value) return 0;
  return String(value).split(".")[1]?.length ?? 0;
}

const roundTo = (digits: number, value: number): number =>
  digits > 0 && typeof value === "number" ? Number.parseFloat(value.toFixed(Math.min(digits, 100))) : value;

const sumOf = (values: Value[]): Value =>
  values.reduce<number>(
    (sum, value) => roundTo(Math.max(decimals(sum), decimals(value)), sum + (value as number)),
    0,
  );

/** All values, lists opened, gaps left out, texts that read as numbers as numbers. */
const flatten = (values: Value[]): Value[] =>
  values.flatMap((value) => {
    if (!isThere(value)) return [];
    if (Array.isArray(value)) return flatten(value);
    return [isNumeric(value) ? toNumber(value) : value];
  });

const extreme = (values: Value[], isBetter: Comparison): Value => {
  const [first, ...others] = flatten(values);
  return others.reduce((best, value) => (isBetter(value, best) ? value : best), first);
};

/** The functions a condition may call; others are refused when compiling. */
export const functions: Readonly<Record<string, (args: Value[]) => Value>> = {
  iif: (args) => (args.length < 2 ? null : args[0] ? args[1] : args[2]),
  sum: (args) => sumOf(flatten(args)),
  avg: (args) => {
    const values = flatten(args);
    return values.length > 0 ? (sumOf(values) as number) / values.length : 0;
  },
  min: (args) => extreme(args, isLess),
  max: (args) => extreme(args, (left, right) => isLess(right, left)),
  count: (args) => flatten(args).length,
  round: (args) => {
    const [number, precision] = flatten(args);
    const factor = 10 ** (precision ? toNumber(precision) : 0);
    return Math.round(toNumber(number) * factor * (1 + Number.EPSILON)) / factor;
  },
};

function readVariable(path: string, { answers, variables }: Context): Value {
  const asIs = path.startsWith("#");
  const name = asIs ? path.slice(1) : path;
  const found = lookUp(variables, name) ?? lookUp(answers, name);
  const value = found ?? (name.endsWith(".length") ? 0 : null);
  return asIs ? value : asTyped(value);
}

type Step = { name: string; index?: number };

function steps(path: string): Step[] {
  return path.split(".").map((part) => {
    const [, name, index] = /^(.*)\[\s*(-?\d+)\s*\]$/.exec(part) ?? [];
    return name === undefined ? { name: part } : { name, index: Number(index) };
  });
}

// Names may themselves hold points, so the longest name that exists wins.
function lookUp(values: { [name: string]: Answer }, path: string): Value {
  const parts = steps(path);
  let value: Value = values;
  let at = 0;
  while (at < parts.length) {
    const indexed = parts.findIndex((part, position) => position >= at && part.index !== undefined);
    let end = indexed < 0 ? parts.length - 1 : indexed;
    let found: Value;
    for (; end >= at && found === undefined; end--) {
      const name = parts.slice(at, end + 1).map((part) => part.name);
      found = readKey(value, name.join("."));
    }
    if (found === undefined) return undefined;
    const index = parts[end + 1]?.index;
    value = index === undefined ? found : Array.isArray(found) ? found.at(index) : undefined;
    if (value === undefined) return undefined;
    at = end + 2;
  }
  return value;
}

function readKey(value: Value, name: string): Value {
  if (!value || !name) return undefined;
  if (name === "length" && (Array.isArray(value) || typeof value === "string")) return value.length;
  if (typeof value !== "object") return undefined;
  const wanted = name.toLowerCase();
  const key = Object.keys(value).find((key) => key.toLowerCase() === wanted);
  return key === undefined ? undefined : Reflect.get(value, key);
}

/** A text that reads as a boolean, a number or a quoted text becomes it; codes like "007" stay texts. */
function asTyped(value: Value): Value {
  if (typeof value !== "string" || value === "") return value;
  if (/^(true|false)$/i.test(value)) return value.toLowerCase() === "true";
  if (/^['"].*['"]$/s.test(value) && value.length > 1) return value.slice(1, -1);
  if (/^0(?!x)[^.,]/.test(value)) return value;
  return isNumeric(value) ? toNumber(value) : value;
}
