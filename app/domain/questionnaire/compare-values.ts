/**
 * How values compare inside conditions. The rules are SurveyJS's (survey-core 3.0.0, `Helpers`), so that
 * a condition means the same on the light page, on the rich page and on the server.
 */
import type { Answer } from "./compiled";

/** A value while a condition is computed: an answer, or nothing. */
export type Value = Answer | null | undefined;

/** True of nothing, `""`, `[]` and an object all of whose values are empty; 0 and false are answers. */
export function isEmptyValue(value: Value): boolean {
  if (value === 0 || value === false) return false;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === "object" && value !== null) return Object.values(value).every(isEmptyValue);
  return !value;
}

/** The number that a text or number stands for; NaN if it stands for none. `"1,5"` is 1.5. */
export function toNumber(value: Value): number {
  if (typeof value === "number") return Number.isFinite(value) ? value : Number.NaN;
  if (typeof value !== "string") return Array.isArray(value) ? finite(String(value)) : Number.NaN;
  const text = value.trim();
  if (text.startsWith("0x")) return text.length > 32 ? Number.NaN : Number.parseInt(text, 16);
  if (text === "" || /^\d{16,}$/.test(text) || hasOperator(text)) return Number.NaN;
  return finite(/^[^,]*,[^,]*$/.test(text) ? text.replace(",", ".") : text);
}

const finite = (text: string) => (Number.isFinite(Number(text)) ? Number.parseFloat(text) : Number.NaN);

/** True of a text or number that `toNumber` can read. */
export const isNumeric = (value: Value): boolean => !Number.isNaN(toNumber(value));

const hasOperator = (text: string) =>
  text.lastIndexOf("-") <= 0 && text.lastIndexOf("+") <= 0 && /[*^/%]/.test(text);

/**
 * Equality in conditions: texts without case and outer blanks, numbers by value also when written as
 * text, lists in any order unless `inOrder`, nothing equal to `""`.
 */
export function areEqual(x: Value, y: Value, inOrder = false): boolean {
  return same(x === "undefined" ? undefined : x, y === "undefined" ? undefined : y, inOrder);
}

function same(x: Value, y: Value, inOrder: boolean): boolean {
  if (x === y) return true;
  if (isNothing(x) && isNothing(y)) return true;
  if ((isEmptyList(x) && y === undefined) || (isEmptyList(y) && x === undefined)) return true;
  if ((isNothing(x) && y === "") || (isNothing(y) && x === "")) return true;
  if (typeof x === "string" && typeof y === "string")
    return x.trim().toLowerCase() === y.trim().toLowerCase();
  if (sameNumber(x, y)) return true;
  if (isEmptyValue(x) !== isEmptyValue(y)) return false;
  if (typeof x === "boolean" && typeof y === "string") return String(x) === y.toLowerCase();
  if (typeof y === "boolean" && typeof x === "string") return String(y) === x.toLowerCase();
  if (typeof x !== "object" && typeof y !== "object")
    return !isNothing(x) && !isNothing(y) && Number(x) === Number(y);
  if (typeof x !== "object" || typeof y !== "object" || x === null || y === null) return false;
  if (Array.isArray(x) && Array.isArray(y)) return sameList(x, y, inOrder);
  return sameObject(x, y, inOrder);
}

const isNothing = (value: Value): value is null | undefined => value === null || value === undefined;
const isEmptyList = (value: Value) => Array.isArray(value) && value.length === 0;

function sameNumber(x: Value, y: Value): boolean {
  if (!isConvertible(x) || !isConvertible(y)) return false;
  const [a, b] = [String(x), String(y)];
  return wholePart(a) === wholePart(b) && Number.parseFloat(a) === Number.parseFloat(b);
}

const wholePart = (text: string) => Number.parseInt(text, /^\s*0x/i.test(text) ? 16 : 10);

const isConvertible = (value: Value) =>
  !isNothing(value) && !Array.isArray(value) && !Number.isNaN(Number(value));

function sameList(x: Answer[], y: Answer[], inOrder: boolean): boolean {
  if (x.length !== y.length) return false;
  const [a, b] = inOrder ? [x, y] : [[...x].sort(), [...y].sort()];
  return a.every((value, at) => same(value, b[at], inOrder));
}

function sameObject(x: object, y: object, inOrder: boolean): boolean {
  const [a, b] = [Object.entries(x), Object.entries(y)];
  return (
    a.length === b.length &&
    a.every(([key, value]) => Object.hasOwn(y, key) && same(value, Reflect.get(y, key), inOrder))
  );
}

/** Whether a list holds a value (or all values of a list), or a text holds a text, without case. */
export const contains = (left: Value, right: Value): boolean => search(left, right, true);

/** Not `contains`; nothing is contained in a question without an answer, and nothing can be asked of `""`. */
export const containsNot = (left: Value, right: Value): boolean =>
  (!left && !isEmptyValue(right)) || search(left, right, false);

function search(left: Value, right: Value, wanted: boolean): boolean {
  if (isEmptyList(left)) return !wanted;
  if (isNothing(left) || left === "" || Number.isNaN(left)) return false;
  if (!Array.isArray(left)) {
    if (!right) return false;
    return String(left).toLowerCase().includes(String(right).toLowerCase()) === wanted;
  }
  const all = (Array.isArray(right) ? right : [right]).every((value) =>
    left.some((given) => areEqual(given, value)),
  );
  return all === wanted;
}
