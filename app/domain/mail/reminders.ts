/** Who is due a letter: rules, caps, and everything that makes a letter unwelcome. */
import type { MailKind, MailState } from "./mail";

export type ReminderRule = {
  /** Days after the last letter, for who has not opened the link. */
  unopenedDays: number;
  /** The same for who has opened it and is not done. */
  unfinishedDays: number;
  /** Most reminders to one person. */
  most: number;
};

export const usualRule: ReminderRule = { unopenedDays: 3, unfinishedDays: 2, most: 2 };
export const ruleLimits = { days: { low: 1, high: 60 }, most: { low: 0, high: 5 } };

/** An invitation with what decides about writing. Instants are epoch milliseconds. */
export type Writable = {
  id: string;
  email: string;
  /** First handed over, by letter or by hand. */
  sentAt: number | null;
  openedAt: number | null;
  startedAt: number | null;
  completedAt: number | null;
  bouncedAt: number | null;
  refusedAt: number | null;
  askAgainAt: number | null;
  expiresAt: number | null;
  optedOutAt: number | null;
  anonymisedAt: number | null;
};

export type Unwelcome = "no-address" | "opted-out" | "completed" | "bounced" | "refused" | "expired";

/** Why somebody must not or need not be written to; null when a letter is welcome. */
export function unwelcome(one: Writable, now: number): Unwelcome | null {
  if (one.optedOutAt !== null || one.anonymisedAt !== null) return "opted-out";
  if (one.email === "") return "no-address";
  if (one.completedAt !== null) return "completed";
  if (one.bouncedAt !== null) return "bounced";
  if (one.refusedAt !== null) return "refused";
  if (one.expiresAt !== null && one.expiresAt <= now) return "expired";
  return null;
}

export type Written = { round: number; state: MailState; sentAt: number | null };
export type DueLetter = { invitationId: string; kind: MailKind; round: number };

const day = 24 * 60 * 60 * 1000;
/** A letter in one of these states is on its way: the next one waits for what becomes of it. */
const pending: readonly MailState[] = ["queued", "sending", "handing", "uncertain"];

/**
 * The next letter of an invitation, or null. `letters` are those it has already had. The first letter is due at
 * once, unless the link was handed over by hand; a reminder so many days after the last one that was sent, by how far
 * the person is; a wish to ask again goes beyond the cap, once.
 */
export function nextLetter(
  one: Writable,
  letters: readonly Written[],
  { rule, now }: { rule: ReminderRule | null; now: number },
): DueLetter | null {
  if (unwelcome(one, now) !== null || letters.some(({ state }) => pending.includes(state))) return null;
  const lastAt = letters.reduce((last, { sentAt }) => Math.max(last, sentAt ?? 0), one.sentAt ?? 0);
  const reached = lastAt > 0;
  const round = letters.reduce((next, letter) => Math.max(next, letter.round + 1), reached ? 1 : 0);
  const due = { invitationId: one.id, kind: reached ? "reminder" : "invitation", round } as const;
  if (round === 0) return due;
  if (one.askAgainAt !== null && one.askAgainAt > lastAt) return due;
  if (rule === null || !reached) return null;
  const reminders = letters.filter(({ round: at, sentAt }) => at > 0 && sentAt !== null).length;
  if (reminders >= rule.most) return null;
  const days = one.openedAt === null && one.startedAt === null ? rule.unopenedDays : rule.unfinishedDays;
  return now >= lastAt + days * day ? due : null;
}
