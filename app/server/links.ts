/** The addresses under which a study's questionnaires are answered. */
import { listCollectors } from "~/data/collectors";
import { listQuestionnaires } from "~/data/questionnaires";
import type { Study } from "~/data/studies";
import type { Store } from "~db/client";
import { publicOrigin } from "./request";

/**
 * The link of the whole study first, then one of each published questionnaire in the order of the roles.
 * None while nothing is published, because they would lead nowhere.
 */
export async function listLinks(store: Store, request: Request, study: Study) {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [collectors, questionnaires] = await Promise.all([
    listCollectors(store, where),
    listQuestionnaires(store, where),
  ]);
  const published = questionnaires.filter(({ version }) => version !== null);
  if (published.length === 0) return [];
  const addressed = (role: (typeof published)[number]["role"] | null, questionnaireId: string | null) =>
    collectors
      .filter(
        ({ kind, ...collector }) =>
          (kind === "study-link" || kind === "public-link") && collector.questionnaireId === questionnaireId,
      )
      .map(({ id, token, closedAt }) => ({
        id,
        role,
        closedAt,
        url: `${publicOrigin(request)}/${role ? "r" : "s"}/${token}`,
      }));
  return [...addressed(null, null), ...published.flatMap(({ id, role }) => addressed(role, id))];
}
