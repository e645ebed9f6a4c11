/** The form that publishes questionnaires, wherever it stands. */
import { findQuestionnaire } from "~/data/questionnaires";
import type { Study } from "~/data/studies";
import type { Language } from "~/domain/language";
import { questionsOf, readText } from "~/domain/questionnaire/draft-tree";
import type { Store } from "~db/client";
import { publishDraft, type Review } from "./publish";

/** A review as a screen reads it: anchor questions by their wording instead of their key. */
export const readableReview = (review: Review, draft: unknown, language: Language) => ({
  ...review,
  differences: review.differences.map(({ measure, roles }) => {
    const found = questionsOf(draft).find(({ element }) => element.measure === measure);
    return { question: readText(found?.element.title)[language] || measure, roles };
  }),
});

/** Publishes every questionnaire that the form names as `id/revision`, and tells what became of each. */
export async function publishFromForm(
  store: Store,
  study: Study,
  form: FormData,
  given: { publishedBy: string; language: Language; now: number },
) {
  const outcomes = [];
  for (const named of form.getAll("publish")) {
    const [questionnaireId = "", revision] = String(named).split("/");
    const where = { workspaceId: study.workspaceId, studyId: study.id, questionnaireId };
    const draft = await findQuestionnaire(store, where);
    if (!draft) throw new Response("Not found", { status: 404 });
    const outcome = await publishDraft(store, study, {
      draft,
      revision: Number(revision),
      anyway: form.get("anyway") === "yes",
      publishedBy: given.publishedBy,
      now: given.now,
    });
    const to = `/studies/${study.id}/questionnaires/${draft.id}`;
    const read =
      "review" in outcome
        ? { ...outcome, review: readableReview(outcome.review, draft.draft, given.language) }
        : outcome;
    outcomes.push({ ...read, to, again: `${draft.id}/${draft.revision}` });
  }
  return { kind: "published" as const, outcomes };
}
