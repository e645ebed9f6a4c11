/** One edit of a questionnaire's newest draft, whoever else is editing it. */
import { findQuestionnaire, updateDraft } from "~/data/questionnaires";
import type { Store } from "~db/client";

export type DraftPlace = { workspaceId: string; studyId: string; questionnaireId: string };
export type SavedBy = { savedBy: string; now: number };

/** More editors than this on one draft within a moment are not people. */
const tries = 5;

/**
 * Applies an edit to the newest draft and saves it; when somebody saved in between it is applied anew, so
 * that neither loses. Null when the edit finds nothing to do or the questionnaire is not there.
 */
export async function editDraft<Edited extends { draft: unknown }>(
  store: Store,
  where: DraftPlace,
  edit: (draft: unknown) => Edited | null,
  { savedBy, now }: SavedBy,
): Promise<Edited | null> {
  for (let n = 0; n < tries; n++) {
    const found = await findQuestionnaire(store, where);
    const edited = found && edit(found.draft);
    if (!found || !edited) return null;
    const { workspaceId, questionnaireId } = where;
    const { draft } = edited;
    const saved = { workspaceId, questionnaireId, revision: found.revision, draft, savedBy, now };
    if (await updateDraft(store, saved)) return edited;
  }
  throw new Error("A questionnaire is being saved by too many at once");
}
