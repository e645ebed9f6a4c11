/** What people type into forms and what addresses say: read as text, and what is wrong with it. */
import type { z } from "zod";

/** A posted form, or the words of an address. */
type Words = { get(name: string): unknown };

/** A field as text; a file or a missing one is empty. */
export const typedText = (given: unknown): string => (typeof given === "string" ? given : "");

/** Each of these fields as text. */
export const typedIn = <Field extends string>(
  words: Words,
  fields: readonly Field[],
): Record<Field, string> =>
  Object.fromEntries(fields.map((field) => [field, typedText(words.get(field))])) as Record<Field, string>;

/** A word of a closed list, or null. */
export const wordIn = <W extends string>(words: readonly W[], asked: string | null): W | null =>
  words.find((word) => word === asked) ?? null;

/** The first problem of each field, by the code with which its schema refuses. */
export function firstProblems<Field extends string, Problem extends string>(
  error: z.ZodError,
): Partial<Record<Field, Problem>> {
  const problems: Partial<Record<string, string>> = {};
  for (const { path, message } of error.issues) problems[String(path[0])] ??= message;
  return problems as Partial<Record<Field, Problem>>;
}
