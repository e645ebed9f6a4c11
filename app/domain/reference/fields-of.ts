import type { Outcome } from "../outcome";

/** The fields of a reference result, each read from the value; all of them null when there is none. */
export function fieldsOf<T, Key extends string>(
  outcome: Outcome<T>,
  fields: Record<Key, (value: T) => unknown>,
): Record<Key, unknown>;
export function fieldsOf<T>(outcome: Outcome<T>, fields: Record<string, (value: T) => unknown>) {
  return Object.fromEntries(
    Object.entries(fields).map(([key, read]) => [key, outcome.ok ? read(outcome.value) : null]),
  );
}
