/** What a file says anew about people and companies that are there already, and the way back. */
import type { ImportChange } from "./file-import";

type Fields = Record<string, unknown>;

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
const isList = (value: unknown) => typeof value === "object" && value !== null;
const same = (a: unknown, b: unknown) =>
  isList(a) && isList(b) ? JSON.stringify(a) === JSON.stringify(b) : (a ?? null) === (b ?? null);

/**
 * The fields of `said` that say something and something else than `known`, before and after. An empty field changes
 * nothing. Null when nothing differs.
 */
export function differenceOf<T extends Fields>(
  known: T,
  said: Partial<T>,
): Pick<ImportChange, "before" | "after"> | null {
  const names = Object.keys(said).filter((name) => !isEmpty(said[name]) && !same(known[name], said[name]));
  if (names.length === 0) return null;
  const pick = (from: Fields) => Object.fromEntries(names.map((name) => [name, from[name] ?? null]));
  return { before: pick(known), after: pick(said) };
}

/** Changes with those of one entry as one: the first word on a field stands. */
export function joined<T extends ImportChange>(changes: readonly T[]): T[] {
  const found = new Map<string, T>();
  for (const change of changes) {
    const first = found.get(change.id);
    const both = first && {
      ...first,
      before: { ...change.before, ...first.before },
      after: { ...change.after, ...first.after },
    };
    found.set(change.id, both ?? change);
  }
  return [...found.values()];
}

/** What has to be written to take a change back: the fields that still say what it wrote. */
export const takenBack = (change: ImportChange, current: Fields): Fields =>
  Object.fromEntries(
    Object.entries(change.before).filter(([name]) => same(current[name], change.after[name])),
  );
