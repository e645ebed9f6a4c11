/** How a study judges its responses, and what people decided about them. */
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { defaultThresholds, type QualityThresholds } from "~/domain/quality/flag-response";
import type { Review } from "~/domain/quality/review";
import { chunksOf } from "~db/chunks";
import type { Store } from "~db/client";

type InStudy = { workspaceId: string; studyId: string };

/** The study's thresholds; the defaults where nobody has set any. */
export async function findThresholds(
  { db, tables }: Store,
  { workspaceId, studyId }: InStudy,
): Promise<QualityThresholds> {
  const { qualitySettings } = tables;
  const [found] = await db
    .select({ thresholds: qualitySettings.thresholds })
    .from(qualitySettings)
    .where(and(eq(qualitySettings.workspaceId, workspaceId), eq(qualitySettings.id, studyId)))
    .limit(1);
  return { ...defaultThresholds, ...found?.thresholds };
}

export async function saveThresholds(
  { db, tables }: Store,
  given: InStudy & { thresholds: QualityThresholds; memberId: string; now: number },
): Promise<void> {
  const { qualitySettings } = tables;
  const { workspaceId, studyId, thresholds } = given;
  const set = { thresholds, updatedAt: given.now, updatedBy: given.memberId };
  await db
    .insert(qualitySettings)
    .values({ id: studyId, workspaceId, ...set })
    .onConflictDoUpdate({
      target: qualitySettings.id,
      set,
      setWhere: eq(qualitySettings.workspaceId, workspaceId),
    });
}

/** Keeps or excludes complete responses, or takes the decision back (`review: null`). The number that were changed. */
export async function updateReviews(
  store: Store,
  given: InStudy & {
    responseIds: readonly string[];
    review: Review | null;
    reason: string;
    memberId: string;
    now: number;
  },
): Promise<number> {
  const { responses } = store.tables;
  const { workspaceId, studyId, responseIds, review } = given;
  const set =
    review === null
      ? { review, reviewReason: "", reviewedAt: null, reviewedBy: null }
      : { review, reviewReason: given.reason, reviewedAt: given.now, reviewedBy: given.memberId };
  const written = await store.atomically((tx) =>
    chunksOf(responseIds).map((ids) =>
      tx
        .update(responses)
        .set(set)
        .where(
          and(
            eq(responses.workspaceId, workspaceId),
            eq(responses.studyId, studyId),
            inArray(responses.id, ids),
            isNotNull(responses.completedAt),
          ),
        )
        .returning({ id: responses.id }),
    ),
  );
  return written.flat().length;
}

/** Takes back everything a member decided in one instant: nobody has decided about it then. How many there were. */
export async function restoreReviews(
  { db, tables }: Store,
  { workspaceId, studyId, memberId, at }: InStudy & { memberId: string; at: number },
): Promise<number> {
  const { responses } = tables;
  if (!Number.isSafeInteger(at)) return 0;
  const restored = await db
    .update(responses)
    .set({ review: null, reviewReason: "", reviewedAt: null, reviewedBy: null })
    .where(
      and(
        eq(responses.workspaceId, workspaceId),
        eq(responses.studyId, studyId),
        eq(responses.reviewedBy, memberId),
        eq(responses.reviewedAt, at),
      ),
    )
    .returning({ id: responses.id });
  return restored.length;
}
