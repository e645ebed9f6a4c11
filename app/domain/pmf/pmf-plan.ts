/** A sequential plan of the PMF score: when to look, what decides at each look, and how often the plan would err. */
import { noValue, type Outcome, value } from "../outcome";
import { betaCdf, binomialPmf } from "../stats/distributions";
import { exactBinomialSampleSize } from "../stats/exact-binomial-test";
import type { PmfRule } from "../study/study";
import { type PmfAnswer, pmfScore } from "./pmf-score";
import { isEligible } from "./sean-ellis-score";

/** The posterior probability that ends the wait, for above; its complement ends it for below. */
const bar = 0.95;

export type PlannedLook = {
  /** Eligible answers at which to look. */
  n: number;
  /** Stop here with "above" at so many "very" or more, with "below" at so many or fewer; null: no count decides. */
  aboveFrom: number | null;
  belowTo: number | null;
  /** What the first n answers said; null while there are fewer. `posterior` is null under five companies. */
  seen: { very: number; posterior: number | null; decision: "above" | "below" | "go-on" } | null;
};

export type PmfPlan = {
  /** Eligible answers so far. */
  answers: number;
  looks: PlannedLook[];
  /** The first look that decided; later looks do not overturn it. */
  decided: { n: number; verdict: "above" | "below" } | null;
  /** The next look when nothing is decided; null when there is none, and the plan ends undecided. */
  next: number | null;
};

/** P(share > threshold) under Jeffreys' prior, of answers that count only as `n / designEffect` independent ones. */
function posteriorAbove(very: number, n: number, threshold: number, designEffect: number): number {
  return 1 - betaCdf(threshold, very / designEffect + 0.5, (n - very) / designEffect + 0.5);
}

function boundaries(n: number, threshold: number, designEffect: number) {
  let aboveFrom: number | null = null;
  let belowTo: number | null = null;
  for (let very = 0; very <= n; very++) {
    const posterior = posteriorAbove(very, n, threshold, designEffect);
    if (posterior <= 1 - bar) belowTo = very;
    if (posterior >= bar && aboveFrom === null) aboveFrom = very;
  }
  return { aboveFrom, belowTo };
}

/**
 * One role's answers, in the order in which they were completed, against the declared looks (ascending numbers of
 * eligible answers). A look judges the first n eligible answers only, with the likeness within companies seen among
 * these, so that what it said stays said; looks ahead take the likeness of today. Under five companies a look
 * decides nothing. `no-data` without looks.
 * Source: Thall & Simon (1994), Biometrics 50:337–349, on effective answers n / design effect.
 */
export function pmfPlan(
  answers: readonly PmfAnswer[],
  rule: Pick<PmfRule, "threshold" | "minUses">,
  looks: readonly number[],
): Outcome<PmfPlan> {
  if (looks.length === 0) return noValue("no-data");
  const { threshold } = rule;
  const counted = answers.filter((one) => isEligible(one, rule.minUses) && one.answer !== "na");
  const likeness = (own: readonly PmfAnswer[]) => {
    const score = pmfScore(own, rule);
    return score.ok && score.value.designEffect.ok ? score.value.designEffect.value : null;
  };
  const today = likeness(counted) ?? 1;
  const judged = looks.map((n): PlannedLook => {
    if (n > counted.length) return { n, ...boundaries(n, threshold, today), seen: null };
    const own = counted.slice(0, n);
    const designEffect = likeness(own);
    const very = own.filter(({ answer }) => answer === "very").length;
    const posterior = designEffect === null ? null : posteriorAbove(very, n, threshold, designEffect);
    const decision =
      posterior === null ? "go-on" : posterior >= bar ? "above" : posterior <= 1 - bar ? "below" : "go-on";
    return {
      n,
      ...boundaries(n, threshold, designEffect ?? today),
      seen: { very, posterior, decision },
    };
  });
  const decisive = judged.find(({ seen }) => seen && seen.decision !== "go-on");
  const verdict = decisive?.seen?.decision;
  return value({
    answers: counted.length,
    looks: judged,
    decided: decisive && verdict && verdict !== "go-on" ? { n: decisive.n, verdict } : null,
    next: decisive ? null : (looks.find((n) => n > counted.length) ?? null),
  });
}

export type PlanChances = {
  /** The share that is true, and what the plan would then say how often. */
  truth: number;
  above: number;
  below: number;
  undecided: number;
  /** Eligible answers asked on average. */
  expectedAnswers: number;
};

/**
 * What a plan would say if `truth` were the share: exact for independent answers; with a design effect the looks
 * are taken as so many effective answers, rounded. `out-of-range` for shares outside 0 … 1 or looks that do not
 * ascend. Source: sums over the binomial paths that no earlier look has ended.
 */
export function planChances(
  looks: readonly number[],
  truth: number,
  { threshold, designEffect = 1 }: { threshold: number; designEffect?: number },
): Outcome<PlanChances> {
  const ascending = looks.every((n, at) => Number.isInteger(n) && n > (looks[at - 1] ?? 0));
  if (!(truth > 0 && truth < 1 && threshold > 0 && threshold < 1 && designEffect > 0) || !ascending)
    return noValue("out-of-range", { truth, threshold });
  let [above, below, asked, before] = [0, 0, 0, 0];
  // Chance of having so many "very" with no look having ended the plan.
  let open = new Map([[0, 1]]);
  for (const look of looks) {
    const n = Math.max(before, Math.round(look / designEffect));
    const added = n - before;
    const reached = new Map<number, number>();
    let arriving = 0;
    for (const [very, chance] of open) {
      arriving += chance;
      for (let more = 0; more <= added; more++)
        reached.set(very + more, (reached.get(very + more) ?? 0) + chance * binomialPmf(more, added, truth));
    }
    asked += arriving * (look - (looks[looks.indexOf(look) - 1] ?? 0));
    const { aboveFrom, belowTo } = boundaries(n, threshold, 1);
    open = new Map();
    for (const [very, chance] of reached) {
      if (aboveFrom !== null && very >= aboveFrom) above += chance;
      else if (belowTo !== null && very <= belowTo) below += chance;
      else open.set(very, chance);
    }
    before = n;
  }
  return value({ truth, above, below, undecided: 1 - above - below, expectedAnswers: asked });
}

/** How far over the threshold a product should be for the plan to notice it. Simon's example: 40 against 60 %. */
const worthNoticing = 0.2;

/**
 * Looks to propose: half, once and twice the answers at which a test of one look finds a share 20 points over the
 * threshold four times in five, times the design effect; rounded up to fives.
 * `never-reached` when the threshold leaves no room above it.
 */
export function proposeLooks(threshold: number, designEffect = 1): Outcome<number[]> {
  const size = exactBinomialSampleSize({ p0: threshold, p1: Math.min(threshold + worthNoticing, 0.99) });
  if (!size.ok) return size;
  const whole = size.value.first * Math.max(1, designEffect);
  return value([0.5, 1, 2].map((part) => 5 * Math.ceil((part * whole) / 5)));
}
