/** A workspace itself. */
import { eq } from "drizzle-orm";
import type { Store } from "~db/client";

export async function updateWorkspaceName(
  { db, tables }: Store,
  { workspaceId, name }: { workspaceId: string; name: string },
): Promise<void> {
  const { workspaces } = tables;
  await db.update(workspaces).set({ name }).where(eq(workspaces.id, workspaceId));
}

/** The name under which a workspace asks its respondents. */
export async function findWorkspaceName(
  { db, tables }: Store,
  { workspaceId }: { workspaceId: string },
): Promise<string | null> {
  const { workspaces } = tables;
  const [found] = await db
    .select({ name: workspaces.name })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
    .limit(1);
  return found?.name ?? null;
}
