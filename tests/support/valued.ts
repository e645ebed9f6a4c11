import type { Outcome } from "~/domain/outcome";

/** The value of an outcome that a test expects to be there. */
export function valued<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`no value: ${outcome.reason}`);
  return outcome.value;
}
