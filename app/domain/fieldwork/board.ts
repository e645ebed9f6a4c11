/** The live board of a wave: companies × roles, who is where, and which voice is still missing. */
import { type ChainRole, chainRoles, coreRoles } from "../chain/role";
import type { ResponseEnd } from "../questionnaire/endings";
import { type InvitationState, invitationState } from "./invitation";

/** Somebody's state on the board: an invitation's, or that there is none yet. */
export const boardStates = [
  "not-invited",
  "not-sent",
  "bounced",
  "refused",
  "sent",
  "opened",
  "started",
  "over-quota",
  "screened-out",
  "done",
] as const satisfies readonly (InvitationState | "not-invited")[];
export type BoardState = (typeof boardStates)[number];

type Moments = Parameters<typeof invitationState>[0];

export type BoardInput = {
  /** The roles that have a published questionnaire. */
  roles: readonly ChainRole[];
  /** People of the workspace's companies who may be asked or were asked. */
  contacts: readonly {
    id: string;
    companyId: string;
    companyName: string;
    name: string;
    primaryRole: ChainRole;
  }[];
  /** With the company they are of where the person has left it since. */
  invitations: readonly (Moments & {
    contactId: string;
    role: ChainRole;
    leftId: string | null;
    leftName: string | null;
  })[];
  /** Responses of the wave. `contactId` is null for those who came by a link for all. */
  answers: readonly {
    role: ChainRole;
    companyId: string | null;
    companyName: string | null;
    contactId: string | null;
    completedAt: number | null;
    outcome: ResponseEnd | null;
  }[];
  referrals: readonly {
    contactId: string;
    companyId: string;
    role: ChainRole;
    fromContactId: string | null;
    fromRole: ChainRole;
  }[];
};

export type BoardPerson = {
  /** Null for somebody who came by a link for all. */
  contactId: string | null;
  name: string;
  state: BoardState;
  /** Who brought them in, where a colleague did. */
  broughtBy: { name: string; role: ChainRole } | null;
};

export type BoardRow = {
  companyId: string;
  name: string;
  /** People by role, the furthest first. */
  people: Partial<Record<ChainRole, BoardPerson[]>>;
  /** Core roles with a questionnaire that nobody of the company has answered for. */
  missing: ChainRole[];
};

export type Board = {
  roles: ChainRole[];
  /** Companies that lack a voice and have begun to speak first, then the untouched, then the complete; by name inside. */
  rows: BoardRow[];
  /** People by role and state over all companies, answers of unnamed companies included. */
  counts: Partial<Record<ChainRole, Record<BoardState, number>>>;
};

const rank = (state: BoardState) => boardStates.indexOf(state);
const noCounts = () =>
  Object.fromEntries(boardStates.map((state) => [state, 0])) as Record<BoardState, number>;

/**
 * Puts people, invitations, answers and referrals of a wave together. A person stands in the role and company they were invited in,
 * else in their own; an answer that came by a link for all stands as a person without a name. `compare` sorts names
 * as the reader expects.
 */
export function fieldworkBoard(input: BoardInput, compare: (a: string, b: string) => number): Board {
  const rows = new Map<string, BoardRow>();
  const counts: Board["counts"] = {};
  const rowOf = (companyId: string, name: string) => {
    const row = rows.get(companyId) ?? { companyId, name, people: {}, missing: [] };
    rows.set(companyId, row);
    return row;
  };
  const count = (role: ChainRole, state: BoardState) => {
    const own = counts[role] ?? noCounts();
    counts[role] = own;
    own[state]++;
  };
  const put = (row: BoardRow, role: ChainRole, person: BoardPerson) => {
    const people = row.people[role] ?? [];
    row.people[role] = people;
    people.push(person);
    count(role, person.state);
  };

  const nameOf = new Map(input.contacts.map(({ id, name }) => [id, name]));
  const brought = new Map(
    input.referrals.map(({ contactId, fromContactId, fromRole }) => [
      contactId,
      { name: (fromContactId && nameOf.get(fromContactId)) || "", role: fromRole },
    ]),
  );
  const invited = new Map<string, BoardInput["invitations"][number][]>();
  for (const one of input.invitations) {
    const own = invited.get(one.contactId);
    if (own) own.push(one);
    else invited.set(one.contactId, [one]);
  }
  for (const { id, companyId, companyName, name, primaryRole } of input.contacts) {
    const broughtBy = brought.get(id) ?? null;
    const own = invited.get(id);
    const who = { contactId: id, name, broughtBy };
    if (!own) put(rowOf(companyId, companyName), primaryRole, { ...who, state: "not-invited" });
    for (const one of own ?? []) {
      const row = one.leftId === null ? rowOf(companyId, companyName) : rowOf(one.leftId, one.leftName ?? "");
      put(row, one.role, { ...who, state: invitationState(one) });
    }
  }
  for (const { role, companyId, companyName, contactId, completedAt, outcome } of input.answers) {
    if (contactId !== null) continue;
    const state = outcome ?? (completedAt === null ? "started" : "done");
    if (companyId === null) count(role, state);
    else
      put(rowOf(companyId, companyName ?? ""), role, { contactId: null, name: "", state, broughtBy: null });
  }

  const asked = new Set<ChainRole>([...input.roles, ...(Object.keys(counts) as ChainRole[])]);
  const done = (row: BoardRow, role: ChainRole) =>
    row.people[role]?.some(({ state }) => state === "done") ?? false;
  const begun = (row: BoardRow) => chainRoles.some((role) => done(row, role));
  for (const row of rows.values()) {
    row.missing = coreRoles.filter((role) => input.roles.includes(role) && !done(row, role));
    for (const people of Object.values(row.people)) people.sort((a, b) => rank(b.state) - rank(a.state));
  }
  const order = (row: BoardRow) => (row.missing.length === 0 ? 2 : begun(row) ? 0 : 1);
  return {
    roles: chainRoles.filter((role) => asked.has(role)),
    rows: [...rows.values()].sort((a, b) => order(a) - order(b) || compare(a.name, b.name)),
    counts,
  };
}
