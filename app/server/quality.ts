/** The quality of a study's responses: computed anew at each look, with what people decided about them. */
import { listEvidence } from "~/data/evidence";
import { findThresholds, updateReviews } from "~/data/quality";
import { findResponse } from "~/data/responses";
import { checkResponses } from "~/domain/quality/check-responses";
import { type ToldFlag, tellFlags } from "~/domain/quality/tell-flags";
import type { Store } from "~db/client";

type InStudy = { workspaceId: string; studyId: string };

export async function readQuality(store: Store, where: InStudy) {
  const [evidence, thresholds] = await Promise.all([
    listEvidence(store, { ...where, withExcluded: true }),
    findThresholds(store, where),
  ]);
  return { evidence, thresholds, checks: checkResponses(evidence, thresholds) };
}
type Quality = Awaited<ReturnType<typeof readQuality>>;
type Checked = Quality["evidence"][number];

/** One response as the review shows it. */
export const reviewRow = (one: Checked, checks: Quality["checks"]) => ({
  id: one.id,
  role: one.role,
  companyName: one.companyName,
  completedAt: one.completedAt,
  review: one.review,
  reason: one.reviewReason,
  reviewedAt: one.reviewedAt,
  flags: tellFlags(checks.get(one.id)?.flags ?? [], one.compiled) satisfies ToldFlag[],
});

export const reviewIntents = ["keep", "exclude", "restore"] as const;
export const longestReason = 200;

/**
 * Carries out what a review form asks, and tells how it was before, so that it can be taken back.
 * Null when the form asks for nothing known; an exclusion needs its reason.
 */
export async function reviewResponse(
  store: Store,
  given: InStudy & { form: FormData; memberId: string; now: number },
) {
  const { form, now, memberId, workspaceId, studyId } = given;
  const where = { workspaceId, studyId };
  const intent = reviewIntents.find((known) => known === form.get("intent"));
  const responseId = String(form.get("responseId"));
  if (!intent) return null;
  const found = await findResponse(store, { ...where, responseId });
  if (!found || found.response.completedAt === null) return { kind: "gone" as const, at: now };
  const reason = String(form.get("reason") ?? "")
    .trim()
    .slice(0, longestReason);
  if (intent === "exclude" && reason === "") return { kind: "no-reason" as const, responseId, at: now };
  const review = { keep: "kept", exclude: "excluded", restore: null } as const;
  await updateReviews(store, {
    ...{ ...where, memberId, now, reason },
    responseIds: [responseId],
    review: review[intent],
  });
  const before = found.response;
  return {
    kind: "reviewed" as const,
    ...{ responseId, intent, at: now },
    role: before.role,
    companyName: found.companyName,
    undo: {
      intent: before.review === null ? "restore" : before.review === "kept" ? "keep" : "exclude",
      responseId,
      reason: before.reviewReason,
    },
  };
}
export type ReviewAnswer = NonNullable<Awaited<ReturnType<typeof reviewResponse>>>;
