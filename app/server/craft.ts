/** Looks over a draft's craft with all it is measured by: the bank, the other roles, the published version. */
import { findVersionJson, listDrafts, listVersions } from "~/data/questionnaires";
import type { Study } from "~/data/studies";
import type { ChainRole } from "~/domain/chain/role";
import { acceptedIn, keyOfFinding } from "~/domain/questionnaire/accepted";
import { checkCraft, mostMinutes } from "~/domain/questionnaire/craft";
import { fullMinutes } from "~/domain/questionnaire/duration";
import type { Store } from "~db/client";
import { compileDraft } from "./compile-once";
import { questionnaireFromBank } from "./study";

type Draft = { id: string; role: ChainRole; revision: number; draft: unknown };

/** Who compares with more waves than these has another study. */
const mostCompared = 10;

/** Every finding, with the reason where it is kept on purpose, and the minutes the draft takes. */
export async function reviewCraft(store: Store, study: Study, draft: Draft) {
  const { workspaceId } = study;
  const [made, drafts, fromBank, versions] = await Promise.all([
    compileDraft(draft),
    listDrafts(store, { workspaceId, studyId: study.id }),
    questionnaireFromBank(store, study, draft.role),
    listVersions(store, { workspaceId, questionnaireId: draft.id }),
  ]);
  const compared = await Promise.all(
    versions.slice(0, mostCompared).map(({ id }) => findVersionJson(store, { workspaceId, versionId: id })),
  );
  const published = compared.filter((version) => version !== null);
  const compiled = made.ok ? made.compiled : null;
  const found = checkCraft(draft.draft, {
    ...{ role: draft.role, languages: study.languages, fromBank, compiled, published },
    others: drafts.filter(({ id }) => id !== draft.id),
  });
  const accepted = acceptedIn(draft.draft);
  const findings = found.map((finding) => {
    const key = keyOfFinding(finding);
    return { ...finding, key, reason: accepted.get(key)?.reason ?? null };
  });
  return {
    findings,
    minutes: compiled && fullMinutes(compiled),
    mostMinutes: mostMinutes[draft.role],
  };
}
