/** What pages that are looked at often show of all answers, computed anew only when an answer, a review or a rule has changed. */
import { findEvidenceState, listEvidence } from "~/data/evidence";
import { findThresholds } from "~/data/quality";
import type { Study } from "~/data/studies";
import { NewestMap } from "~/domain/newest-map";
import { pmfByRole, type RolePmf } from "~/domain/report/pmf-by-role";
import { pmfRuleOf } from "~/domain/study/study";
import type { Store } from "~db/client";
import { perStore } from "./memory";
import { listWaiting, readQuality } from "./quality";

const kept = perStore(() => new NewestMap<{ state: string; made: unknown }>(200));

async function remembered<T>(
  store: Store,
  { study, kind, rule }: { study: Study; kind: string; rule: unknown },
  compute: () => Promise<T>,
): Promise<T> {
  const answers = await findEvidenceState(store, { workspaceId: study.workspaceId, studyId: study.id });
  const state = JSON.stringify([rule, answers]);
  const key = `${study.id} ${kind}`;
  const before = kept(store).get(key);
  if (before?.state === state) return before.made as T;
  const made = await compute();
  kept(store).set(key, { state, made });
  return made;
}

const within = ({ workspaceId, id: studyId }: Study) => ({ workspaceId, studyId });

/** The PMF scores of a study. */
export function readPmfScores(store: Store, study: Study): Promise<RolePmf[]> {
  const rule = pmfRuleOf(study);
  return remembered(store, { study, kind: "pmf", rule }, async () =>
    pmfByRole(await listEvidence(store, within(study)), rule),
  );
}

/** How many responses carry a flag that nobody has looked at. */
export async function countWaiting(store: Store, study: Study): Promise<number> {
  const rule = await findThresholds(store, within(study));
  return remembered(
    store,
    { study, kind: "waiting", rule },
    async () => listWaiting(await readQuality(store, within(study))).length,
  );
}
