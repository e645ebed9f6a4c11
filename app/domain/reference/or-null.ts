import type { Outcome } from "../outcome";

/** The reference cases write "no value" as null. */
export const orNull = <T>(outcome: Outcome<T>): T | null => (outcome.ok ? outcome.value : null);

/** The fields of a reference result, each read from the value; all of them null when there is none. */
export function fieldsOf<T, Key extends string>(
  outcome: Outcome<T>,
  fields: Record<Key, (value: T) => unknown>,
): Record<Key, unknown> {
  const entries = Object.entries<(value: T) => unknown>(fields).map(([key, read]) => [
    key,
    outcome.ok ? read(outcome.value) : null,
  ]);
  return Object.fromEntries(entries);
}
