/** Who answered, when, and where people stopped. */
import { type ChainRole, chainRoles } from "../chain/role";
import type { LocalText } from "../language";
import type { Compiled } from "../questionnaire/compiled";
import type { Evidence } from "./evidence";

/** A response that was begun and not finished: the page it stopped on. */
export type Unfinished = { role: ChainRole; page: string; compiled: Compiled };

export type RoleTurnout = { role: ChainRole; started: number; complete: number; companies: number };
export type PageDropOff = { page: string; title: LocalText | null; reached: number; left: number };

/** Started, complete and companies per role, for the roles that were begun. */
export function turnoutByRole(
  evidence: readonly Evidence[],
  partial: readonly Pick<Unfinished, "role">[],
): RoleTurnout[] {
  return chainRoles.flatMap((role) => {
    const own = evidence.filter((one) => one.role === role);
    const started = own.length + partial.filter((one) => one.role === role).length;
    if (started === 0) return [];
    const companies = new Set(own.flatMap(({ companyId }) => companyId ?? [])).size;
    return [{ role, started, complete: own.length, companies }];
  });
}

/** Complete responses by a property of the company and by role; null stands for not stated. */
export function countBy(
  evidence: readonly Evidence[],
  pick: (one: Evidence) => string | null,
): { value: string | null; byRole: Partial<Record<ChainRole, number>>; companies: number }[] {
  const groups = new Map<string | null, Evidence[]>();
  for (const one of evidence) {
    const value = pick(one);
    groups.set(value, [...(groups.get(value) ?? []), one]);
  }
  return [...groups].map(([value, members]) => ({
    value,
    companies: new Set(members.flatMap(({ companyId }) => companyId ?? [])).size,
    byRole: Object.fromEntries(
      chainRoles.flatMap((role) => {
        const n = members.filter((one) => one.role === role).length;
        return n === 0 ? [] : [[role, n]];
      }),
    ),
  }));
}

const dayMs = 24 * 60 * 60 * 1000;

/** Complete responses per role up to the end of each day from the first to the last; days begin at midnight UTC. */
export function cumulativeByDay(
  evidence: readonly Evidence[],
): { day: number; byRole: Partial<Record<ChainRole, number>> }[] {
  if (evidence.length === 0) return [];
  const dayOf = (instant: number) => Math.floor(instant / dayMs) * dayMs;
  const days = evidence.map(({ completedAt }) => dayOf(completedAt));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const sum: Partial<Record<ChainRole, number>> = {};
  const result: { day: number; byRole: Partial<Record<ChainRole, number>> }[] = [];
  for (let day = first; day <= last; day += dayMs) {
    evidence.forEach((one, index) => {
      if (days[index] === day) sum[one.role] = (sum[one.role] ?? 0) + 1;
    });
    result.push({ day, byRole: { ...sum } });
  }
  return result;
}

/**
 * For each page of a role's newest questionnaire: how many reached it and how many of them stopped there.
 * A page that a condition skips counts as reached by whoever went past it.
 */
export function dropOffByPage(
  role: ChainRole,
  evidence: readonly Evidence[],
  partial: readonly Unfinished[],
): PageDropOff[] {
  const own = evidence.filter((one) => one.role === role);
  const stopped = partial.filter((one) => one.role === role);
  const newest = own.at(-1)?.compiled ?? stopped[0]?.compiled;
  if (!newest) return [];
  const order = new Map(newest.pages.map(({ name }, index) => [name, index]));
  const stops = stopped.map(({ page }) => order.get(page) ?? 0);
  return newest.pages.map(({ name, title }, index) => ({
    page: name,
    title: title ?? null,
    reached: own.length + stops.filter((at) => at >= index).length,
    left: stops.filter((at) => at === index).length,
  }));
}
