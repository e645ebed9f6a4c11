/** Making a study, changing it and adding a role: what the form says, the bank writes and the store keeps. */
import { insertQuestionnaire } from "~/data/questionnaires";
import { insertStudy, listCompetitors, type Study, updateStudy } from "~/data/studies";
import { type ChainRole, chainRoles } from "~/domain/chain/role";
import { buildQuestionnaire } from "~/domain/questionnaire/templates";
import { briefOf } from "~/domain/study/brief";
import type { BusinessType } from "~/domain/study/study";
import { keyCompetitors, type StudySettings } from "~/domain/study/study-form";
import type { Store } from "~db/client";
import { briefFor, draftFrom, rolesOf, type SetChoice } from "./role-sets";

type Read = { study: StudySettings; competitors: readonly string[] };

/** A new study with the questionnaires of its roles ready to be read; a set of the workspace brings its own roles. */
export async function createStudy(
  store: Store,
  given: Read & { workspaceId: string; roles: readonly ChainRole[]; set?: SetChoice; now: number },
): Promise<string> {
  const competitors = keyCompetitors([], given.competitors);
  const brief = briefOf(given.study, competitors);
  const { set = "full" } = given;
  const further = typeof set === "string" ? [] : rolesOf(set);
  const roles = chainRoles.filter((role) => given.roles.includes(role) || further.includes(role));
  return insertStudy(store, {
    workspaceId: given.workspaceId,
    study: { ...given.study, sample: false },
    competitors,
    questionnaires: roles.map((role) => ({ role, draft: draftFrom(set, role, brief) })),
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
  return buildQuestionnaire(role, await briefFor(store, study, study.businessType));
}

/** The questionnaires of further roles out of a set; those the study has already stay. Tells which were drafted. */
export async function addRoles(
  store: Store,
  study: Study,
  given: { set: SetChoice; roles: readonly ChainRole[]; type: BusinessType; now: number },
): Promise<ChainRole[]> {
  const { set, now, type } = given;
  const brief = await briefFor(store, study, type);
  const drafted: ChainRole[] = [];
  for (const role of given.roles) {
    const draft = draftFrom(set, role, brief);
    const where = { workspaceId: study.workspaceId, studyId: study.id };
    if (await insertQuestionnaire(store, { ...where, role, draft, now })) drafted.push(role);
  }
  return drafted;
}
