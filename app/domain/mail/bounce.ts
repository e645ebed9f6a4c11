/** Reads a delivery status notification (RFC 3464): whose letter came back, and whether for good. */

export type Bounce = {
  /** Lower case; empty where the notification does not say. */
  recipient: string;
  /** The letter's own Message-ID with its angle brackets; empty where it is not quoted. */
  messageId: string;
  /** "5.1.1" and the like. */
  status: string;
  /** The words of the other server. */
  diagnostic: string;
};

const field = (text: string, name: string) =>
  new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t]+.*)*)`, "im")
    .exec(text)?.[1]
    ?.replace(/\s+/g, " ")
    .trim() ?? "";
/** "rfc822; a@b" without the kind in front. */
const untyped = (text: string) => text.replace(/^[\w-]+;\s*/, "");

/**
 * The bounce told by the parts of a message, or null when it is none or the other server only waits (4.x.x).
 * `parts` are its attached and inline parts as text, with their content types.
 */
export function readBounce(parts: readonly { type: string; text: string }[]): Bounce | null {
  const report = parts.find(({ type }) => type === "message/delivery-status")?.text;
  if (report === undefined) return null;
  const status = /\d\.\d{1,3}\.\d{1,3}/.exec(field(report, "Status"))?.[0] ?? "";
  const failed = field(report, "Action").toLowerCase() === "failed";
  if (!(failed || status.startsWith("5")) || status.startsWith("4")) return null;
  const quoted = parts.find(({ type }) => type === "message/rfc822" || type === "text/rfc822-headers")?.text;
  const address = untyped(field(report, "Final-Recipient") || field(report, "Original-Recipient"));
  return {
    recipient: address.replace(/^<|>$/g, "").toLowerCase(),
    messageId: /<[^<>\s]+>/.exec(field(quoted ?? "", "Message-ID"))?.[0] ?? "",
    status,
    diagnostic: untyped(field(report, "Diagnostic-Code")).slice(0, 300),
  };
}
