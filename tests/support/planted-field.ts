/** A planted study put through real storage: published questionnaires, started, validated and completed responses. */
import { startResponse, submitAnswers } from "~/data/answering";
import { listCollectors } from "~/data/collectors";
import { findPublishedVersion, listQuestionnaires } from "~/data/questionnaires";
import type { Store } from "~db/client";
import { newToken } from "~db/new-id";
import { fieldStudy } from "./fielded";
import { byName, type PlantedAnswer, plantedQuestionnaire, plantedRoles } from "./planted";

export async function fieldPlanted(store: Store, answers: readonly PlantedAnswer[], now: number) {
  const questionnaires = Object.fromEntries(plantedRoles.map((role) => [role, plantedQuestionnaire(role)]));
  const { workspaceId, studyId } = await fieldStudy(store, { questionnaires });
  const where = { workspaceId, studyId };
  const collectors = await listCollectors(store, where);
  const ways = new Map(
    await Promise.all(
      (await listQuestionnaires(store, where)).map(async ({ id, role }) => {
        const version = await findPublishedVersion(store, { workspaceId, questionnaireId: id });
        const collector = collectors.find(({ questionnaireId }) => questionnaireId === id);
        if (!version || !collector) throw new Error(`${role} is not in the field`);
        return [role as string, { questionnaireId: id, version, collector }] as const;
      }),
    ),
  );
  for (const [index, one] of answers.entries()) {
    const { questionnaireId, version, collector } = ways.get(one.role)!;
    const keyHash = newToken();
    await startResponse(store, {
      ...where,
      ...{ waveId: collector.waveId, collectorId: collector.id, questionnaireId, versionId: version.id },
      ...{ role: one.role, keyHash, language: "en" as const, answers: {}, now: now + index },
      page: version.compiled.pages[0]!.name,
    });
    const saved = await submitAnswers(store, {
      ...{ workspaceId, keyHash, compiled: version.compiled, language: "en" as const },
      raw: byName(version.compiled, one),
      seconds: {},
      now: now + index + 1,
    });
    if (saved?.kind !== "completed")
      throw new Error(`${one.role}: ${JSON.stringify(saved?.kind === "refused" && saved.problems)}`);
  }
  return where;
}
