/** The ways in to a study's questionnaires. */
import { and, asc, count, eq } from "drizzle-orm";
import type { Store } from "~db/client";

export async function listCollectors(
  { db, tables }: Store,
  { workspaceId, studyId }: { workspaceId: string; studyId: string },
) {
  const { collectors } = tables;
  return db
    .select()
    .from(collectors)
    .where(and(eq(collectors.workspaceId, workspaceId), eq(collectors.studyId, studyId)))
    .orderBy(asc(collectors.createdAt), asc(collectors.id));
}

/** Closes a way in (`closedAt`), or opens it again (null). */
export async function updateCollectorClosed(
  { db, tables }: Store,
  given: { workspaceId: string; collectorId: string; closedAt: number | null },
): Promise<void> {
  const { collectors } = tables;
  await db
    .update(collectors)
    .set({ closedAt: given.closedAt })
    .where(and(eq(collectors.workspaceId, given.workspaceId), eq(collectors.id, given.collectorId)));
}

/** Responses begun through a way in, complete or not. */
export async function countBegun(
  { db, tables }: Store,
  { workspaceId, collectorId }: { workspaceId: string; collectorId: string },
): Promise<number> {
  const { responses } = tables;
  const [counted] = await db
    .select({ n: count() })
    .from(responses)
    .where(and(eq(responses.workspaceId, workspaceId), eq(responses.collectorId, collectorId)));
  return Number(counted?.n ?? 0);
}
