/** The quality of a study's responses: computed anew at each look, with what people decided about them. */
import { listEvidence } from "~/data/evidence";
import { findThresholds, restoreReviews, updateReviews } from "~/data/quality";
import { findResponse } from "~/data/responses";
import { checkSteps } from "~/domain/quality/check-responses";
import { type FlagKind, flagKinds } from "~/domain/quality/flag-response";
import { type ToldFlag, tellFlags } from "~/domain/quality/tell-flags";
import type { Store } from "~db/client";
import { inSlices } from "./in-slices";

type InStudy = { workspaceId: string; studyId: string };

export async function readQuality(store: Store, where: InStudy) {
  const [evidence, thresholds] = await Promise.all([
    listEvidence(store, { ...where, withExcluded: true }),
    findThresholds(store, where),
  ]);
  return { evidence, thresholds, checks: await inSlices(checkSteps(evidence, thresholds)) };
}
type Quality = Awaited<ReturnType<typeof readQuality>>;
type Checked = Quality["evidence"][number];

/** Responses with a flag that nobody has looked at, the newest first; with `kind` those with a flag of that kind. */
export const listWaiting = ({ evidence, checks }: Quality, kind?: FlagKind): Checked[] =>
  evidence
    .filter(({ id, review }) => {
      const flags = checks.get(id)?.flags ?? [];
      return review === null && (kind ? flags.some((flag) => flag.kind === kind) : flags.length > 0);
    })
    .reverse();

/** How many wait with a flag of each kind. */
export const countKinds = (quality: Quality) =>
  flagKinds.flatMap((kind) => {
    const { length: n } = listWaiting(quality, kind);
    return n > 0 ? [{ kind, n }] : [];
  });

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

const reviewIntents = ["keep", "exclude", "restore"] as const;
const longestReason = 200;

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
/**
 * Carries out what was asked of several waiting responses at once: those ticked, all, or all with a flag of a kind. They
 * are decided in one instant, under which all can be taken back. Null when the form asks for nothing of that sort.
 */
export async function reviewSeveral(
  store: Store,
  given: InStudy & { form: FormData; memberId: string; now: number },
) {
  const { form, now, memberId, workspaceId, studyId } = given;
  const where = { workspaceId, studyId };
  const intent = form.get("intent");
  if (intent === "restore-several") {
    const n = await restoreReviews(store, { ...where, memberId, at: Number(form.get("at")) });
    return { kind: "several-restored" as const, n, at: now };
  }
  if (intent !== "keep-several" && intent !== "exclude-several") return null;
  const reason = String(form.get("reason") ?? "")
    .trim()
    .slice(0, longestReason);
  const which = String(form.get("which"));
  const typed = { which, reason };
  const exclude = intent === "exclude-several";
  if (exclude && reason === "")
    return { kind: "several-refused" as const, problem: "reason" as const, typed, at: now };
  const quality = await readQuality(store, where);
  const chosen = new Set(form.getAll("responseId").map(String));
  const responseIds = listWaiting(
    quality,
    flagKinds.find((kind) => kind === which),
  )
    .map(({ id }) => id)
    .filter((id) => which !== "chosen" || chosen.has(id));
  if (responseIds.length === 0)
    return { kind: "several-refused" as const, problem: "none" as const, typed, at: now };
  const n = await updateReviews(store, {
    ...{ ...where, memberId, now, responseIds, reason: exclude ? reason : "" },
    review: exclude ? "excluded" : "kept",
  });
  return { kind: "several" as const, did: exclude ? ("excluded" as const) : ("kept" as const), n, at: now };
}
