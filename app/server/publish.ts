/** From a draft to a version: compile, tell what is wrong or worth knowing, freeze. */
import { insertVersion, listDrafts, listVersions } from "~/data/questionnaires";
import type { Study } from "~/data/studies";
import type { ChainRole } from "~/domain/chain/role";
import { anchorDifferences, missingMeasures } from "~/domain/questionnaire/before-publishing";
import type { Problem } from "~/domain/questionnaire/problem";
import type { Store } from "~db/client";
import { compileDraft } from "./compile-once";
import { requireWave } from "./fieldwork-board";
import { questionnaireFromBank } from "./study";

type Draft = { id: string; role: ChainRole; revision: number; draft: unknown };

export type Review = {
  problems: Problem[];
  warnings: Problem[];
  missing: ReturnType<typeof missingMeasures>;
  differences: ReturnType<typeof anchorDifferences>;
};

/** What stands against publishing a draft, and what its author should know before. */
export async function reviewDraft(store: Store, study: Study, draft: Draft): Promise<Review> {
  const compiled = await compileDraft(draft);
  const drafts = await listDrafts(store, { workspaceId: study.workspaceId, studyId: study.id });
  const others = drafts.filter(({ id }) => id !== draft.id);
  const fromBank = await questionnaireFromBank(store, study, draft.role);
  return {
    problems: compiled.ok ? [] : compiled.problems,
    warnings: compiled.ok ? compiled.warnings : [],
    missing: missingMeasures(draft.draft, fromBank),
    differences: anchorDifferences(draft.draft, others),
  };
}

const isCalm = (review: Review) => review.missing.length === 0 && review.differences.length === 0;

export type Published =
  | { kind: "published"; role: ChainRole; number: number }
  /** The draft is the newest version already. */
  | { kind: "unchanged"; role: ChainRole }
  /** Somebody saved or published in between. */
  | { kind: "changed"; role: ChainRole }
  | { kind: "refused"; role: ChainRole; review: Review }
  /** Nothing forbids it, but it should be meant. */
  | { kind: "asked"; role: ChainRole; review: Review };

/** Publishes a draft as it is at `revision`; `anyway` takes the author's word on what is worth knowing. */
export async function publishDraft(
  store: Store,
  study: Study,
  given: { draft: Draft; revision: number; anyway: boolean; publishedBy: string; now: number },
): Promise<Published> {
  const { draft, revision, now, publishedBy } = given;
  const { role } = draft;
  const where = { workspaceId: study.workspaceId, studyId: study.id, questionnaireId: draft.id };
  if (draft.revision !== revision) return { kind: "changed", role };
  const [latest] = await listVersions(store, where);
  if (latest?.revision === revision) return { kind: "unchanged", role };
  const compiled = await compileDraft(draft);
  const review = await reviewDraft(store, study, draft);
  if (!compiled.ok) return { kind: "refused", role, review };
  if (!given.anyway && !isCalm(review)) return { kind: "asked", role, review };
  const wave = await requireWave(store, study);
  const version = await insertVersion(store, {
    ...where,
    waveId: wave.id,
    revision,
    json: draft.draft,
    compiled: compiled.compiled,
    publishedBy,
    now,
  });
  return version ? { kind: "published", role, number: version.number } : { kind: "changed", role };
}
