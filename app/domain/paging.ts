/** The page number of an address, from 1; what is no such number is the first page. */
export function pageOf(asked: string | null): number {
  const page = Number(asked);
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1;
}

/** A word of a closed list as an address names it, or null. */
export const wordIn = <W extends string>(words: readonly W[], asked: string | null): W | null =>
  words.find((word) => word === asked) ?? null;
