/** What becomes of it when a respondent says why they stop half-way. */
import { updateResponseLeft } from "~/data/answering";
import { updateInvitationRefused } from "~/data/invitations";
import { isReminded, type RefusalReason } from "~/domain/fieldwork/invitation";
import type { openResponse } from "./respond";

/** Keeps the reason; an invited person who leaves for another one than time is not reminded any more. */
export async function noteLeaving(
  { store, workspaceId, response, now }: Awaited<ReturnType<typeof openResponse>>,
  { reason, leaves }: { reason: RefusalReason; leaves: boolean },
): Promise<void> {
  await updateResponseLeft(store, { workspaceId, responseId: response.id, reason });
  const { invitationId } = response;
  if (leaves && invitationId !== null && !isReminded(reason))
    await updateInvitationRefused(store, { workspaceId, invitationId, reason, at: now });
}
