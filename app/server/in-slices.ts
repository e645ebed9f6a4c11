/** Long computations in the process that also answers requests: a slice of it at a time. */
import { setImmediate } from "node:timers/promises";
import type { Steps } from "~/domain/steps";

/** Between two slices, whoever waits is answered. */
const slice = 20;

let last: Promise<unknown> = Promise.resolve();
/** A turn of the loop in which no other long computation has its slice. */
export function nextTurn(): Promise<unknown> {
  last = last.then(() => setImmediate());
  return last;
}

/** `stepped` is told of each step that is done. */
export async function inSlices<T>(steps: Steps<T>, stepped?: () => void): Promise<T> {
  for (;;) {
    const until = performance.now() + slice;
    do {
      const step = steps.next();
      if (step.done) return step.value;
      stepped?.();
    } while (performance.now() < until);
    await nextTurn();
  }
}
