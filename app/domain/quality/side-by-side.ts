/** What flagged responses do to the results: the same figures with and without them. */
import type { ChainRole } from "../chain/role";
import type { Evidence } from "../report/evidence";
import { pmfByRole, type RolePmf } from "../report/pmf-by-role";
import type { PmfRule } from "../study/study";

/** `counted` is what every screen shows: all but the excluded. `unflagged` also leaves out what still waits for a review. */
const sides = ["counted", "unflagged", "everything"] as const;
export type Side = (typeof sides)[number];

export type SideResult = {
  side: Side;
  responses: number;
  byRole: { role: ChainRole; n: number }[];
  pmf: RolePmf[];
};

/**
 * Counts and PMF scores on each side. `flagged` holds the ids of the responses with a flag; one that a person looked
 * at and kept counts as sound.
 */
export function sideBySide(
  evidence: readonly Evidence[],
  flagged: ReadonlySet<string>,
  { roles, rule }: { roles: readonly ChainRole[]; rule: PmfRule },
): SideResult[] {
  const on: Record<Side, (one: Evidence) => boolean> = {
    counted: ({ review }) => review !== "excluded",
    unflagged: ({ id, review }) => review === "kept" || (review === null && !flagged.has(id)),
    everything: () => true,
  };
  return sides.map((side) => {
    const counted = evidence.filter(on[side]);
    return {
      side,
      responses: counted.length,
      byRole: roles.map((role) => ({ role, n: counted.filter((one) => one.role === role).length })),
      pmf: pmfByRole(counted, rule),
    };
  });
}
