/** The responses of a study by company: what every rule about the chain is computed on. */
import type { ChainRole } from "../../chain/role";
import type { Evidence } from "../evidence";
import type { SegmentKey } from "../insight";

export type Account = {
  id: string;
  name: string;
  people: ReadonlyMap<ChainRole, readonly Evidence[]>;
};

/** A segment with the places of its companies in the list of accounts. */
export type Segment = SegmentKey & { accounts: readonly number[] };

/** Fewer companies than this are no segment, and nothing is said of them. */
export const fewestInSegment = 5;

/** One account a named company, in the order of the first response; who named none is left out. */
export function accountsOf(evidence: readonly Evidence[]): Account[] {
  const accounts = new Map<string, { id: string; name: string; people: Map<ChainRole, Evidence[]> }>();
  for (const one of evidence) {
    if (one.companyId === null) continue;
    const account = accounts.get(one.companyId) ?? {
      id: one.companyId,
      name: one.companyName ?? "",
      people: new Map(),
    };
    accounts.set(one.companyId, account);
    const people = account.people.get(one.role) ?? [];
    account.people.set(one.role, people);
    people.push(one);
  }
  return [...accounts.values()];
}

const fields = {
  size: "companySize",
  industry: "companyIndustry",
  region: "companyRegion",
} as const satisfies Record<SegmentKey["by"], keyof Evidence>;

/** Segments of at least five companies that are not all of them, in the order of size, industry and region. */
export function segmentsOf(accounts: readonly Account[]): Segment[] {
  return (["size", "industry", "region"] as const).flatMap((by) => {
    const members = new Map<string, number[]>();
    accounts.forEach(({ people }, place) => {
      const [first] = people.values();
      const value = first?.[0]?.[fields[by]];
      if (!value) return;
      members.set(value, [...(members.get(value) ?? []), place]);
    });
    return [...members].flatMap(([value, own]) =>
      own.length >= fewestInSegment && own.length < accounts.length ? [{ by, value, accounts: own }] : [],
    );
  });
}

export const idsOf = (evidence: readonly Pick<Evidence, "id">[]): string[] => evidence.map(({ id }) => id);

/** The responses of some roles, of all companies or of a segment's. */
export function peopleIn(
  accounts: readonly Account[],
  roles: readonly ChainRole[],
  segment?: Segment,
): Evidence[] {
  const own = segment ? segment.accounts.flatMap((place) => accounts[place] ?? []) : accounts;
  return own.flatMap(({ people }) => roles.flatMap((role) => people.get(role) ?? []));
}
