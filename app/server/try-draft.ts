/** A draft to be tried: by a member who works on it, or by anybody with its test link. Nothing is stored. */
import { findTestDraft } from "~/data/entrance";
import { findQuestionnaire } from "~/data/questionnaires";
import { findStudy } from "~/data/studies";
import { parseLanguage } from "~/i18n/language-of";
import { compileDraft } from "./compile-once";
import { openToAll, requireStudy } from "./gate";
import { refusal } from "./respond";

type Params = { token?: string; studyId?: string; questionnaireId?: string };

/** The draft a member tries. */
async function memberDraft(request: Request, params: Params) {
  const { store, workspaceId, study, language, now } = await requireStudy(request, params, "readStudies");
  const where = { workspaceId, studyId: study.id, questionnaireId: params.questionnaireId ?? "" };
  const draft = await findQuestionnaire(store, where);
  if (!draft) throw refusal("unknown", 404);
  return { study, language, now, draft, base: `/studies/${study.id}/questionnaires/${draft.id}/try` };
}

/** The draft behind a test link. */
async function linkedDraft(request: Request, token: string) {
  const { store, language, now } = await openToAll(request);
  const draft = await findTestDraft(store, { token });
  const study = draft && (await findStudy(store, { workspaceId: draft.workspaceId, studyId: draft.studyId }));
  if (!draft || !study) throw refusal("unknown", 404);
  return { study, language, now, draft, base: `/t/${token}` };
}

/** Who tries which draft, compiled, in which language: the one asked for, else the reader's. */
export async function openTry(request: Request, params: Params) {
  const opened = await (params.token === undefined
    ? memberDraft(request, params)
    : linkedDraft(request, params.token));
  const made = await compileDraft(opened.draft);
  if (!made.ok) throw refusal("unknown", 404);
  const { search, searchParams } = new URL(request.url);
  const asked = parseLanguage(searchParams.get("lang"));
  const theme = ["light", "dark"].find((one) => one === searchParams.get("theme"));
  return { ...opened, search, asked, theme, compiled: made.compiled, language: asked ?? opened.language };
}
