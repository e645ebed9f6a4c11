/** Setting a way in up: what the form says, hashed and kept. */
import { type Collector, insertCollector, updateCollector } from "~/data/collectors";
import { listQuestionnaires } from "~/data/questionnaires";
import type { Study } from "~/data/studies";
import type { CollectorSettings, MadeKind } from "~/domain/fieldwork/collector-form";
import type { Store } from "~db/client";
import { requireWave } from "./fieldwork-board";
import { hashPassword } from "./password";

async function stored({ password, ...settings }: CollectorSettings, before: string | null) {
  const passwordHash = password === null ? before : password === "" ? null : await hashPassword(password);
  return { ...settings, passwordHash };
}

/** New settings of a way in. */
export const saveCollector = async (
  store: Store,
  {
    workspaceId,
    collector,
    settings,
  }: { workspaceId: string; collector: Collector; settings: CollectorSettings },
) =>
  updateCollector(store, {
    workspaceId,
    collectorId: collector.id,
    settings: await stored(settings, collector.passwordHash),
  });

/** A further way in to a role's questionnaire, or to the whole study; its id, or null for a role that is not asked. */
export async function addCollector(
  store: Store,
  given: { study: Study; kind: MadeKind; role: string; settings: CollectorSettings; now: number },
): Promise<string | null> {
  const { study, kind, role, settings, now } = given;
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const questionnaires = await listQuestionnaires(store, where);
  const questionnaire = questionnaires.find((one) => one.role === role && one.version !== null);
  if (role !== "" && !questionnaire) return null;
  const wave = await requireWave(store, study);
  return insertCollector(store, {
    ...{ ...where, waveId: wave.id, kind, questionnaireId: questionnaire?.id ?? null, now },
    ...(await stored(settings, null)),
  });
}
