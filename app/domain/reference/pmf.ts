import { breakEvenLamp } from "../pmf/break-even-lamp";
import { ellisThreshold, judgeInterval, type PmfVerdict } from "../pmf/pmf-verdict";
import {
  countDisappointment,
  type Disappointment,
  meetsPoint,
  seanEllisScore,
} from "../pmf/sean-ellis-score";
import { keepSupporterPersonas, type SegmentAnswer, splitSomewhat } from "../pmf/superhuman-segments";
import { minUnanimous } from "../stats/threshold-sample";
import { wilsonInterval } from "../stats/wilson-interval";
import { orNull } from "./or-null";

const verdictWord = (verdict: PmfVerdict | undefined) =>
  verdict === undefined ? "no_data" : verdict === "undecided" ? "inconclusive" : verdict;

type Score = { very_disappointed: number; eligible: number; threshold?: number; conf?: number };
type Points = { scores: number[]; threshold?: number; slack?: number };

function seanEllis(input: Score | Points) {
  const threshold = input.threshold ?? ellisThreshold;
  if ("scores" in input)
    return {
      meets: input.scores.map((score) => meetsPoint(score, threshold)),
      gap_points: input.scores.map((score) => score - threshold),
      ...(input.slack === undefined ? {} : { slack_meets: meetsPoint(input.slack, threshold) }),
    };
  const scored = orNull(
    seanEllisScore(input.very_disappointed, input.eligible, { threshold, confidence: input.conf }),
  );
  return {
    score: scored?.score ?? null,
    meets_point_benchmark: scored?.meetsPoint ?? null,
    wilson: scored?.wilson ?? null,
    clopper_pearson: scored?.clopperPearson ?? null,
    jeffreys: scored?.jeffreys ?? null,
    verdict: verdictWord(scored?.verdict),
    posterior_p_gt_threshold_uniform: scored?.probabilityAbove ?? null,
  };
}

type Filter = {
  responses: { id: string; uses14: number | null; core: boolean; a: Disappointment }[];
  min_uses: number;
  require_core?: boolean;
  na_policy?: "exclude" | "include";
  threshold?: number;
  conf?: number;
};

function seanEllisFilter(input: Filter) {
  const counts = countDisappointment(
    input.responses.map((one) => ({
      answer: one.a,
      uses: one.uses14,
      usedCore: input.require_core === false ? true : one.core,
    })),
    input.min_uses,
  );
  const denominator = input.na_policy === "include" ? counts.eligible : counts.n;
  const scored = seanEllis({
    very_disappointed: counts.very,
    eligible: denominator,
    threshold: input.threshold,
    conf: input.conf,
  });
  return {
    ...scored,
    eligible_n: counts.eligible,
    na_n: counts.na,
    denominator,
    very: counts.very,
    score_if_na_included: counts.eligible === 0 ? null : counts.very / counts.eligible,
  };
}

function seanEllisCluster(input: Score & { design_effect: number }) {
  const { very_disappointed: very, eligible, design_effect: deff } = input;
  const threshold = input.threshold ?? ellisThreshold;
  const effective = orNull(wilsonInterval(very / deff, eligible / deff, { confidence: input.conf }));
  const naive = orNull(wilsonInterval(very, eligible, { confidence: input.conf }));
  return {
    score: eligible === 0 ? null : very / eligible,
    n_eff: eligible / deff,
    wilson_neff: effective,
    wilson_naive: naive,
    verdict: verdictWord(effective ? judgeInterval(effective, threshold) : undefined),
    verdict_naive: verdictWord(naive ? judgeInterval(naive, threshold) : undefined),
  };
}

type Respondent = { persona: string; answer: SegmentAnswer["answer"]; main_benefit: string };
const segmentAnswers = (responses: Respondent[]): SegmentAnswer[] =>
  responses.map(({ persona, answer, main_benefit }) => ({ persona, answer, mainBenefit: main_benefit }));

function superhumanSegmentation(input: { responses: Respondent[] }) {
  const kept = orNull(keepSupporterPersonas(segmentAnswers(input.responses)));
  return {
    overall_score: kept?.overallScore ?? null,
    kept_personas: kept?.keptPersonas ?? [],
    segment_n: kept?.segment.length ?? 0,
    segment_score: kept?.segmentScore ?? null,
  };
}

function superhumanSomewhatSplit(input: { responses: Respondent[]; roadmap_capacity?: number }) {
  const split = orNull(splitSomewhat(segmentAnswers(input.responses), input.roadmap_capacity ?? 1));
  return {
    top_benefit: split?.topBenefit ?? null,
    somewhat_n: split?.somewhat ?? null,
    convertible_n: split?.convertible ?? null,
    disregard_n: split?.disregarded ?? null,
    capacity_double_down: split?.doubleDown ?? null,
    capacity_remove_blockers: split?.removeBlockers ?? null,
  };
}

type Month = { revenue: number; variable_cost: number; fixed_cost: number; external_funding?: number };

function pmfCommercial(input: { months: Month[]; consecutive_required?: number }) {
  const months = input.months.map((one) => ({
    revenue: one.revenue,
    variableCost: one.variable_cost,
    fixedCost: one.fixed_cost,
    externalFunding: one.external_funding ?? 0,
  }));
  const lamp = orNull(breakEvenLamp(months, input.consecutive_required));
  return {
    operating_result: lamp?.operatingResults ?? null,
    self_sustaining_months: lamp?.selfSustainingMonths ?? null,
    commercial_criterion_met: lamp?.met ?? null,
  };
}

function seanEllisMinEvidence(input: { threshold?: number; conf?: number }) {
  const threshold = input.threshold ?? ellisThreshold;
  const wilson = orNull(minUnanimous(threshold, { confidence: input.conf }));
  const exact = orNull(minUnanimous(threshold, { confidence: input.conf, interval: "clopper-pearson" }));
  return {
    all_yes: { wilson: wilson?.allYes ?? null, clopper_pearson: exact?.allYes ?? null },
    all_no: { wilson: wilson?.allNo ?? null, clopper_pearson: exact?.allNo ?? null },
  };
}

export const pmfReference = {
  sean_ellis: seanEllis,
  sean_ellis_single_user: seanEllis,
  sean_ellis_filter: seanEllisFilter,
  sean_ellis_cluster: seanEllisCluster,
  sean_ellis_min_evidence: seanEllisMinEvidence,
  superhuman_segmentation: superhumanSegmentation,
  superhuman_somewhat_split: superhumanSomewhatSplit,
  pmf_commercial: pmfCommercial,
};
