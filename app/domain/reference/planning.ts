import { exactBinomialPower, exactBinomialSampleSize } from "../stats/exact-binomial-test";
import { marginOfErrorSampleSize } from "../stats/margin-of-error-n";
import { simonTwoStage, type TwoStageDesign } from "../stats/simon-two-stage";
import { minAnswersAbove, minCountAbove } from "../stats/threshold-sample";
import { orNull } from "./or-null";

const listOf = (given: number | number[]) => (Array.isArray(given) ? given : [given]);

function thresholdMinCount(input: { n: number | number[]; threshold: number; conf?: number }) {
  const rows = listOf(input.n).map((n) => {
    const wilson = orNull(minCountAbove(n, input.threshold, { confidence: input.conf }));
    const exact = minCountAbove(n, input.threshold, { confidence: input.conf, interval: "clopper-pearson" });
    return [
      String(n),
      { wilson, clopper_pearson: orNull(exact), wilson_share: wilson === null ? null : wilson / n },
    ] as const;
  });
  return Object.fromEntries(rows);
}

function thresholdMinN(input: { p: number | number[]; threshold: number; conf?: number }) {
  const rows = listOf(input.p).map((share) => {
    const wilson = minAnswersAbove(share, input.threshold, { confidence: input.conf });
    const exact = minAnswersAbove(share, input.threshold, {
      confidence: input.conf,
      interval: "clopper-pearson",
    });
    return [String(share), { wilson: orNull(wilson), clopper_pearson: orNull(exact) }] as const;
  });
  return Object.fromEntries(rows);
}

function exactPower(input: { p0: number; p1?: number | number[]; alpha?: number; n: number | number[] }) {
  const truths = listOf(input.p1 ?? [0.5, 0.55]);
  return listOf(input.n).map((n) => {
    const tests = truths.map((p1) => orNull(exactBinomialPower(n, { p0: input.p0, p1, alpha: input.alpha })));
    const powers = truths.map((p1, i) => [`power_${Math.round(p1 * 100)}`, tests[i]?.power ?? null] as const);
    const { criticalCount = null, alpha = null } = tests[0] ?? {};
    return { n, crit: criticalCount, alpha, ...Object.fromEntries(powers) };
  });
}

function exactN(input: { p0: number; p1: number | number[]; alpha?: number; power?: number }) {
  const { p0, alpha, power } = input;
  const rows = listOf(input.p1).map((p1) => {
    const found = orNull(exactBinomialSampleSize({ p0, p1, alpha, power }));
    return [String(p1), { first_n: found?.first ?? null, stable_n: found?.stable ?? null }] as const;
  });
  return Object.fromEntries(rows);
}

function simon(input: { p0: number; p1: number; alpha?: number; beta?: number }) {
  const found = orNull(simonTwoStage(input));
  return { optimal: found && written(found.optimal), minimax: found && written(found.minimax) };
}

const written = ({ expectedN, stopEarly, ...design }: TwoStageDesign) => ({
  ...design,
  EN_p0: expectedN,
  PET_p0: stopEarly,
});

function marginOfErrorN(input: {
  p: number;
  moe: number;
  conf?: number;
  population?: number;
  deff?: number;
}) {
  const plan = orNull(
    marginOfErrorSampleSize({
      share: input.p,
      margin: input.moe,
      confidence: input.conf,
      population: input.population,
      designEffect: input.deff,
    }),
  );
  return {
    n_raw: plan?.raw ?? null,
    n0: plan?.raw ?? null,
    n_fpc: plan?.finite ?? null,
    n: plan?.n ?? null,
  };
}

export const planningReference = {
  threshold_min_count: thresholdMinCount,
  threshold_min_n: thresholdMinN,
  exact_binomial_power: exactPower,
  exact_binomial_n: exactN,
  simon_two_stage: simon,
  margin_of_error_n: marginOfErrorN,
};
