/** A market model whose tied assumptions hold what the survey says. */
import type { Outcome } from "../outcome";
import { pointsFromInterval } from "./interval-points";
import {
  type Assumption,
  kindOfPart,
  type MarketModel,
  type PlanPart,
  planParts,
  type Segment,
  type SegmentPart,
  segmentParts,
  type UncertainPlan,
} from "./market-model";
import type { SurveyEstimate } from "./survey-estimate";
import type { Tie } from "./survey-tie";

export type TiedInput = {
  /** A segment's index, or the plan. */
  place: number | "plan";
  part: SegmentPart | PlanPart;
  tie: Tie;
  /** In the unit of the survey: before `times`. */
  survey: Outcome<SurveyEstimate>;
};

const boundsOf = { count: [0, 1e15], money: [0, 1e15], share: [0, 1], rate: [-0.99, 10] } as const;

/**
 * The model with every tied assumption replaced by the survey's estimate (times the units a year) and a triangle that
 * carries its 95 % interval; typed numbers hold where the survey cannot say anything yet. `tied` lists the ties in the order
 * of the sheet.
 */
export function tiedModel(
  model: MarketModel,
  estimateOf: (tie: Tie) => Outcome<SurveyEstimate>,
): { model: MarketModel; tied: TiedInput[] } {
  const tied: TiedInput[] = [];
  const resolve = (
    assumption: Assumption,
    place: TiedInput["place"],
    part: SegmentPart | PlanPart,
  ): Assumption => {
    const { tie } = assumption;
    if (!tie) return assumption;
    const survey = estimateOf(tie);
    tied.push({ place, part, tie, survey });
    if (!survey.ok) return assumption;
    const { estimate, interval } = survey.value;
    const { min, mode, max } = pointsFromInterval(
      estimate * tie.times,
      [interval[0] * tie.times, interval[1] * tie.times],
      boundsOf[kindOfPart[part]],
    );
    return { ...assumption, low: min, likely: mode, high: max };
  };
  const segments = model.segments.map(
    (segment, place): Segment => ({
      name: segment.name,
      ...(Object.fromEntries(
        segmentParts.map((part) => [part, resolve(segment[part], place, part)]),
      ) as Record<SegmentPart, Assumption>),
    }),
  );
  const { plan } = model;
  const planned = plan
    ? (Object.fromEntries(
        planParts.map((part) => [part, resolve(plan[part], "plan", part)]),
      ) as UncertainPlan)
    : null;
  return { model: { ...model, segments, plan: planned }, tied };
}
