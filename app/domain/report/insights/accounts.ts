/** The responses of a study by company: what every rule about the chain is computed on. */
import type { ChainRole } from "../../chain/role";
import { type Evidence, oncePer } from "../evidence";
import type { SegmentKey } from "../insight";

export type Account = {
  id: string;
  name: string;
  people: ReadonlyMap<ChainRole, readonly Evidence[]>;
};

/** A segment with the places of its companies in the list of accounts. */
export type Segment = SegmentKey & { accounts: readonly number[] };

/** Fewer companies than this are no segment, and nothing is said of them. */
const fewestInSegment = 5;

/** One account a named company, in the order of the first response; who named none is left out. */
export const accountsOf = oncePer((evidence): readonly Account[] => {
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
});

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
      const value = first?.[0]?.[fields[by]]?.trim();
      if (!value) return;
      const own = members.get(value) ?? [];
      members.set(value, own);
      own.push(place);
    });
    return [...members].flatMap(([value, own]) =>
      own.length >= fewestInSegment && own.length < accounts.length ? [{ by, value, accounts: own }] : [],
    );
  });
}

const knownIds = new WeakMap<readonly Pick<Evidence, "id">[], string[]>();

export function idsOf(evidence: readonly Pick<Evidence, "id">[]): string[] {
  const known = knownIds.get(evidence) ?? evidence.map(({ id }) => id);
  knownIds.set(evidence, known);
  return known;
}

// Hundreds of claims rest on the same few groups of people, and most are dropped again.
const knownPeople = new WeakMap<readonly Account[], Map<string, readonly Evidence[]>>();

/** The responses of some roles, of all companies or of a segment's. */
export function peopleIn(
  accounts: readonly Account[],
  roles: readonly ChainRole[],
  segment?: Segment,
): readonly Evidence[] {
  const groups = knownPeople.get(accounts) ?? new Map<string, readonly Evidence[]>();
  knownPeople.set(accounts, groups);
  const key = JSON.stringify([roles, segment?.by, segment?.value]);
  const known = groups.get(key);
  if (known) return known;
  const own = segment ? segment.accounts.flatMap((place) => accounts[place] ?? []) : accounts;
  const people = own.flatMap((account) => roles.flatMap((role) => account.people.get(role) ?? []));
  groups.set(key, people);
  return people;
}
