import { noValue, type Outcome, value } from "../outcome";
import { customersAfterYear } from "./bottom-up";
import { type Flip, flipsOf, type Information, informationWorth } from "./market-decision";
import { marketFigures, type Size } from "./market-draws";
import {
  factorsOf,
  type MarketModel,
  marketFormulas,
  planParts,
  pointsOf,
  type SegmentPart,
} from "./market-model";
import { drawFactors, rangesOf, type Simulation } from "./market-simulation";
import { type TornadoBar, tornado } from "./tornado";
import { triangulate } from "./triangulation";

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
  const swings = tornado(factors, formulas.later);
  if (!swings.ok) return swings;
  const figures = marketFigures(factors, { years, seed });
  const drawn = rangesOf(figures, seed);
  if (!drawn.ok) return drawn;
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
    headroom:
      goal === null
        ? noValue("no-data")
        : judge(ranges.later, goal, shareReaching(figures.later, goal), model),
    research: goal === null ? noValue("no-data") : researchOf(model, goal),
    draws: drawn.value.som.draws,
    seed,
  });
}

function shareReaching(later: Float64Array, goal: number): number {
  let reaching = 0;
  for (let draw = 0; draw < later.length; draw += 1) if (later[draw]! >= goal) reaching += 1;
  return reaching / later.length;
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
  const revenueOf = (
    leads: number,
    opportunity: number,
    winRate: number,
    contract: number,
    churn: number,
  ) => {
    const won = 12 * leads * opportunity * winRate;
    let customers = 0;
    for (let year = 0; year < years; year += 1) customers = customersAfterYear(customers, churn, won);
    return customers * contract;
  };
  const factors = planParts.map((part) => pointsOf(plan[part]));
  const columns = drawFactors(factors, { seed });
  if (!columns.ok) return columns;
  const [leads, opportunity, winRate, contract, churn] = columns.value as [
    ...[Float64Array, Float64Array, Float64Array],
    ...[Float64Array, Float64Array],
  ];
  const revenue = leads.map((given, at) =>
    revenueOf(given, opportunity[at]!, winRate[at]!, contract[at]!, churn[at]!),
  );
  const drawn = rangesOf({ revenue }, seed);
  if (!drawn.ok) return drawn;
  const modes = factors.map(({ mode }) => mode) as [number, number, number, number, number];
  return value(rangeOf(drawn.value.revenue, revenueOf(...modes)));
}
