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
