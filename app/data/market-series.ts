/** Yearly sales of a study's market and of markets like it. */
import { and, asc, eq, isNull } from "drizzle-orm";
import type { MarketSeries } from "~/domain/market/market-trend";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";

type InStudy = { workspaceId: string; studyId: string };

/** In the order in which they were written; removed ones are left out. */
export async function listMarketSeries({ db, tables }: Store, { workspaceId, studyId }: InStudy) {
  const { marketSeries: t } = tables;
  return db
    .select({ id: t.id, name: t.name, unit: t.unit, source: t.source, kind: t.kind, points: t.points })
    .from(t)
    .where(and(eq(t.workspaceId, workspaceId), eq(t.studyId, studyId), isNull(t.removedAt)))
    .orderBy(asc(t.id));
}

export async function insertMarketSeries(
  { db, tables }: Store,
  { workspaceId, studyId, series, now }: InStudy & { series: MarketSeries; now: number },
): Promise<string> {
  const id = newId(now);
  await db.insert(tables.marketSeries).values({ ...series, id, workspaceId, studyId });
  return id;
}

/** Writes a series anew; false when it is not there. The last of two editors holds. */
export async function updateMarketSeries(
  { db, tables }: Store,
  { workspaceId, studyId, seriesId, series }: InStudy & { seriesId: string; series: MarketSeries },
): Promise<boolean> {
  const { marketSeries: t } = tables;
  const saved = await db
    .update(t)
    .set(series)
    .where(
      and(eq(t.workspaceId, workspaceId), eq(t.studyId, studyId), eq(t.id, seriesId), isNull(t.removedAt)),
    )
    .returning({ id: t.id });
  return saved.length > 0;
}

/** Removing hides a series and can be undone with null. Returns its name, or null when there is none. */
export async function updateMarketSeriesRemoved(
  { db, tables }: Store,
  given: InStudy & { seriesId: string; removedAt: number | null },
): Promise<string | null> {
  const { marketSeries: t } = tables;
  const [changed] = await db
    .update(t)
    .set({ removedAt: given.removedAt })
    .where(and(eq(t.workspaceId, given.workspaceId), eq(t.studyId, given.studyId), eq(t.id, given.seriesId)))
    .returning({ name: t.name });
  return changed?.name ?? null;
}
