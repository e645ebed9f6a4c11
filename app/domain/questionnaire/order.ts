/** Chance that stays the same for one response: the order of choices and the numbers drawn for it. */
import type { Compiled } from "./compiled";

/**
 * The choices in the order one respondent sees them. Without `randomOrder` they stay as written, with it
 * the pinned ones do; "other" and exclusive choices (none, don't know) keep the end either way.
 * `seed`: the response's id joined with the item's name, so that every visit shows the same order
 * and two items of one response do not share theirs.
 */
export function orderChoices<T extends { other?: true; exclusive?: true; pinned?: true }>(
  choices: readonly T[],
  randomOrder: boolean,
  seed: string,
): T[] {
  const isLast = (choice: T) => Boolean(choice.other || choice.exclusive);
  const ordinary = choices.filter((choice) => !isLast(choice));
  const shuffled = shuffle(
    ordinary.filter(({ pinned }) => !pinned),
    randomFrom(seed),
  );
  const ordered = ordinary.map((choice) => (choice.pinned ? choice : (shuffled.shift() ?? choice)));
  return [...(randomOrder ? ordered : ordinary), ...choices.filter(isLast)];
}

/** The numbers drawn for one response, each an integer of 1..max, by name. Same seed, same numbers. */
export function drawVariables(compiled: Compiled, seed: string): Record<string, number> {
  return Object.fromEntries(
    compiled.draws.map(({ name, max }) => [name, 1 + Math.floor(randomFrom(`${seed}:${name}`)() * max)]),
  );
}

/** Fisher–Yates, on a copy. */
function shuffle<T>(given: readonly T[], random: () => number): T[] {
  const items = [...given];
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [items[last], items[other]] = [items[other] as T, items[last] as T];
  }
  return items;
}

/** Numbers of [0, 1) from a text: FNV-1a to a 32-bit state, then mulberry32 (T. Ettinger, public domain). */
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
