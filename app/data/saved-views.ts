/** Views of a study that its members saved. */
import { and, asc, eq } from "drizzle-orm";
import type { SavedView } from "~/domain/report/saved-view";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";

type InStudy = { workspaceId: string; studyId: string };

/** Every saved view, the oldest first. */
export async function listSavedViews({ db, tables }: Store, { workspaceId, studyId }: InStudy) {
  const { savedViews: views } = tables;
  return db
    .select({ id: views.id, name: views.name, page: views.page, search: views.search })
    .from(views)
    .where(and(eq(views.workspaceId, workspaceId), eq(views.studyId, studyId)))
    .orderBy(asc(views.id));
}

/** Saves a view; one of the same name is replaced. */
export async function upsertSavedView(
  { db, tables }: Store,
  given: InStudy & { view: SavedView; savedBy: string; now: number },
): Promise<void> {
  const { savedViews: views } = tables;
  const { workspaceId, studyId, view, savedBy, now } = given;
  const saved = { ...view, savedBy, savedAt: now };
  await db
    .insert(views)
    .values({ ...saved, id: newId(now), workspaceId, studyId })
    .onConflictDoUpdate({
      target: [views.studyId, views.name],
      set: saved,
      setWhere: eq(views.workspaceId, workspaceId),
    });
}

/** Removes a view and returns what it was, so that it can be put back; null when there is none. */
export async function deleteSavedView(
  { db, tables }: Store,
  { workspaceId, studyId, viewId }: InStudy & { viewId: string },
) {
  const { savedViews: views } = tables;
  const [removed] = await db
    .delete(views)
    .where(and(eq(views.workspaceId, workspaceId), eq(views.studyId, studyId), eq(views.id, viewId)))
    .returning({ name: views.name, page: views.page, search: views.search });
  return removed ?? null;
}
