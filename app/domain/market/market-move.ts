/** How a market's range moved since it was last looked at, and what moved it. */
import type { Outcome } from "../outcome";
import {
  type Assumption,
  type MarketModel,
  marketFormulas,
  type PlanPart,
  planParts,
  type SegmentPart,
  segmentParts,
} from "./market-model";
import type { Range, Size } from "./size-market";
import type { SurveyEstimate } from "./survey-estimate";
import type { TieKey } from "./survey-tie";
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
  /** What this alone adds to the market of the year looked at, all else as it was, at likely values. */
  effect: number;
};

export type MarketMove = {
  from: Record<Size, Range>;
  to: Record<Size, Range>;
  responses: { from: number; to: number };
  /** Largest effect first. */
  causes: MoveCause[];
  /** Segments came, went or were renamed; those cannot be compared one by one. */
  segmentsChanged: boolean;
  yearsChanged: boolean;
};

const pointsOf = ({ low, likely, high }: Assumption): Points => ({ low, likely, high });
const same = (one: Points, other: Points) =>
  one.low === other.low && one.likely === other.likely && one.high === other.high;
const surveyed = (survey: Outcome<SurveyEstimate> | undefined): Surveyed | null =>
  survey?.ok ? { n: survey.value.n, companies: survey.value.companies } : null;

const later = ({ segments, years }: MarketModel) =>
  marketFormulas(years).later(segments.flatMap((one) => segmentParts.map((part) => one[part].likely)));

/** Written the same whenever the same figures would be seen; what only re-words a source leaves it as it is. */
export const fingerprintOf = ({ model, tied }: Pick<SeenMarket, "model" | "tied">): string => {
  const points = (one: Assumption) => [one.low, one.likely, one.high];
  return JSON.stringify([
    model.years,
    model.segments.map((one) => [one.name, segmentParts.map((part) => points(one[part]))]),
    model.plan && planParts.map((part) => points(model.plan![part])),
    tied.map(({ place, part, tie, survey }) => {
      const known = surveyed(survey);
      return [place, part, tie.to, tie.times, known?.n ?? null, known?.companies ?? null];
    }),
  ]);
};

/** What moved between two sights of a scenario. Inputs are compared where both have the segment under the same name. */
export function marketMove(before: SeenMarket, now: SeenMarket): MarketMove {
  const causes: MoveCause[] = [];
  const compare = (
    place: number | "plan",
    part: SegmentPart | PlanPart,
    [old, current]: readonly [Assumption, Assumption],
    effect: number,
  ) => {
    const [from, to] = [pointsOf(old), pointsOf(current)];
    if (same(from, to)) return;
    const find = (tied: readonly TiedInput[]) => tied.find((one) => one.place === place && one.part === part);
    const [was, is] = [find(before.tied), find(now.tied)];
    const unchanged = was?.tie.to === is?.tie.to && was?.tie.times === is?.tie.times;
    causes.push({
      ...{ place, part, from, to, effect },
      why: unchanged ? (is ? "survey" : "sheet") : "tie",
      tie: is?.tie.to ?? null,
      answers: { from: surveyed(was?.survey), to: surveyed(is?.survey) },
    });
  };
  const base = later(before.model);
  before.model.segments.forEach((old, place) => {
    const current = now.model.segments[place];
    if (current?.name !== old.name) return;
    for (const part of segmentParts) {
      const segments = before.model.segments.with(place, { ...old, [part]: current[part] });
      compare(place, part, [old[part], current[part]], later({ ...before.model, segments }) - base);
    }
  });
  const [oldPlan, plan] = [before.model.plan, now.model.plan];
  if (oldPlan && plan) for (const part of planParts) compare("plan", part, [oldPlan[part], plan[part]], 0);
  const names = ({ model }: SeenMarket) => model.segments.map(({ name }) => name).join("\n");
  return {
    from: before.ranges,
    to: now.ranges,
    responses: { from: before.responses, to: now.responses },
    causes: causes.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect)),
    segmentsChanged: names(before) !== names(now),
    yearsChanged: before.model.years !== now.model.years,
  };
}
