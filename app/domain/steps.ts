/** Long work that may be interrupted at every `yield`, so that whoever runs it can let others have their turn. */
export type Steps<T> = Generator<void, T>;

/** How far work is that is not done yet: `share` of it, below 1. */
export type Progress = {
  share: number;
  /** How many responses it will count; null where that is not known yet, or not for who asks. */
  responses: number | null;
};

/** All of it, without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
