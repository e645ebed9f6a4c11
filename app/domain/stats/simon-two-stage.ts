import { noValue, type Outcome, value } from "../outcome";
import { binomialCdf, binomialPmf } from "./distributions";
import { exactBinomialSampleSize } from "./exact-binomial-test";

export type TwoStageDesign = {
  /** Stop after the first stage at `r1` or fewer yes of `n1`. */
  r1: number;
  n1: number;
  /** Declare after the second stage at more than `r` yes of `n`. */
  r: number;
  n: number;
  /** Answers needed on average, and the chance of stopping early, when the share is p0. */
  expectedN: number;
  stopEarly: number;
  alpha: number;
  power: number;
};

export type TwoStagePlan = { p0: number; p1: number; alpha?: number; beta?: number; mostAnswers?: number };

type Table = { pmf: number[]; tail: number[] };

/** pmf[x], and tail[x] = P(X > x − 1), of every sample size up to `most`. */
function tables(most: number, p: number): Table[] {
  return Array.from({ length: most + 1 }, (_, n) => ({
    pmf: Array.from({ length: n + 1 }, (_, x) => binomialPmf(x, n, p)),
    tail: Array.from({ length: n + 2 }, (_, x) => (x === 0 ? 1 : 1 - binomialCdf(x - 1, n, p))),
  }));
}

/** P(going on after n1 and ending with more than r yes of n1 + n2). */
function declares(first: Table, second: Table, r1: number, r: number): number {
  let chance = 0;
  for (let x = r1 + 1; x < first.pmf.length; x++) {
    const needed = Math.max(0, r + 1 - x);
    if (needed < second.tail.length) chance += first.pmf[x]! * second.tail[needed]!;
  }
  return chance;
}

/** Trying all designs up to here takes a second or two. */
const largestSearch = 300;

/** Two stages need at most a quarter more answers than one (Simon's tables); half more is looked at. */
function enoughToSearch(plan: { p0: number; p1: number; alpha: number; beta: number }): number {
  const single = exactBinomialSampleSize({ ...plan, power: 1 - plan.beta });
  if (!single.ok || single.value.first > largestSearch) return Number.POSITIVE_INFINITY;
  return Math.min(largestSearch, Math.ceil(1.5 * single.value.first) + 10);
}

/**
 * Simon's two-stage designs for "is the share p1 rather than p0?", with a stop when the first answers look poor:
 * `optimal` needs the fewest answers on average when the share is only p0, `minimax` the fewest at most.
 * All designs up to `mostAnswers` (half more than one stage would need, at most 300) are tried.
 * Defaults: alpha 0.05, beta 0.2.
 * `never-reached` when none of them keeps both error rates, `too-large` when more would have to be tried;
 * `out-of-range` unless 0 < p0 < p1 < 1.
 * Source: Simon (1989), Control Clin Trials 10:1–10.
 */
export function simonTwoStage({
  p0,
  p1,
  alpha = 0.05,
  beta = 0.2,
  mostAnswers: asked,
}: TwoStagePlan): Outcome<{ optimal: TwoStageDesign; minimax: TwoStageDesign }> {
  const sound = p0 > 0 && p0 < p1 && p1 < 1 && alpha > 0 && alpha < 1 && beta > 0 && beta < 1;
  if (!sound) return noValue("out-of-range", { p0, p1 });
  const mostAnswers = asked ?? enoughToSearch({ p0, p1, alpha, beta });
  if (mostAnswers > largestSearch) return noValue("too-large", { most: largestSearch });
  if (!Number.isInteger(mostAnswers) || mostAnswers < 2) return noValue("out-of-range", { mostAnswers });
  const [under0, under1] = [tables(mostAnswers, p0), tables(mostAnswers, p1)];
  let optimal: TwoStageDesign | null = null;
  let minimax: TwoStageDesign | null = null;
  for (let n = 2; n <= mostAnswers; n++) {
    for (let n1 = 1; n1 < n; n1++) {
      // A first stage larger than the best average so far cannot have a smaller average.
      const worthwhile = minimax === null || n === minimax.n || n1 < optimal!.expectedN;
      if (!worthwhile) break;
      let stopEarly = 0;
      let missEarly = 0;
      for (let r1 = 0; r1 < n1; r1++) {
        stopEarly += under0[n1]!.pmf[r1]!;
        missEarly += under1[n1]!.pmf[r1]!;
        if (missEarly > beta) break;
        const expectedN = n1 + (1 - stopEarly) * (n - n1);
        const candidate = minimax === null || n === minimax.n || expectedN < optimal!.expectedN;
        if (!candidate) continue;
        const design = designOf(under0, under1, { n1, r1, n, alpha, beta });
        if (!design) continue;
        const full = { ...design, expectedN, stopEarly };
        if (optimal === null || expectedN < optimal.expectedN) optimal = full;
        if (minimax === null || (n === minimax.n && expectedN < minimax.expectedN)) minimax = full;
      }
    }
  }
  return optimal && minimax ? value({ optimal, minimax }) : noValue("never-reached", { mostAnswers });
}

/** The smallest r that keeps alpha, if it keeps beta too. */
function designOf(
  under0: readonly Table[],
  under1: readonly Table[],
  { n1, r1, n, alpha, beta }: { n1: number; r1: number; n: number; alpha: number; beta: number },
): Omit<TwoStageDesign, "expectedN" | "stopEarly"> | null {
  const [first0, second0] = [under0[n1]!, under0[n - n1]!];
  let [low, high] = [r1 - 1, n];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (declares(first0, second0, r1, middle) <= alpha) high = middle;
    else low = middle;
  }
  const power = declares(under1[n1]!, under1[n - n1]!, r1, high);
  if (power < 1 - beta) return null;
  return { r1, n1, r: high, n, alpha: declares(first0, second0, r1, high), power };
}
