import { type ChainRole, chainRoles } from "../chain/role";
import type { LocalText } from "../language";
import type { Compiled } from "../questionnaire/compiled";

type Partial = { role: ChainRole; versionId: string; page: string; updatedAt: number };

/** `number` counts the pages from 1 in the version that was being answered. */
export type Stopped = {
  role: ChainRole;
  page: string;
  number: number;
  title: LocalText | null;
  n: number;
  lastAt: number;
};

/**
 * Where unfinished responses stopped: per role and page their number and the newest instant, in the order of
 * the roles and pages. A page that several versions have counts once and is named as in the newest
 * response; responses whose version is not among `versions` are left out.
 */
export function stoppedAt(partial: readonly Partial[], versions: ReadonlyMap<string, Compiled>): Stopped[] {
  const found = new Map<string, Stopped>();
  for (const { role, versionId, page, updatedAt } of partial) {
    const pages = versions.get(versionId)?.pages ?? [];
    const at = pages.findIndex(({ name }) => name === page);
    if (at < 0) continue;
    const key = `${role}/${page}`;
    const before = found.get(key);
    const newest = !before || updatedAt > before.lastAt;
    found.set(key, {
      ...{ role, page, n: (before?.n ?? 0) + 1 },
      number: newest ? at + 1 : before.number,
      title: newest ? (pages[at]?.title ?? null) : before.title,
      lastAt: newest ? updatedAt : before.lastAt,
    });
  }
  return [...found.values()].sort(
    (a, b) => chainRoles.indexOf(a.role) - chainRoles.indexOf(b.role) || a.number - b.number,
  );
}
