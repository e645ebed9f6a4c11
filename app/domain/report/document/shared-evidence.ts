/** Whose answers a shared report may count. */
import { chainRoles } from "../../chain/role";
import { type Evidence, rolesOf } from "../evidence";

/** Fewer people than this are never shown apart. */
export const smallestGroup = 5;

/**
 * The answers a shared report is computed from: of each role the oldest, as many as make whole groups of `k`; a role with
 * fewer than `k` has none. Any two states of a study therefore differ by nobody or by at least `k` people of a
 * role, so that comparing today's shared report with yesterday's, or two links, tells of no smaller group.
 */
export function evidenceInGroups<E extends Evidence>(evidence: readonly E[], k = smallestGroup): E[] {
  const seen = new Map<string, number>();
  const sizes = new Map<string, number>();
  for (const { role } of evidence) sizes.set(role, (sizes.get(role) ?? 0) + 1);
  const ordered = [...evidence].sort((a, b) => a.completedAt - b.completedAt || (a.id < b.id ? -1 : 1));
  const kept = new Set<E>();
  for (const one of ordered) {
    const place = seen.get(one.role) ?? 0;
    seen.set(one.role, place + 1);
    if (place < Math.floor(sizes.get(one.role)! / k) * k) kept.add(one);
  }
  return evidence.filter((one) => kept.has(one));
}

/**
 * Of the answers that a filter lets pass, those a shared report may count; `filters` are all the study was ever shared
 * by, the oldest first, of which the last is meant. Everybody's answers are one block a role; each filter in turn
 * takes whole groups of `k` out of every block, or all of it, and never leaves fewer than `k` behind. Whatever is
 * shared is thus made of the same blocks of at least `k` people, and no sum or difference of reports tells of fewer.
 */
export function filteredInGroups<E extends Evidence>(
  everybody: readonly E[],
  filters: readonly ((one: E) => boolean)[],
  k = smallestGroup,
): E[] {
  const shared = evidenceInGroups(everybody, k).toSorted(
    (a, b) => a.completedAt - b.completedAt || (a.id < b.id ? -1 : 1),
  );
  let blocks = rolesOf(shared, chainRoles).map((role) => shared.filter((one) => one.role === role));
  let counted: E[] = [];
  for (const passes of filters) {
    counted = [];
    blocks = blocks.flatMap((block) => {
      const passing = block.filter(passes);
      const most =
        passing.length === block.length ? block.length : Math.min(passing.length, block.length - k);
      const taken = new Set(passing.slice(0, Math.floor(Math.max(0, most) / k) * k));
      counted.push(...taken);
      return [block.filter((one) => taken.has(one)), block.filter((one) => !taken.has(one))].filter(
        ({ length }) => length > 0,
      );
    });
  }
  const kept = new Set(counted);
  return everybody.filter((one) => kept.has(one));
}
