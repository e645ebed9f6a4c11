/** The competitors of a study: what is known of each beside its name, and what we ask for our own product. */
import { and, asc, eq, max } from "drizzle-orm";
import { defaultStaleDays } from "~/domain/competitors/matrix-cell";
import type { Rival } from "~/domain/competitors/rival-form";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";

type InStudy = { workspaceId: string; studyId: string };

/** Every competitor in its order, archived ones too. */
export async function listRivals({ db, tables }: Store, { workspaceId, studyId }: InStudy) {
  const { competitors } = tables;
  return db
    .select()
    .from(competitors)
    .where(and(eq(competitors.workspaceId, workspaceId), eq(competitors.studyId, studyId)))
    .orderBy(asc(competitors.position), asc(competitors.id));
}
export type KeptRival = Awaited<ReturnType<typeof listRivals>>[number];

export async function findRival(
  { db, tables }: Store,
  { workspaceId, studyId, key }: InStudy & { key: string },
) {
  const { competitors } = tables;
  const [found] = await db
    .select()
    .from(competitors)
    .where(
      and(
        eq(competitors.workspaceId, workspaceId),
        eq(competitors.studyId, studyId),
        eq(competitors.key, key),
      ),
    )
    .limit(1);
  return found ?? null;
}

/** Adds a competitor behind the others; false when its key is taken. */
export async function insertRival(
  { db, tables }: Store,
  given: InStudy & { key: string; rival: Rival; now: number },
): Promise<boolean> {
  const { competitors } = tables;
  const { workspaceId, studyId, key, rival, now } = given;
  const [last] = await db
    .select({ position: max(competitors.position) })
    .from(competitors)
    .where(and(eq(competitors.workspaceId, workspaceId), eq(competitors.studyId, studyId)));
  const position = Number(last?.position ?? -1) + 1;
  const inserted = await db
    .insert(competitors)
    .values({ ...rival, id: newId(now), workspaceId, studyId, key, position })
    .onConflictDoNothing()
    .returning({ key: competitors.key });
  return inserted.length > 0;
}

/** Saves a competitor edited on `revision`; false when somebody saved in between (nothing is overwritten). */
export async function updateRival(
  { db, tables }: Store,
  given: InStudy & { key: string; revision: number; rival: Rival },
): Promise<boolean> {
  const { competitors } = tables;
  const saved = await db
    .update(competitors)
    .set({ ...given.rival, revision: given.revision + 1 })
    .where(
      and(
        eq(competitors.workspaceId, given.workspaceId),
        eq(competitors.studyId, given.studyId),
        eq(competitors.key, given.key),
        eq(competitors.revision, given.revision),
      ),
    )
    .returning({ key: competitors.key });
  return saved.length > 0;
}

/** Archiving takes a competitor out of the matrix and keeps all that is known of it; null brings it back. */
export async function updateRivalArchived(
  { db, tables }: Store,
  given: InStudy & { key: string; archivedAt: number | null },
): Promise<void> {
  const { competitors } = tables;
  await db
    .update(competitors)
    .set({ archivedAt: given.archivedAt })
    .where(
      and(
        eq(competitors.workspaceId, given.workspaceId),
        eq(competitors.studyId, given.studyId),
        eq(competitors.key, given.key),
      ),
    );
}

type Settings = Omit<Store["tables"]["comparisonSettings"]["$inferSelect"], "id" | "workspaceId">;

/** How the study compares; what nobody has set yet is the usual. */
export async function findComparisonSettings(
  { db, tables }: Store,
  { workspaceId, studyId }: InStudy,
): Promise<Settings> {
  const { comparisonSettings: settings } = tables;
  const [found] = await db
    .select({
      staleDays: settings.staleDays,
      ownPlans: settings.ownPlans,
      overrides: settings.overrides,
      pairs: settings.pairs,
    })
    .from(settings)
    .where(and(eq(settings.workspaceId, workspaceId), eq(settings.id, studyId)))
    .limit(1);
  return found ?? { staleDays: defaultStaleDays, ownPlans: [], overrides: {}, pairs: null };
}

/** Changes some of the settings; the others stay. */
export async function updateComparisonSettings(
  store: Store,
  { workspaceId, studyId, change }: InStudy & { change: Partial<Settings> },
): Promise<void> {
  const { comparisonSettings: settings } = store.tables;
  const before = await findComparisonSettings(store, { workspaceId, studyId });
  await store.db
    .insert(settings)
    .values({ ...before, ...change, id: studyId, workspaceId })
    .onConflictDoUpdate({
      target: settings.id,
      set: change,
      setWhere: eq(settings.workspaceId, workspaceId),
    });
}
