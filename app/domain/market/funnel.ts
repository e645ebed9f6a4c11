import { minIndex } from "d3-array";
import { noValue, type Outcome, value } from "../outcome";
import { defaultConfidence, type Interval } from "../stats/interval";
import { wilsonInterval } from "../stats/wilson-interval";

export type FunnelStep = {
  /** Share of the stage before that came this far; no value when nobody was there. */
  rate: Outcome<number>;
  interval: Outcome<Interval>;
  /** How many were lost on the way. */
  lost: number;
};

export type Funnel = {
  /** One per pair of neighbouring stages. */
  steps: FunnelStep[];
  /** First stage to last. */
  overall: FunnelStep;
  /** Position of the step with the lowest rate, the first of equal ones; no value when no step has a rate. */
  weakest: Outcome<number>;
  /** Entered − completed: everybody in the lost-user pool. */
  lostPool: number;
  /** Share of the lost pool that came back; no value when nobody counted them. */
  recovery: { rate: Outcome<number>; interval: Outcome<Interval> };
};

/**
 * A funnel from the number of people at each stage, first to last: Wilson intervals per step with the stage before as the
 * denominator, and the lost-user pool. A stage cannot be larger than the one before it.
 *
 * Source: interval: Wilson (1927).
 */
export function funnel(
  stages: readonly number[],
  { recovered, confidence = defaultConfidence }: { recovered?: number; confidence?: number } = {},
): Outcome<Funnel> {
  if (stages.length < 2) return noValue("no-data");
  const isFalling = stages.every(
    (count, stage) => count >= 0 && (stage === 0 || count <= stages[stage - 1]!),
  );
  if (!isFalling || !Number.isFinite(stages[0])) return noValue("out-of-range");
  const [entered, completed] = [stages[0]!, stages.at(-1)!];
  const lostPool = entered - completed;
  if (recovered !== undefined && !(recovered >= 0 && recovered <= lostPool))
    return noValue("out-of-range", { recovered, lostPool });

  const steps = stages.slice(1).map((count, stage) => stepOf(count, stages[stage]!, confidence));
  const weakest = minIndex(steps, ({ rate }) => (rate.ok ? rate.value : Number.NaN));
  const unknown = noValue("no-data");
  const recovery =
    recovered === undefined ? { rate: unknown, interval: unknown } : stepOf(recovered, lostPool, confidence);
  return value({
    steps,
    overall: stepOf(completed, entered, confidence),
    weakest: weakest >= 0 ? value(weakest) : noValue("no-data"),
    lostPool,
    recovery: { rate: recovery.rate, interval: recovery.interval },
  });
}

function stepOf(passed: number, entered: number, confidence: number): FunnelStep {
  return {
    rate: entered > 0 ? value(passed / entered) : noValue("zero-denominator"),
    interval: wilsonInterval(passed, entered, { confidence }),
    lost: entered - passed,
  };
}
