/** How the queue waits: after a refusal, within a minute, after a crash. */

const minute = 60_000;

/** After so long a claim is taken for lost: connecting and every step of sending give up earlier. */
export const claimLease = 3 * minute;

/** Waits between the tries of a letter that the mail server has put off. */
const waits = [2, 10, 60, 240].map((minutes) => minutes * minute);

/** When to try again after the `attempts`th try was put off; null when that was the last. */
export const retryAt = (attempts: number, now: number): number | null => {
  const wait = waits[attempts - 1];
  return wait === undefined ? null : now + wait;
};

/** After the mail server itself could not be reached, nothing is tried for so long. */
export const pauseAfterTrouble = minute;

/** How many more may be sent now when `claimed` were taken within the last minute. */
export const mayStillSend = (perMinute: number, claimed: number): number => Math.max(0, perMinute - claimed);

/** What became of a try, told by the mail server's code: taken, refused for good (5xx), or put off (4xx, no answer). */
export const isRefusal = (code: number | undefined): boolean =>
  code !== undefined && code >= 500 && code < 600;
