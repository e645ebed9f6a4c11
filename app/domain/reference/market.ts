/** The methods of market, money and funnel under the names and shapes of the published reference cases. */
import { bassCurve, bassPeak } from "../market/bass";
import { bassFit, bassOls } from "../market/bass-fit";
import { bottomUpMarket } from "../market/bottom-up";
import { breakEvenMonth, breakEvenUnits } from "../market/break-even";
import { type FunnelStep, funnel } from "../market/funnel";
import { compoundGrowthRate } from "../market/growth-rate";
import { type MarketCount, marketCounts } from "../market/market-counts";
import { leastDraws, simulateMarket, type UncertainFactor } from "../market/market-simulation";
import { pert } from "../market/pert";
import type { ThreePoint } from "../market/three-point";
import { topDownMarket } from "../market/top-down";
import { tornado } from "../market/tornado";
import { triangular } from "../market/triangular";
import { triangulate } from "../market/triangulation";
import { healthyLtvToCac, type UnitEconomics, unitEconomics } from "../market/unit-economics";
import { fieldsOf } from "./fields-of";
import { orNull } from "./or-null";

type Economics = { arpa: number; gross_margin: number; monthly_churn: number; cac: number };

const economicsOf = (input: Economics): UnitEconomics =>
  unitEconomics({
    arpa: input.arpa,
    grossMargin: input.gross_margin,
    monthlyChurn: input.monthly_churn,
    cac: input.cac,
  });

const boundsOf = (step: Pick<FunnelStep, "interval">) => orNull(step.interval);

