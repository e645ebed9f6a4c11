/** Takes bounces in, from a mail server's pipe or from files that a person saved. */
import { simpleParser } from "mailparser";
import { updateMailBounced } from "~/data/mails";
import { readBounce } from "~/domain/mail/bounce";
import type { Store } from "~db/client";

/** Larger than any bounce that does not carry a whole attachment along. */
export const largestBounce = 2 * 1024 * 1024;

/** Marks the letter that came back; false when the message is no bounce of one of the workspace's letters. */
export async function takeBounce(
  store: Store,
  { workspaceId, message, now }: { workspaceId: string; message: Buffer; now: number },
): Promise<boolean> {
  const parsed = await simpleParser(message, { skipTextToHtml: true, keepDeliveryStatus: true }).catch(
    () => null,
  );
  if (!parsed) return false;
  const parts = parsed.attachments.map(({ contentType, content }) => ({
    type: contentType.toLowerCase(),
    text: content.toString("utf8"),
  }));
  const bounce = readBounce(parts);
  if (!bounce) return false;
  const why = [bounce.status, bounce.diagnostic].filter(Boolean).join(" ");
  const { messageId, recipient } = bounce;
  return updateMailBounced(store, { workspaceId, messageId, recipient, why, at: now });
}
