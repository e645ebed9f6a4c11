/** A signed-in member of a workspace that is there already, for example that of a fielded study. */
import { eq } from "drizzle-orm";
import type { Store } from "~db/client";
import { signedIn } from "./signed-in";

export async function memberOf(
  store: Store,
  workspaceId: string,
  given: Parameters<typeof signedIn>[1] = {},
) {
  const member = await signedIn(store, given);
  const { members, sessions } = store.tables;
  await store.db.update(members).set({ workspaceId }).where(eq(members.id, member.memberId));
  await store.db.update(sessions).set({ workspaceId }).where(eq(sessions.memberId, member.memberId));
  return { ...member, workspaceId };
}
