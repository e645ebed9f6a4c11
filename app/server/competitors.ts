/** Competitors and features: what takes more than one question to the store. */
import { insertRival, listRivals } from "~/data/competitors";
import { listFeatures } from "~/data/features";
import { findPublishedVersion, listQuestionnaires } from "~/data/questionnaires";
import { featureLimit } from "~/domain/competitors/feature-form";
import type { Rival } from "~/domain/competitors/rival-form";
import { type SurveyedFeature, surveyedFeatures } from "~/domain/competitors/surveyed-features";
import { competitorLimit, keyCompetitors } from "~/domain/study/study-form";
import type { Store } from "~db/client";

type Where = { workspaceId: string; studyId: string };
type Archivable = { archivedAt: number | null };

export const present = <T extends Archivable>(rows: readonly T[]): T[] =>
  rows.filter(({ archivedAt }) => archivedAt === null);

/** Adds the competitor under a key of its own, unless its name is taken or respondents could not compare more. */
export async function addRival(
  store: Store,
  { rival, now, ...where }: Where & { rival: Rival; now: number },
): Promise<"added" | "taken" | "full"> {
  const rivals = await listRivals(store, where);
  if (present(rivals).length >= competitorLimit) return "full";
  const known = rivals.map(({ key, name }) => ({ id: key, name }));
  const key = keyCompetitors(known, [...known.map(({ name }) => name), rival.name]).at(-1)?.id;
  const added = key !== undefined && (await insertRival(store, { ...where, key, rival, now }));
  return added ? "added" : "taken";
}

/** The features that the published questionnaires of a study ask about. */
export async function listSurveyedFeatures(store: Store, where: Where): Promise<SurveyedFeature[]> {
  const { workspaceId } = where;
  const questionnaires = await listQuestionnaires(store, where);
  const versions = await Promise.all(
    questionnaires.map(({ id: questionnaireId }) =>
      findPublishedVersion(store, { workspaceId, questionnaireId }),
    ),
  );
  return surveyedFeatures(versions.flatMap((version) => (version ? [version.compiled] : [])));
}

/** The features of a study, and those the questionnaires ask about that are not among them and still have room. */
export async function listFeaturesAndMissing(store: Store, where: Where) {
  const [features, surveyed] = await Promise.all([
    listFeatures(store, where),
    listSurveyedFeatures(store, where),
  ]);
  const room = Math.max(0, featureLimit - present(features).length);
  const missing = surveyed.filter((one) => !features.some(({ asked }) => asked === one.asked));
  return { features, missing: missing.slice(0, room) };
}
