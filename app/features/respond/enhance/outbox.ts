/**
 * Sends one thing at a time, in order, and tries again until it arrives: after a lost connection, at once
 * when the browser is online again. Saving twice is harmless, the server counts keys, not requests.
 */

/** Thrown by a delivery that may succeed later: no connection, or a server that is restarting. */
class Undelivered extends Error {}

/** What a server or proxy answers while it cannot take anything just now. */
const comesBack = (status: number) => status === 429 || status >= 502;

/** One request; without an answer that counts it is `Undelivered`. */
export async function reach(address: string, request: RequestInit): Promise<Response> {
  const response = await fetch(address, { credentials: "same-origin", ...request }).catch(() => {
    throw new Undelivered();
  });
  if (comesBack(response.status)) throw new Undelivered();
  return response;
}

/** A browser lets 64 kB outlive the page; a sign is up to three bytes. */
const mostToOutlive = 20_000;

/** The same with JSON, which arrives even if the page is left meanwhile, unless it is too long. */
export function reachWith(address: string, given: unknown): Promise<Response> {
  const body = JSON.stringify(given);
  const headers = { "Content-Type": "application/json" };
  return reach(address, { method: "POST", headers, body, keepalive: body.length <= mostToOutlive });
}

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
