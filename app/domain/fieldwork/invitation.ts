/** One person's invitation: how far it is, whether its link opens, and whether they may be asked once more. */
import type { ResponseEnd } from "../questionnaire/endings";

type Moments = {
  sentAt: number | null;
  openedAt: number | null;
  startedAt: number | null;
  completedAt: number | null;
  /** How a response was closed before its end. */
  outcome: ResponseEnd | null;
  bouncedAt: number | null;
  refusedAt: number | null;
};

/** In the order in which the board lists them, from the furthest away. */
const invitationStates = [
  "not-sent",
  "bounced",
  "refused",
  "sent",
  "opened",
  "started",
  "over-quota",
  "screened-out",
  "done",
] as const;
export type InvitationState = (typeof invitationStates)[number];

/** How far an invitation is; what happened last counts, and an answer counts above all. */
export function invitationState(one: Moments): InvitationState {
  if (one.outcome !== null) return one.outcome;
  if (one.completedAt !== null) return "done";
  if (one.refusedAt !== null) return "refused";
  if (one.startedAt !== null) return "started";
  if (one.openedAt !== null) return "opened";
  if (one.bouncedAt !== null) return "bounced";
  return one.sentAt !== null ? "sent" : "not-sent";
}

/** Why an invitation's link takes no answer, or null when it does. A begun response may be finished after it ran out. */
export function invitationRefusal(
  one: Moments & { expiresAt: number | null },
  given: { anonymised: boolean; waveEnded: boolean; now: number },
): "used" | "unknown" | "expired" | "closed" | null {
  if (given.anonymised) return "unknown";
  if (one.completedAt !== null) return "used";
  if (one.startedAt !== null) return null;
  if (one.expiresAt !== null && one.expiresAt <= given.now) return "expired";
  return given.waveEnded ? "closed" : null;
}

/** Why somebody would rather not answer, or stopped. */
export const refusalReasons = ["time", "topic", "trust", "colleague", "other"] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Whether somebody who stopped half-way for this reason is still reminded: time may be found. */
export const isReminded = (reason: string): boolean => reason === "time";

type Asked = Moments & {
  optedOutAt: number | null;
  anonymisedAt: number | null;
  refusedReason: string;
  askAgainAt: number | null;
};

const day = 24 * 60 * 60 * 1000;
/** Days without a step before somebody counts as lost. */
export const lostAfterDays = 3;

/** The newest instant at which somebody did something with an invitation; null when they did nothing. */
export const lastStep = ({ openedAt, startedAt, refusedAt }: Moments): number | null => {
  const steps = [openedAt, startedAt, refusedAt].filter((at) => at !== null);
  return steps.length === 0 ? null : Math.max(...steps);
};

/** Opened or begun, not finished, and nothing heard for three days; or said no. */
export function isLost(one: Moments, now: number): boolean {
  const state = invitationState(one);
  if (state === "refused") return true;
  const last = lastStep(one);
  return (state === "opened" || state === "started") && last !== null && now - last >= lostAfterDays * day;
}

/**
 * Whether it makes sense to ask a lost one again: not who opted out, has no working address, gave no subject or trust as
 * the reason, or is being asked again already.
 */
export const worthAskingAgain = (one: Asked): boolean =>
  one.optedOutAt === null &&
  one.anonymisedAt === null &&
  one.bouncedAt === null &&
  one.completedAt === null &&
  one.askAgainAt === null &&
  (one.refusedAt === null || isReminded(one.refusedReason));
