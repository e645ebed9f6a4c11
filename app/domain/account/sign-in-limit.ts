/** Failed sign-ins that are borne within the window, before the next one has to wait. */
export const signInLimit = {
  /** From one client for one email address. */
  perAddress: 5,
  /** From one client, whatever the address. */
  perClient: 30,
  windowMs: 15 * 60 * 1000,
};

/**
 * When the next attempt is let through, or null when it may be made now.
 * `failures`: the times (epoch ms, any order) of the failures within the window, without the one at hand.
 * It opens again as soon as fewer than `limit` of them are younger than the window.
 */
export function blockedUntil(failures: readonly number[], limit: number): number | null {
  const oldestThatCounts = [...failures].sort((a, b) => b - a)[limit - 1];
  return oldestThatCounts === undefined ? null : oldestThatCounts + signInLimit.windowMs;
}