export const marketReference = {
  market_counts(input: { counts: Record<string, MarketCount> }) {
    const result = marketCounts(Object.entries(input.counts).map(([name, count]) => ({ name, count })));
    return {
      ...fieldsOf(result, {
        total_mid: (counts) => counts.middle,
        total_low: (counts) => counts.low,
        total_high: (counts) => counts.high,
      }),
      ...Object.fromEntries(
        Object.keys(input.counts).map((name, index) => [
          `share_${name}_mid`,
          orNull(result)?.shares[index]?.share ?? null,
        ]),
      ),
    };
  },

  tam_sam_som_top_down(input: {
    segments: { n: number; fit: number; arpa: number }[];
    reachable_share: number;
    win_rate: number;
  }) {
    const segments = input.segments.map(({ n, fit, arpa }) => ({ companies: n, fit, arpa }));
    return fieldsOf(topDownMarket(segments, input.reachable_share, input.win_rate), {
      tam: ({ tam }) => tam,
      sam: ({ sam }) => sam,
      som: ({ som }) => som,
    });
  },

  bottom_up(input: {
    leads_per_month: number;
    lead_to_opportunity: number;
    win_rate: number;
    acv: number;
    annual_logo_churn: number;
    years: number;
  }) {
    const path = bottomUpMarket({
      leadsPerMonth: input.leads_per_month,
      leadToOpportunity: input.lead_to_opportunity,
      winRate: input.win_rate,
      acv: input.acv,
      annualChurn: input.annual_logo_churn,
      years: input.years,
    });
    return fieldsOf(path, {
      customers: (years) => years.map(({ customers }) => customers),
      arr: (years) => years.map(({ arr }) => arr),
    });
  },

  triangular: (input: ThreePoint & { q?: number[] }) =>
    fieldsOf(triangular(input, input.q), {
      mean: ({ mean }) => mean,
      variance: ({ variance }) => variance,
      quantiles: ({ quantiles }) => quantiles,
    }),

  pert: (input: ThreePoint & { q?: number[] }) =>
    fieldsOf(pert(input, input.q), {
      alpha: ({ alpha }) => alpha,
      beta: ({ beta }) => beta,
      mean: ({ mean }) => mean,
      variance: ({ variance }) => variance,
      classic_sd: ({ classicDeviation }) => classicDeviation,
      quantiles: ({ quantiles }) => quantiles,
    }),

  monte_carlo_product: (input: { factors: UncertainFactor[]; draws?: number; seed?: number }) =>
    fieldsOf(
      simulateMarket(input.factors, {
        seed: input.seed ?? 1,
        draws: Math.max(input.draws ?? 0, leastDraws),
      }),
      {
        mean: ({ mean }) => mean,
        sd: ({ deviation }) => deviation,
        p10: ({ p10 }) => p10,
        p50: ({ p50 }) => p50,
        p90: ({ p90 }) => p90,
      },
    ),

  tornado(input: { factors: Record<string, [low: number, mode: number, high: number]> }) {
    const factors = Object.entries(input.factors).map(([name, [min, mode, max]]) => ({
      name,
      min,
      mode,
      max,
    }));
    return fieldsOf(tornado(factors), {
      base: ({ base }) => base,
      order: ({ bars }) => bars.map(({ name }) => name),
      low: ({ bars }) => bars.map(({ low }) => low),
      high: ({ bars }) => bars.map(({ high }) => high),
      swing: ({ bars }) => bars.map(({ swing }) => swing),
    });
  },

  triangulation: (input: { top_down: number; bottom_up: number }) =>
    fieldsOf(triangulate(input.top_down, input.bottom_up), {
      ratio: ({ ratio }) => ratio,
      log_gap: ({ logGap }) => logGap,
      geometric_mean: ({ geometricMean }) => geometricMean,
      symmetric_pct_gap: ({ symmetricGap }) => symmetricGap,
    }),

  cagr(input: { begin?: number; end?: number; years?: number; cases?: [number, number, number][] }) {
    if (input.cases)
      return {
        cagr: input.cases.map(([begin, end, years]) => orNull(compoundGrowthRate(begin, end, years))),
      };
    const { begin = 0, end = 0, years = 0 } = input;
    return { cagr: orNull(compoundGrowthRate(begin, end, years)) };
  },

  bass_curve: (input: { p: number; q: number; m_thousand: number; t: number[] }) =>
    fieldsOf(bassCurve({ p: input.p, q: input.q, m: input.m_thousand }, input.t), {
      F: (points) => points.map(({ share }) => share),
      cumulative: (points) => points.map(({ cumulative }) => cumulative),
      density: (points) => points.map(({ density }) => density),
    }),

  bass_peak: (input: { p: number; q: number; m_thousand: number }) =>
    fieldsOf(bassPeak({ p: input.p, q: input.q, m: input.m_thousand }), {
      t_peak: ({ time }) => time,
      peak_sales_thousand: ({ sales }) => sales,
      cumulative_share_at_peak: ({ share }) => share,
    }),

  bass_nls(input: { t: number[]; sales: number[]; start?: [m: number, p: number, q: number] }) {
    const [m, p, q] = input.start ?? [0, 0, 0];
    return fieldsOf(bassFit(input.t, input.sales, { m, p, q }), {
      M: (fit) => fit.m,
      p: (fit) => fit.p,
      q: (fit) => fit.q,
      se_M: (fit) => fit.standardErrors.m,
      se_p: (fit) => fit.standardErrors.p,
      se_q: (fit) => fit.standardErrors.q,
      rss: (fit) => fit.rss,
    });
  },

  bass_ols: (input: { sales: number[] }) =>
    fieldsOf(bassOls(input.sales), {
      a: ({ a }) => a,
      b: ({ b }) => b,
      c: ({ c }) => c,
      m: ({ m }) => m,
      p: ({ p }) => p,
      q: ({ q }) => q,
    }),

  ltv_cac(input: Economics | { cases: Economics[] }) {
    if ("cases" in input) {
      const results = input.cases.map(economicsOf);
      return {
        ltv: results.map(({ ltv }) => orNull(ltv)),
        ltv_cac: results.map(({ ltvToCac }) => orNull(ltvToCac)),
        payback_months: results.map(({ paybackMonths }) => orNull(paybackMonths)),
      };
    }
    const { ltv, ltvToCac, paybackMonths } = economicsOf(input);
    return {
      ltv: orNull(ltv),
      ltv_cac: orNull(ltvToCac),
      payback_months: orNull(paybackMonths),
      passes_3x: ltvToCac.ok ? ltvToCac.value >= healthyLtvToCac : null,
    };
  },

  break_even: (input: { fixed_cost: number; price: number; variable_cost: number }) =>
    fieldsOf(breakEvenUnits(input.fixed_cost, input.price, input.variable_cost), {
      units_exact: ({ exact }) => exact,
      units: ({ units }) => units,
      revenue_at_units: ({ revenue }) => revenue,
      margin_ratio: ({ marginRatio }) => marginRatio,
    }),

  break_even_month: (input: {
    mrr: number;
    growth: number;
    gross_margin: number;
    fixed: number;
    cash: number;
  }) =>
    fieldsOf(breakEvenMonth({ ...input, grossMargin: input.gross_margin }), {
      first_break_even_month: ({ month }) => month,
      mrr_that_month: ({ mrr }) => mrr,
      cash_after: ({ cashAfter }) => cashAfter,
      survives_without_funding: ({ survives }) => survives,
    }),

  funnel: (input: { stages: number[]; recovered_from_lost?: number; conf?: number }) =>
    fieldsOf(funnel(input.stages, { recovered: input.recovered_from_lost, confidence: input.conf }), {
      step: ({ steps }) => steps.map(({ rate }) => orNull(rate)),
      step_wilson: ({ steps }) => steps.map(boundsOf),
      overall: ({ overall }) => orNull(overall.rate),
      overall_wilson: ({ overall }) => boundsOf(overall),
      lost: ({ steps }) => steps.map(({ lost }) => lost),
      weakest_index: ({ weakest }) => orNull(weakest),
      lost_pool: ({ lostPool }) => lostPool,
      recovery_rate: ({ recovery }) => orNull(recovery.rate),
      recovery_wilson: ({ recovery }) => boundsOf(recovery),
    }),
};
