/** How a market has grown, where that leads, and what markets like it have done. */
import { noValue, type Outcome, value } from "../outcome";
import { type BassModel, bassDensity, bassPeak } from "./bass";
import { type BassFit, bassFit } from "./bass-fit";
import { compoundGrowthRate } from "./growth-rate";

/** Sales of a market year by year, ours or one like it. */
export type MarketSeries = {
  name: string;
  /** What is counted: "10,000 machines", "million CNY". */
  unit: string;
  source: string;
  /** `analogue`: another market, to learn from. */
  kind: "own" | "analogue";
  /** In order of time, a year each, without a gap. */
  points: { year: number; amount: number }[];
};

export type SeriesTrend = {
  /** From the first year to the last. */
  growth: Outcome<number>;
  fit: Outcome<BassFit>;
  /** The year of the highest sales by the fit. */
  peakYear: Outcome<number>;
};

/** Years since the year before the first: the first year of sales is period 1. */
const periodsOf = ({ points }: Pick<MarketSeries, "points">) => points.map((_, index) => index + 1);

/**
 * CAGR and Bass fit of one series. The fit is refused with fewer than six years or before the highest year is past: the
 * potential would be anybody's guess.
 *
 * Source: `compoundGrowthRate`, `bassFit`, `bassPeak`.
 */
export function seriesTrend(series: Pick<MarketSeries, "points">): SeriesTrend {
  const { points } = series;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) {
    const nothing = noValue("no-data");
    return { growth: nothing, fit: nothing, peakYear: nothing };
  }
  const fit = bassFit(
    periodsOf(series),
    points.map(({ amount }) => amount),
  );
  const peak = fit.ok ? bassPeak(fit.value) : fit;
  return {
    growth: compoundGrowthRate(first.amount, last.amount, last.year - first.year),
    fit,
    peakYear: peak.ok ? value(first.year - 1 + peak.value.time) : peak,
  };
}

export type AnalogueForecast = {
  model: BassModel;
  peakYear: Outcome<number>;
  /** Sales in the years seen and as many as are asked for behind them. */
  years: { year: number; seen: number | null; expected: number }[];
};

/**
 * Our market, were it to spread like another: p and q are the analogue's, the potential m is the one that fits our years best
 * by least squares, m = Σ S·f / Σ f². It carries the analogue's uncertainty and the judgement that the two are alike.
 * No year of ours is `no-data`; p or q outside a Bass model `out-of-range`.
 *
 * Source: guessing by analogy: Lilien, Rangaswamy & Van den Bulte (2000), in New-Product Diffusion Models.
 */
export function forecastLike(
  { points }: Pick<MarketSeries, "points">,
  { p, q }: Pick<BassModel, "p" | "q">,
  ahead = 5,
): Outcome<AnalogueForecast> {
  const [first] = points;
  if (!first) return noValue("no-data");
  if (!(p > 0 && q >= 0)) return noValue("out-of-range");
  const densities = points.map((_, index) => bassDensity(p, q, index + 1));
  const weight = densities.reduce((sum, density) => sum + density * density, 0);
  const m = points.reduce((sum, { amount }, index) => sum + amount * densities[index]!, 0) / weight;
  if (!(m > 0 && Number.isFinite(m))) return noValue("not-positive");
  const peak = bassPeak({ p, q, m });
  return value({
    model: { p, q, m },
    peakYear: peak.ok ? value(first.year - 1 + peak.value.time) : peak,
    years: Array.from({ length: points.length + ahead }, (_, index) => ({
      year: first.year + index,
      seen: points[index]?.amount ?? null,
      expected: m * bassDensity(p, q, index + 1),
    })),
  });
}
