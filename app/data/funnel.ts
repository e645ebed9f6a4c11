/** The product's own funnel, a row a period and channel. */
import { and, asc, eq } from "drizzle-orm";
import type { FunnelCounts } from "~/domain/growth/funnel-form";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";

type InStudy = { workspaceId: string; studyId: string };

/** In order of time, then as they were written. */
export async function listFunnelCounts(
  { db, tables }: Store,
  { workspaceId, studyId }: InStudy,
): Promise<FunnelCounts[]> {
  const { funnelCounts: t } = tables;
  return db
    .select({
      ...{ period: t.period, channel: t.channel, counts: t.counts },
      ...{ recovered: t.recovered, referred: t.referred },
    })
    .from(t)
    .where(and(eq(t.workspaceId, workspaceId), eq(t.studyId, studyId)))
    .orderBy(asc(t.period), asc(t.id));
}

/** Writes rows over those of the same period and channel; each of them once. */
export async function saveFunnelCounts(
  store: Store,
  { workspaceId, studyId, rows, now }: InStudy & { rows: readonly FunnelCounts[]; now: number },
): Promise<void> {
  const { funnelCounts: t } = store.tables;
  await store.atomically((tx) =>
    rows.map((row) => {
      const { counts, recovered, referred } = row;
      return tx
        .insert(t)
        .values({ ...row, id: newId(now), workspaceId, studyId })
        .onConflictDoUpdate({
          target: [t.studyId, t.period, t.channel],
          set: { counts, recovered, referred },
          setWhere: eq(t.workspaceId, workspaceId),
        });
    }),
  );
}

/** Removes a row and returns it, or null. */
export async function deleteFunnelCounts(
  { db, tables }: Store,
  { workspaceId, studyId, period, channel }: InStudy & { period: string; channel: string },
): Promise<FunnelCounts | null> {
  const { funnelCounts: t } = tables;
  const [gone] = await db
    .delete(t)
    .where(
      and(
        eq(t.workspaceId, workspaceId),
        eq(t.studyId, studyId),
        eq(t.period, period),
        eq(t.channel, channel),
      ),
    )
    .returning();
  if (!gone) return null;
  const { id: _, workspaceId: _w, studyId: _s, ...row } = gone;
  return row;
}
