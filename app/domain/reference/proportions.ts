import { adjustPValues } from "../stats/adjust-p-values";
import { agrestiCoullInterval } from "../stats/agresti-coull-interval";
import { clopperPearsonInterval } from "../stats/clopper-pearson-interval";
import { jeffreysInterval, probabilityShareAbove, type SharePrior } from "../stats/jeffreys-interval";
import { mcnemarTest, type PairedCounts } from "../stats/mcnemar-test";
import { newcombeDifference } from "../stats/newcombe-difference";
import { wilsonInterval } from "../stats/wilson-interval";
import { orNull } from "./or-null";

function proportionCi({ x, n, conf }: { x: number; n: number; conf?: number }) {
  const confidence = { confidence: conf };
  return {
    wilson: orNull(wilsonInterval(x, n, confidence)),
    wilson_cc: orNull(wilsonInterval(x, n, { ...confidence, continuity: true })),
    clopper_pearson: orNull(clopperPearsonInterval(x, n, confidence)),
    jeffreys: orNull(jeffreysInterval(x, n, confidence)),
    agresti_coull: orNull(agrestiCoullInterval(x, n, confidence)),
  };
}

function newcombe(input: { x1: number; n1: number; x2: number; n2: number; conf?: number }) {
  const found = orNull(
    newcombeDifference(
      { successes: input.x1, n: input.n1 },
      { successes: input.x2, n: input.n2 },
      { confidence: input.conf },
    ),
  );
  return {
    diff: found?.difference ?? null,
    lower: found?.interval[0] ?? null,
    upper: found?.interval[1] ?? null,
    significant: found?.significant ?? null,
  };
}

function mcnemar(input: PairedCounts) {
  const found = orNull(mcnemarTest(input));
  return {
    chi2_cc: found?.chi2Corrected ?? null,
    p_cc: found?.pCorrected ?? null,
    chi2: found?.chi2 ?? null,
    p: found?.p ?? null,
    p_exact: found?.pExact ?? null,
    diff: found?.difference ?? null,
  };
}

const adjustments = {
  holm: "holm",
  bh: "benjamini-hochberg",
  fdr: "benjamini-hochberg",
  "benjamini-hochberg": "benjamini-hochberg",
} as const;

function pAdjust(input: { p: number[]; method: string }) {
  const method = adjustments[input.method.toLowerCase() as keyof typeof adjustments];
  return { adjusted: method ? orNull(adjustPValues(input.p, method)) : null };
}

type Posterior = { x: number; n: number };

function bayesThreshold(
  input: { threshold: number } & (Posterior | { cases: (Posterior & { prior?: SharePrior })[] }),
) {
  const { threshold } = input;
  if ("cases" in input)
    return {
      p: input.cases.map(({ x, n, prior }) => orNull(probabilityShareAbove(x, n, threshold, prior))),
    };
  return {
    jeffreys: orNull(probabilityShareAbove(input.x, input.n, threshold, "jeffreys")),
    uniform: orNull(probabilityShareAbove(input.x, input.n, threshold, "uniform")),
  };
}

export const proportionReference = {
  proportion_ci: proportionCi,
  jeffreys_ci: proportionCi,
  agresti_coull_ci: proportionCi,
  newcombe_difference: newcombe,
  mcnemar,
  p_adjust: pAdjust,
  bayes_threshold: bayesThreshold,
};
