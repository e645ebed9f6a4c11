/** Long work that may be interrupted at every `yield`, so that whoever runs it can let others have their turn. */
export type Steps<T> = Generator<void, T>;

/** All of it, without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
