/** Which voices of each company have been heard. */
import { type ChainRole, chainRoles, coreRoles } from "../chain/role";
import type { Evidence } from "./evidence";

export type CompanyCoverage = {
  companyId: string;
  name: string;
  byRole: Partial<Record<ChainRole, number>>;
  /** Roles every chain has that nobody of this company has spoken for. */
  missing: ChainRole[];
};

export type ChainCoverage = {
  /** The roles to show: the core ones and whichever others answered. */
  roles: ChainRole[];
  /** Companies with a missing voice first, then by name. */
  companies: CompanyCoverage[];
  /** Companies in which decider, user and requester have all answered. */
  complete: number;
  /** How many companies lack each core role. */
  missing: Record<(typeof coreRoles)[number], number>;
  /** Responses that named no company. */
  withoutCompany: number;
};

/** Companies × roles with counts of complete responses; `compare` sorts names as the reader expects. */
export function chainCoverage(
  evidence: readonly Evidence[],
  compare: (a: string, b: string) => number,
): ChainCoverage {
  const companies = new Map<string, CompanyCoverage>();
  for (const { companyId, companyName, role } of evidence) {
    if (companyId === null) continue;
    const known = companies.get(companyId) ?? { companyId, name: companyName ?? "", byRole: {}, missing: [] };
    companies.set(companyId, known);
    known.byRole[role] = (known.byRole[role] ?? 0) + 1;
  }
  const rows = [...companies.values()].map((row) => ({
    ...row,
    missing: coreRoles.filter((role) => !row.byRole[role]),
  }));
  const lacking = (role: ChainRole) =>
    rows.filter(({ missing }) => missing.some((each) => each === role)).length;
  const isCore = (role: ChainRole) => coreRoles.some((core) => core === role);
  return {
    roles: chainRoles.filter((role) => isCore(role) || evidence.some((one) => one.role === role)),
    companies: rows.sort((a, b) => b.missing.length - a.missing.length || compare(a.name, b.name)),
    complete: rows.filter(({ missing }) => missing.length === 0).length,
    missing: { decider: lacking("decider"), user: lacking("user"), requester: lacking("requester") },
    withoutCompany: evidence.filter(({ companyId }) => companyId === null).length,
  };
}
