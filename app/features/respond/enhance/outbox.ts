/**
 * Sends one thing at a time, in order, and tries again until it arrives: after a lost connection, at once
 * when the browser is online again. Saving twice is harmless, the server counts keys, not requests.
 */

/** Thrown by a delivery that may succeed later: no connection, or a server that is restarting. */
export class Undelivered extends Error {}

export type Job = { kind: "save" | "move"; deliver: () => Promise<void> };

type Listeners = {
  /** A delivery failed and is waiting to be tried again. */
  onWaiting: (job: Job) => void;
};

const firstDelay = 1000;
const longestDelay = 30_000;

export function makeOutbox({ onWaiting }: Listeners) {
  let waiting: Job | null = null;
  let current: Job | null = null;
  let isRunning = false;
  let wake = () => {};

  const pause = (delay: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, delay);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function run() {
    let delay = firstDelay;
    while (waiting) {
      const job: Job = waiting;
      waiting = null;
      current = job;
      try {
        await job.deliver();
        current = null;
        delay = firstDelay;
      } catch (error) {
        if (!(error instanceof Undelivered)) throw error;
        // A move carries all that a save would; a newer save replaces an older one.
        current = null;
        waiting ??= job;
        onWaiting(waiting);
        await pause(delay);
        delay = Math.min(delay * 2, longestDelay);
      }
    }
  }

  window.addEventListener("online", () => wake());

  return {
    /** Puts a job in line. A move takes the place of a save that has not begun; nothing overtakes or repeats a move. */
    send(job: Job) {
      if (waiting?.kind === "move" || current?.kind === "move") return;
      waiting = job;
      wake();
      if (isRunning) return;
      isRunning = true;
      void run().finally(() => {
        isRunning = false;
      });
    },
  };
}
