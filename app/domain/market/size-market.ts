import { noValue, type Outcome, value } from "../outcome";
import { customersAfterYear } from "./bottom-up";
import { type Flip, flipsOf, type Information, informationWorth } from "./market-decision";
import {
  factorsOf,
  type MarketModel,
  marketFormulas,
  planParts,
  pointsOf,
  type SegmentPart,
} from "./market-model";
import { type MarketFormula, type Simulation, simulateFigures } from "./market-simulation";
import { type TornadoBar, tornado } from "./tornado";
import { triangulate } from "./triangulation";

export const sizes = ["tam", "sam", "som", "later"] as const;
export type Size = (typeof sizes)[number];

export type Range = Pick<Simulation, "p10" | "p50" | "p90"> & {
  /** With every assumption at its likely value. */
  likely: number;
};

export type Headroom = {
  /** `above`: even P10 reaches the goal; `below`: not even P90 does; else `undecided`. */
  verdict: "above" | "below" | "undecided";
  /** Share of the draws that reach the goal. */
  chance: number;
  goal: number;
  flips: Flip[];
};

export type SizedMarket = {
  ranges: Record<Size, Range>;
  /** Customers' revenue in the year looked at, as the sales plan would win it; `no-data` without a plan. */
  bottomUp: Outcome<Range>;
  /** The obtainable market of that year over the plan's revenue, both at P50. */
  ratio: ReturnType<typeof triangulate>;
  /** Of `later`, widest first. */
  bars: (TornadoBar & { segment: number; part: SegmentPart })[];
  /** `no-data` without a goal. */
  headroom: Outcome<Headroom>;
  research: Outcome<Information[]>;
  draws: number;
  seed: number;
};

const rangeOf = ({ p10, p50, p90 }: Simulation, likely: number): Range => ({ p10, p50, p90, likely });

/**
 * Everything the market page says of one model: TAM, SAM, SOM and the SOM of the year looked at as P10/P50/P90 of 100 000
 * seeded draws, the sales plan beside them with the ratio of the two, the tornado, the verdict on headroom with what
 * would flip it, and what each assumption is worth knowing. Money a year, in the study's currency.
 * No segment is `no-data`; three points out of order, or a result that is no number, `out-of-range`.
 *
 * Source: the methods named by each part.
 */
export function sizeMarket(model: MarketModel, seed: number): Outcome<SizedMarket> {
  const { segments, years, goal } = model;
  if (segments.length === 0) return noValue("no-data");
  const factors = factorsOf(segments);
  const formulas = marketFormulas(years);
  const reached: MarketFormula = (values) => (goal !== null && formulas.later(values) >= goal ? 1 : 0);
  const drawn = simulateFigures(factors, { seed, formulas: { ...formulas, reached } });
  const swings = tornado(factors, formulas.later);
  if (!drawn.ok) return drawn;
  if (!swings.ok) return swings;
  const modes = factors.map(({ mode }) => mode);
  const range = (size: Size) => rangeOf(drawn.value[size], formulas[size](modes));
  const ranges = { tam: range("tam"), sam: range("sam"), som: range("som"), later: range("later") };
  const bottomUp = sizePlan(model, seed);
  return value({
    ranges,
    bottomUp,
    ratio: bottomUp.ok ? triangulate(ranges.later.p50, bottomUp.value.p50) : bottomUp,
    bars: swings.value.bars
      .filter(({ swing }) => swing > 0)
      .map((bar) => {
        const { segment, part } = factors.find(({ name }) => name === bar.name)!;
        return { ...bar, segment, part };
      }),
    headroom: goal === null ? noValue("no-data") : judge(ranges.later, goal, drawn.value.reached.mean, model),
    research: goal === null ? noValue("no-data") : researchOf(model, goal),
    draws: drawn.value.som.draws,
    seed,
  });
}

function judge(
  later: Range,
  goal: number,
  chance: number,
  { segments, years }: MarketModel,
): Outcome<Headroom> {
  const verdict = later.p10 >= goal ? "above" : later.p90 < goal ? "below" : "undecided";
  return value({ verdict, chance, goal, flips: flipsOf(factorsOf(segments), years, goal) });
}

function researchOf({ segments, years }: MarketModel, goal: number): Outcome<Information[]> {
  const found = informationWorth(factorsOf(segments), years, goal);
  return found.ok ? value(found.value.worths) : found;
}

/** The plan's revenue at the end of the last year, as a range from the same number of draws. */
function sizePlan({ plan, years }: MarketModel, seed: number): Outcome<Range> {
  if (!plan) return noValue("no-data");
  // The recursion of `bottomUpMarket`, without the path that it keeps: this runs for every draw.
  const formula: MarketFormula = (values) => {
    const won = 12 * values[0]! * values[1]! * values[2]!;
    let customers = 0;
    for (let year = 0; year < years; year += 1) customers = customersAfterYear(customers, values[4]!, won);
    return customers * values[3]!;
  };
  const factors = planParts.map((part) => pointsOf(plan[part]));
  const drawn = simulateFigures(factors, { seed, formulas: { revenue: formula } });
  if (!drawn.ok) return drawn;
  return value(rangeOf(drawn.value.revenue, formula(factors.map(({ mode }) => mode))));
}
