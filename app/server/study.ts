/** Making a study, changing it and adding a role: what the form says, the bank writes and the store keeps. */
import { insertQuestionnaire } from "~/data/questionnaires";
import { insertStudy, listCompetitors, type Study, updateStudy } from "~/data/studies";
import type { ChainRole } from "~/domain/chain/role";
import { buildQuestionnaire } from "~/domain/questionnaire/templates";
import { briefOf } from "~/domain/study/brief";
import { keyCompetitors, type StudySettings } from "~/domain/study/study-form";
import type { Store } from "~db/client";

type Read = { study: StudySettings; competitors: readonly string[] };

/** A new study with the questionnaires of its roles ready to be read. */
export async function createStudy(
  store: Store,
  given: Read & { workspaceId: string; roles: readonly ChainRole[]; now: number },
): Promise<string> {
  const competitors = keyCompetitors([], given.competitors);
  const brief = briefOf(given.study, competitors);
  return insertStudy(store, {
    workspaceId: given.workspaceId,
    study: { ...given.study, sample: false },
    competitors,
    questionnaires: given.roles.map((role) => ({ role, draft: buildQuestionnaire(role, brief) })),
    now: given.now,
  });
}

/** New settings; questionnaires already written stay as they are. */
export async function changeStudy(
  store: Store,
  given: Read & { workspaceId: string; studyId: string; now: number },
): Promise<void> {
  const before = await listCompetitors(store, given);
  await updateStudy(store, { ...given, competitors: keyCompetitors(before, given.competitors) });
}

/** The bank's questionnaire of a role for this study, as it stands today. */
export async function questionnaireFromBank(store: Store, study: Study, role: ChainRole) {
  const competitors = await listCompetitors(store, { workspaceId: study.workspaceId, studyId: study.id });
  return buildQuestionnaire(role, briefOf(study, competitors));
}

/** A questionnaire for a further role; false when there is one already. */
export const addRole = async (store: Store, study: Study, role: ChainRole, now: number) =>
  insertQuestionnaire(store, {
    ...{ workspaceId: study.workspaceId, studyId: study.id, role, now },
    draft: await questionnaireFromBank(store, study, role),
  });
