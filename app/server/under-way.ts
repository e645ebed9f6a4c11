/** What is being computed just now: who asks for it waits for it, or is told how far it is. */
import { setTimeout as delay } from "node:timers/promises";
import type { Progress, Steps } from "~/domain/steps";
import { inSlices, nextTurn } from "./in-slices";

/** What is thrown to who does not wait for all of it. */
class StillComputing {
  constructor(readonly progress: Progress) {}
}

/** So long a page waits before it says how far it is. */
const patience = 120;

type Pace = { shares: readonly number[]; whole: number };
/** By kind, of the last that took a while: how long, and how much of that had passed before each step. */
const paces = new Map<string, Pace>();
const guess: Pace = {
  shares: Array.from({ length: 40 }, (_, step) => step / 40),
  whole: Number.POSITIVE_INFINITY,
};

export type Work<T> = {
  progress: () => Progress;
  made: Promise<T>;
};
/** How many responses there are, and the steps to take. */
export type Begun<T> = { responses: number; steps: Steps<T> };

/** Begins when the page that asks has read the rest. Work of one `kind` takes about the same steps each time. */
export function work<T>(kind: string, read: () => Promise<Begun<T>>): Work<T> {
  const usual = paces.get(kind) ?? guess;
  const begun = performance.now();
  const passed = [0];
  let responses: number | null = null;
  const make = async () => {
    await nextTurn();
    const { steps, ...counted } = await read();
    responses = counted.responses;
    const stepped = () => passed.push(performance.now() - begun);
    stepped();
    const made = await inSlices(steps, stepped);
    const whole = performance.now() - begun;
    if (whole > patience) paces.set(kind, { shares: passed.map((time) => time / whole), whole });
    return made;
  };
  const made = make();
  made.catch(() => undefined);
  /** Within a step it grows with the time, up to where the next begins. */
  const progress = () => {
    const { shares, whole } = usual;
    const step = Math.min(passed.length, shares.length) - 1;
    const since = performance.now() - begun - passed.at(-1)!;
    const next = shares[step + 1] ?? shares[step]!;
    return { share: Math.min(next, shares[step]! + since / whole), responses };
  };
  return { made, progress };
}

/** What comes of it, unless it takes so long that the reader had better be told. */
export async function soonOf<T>({ made, progress }: Work<T>): Promise<T> {
  const late = Symbol("late");
  const came = await Promise.race([made, delay(patience, late)]);
  if (came === late) throw new StillComputing(progress());
  return came as T;
}

/** All of them; while one is still being computed, how far they are together. */
export async function togetherSoon<T>(asked: readonly Promise<T>[]): Promise<T[]> {
  const came = await Promise.allSettled(asked);
  const waits = came.flatMap((one) => {
    if (one.status === "fulfilled") return [];
    if (one.reason instanceof StillComputing) return one.reason.progress.share;
    throw one.reason;
  });
  if (waits.length === 0) return Promise.all(asked);
  const missing = waits.reduce((sum, share) => sum + 1 - share, 0);
  // How many of the answers people outside may know of is not known before the end.
  throw new StillComputing({ share: 1 - missing / came.length, responses: null });
}

/** What was asked for `soon`, or how far it is. */
export async function orPending<T>(
  asked: Promise<T>,
): Promise<{ shown: T; pending: null } | { shown: null; pending: Progress }> {
  try {
    return { shown: await asked, pending: null };
  } catch (thrown) {
    if (!(thrown instanceof StillComputing)) throw thrown;
    return { shown: null, pending: thrown.progress };
  }
}
