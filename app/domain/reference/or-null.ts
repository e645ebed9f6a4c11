import type { Outcome } from "../outcome";

/** The reference cases write "no value" as null. */
export const orNull = <T>(outcome: Outcome<T>): T | null => (outcome.ok ? outcome.value : null);
