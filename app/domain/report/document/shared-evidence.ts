/** Whose answers a shared report may count. */
import type { Evidence } from "../evidence";

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
