/** The PMF scores of a study, computed anew only when an answer, a review or the rule has changed. */
import { findEvidenceState, listEvidence } from "~/data/evidence";
import type { Study } from "~/data/studies";
import { pmfByRole, type RolePmf } from "~/domain/report/decision-chain-report";
import type { Store } from "~db/client";

const mostKept = 100;
const kept = new WeakMap<Store, Map<string, { state: string; scores: RolePmf[] }>>();

/** For pages that are looked at often and show of all answers only these scores. */
export async function readPmfScores(store: Store, study: Study): Promise<RolePmf[]> {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const rule = { threshold: study.threshold, minUses: study.minUses, windowDays: study.windowDays };
  const known = kept.get(store) ?? new Map<string, { state: string; scores: RolePmf[] }>();
  kept.set(store, known);
  const state = JSON.stringify([rule, await findEvidenceState(store, where)]);
  const before = known.get(study.id);
  if (before?.state === state) return before.scores;
  const scores = pmfByRole(await listEvidence(store, where), rule);
  known.delete(study.id);
  known.set(study.id, { state, scores });
  const [oldest] = known.keys();
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
  return scores;
}
