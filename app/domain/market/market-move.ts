/** How a market's range moved since it was last looked at, and what moved it. */
import type { Outcome } from "../outcome";
import type { Size } from "./market-draws";
import {
  type Assumption,
  type MarketModel,
  type PlanPart,
  planParts,
  type SegmentPart,
  segmentParts,
} from "./market-model";
import { moveShares, pairedSegments } from "./move-shares";
import type { Range } from "./size-market";
import type { SurveyEstimate } from "./survey-estimate";
import { type Tie, type TieKey, tieRoles } from "./survey-tie";
import type { TiedInput } from "./tied-model";

type Points = Pick<Assumption, "low" | "likely" | "high">;

/** The figures of a scenario as they were once seen, with all they rest on. */
export type SeenMarket = {
  /** Of the sheet. */
  revision: number;
  /** Complete responses at that time. */
  responses: number;
  ranges: Record<Size, Range>;
  /** The model with its ties resolved. */
  model: MarketModel;
  tied: TiedInput[];
};

type Surveyed = Pick<SurveyEstimate, "n" | "companies">;
export type MoveCause = {
  place: number | "plan";
  part: SegmentPart | PlanPart;
  /** `survey`: the answers changed; `tie`: it was tied, untied or tied to something else; `sheet`: it was typed anew. */
  why: "survey" | "tie" | "sheet";
  tie: TieKey | null;
  from: Points;
  to: Points;
  /** The answers behind it, before and now; null where typed numbers held. */
  answers: { from: Surveyed | null; to: Surveyed | null };
  /** Its share of the change of the market's P50 in the year looked at; all of them sum to it. */
  effect: number;
};

export type MarketMove = {
  /** The market of the year looked at. */
  from: Range;
  to: Range;
  responses: { from: number; to: number };
  /** Largest effect first. */
  causes: MoveCause[];
  /** What segments that came, went or were renamed account for; null when they are the same. */
  segments: number | null;
  /** What looking at another year accounts for; null when it is the same. */
  years: number | null;
};

const pointsOf = ({ low, likely, high }: Assumption): Points => ({ low, likely, high });
const same = (one: Points, other: Points) =>
  one.low === other.low && one.likely === other.likely && one.high === other.high;
const surveyed = (survey: Outcome<SurveyEstimate> | undefined): Surveyed | null =>
  survey?.ok ? { n: survey.value.n, companies: survey.value.companies } : null;

/** What a tie says, in an order that both engines keep; without weights as it was before there were any. */
const tieWords = ({ to, times, weights }: Tie) => [
  to,
  times,
  ...(weights ? tieRoles.map((role) => weights[role]) : []),
];

/** Written the same whenever the same figures would be seen; what only re-words a source leaves it as it is. */
export const fingerprintOf = ({ model, tied }: Pick<SeenMarket, "model" | "tied">): string => {
  const points = (one: Assumption) => [one.low, one.likely, one.high];
  return JSON.stringify([
    model.years,
    model.segments.map((one) => [one.name, segmentParts.map((part) => points(one[part]))]),
    model.plan && planParts.map((part) => points(model.plan![part])),
    tied.map(({ place, part, tie, survey }) => {
      const known = surveyed(survey);
      return [place, part, ...tieWords(tie), known?.n ?? null, known?.companies ?? null];
    }),
  ]);
};

/**
 * What moved between two sights of a scenario, each change with its share: inputs are compared where both have the segment under
 * the same name. `seed` is that of the scenario and of the ranges of `now`; earlier figures are drawn anew with it, so that both come from the same
 * draws.
 */
export function marketMove(before: SeenMarket, now: SeenMarket, seed: number): MarketMove {
  const pairs = pairedSegments(before.model, now.model);
  const find = (tied: readonly TiedInput[], place: number | "plan", part: SegmentPart | PlanPart) =>
    tied.find((one) => one.place === place && one.part === part);
  const causeOf = (
    place: { old: number | "plan"; current: number | "plan" },
    part: SegmentPart | PlanPart,
    [old, current]: readonly [Assumption, Assumption],
  ): Omit<MoveCause, "effect"> | null => {
    const [from, to] = [pointsOf(old), pointsOf(current)];
    if (same(from, to)) return null;
    const [was, is] = [find(before.tied, place.old, part), find(now.tied, place.current, part)];
    const told = (one: TiedInput | undefined) => JSON.stringify(one ? tieWords(one.tie) : null);
    const unchanged = told(was) === told(is);
    return {
      ...{ place: place.current, part, from, to },
      why: unchanged ? (is ? "survey" : "sheet") : "tie",
      tie: is?.tie.to ?? null,
      answers: { from: surveyed(was?.survey), to: surveyed(is?.survey) },
    };
  };
  const changed = pairs.flatMap(([old, current]) => {
    const [was, is] = [before.model.segments[old]!, now.model.segments[current]!];
    return segmentParts.flatMap((part) => {
      const cause = causeOf({ old, current }, part, [was[part], is[part]]);
      return cause ? [{ old, current, part, cause }] : [];
    });
  });
  const names = ({ model }: SeenMarket) => model.segments.map(({ name }) => name).join("\n");
  const [segments, years] = [names(before) !== names(now), before.model.years !== now.model.years];
  const shares = moveShares(before.model, now.model, { changed, segments, years, seed });
  const [oldPlan, plan] = [before.model.plan, now.model.plan];
  const planned =
    oldPlan && plan
      ? planParts.flatMap(
          (part) => causeOf({ old: "plan", current: "plan" }, part, [oldPlan[part], plan[part]]) ?? [],
        )
      : [];
  const causes = [
    ...changed.map(({ cause }, index) => ({ ...cause, effect: shares.changed[index]! })),
    ...planned.map((cause) => ({ ...cause, effect: 0 })),
  ];
  return {
    from: { ...before.ranges.later, ...shares.from },
    to: now.ranges.later,
    responses: { from: before.responses, to: now.responses },
    causes: causes.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect)),
    segments: segments ? shares.segments : null,
    years: years ? shares.years : null,
  };
}
