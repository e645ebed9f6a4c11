import type { ChainRole } from "../chain/role";
import { enoughOfARole } from "./step-states";

export type NextStep =
  | { kind: "publish"; unpublished: number }
  | { kind: "send" }
  | { kind: "wait"; missing: number; roles: ChainRole[] }
  | { kind: "read" };

/**
 * The one thing to do next in a study: publish while nothing is published, send the links until somebody
 * has begun, wait until every published role has enough complete responses (`missing` in all of them
 * together), then read. Further questionnaires may still be drafts; they stop nothing.
 */
export function nextStep(given: {
  questionnaires: readonly { role: ChainRole; version: number | null }[];
  counts: readonly { role: ChainRole; started: number; complete: number }[];
}): NextStep {
  const published = given.questionnaires.filter(({ version }) => version !== null);
  if (published.length === 0) return { kind: "publish", unpublished: given.questionnaires.length };
  if (given.counts.every(({ started }) => started === 0)) return { kind: "send" };
  const short = published.flatMap(({ role }) => {
    const complete = given.counts.find((count) => count.role === role)?.complete ?? 0;
    return complete < enoughOfARole ? [{ role, missing: enoughOfARole - complete }] : [];
  });
  if (short.length === 0) return { kind: "read" };
  return {
    kind: "wait",
    missing: short.reduce((sum, { missing }) => sum + missing, 0),
    roles: short.map(({ role }) => role),
  };
}
