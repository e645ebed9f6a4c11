/** Who answered, when, and where people stopped. */
import { extent } from "d3-array";
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

type CountByRole = Partial<Record<ChainRole, number>>;

/** Complete responses by a property of the company and by role; null stands for not stated. */
export function countBy(
  evidence: readonly Evidence[],
  pick: (one: Evidence) => string | null,
): { value: string | null; byRole: CountByRole; companies: number }[] {
  const groups = new Map<string | null, { byRole: CountByRole; companies: Set<string> }>();
  for (const one of evidence) {
    const value = pick(one);
    const known = groups.get(value) ?? { byRole: {}, companies: new Set() };
    groups.set(value, known);
    known.byRole[one.role] = (known.byRole[one.role] ?? 0) + 1;
    if (one.companyId !== null) known.companies.add(one.companyId);
  }
  return [...groups].map(([value, { byRole, companies }]) => ({ value, companies: companies.size, byRole }));
}

const dayMs = 24 * 60 * 60 * 1000;

/** Complete responses per role up to the end of each day from the first to the last; days begin at midnight UTC. */
export function cumulativeByDay(evidence: readonly Evidence[]): { day: number; byRole: CountByRole }[] {
  const added = new Map<number, ChainRole[]>();
  for (const { completedAt, role } of evidence) {
    const day = Math.floor(completedAt / dayMs);
    const known = added.get(day);
    if (known) known.push(role);
    else added.set(day, [role]);
  }
  const [first, last] = extent(added.keys());
  if (first === undefined) return [];
  const sum: CountByRole = {};
  const result: { day: number; byRole: CountByRole }[] = [];
  for (let day = first; day <= last; day++) {
    for (const role of added.get(day) ?? []) sum[role] = (sum[role] ?? 0) + 1;
    result.push({ day: day * dayMs, byRole: { ...sum } });
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
