/** Sets of questionnaires that a workspace keeps for further studies. */
import { and, asc, eq, isNull } from "drizzle-orm";
import type { ChainRole } from "~/domain/chain/role";
import type { BusinessType } from "~/domain/study/study";
import type { Store } from "~db/client";
import { newId } from "~db/new-id";

type Set = { workspaceId: string; setId: string };
export type RoleSet = Store["tables"]["roleSets"]["$inferSelect"];

/** Every set that is not deleted, the oldest first. */
export async function listRoleSets(
  { db, tables }: Store,
  { workspaceId }: { workspaceId: string },
): Promise<RoleSet[]> {
  const { roleSets } = tables;
  return db
    .select()
    .from(roleSets)
    .where(and(eq(roleSets.workspaceId, workspaceId), isNull(roleSets.deletedAt)))
    .orderBy(asc(roleSets.id));
}

export async function insertRoleSet(
  { db, tables }: Store,
  given: {
    workspaceId: string;
    set: { name: string; businessType: BusinessType; questionnaires: { role: ChainRole; kept: unknown }[] };
    savedBy: string;
    now: number;
  },
): Promise<string> {
  const { workspaceId, set, savedBy, now } = given;
  const id = newId(now);
  await db
    .insert(tables.roleSets)
    .values({ ...set, id, workspaceId, savedBy, createdAt: now, deletedAt: null });
  return id;
}

/** Takes a set away, or puts it back with null, and tells its name; null when there is none. */
export async function updateRoleSetDeleted(
  { db, tables }: Store,
  { workspaceId, setId, deletedAt }: Set & { deletedAt: number | null },
): Promise<string | null> {
  const { roleSets } = tables;
  const [changed] = await db
    .update(roleSets)
    .set({ deletedAt })
    .where(and(eq(roleSets.workspaceId, workspaceId), eq(roleSets.id, setId)))
    .returning({ name: roleSets.name });
  return changed?.name ?? null;
}
