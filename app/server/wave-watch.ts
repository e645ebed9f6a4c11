/** Ends waves that were declared to end by themselves, once a rule of theirs is met. */
import { listWavesEndingThemselves } from "~/data/entrance";
import { findStudy } from "~/data/studies";
import { listWaveAnswers, updateWaveEnded } from "~/data/waves";
import type { Store } from "~db/client";
import { readProgress } from "./fieldwork-board";

export async function endMetWaves(store: Store, now: number): Promise<void> {
  for (const wave of await listWavesEndingThemselves(store)) {
    const { workspaceId, studyId, id: waveId } = wave;
    const study = await findStudy(store, { workspaceId, studyId });
    if (!study || study.archivedAt !== null) continue;
    const where = { workspaceId, studyId, waveId };
    const answers = await listWaveAnswers(store, where);
    const { stops } = await readProgress(store, { study, wave, answers, now });
    if (stops.some(({ met }) => met)) await updateWaveEnded(store, { ...where, endedAt: now });
  }
}
