/** Long computations in the process that also answers requests: a slice of it at a time. */
import { setImmediate } from "node:timers/promises";
import type { Steps } from "~/domain/steps";

/** Between two slices, whoever waits is answered. */
const slice = 20;

export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const until = performance.now() + slice;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await setImmediate();
  }
}
