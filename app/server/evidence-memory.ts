/** What pages that are looked at often show of all answers, computed anew only when a complete answer, a review or a rule has changed. */
import { findEvidenceState, listEvidence } from "~/data/evidence";
import { findThresholds } from "~/data/quality";
import type { Study } from "~/data/studies";
import { NewestMap } from "~/domain/newest-map";
import { flaggedIn } from "~/domain/quality/check-responses";
import { pmfByRole, type RolePmf } from "~/domain/report/pmf-by-role";
import { pmfRuleOf } from "~/domain/study/study";
import type { Store } from "~db/client";
import { perStore } from "./memory";
import { listWaiting, readQuality } from "./quality";

type InStudy = { workspaceId: string; studyId: string };
type Kept = { state: string; made: Promise<unknown> };

const kept = perStore(() => new NewestMap<Kept>(200));

/** Whoever asks meanwhile waits for the same. */
async function remembered<T>(
  store: Store,
  { where, kind, rule }: { where: InStudy; kind: string; rule: unknown },
  compute: () => Promise<T>,
): Promise<T> {
  const known = kept(store);
  const state = JSON.stringify([rule, await findEvidenceState(store, { ...where, onlyComplete: true })]);
  const key = `${where.studyId} ${kind}`;
  const before = known.get(key);
  if (before?.state === state) return before.made as Promise<T>;
  const own = { state, made: compute() };
  known.set(key, own);
  own.made.catch(() => known.get(key) === own && known.delete(key));
  return own.made;
}

const within = ({ workspaceId, id: studyId }: Study) => ({ workspaceId, studyId });

/** The PMF scores of a study. */
export function readPmfScores(store: Store, study: Study): Promise<RolePmf[]> {
  const rule = pmfRuleOf(study);
  return remembered(store, { where: within(study), kind: "pmf", rule }, async () =>
    pmfByRole(await listEvidence(store, within(study)), rule),
  );
}

type Flagged = { ids: ReadonlySet<string>; waiting: number };

/** The responses that a check flags, and how many of them nobody has looked at. */
export async function findFlagged(store: Store, where: InStudy): Promise<Flagged> {
  const rule = await findThresholds(store, where);
  return remembered(store, { where, kind: "flagged", rule }, async () => {
    const quality = await readQuality(store, where);
    return { ids: flaggedIn(quality.checks), waiting: listWaiting(quality).length };
  });
}

export const countWaiting = async (store: Store, study: Study): Promise<number> =>
  (await findFlagged(store, within(study))).waiting;
