/** What the server does without being asked. It ends with the process and needs no order: the database keeps it. */
import type { Store } from "~db/client";
import { newToken } from "~db/new-id";
import { sweepFiles } from "./answer-files";
import { runMailQueue } from "./mail-queue";
import { warmReports } from "./warm-reports";
import { endMetWaves } from "./wave-watch";

const every = 5000;
/** Reminders, and waves that end by themselves. */
const remindEvery = 60_000;
/** Files nothing refers to. */
const sweepEvery = 60 * 60_000;

/** Begins the work; `stop` ends it after the step at hand. */
export function startJobs(store: Store): { stop: () => Promise<unknown> } {
  const by = newToken();
  let stopping = false;
  let remindedAt = Number.NEGATIVE_INFINITY;
  let sweptAt = Number.NEGATIVE_INFINITY;
  let wake: () => void = () => undefined;
  const loop = async () => {
    while (!stopping) {
      const remind = Date.now() - remindedAt >= remindEvery;
      if (remind) remindedAt = Date.now();
      await runMailQueue({ store, by, remind, now: Date.now, stopped: () => stopping }).catch((error) =>
        console.error("The mail queue stopped half-way and tries again:", error),
      );
      if (remind)
        await endMetWaves(store, Date.now()).catch((error) =>
          console.error("Waves that may be due to end were not looked at:", error),
        );
      const sweep = Date.now() - sweptAt >= sweepEvery;
      if (sweep) {
        sweptAt = Date.now();
        await sweepFiles(store, sweptAt).catch((error) =>
          console.error("Files that no answer refers to were not swept:", error),
        );
      }
      if (stopping) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, every);
        timer.unref();
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const warm = warmReports(store, { now: Date.now, stopped: () => stopping }).catch((error) =>
    console.error("Reports were not made ready and will be computed when they are opened:", error),
  );
  const running = Promise.all([loop(), warm]);
  return {
    stop: () => {
      stopping = true;
      wake();
      return running;
    },
  };
}
