/** Invitations by link: the token is in the link alone, the database keeps its hash. */
import { insertMemberInvite } from "~/data/members";
import type { MemberRole } from "~/domain/permission";
import type { Store } from "~db/client";
import { newToken } from "~db/new-id";
import { hashOf, publicOrigin } from "./request";

const lifetime = 7 * 24 * 60 * 60 * 1000;

/** The link to send; it can not be shown a second time. */
export async function inviteMember(
  store: Store,
  request: Request,
  given: { workspaceId: string; role: MemberRole; invitedBy: string; now: number },
): Promise<{ link: string; expiresAt: number }> {
  const token = newToken();
  const expiresAt = given.now + lifetime;
  await insertMemberInvite(store, { ...given, tokenHash: hashOf(token), expiresAt });
  return { link: `${publicOrigin(request)}/join/${token}`, expiresAt };
}
