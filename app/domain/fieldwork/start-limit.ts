/** How many responses may be begun on one link from one address, so that a program cannot fill a study. */

/**
 * Within the window and from one address. `seen`: the browser was shown the page first and took a moment to read it;
 * an office of two hundred behind one address gets through even when everybody opens the link at once. `unseen`: it
 * was not, or took no time; browsers that keep no cookies are among these, so some get through.
 */
export const startLimits = { windowMs: 10 * 60_000, seen: 300, unseen: 60 };

/** Nobody reads who asks, and why, in less. */
export const leastReadingMs = 1000;

/** The times within the window that ends now. */
export const recent = (times: readonly number[], now: number): number[] =>
  times.filter((time) => time > now - startLimits.windowMs);

/** Whether one more may be begun. `times` are those begun before from the same address, epoch ms in any order. */
export const mayStart = (times: readonly number[], now: number, seen: boolean): boolean =>
  recent(times, now).length < (seen ? startLimits.seen : startLimits.unseen);
