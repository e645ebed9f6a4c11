/** Reports that are being computed just now: who asks for one waits for it, or is told how far it is. */
import { setTimeout as delay } from "node:timers/promises";
import type { PendingReport, ReportDocument } from "~/domain/report/document/report-document";
import type { Steps } from "~/domain/steps";
import { inSlices, nextTurn } from "./in-slices";

/** `catchingUp` while newer answers are being counted. */
export type ShownDocument = { document: ReportDocument; catchingUp: boolean };
type Progress = Pick<PendingReport, "share" | "responses">;

/** What is thrown to who does not wait for all of it. */
class StillComputing {
  constructor(readonly progress: Progress) {}
}

/** So long the page waits for a report before it says how far it is. */
const patience = 120;

/** Of the last report that took a while: how much of its time had passed before each step. */
let pace: readonly number[] = Array.from({ length: 40 }, (_, step) => step / 40);

export type Work = {
  progress: () => Progress;
  made: Promise<ReportDocument>;
};

/** Begins when the page that asks has read the rest. `read` tells how many responses there are, and the steps to take. */
export function work(read: () => Promise<{ responses: number; steps: Steps<ReportDocument> }>): Work {
  const usual = pace;
  const begun = performance.now();
  const passed = [0];
  let responses: number | null = null;
  const make = async () => {
    await nextTurn();
    const { steps, ...counted } = await read();
    responses = counted.responses;
    const stepped = () => passed.push(performance.now() - begun);
    stepped();
    const document = await inSlices(steps, stepped);
    const whole = performance.now() - begun;
    if (whole > patience) pace = passed.map((time) => time / whole);
    return document;
  };
  const made = make();
  made.catch(() => undefined);
  const progress = () => ({ share: usual[Math.min(passed.length, usual.length) - 1] ?? 0, responses });
  return { made, progress };
}

/** What comes of it, unless it takes so long that the reader had better be told. */
export async function soonOf({ made, progress }: Work): Promise<ReportDocument> {
  const document = await Promise.race([made, delay(patience, null)]);
  if (document === null) throw new StillComputing(progress());
  return document;
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
export async function orPending(
  { product, sample }: Pick<PendingReport, "product" | "sample">,
  asked: Promise<ShownDocument>,
): Promise<{ document: ReportDocument | PendingReport; catchingUp: boolean }> {
  try {
    return await asked;
  } catch (thrown) {
    if (!(thrown instanceof StillComputing)) throw thrown;
    return { document: { product, sample, ...thrown.progress }, catchingUp: false };
  }
}
