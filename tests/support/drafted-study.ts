/** A study with the bank's questionnaires, unpublished, and the decider's one to work on. */
import { listDrafts } from "~/data/questionnaires";
import { readStudy, typedFromForm } from "~/domain/study/study-form";
import { createStudy } from "~/server/study";
import type { Store } from "~db/client";

export async function draftedStudy(store: Store, workspaceId: string, languages = ["zh-CN", "en"]) {
  const form = new FormData();
  const fields = { product: "Shiftboard", businessType: "saas", stage: "growth", currency: "CNY" };
  for (const [name, given] of Object.entries(fields)) form.set(name, given);
  for (const language of languages) form.append("languages", language);
  const study = readStudy(typedFromForm(form));
  if (!study.ok) throw new Error("the study must be readable");
  const studyId = await createStudy(store, { ...study, workspaceId, now: Date.now() });
  const [first] = await listDrafts(store, { workspaceId, studyId });
  if (!first) throw new Error("a study comes with questionnaires");
  return { studyId, questionnaireId: first.id };
}
