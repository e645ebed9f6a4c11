/** A letter of a study: why it is written, and how far it is. */

/** `invitation` is the first letter to somebody, `reminder` each that follows. */
export const mailKinds = ["invitation", "reminder"] as const;
export type MailKind = (typeof mailKinds)[number];

/**
 * - queued: waits for its time and its turn.
 * - sending: one process has claimed it and talks to the mail server; nothing is handed over yet.
 * - handing: the last byte is about to be sent. Whoever finds it so after a crash cannot know whether it arrived.
 * - sent: the mail server has taken it.
 * - uncertain: left in `handing`; a person decides, it is never sent again by itself.
 * - failed: the mail server refused it for good, or every try was in vain.
 * - bounced: the address does not take mail.
 * - cancelled: not needed any more when its turn came (answered, opted out, refused).
 */
export const mailStates = [
  "queued",
  "sending",
  "handing",
  "sent",
  "uncertain",
  "failed",
  "bounced",
  "cancelled",
] as const;
export type MailState = (typeof mailStates)[number];

/** How the connection to the mail server is secured. */
export const mailSecurities = ["tls", "starttls", "none"] as const;
export type MailSecurity = (typeof mailSecurities)[number];
