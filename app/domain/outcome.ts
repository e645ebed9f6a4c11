/**
 * The one way a figure says that it has no value.
 *
 * A method that cannot answer (no data, churn of zero, a curve fitted before its peak) returns
 * `noValue(reason)`; the screen translates the reason. Never NaN, never Infinity, never a throw.
 */

/** Why there is no value. Every code has a sentence in both languages (`i18n`, "reasons"). */
export type Reason =
  | "no-data"
  | "too-few"
  | "too-few-companies"
  | "too-few-points"
  | "out-of-range"
  | "lengths-differ"
  | "not-positive"
  | "zero-denominator"
  | "no-variance"
  | "empty-target-cell"
  | "before-peak"
  | "did-not-converge"
  | "never-reached"
  | "no-crossing"
  | "not-consistent"
  | "not-applicable"
  | "too-large";

export type NoValue = { ok: false; reason: Reason; detail?: Record<string, number | string> };
export type Outcome<T> = { ok: true; value: T } | NoValue;

/** A value that is there. */
export const value = <T>(given: T): Outcome<T> => ({ ok: true, value: given });

/** No value, and why; `detail` carries the numbers the sentence needs (for example the n that was too small). */
export const noValue = (reason: Reason, detail?: NoValue["detail"]): NoValue =>
  detail ? { ok: false, reason, detail } : { ok: false, reason };
