/** The features of the matrix and its cells. A cell's states are only ever added, so its history is all of them. */
import { and, asc, desc, eq, max } from "drizzle-orm";
import type { Feature } from "~/domain/competitors/feature-form";
import type { CellChange } from "~/domain/competitors/matrix-cell";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";

type InStudy = { workspaceId: string; studyId: string };

/** Every feature in its order, archived ones too. */
export async function listFeatures({ db, tables }: Store, { workspaceId, studyId }: InStudy) {
  const { features } = tables;
  return db
    .select()
    .from(features)
    .where(and(eq(features.workspaceId, workspaceId), eq(features.studyId, studyId)))
    .orderBy(asc(features.position), asc(features.id));
}
export type KeptFeature = Awaited<ReturnType<typeof listFeatures>>[number];

export async function findFeature(
  { db, tables }: Store,
  { workspaceId, studyId, featureId }: InStudy & { featureId: string },
) {
  const { features } = tables;
  const [found] = await db
    .select()
    .from(features)
    .where(
      and(eq(features.workspaceId, workspaceId), eq(features.studyId, studyId), eq(features.id, featureId)),
    )
    .limit(1);
  return found ?? null;
}

/** Adds features behind the others and returns their ids. */
export async function insertFeatures(
  store: Store,
  { workspaceId, studyId, features: added, now }: InStudy & { features: readonly Feature[]; now: number },
): Promise<string[]> {
  const { features } = store.tables;
  const [last] = await store.db
    .select({ position: max(features.position) })
    .from(features)
    .where(and(eq(features.workspaceId, workspaceId), eq(features.studyId, studyId)));
  const first = Number(last?.position ?? -1) + 1;
  const rows = added.map((feature, index) => ({
    ...feature,
    ...{ id: newId(now), workspaceId, studyId, position: first + index },
  }));
  await store.atomically((tx) => rows.map((row) => tx.insert(features).values(row)));
  return rows.map(({ id }) => id);
}

/** Saves a feature edited on `revision`; false when somebody saved in between (nothing is overwritten). */
export async function updateFeature(
  { db, tables }: Store,
  given: InStudy & { featureId: string; revision: number; feature: Feature },
): Promise<boolean> {
  const { features } = tables;
  const saved = await db
    .update(features)
    .set({ ...given.feature, revision: given.revision + 1 })
    .where(
      and(
        eq(features.workspaceId, given.workspaceId),
        eq(features.studyId, given.studyId),
        eq(features.id, given.featureId),
        eq(features.revision, given.revision),
      ),
    )
    .returning({ id: features.id });
  return saved.length > 0;
}

/** Archiving takes a feature out of the matrix and keeps its cells; null brings it back. */
export async function updateFeatureArchived(
  { db, tables }: Store,
  given: InStudy & { featureId: string; archivedAt: number | null },
): Promise<void> {
  const { features } = tables;
  await db
    .update(features)
    .set({ archivedAt: given.archivedAt })
    .where(
      and(
        eq(features.workspaceId, given.workspaceId),
        eq(features.studyId, given.studyId),
        eq(features.id, given.featureId),
      ),
    );
}

/** The state that holds of every cell of a study. */
export async function listCells({ db, tables }: Store, { workspaceId, studyId }: InStudy) {
  const { featureCells: cells } = tables;
  const here = and(eq(cells.workspaceId, workspaceId), eq(cells.studyId, studyId));
  const newest = db
    .select({
      featureId: cells.featureId,
      vendor: cells.vendor,
      revision: max(cells.revision).as("newest_revision"),
    })
    .from(cells)
    .where(here)
    .groupBy(cells.featureId, cells.vendor)
    .as("newest");
  return db
    .select({
      featureId: cells.featureId,
      vendor: cells.vendor,
      revision: cells.revision,
      support: cells.support,
      quality: cells.quality,
      amount: cells.amount,
      note: cells.note,
      source: cells.source,
      checkedOn: cells.checkedOn,
      savedAt: cells.savedAt,
      savedBy: cells.savedBy,
    })
    .from(cells)
    .innerJoin(
      newest,
      and(
        eq(cells.featureId, newest.featureId),
        eq(cells.vendor, newest.vendor),
        eq(cells.revision, newest.revision),
      ),
    )
    .where(here);
}
export type KeptCell = Awaited<ReturnType<typeof listCells>>[number];

/** Every state of one cell, the newest first. */
export async function listCellHistory(
  { db, tables }: Store,
  given: InStudy & { featureId: string; vendor: string },
) {
  const { featureCells: cells } = tables;
  return db
    .select({
      revision: cells.revision,
      support: cells.support,
      quality: cells.quality,
      amount: cells.amount,
      note: cells.note,
      source: cells.source,
      checkedOn: cells.checkedOn,
      savedAt: cells.savedAt,
      savedBy: cells.savedBy,
    })
    .from(cells)
    .where(
      and(
        eq(cells.workspaceId, given.workspaceId),
        eq(cells.studyId, given.studyId),
        eq(cells.featureId, given.featureId),
        eq(cells.vendor, given.vendor),
      ),
    )
    .orderBy(desc(cells.revision));
}

/**
 * Adds a state to each cell, made on the revision its editor had seen. Where somebody was faster the change is
 * not written; the keys of those written come back.
 */
export async function insertCells(
  store: Store,
  given: InStudy & { changes: readonly CellChange[]; savedBy: string; now: number },
): Promise<{ featureId: string; vendor: string; revision: number }[]> {
  const { featureCells: cells } = store.tables;
  const { workspaceId, studyId, changes, savedBy, now } = given;
  const written = await store.atomically((tx) =>
    changes.map((change) =>
      tx
        .insert(cells)
        .values({
          ...change,
          ...{ id: newId(now), workspaceId, studyId, savedAt: now, savedBy },
          revision: change.revision + 1,
        })
        .onConflictDoNothing()
        .returning({ featureId: cells.featureId, vendor: cells.vendor, revision: cells.revision }),
    ),
  );
  return written.flat() as { featureId: string; vendor: string; revision: number }[];
}
