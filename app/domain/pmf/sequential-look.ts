import { noValue, type Outcome, value } from "../outcome";
import { probabilityShareAbove } from "../stats/jeffreys-interval";

export type SequentialPlan = {
  threshold: number;
  /** Sample sizes at which the answers are looked at, declared before the first, ascending. */
  looks: readonly number[];
  /** Posterior probability that ends the wait; 0.95 unless set. */
  bar?: number;
};

export type SequentialLook = {
  /** P(share > threshold) after these answers. */
  posterior: number;
  decision: "above" | "below" | "go-on" | "undecided";
  /** The next declared look, if any. */
  nextLook: number | null;
};

/**
 * Watching the score grow without fooling oneself: only at declared looks, P(share > threshold) under Jeffreys'
 * prior ends the wait at `bar` (above) or 1 − `bar` (below); else go on, or after the last look undecided.
 * Between looks there is deliberately no value (`not-applicable`, with the next look).
 * Source: Thall & Simon (1994), Biometrics 50:337–349.
 */
export function sequentialLook(
  very: number,
  n: number,
  { threshold, looks, bar = 0.95 }: SequentialPlan,
): Outcome<SequentialLook> {
  if (!(bar > 0.5 && bar < 1)) return noValue("out-of-range", { bar });
  const nextLook = looks.find((look) => look > n) ?? null;
  if (!looks.includes(n)) return noValue("not-applicable", nextLook === null ? undefined : { nextLook });
  const posterior = probabilityShareAbove(very, n, threshold);
  if (!posterior.ok) return posterior;
  const waiting = nextLook === null ? "undecided" : "go-on";
  const decision = posterior.value >= bar ? "above" : posterior.value <= 1 - bar ? "below" : waiting;
  return value({ posterior: posterior.value, decision, nextLook });
}
