/** The price methods under the names and shapes of the published reference cases. */
import { type Outcome, value } from "../outcome";
import { type DemandPoint, demandFromLadder, gaborGranger } from "../price/gabor-granger";
import { newtonMillerSmith } from "../price/newton-miller-smith";
import type { PriceAnswer } from "../price/price-answers";
import { vanWestendorp } from "../price/van-westendorp";
import { fieldsOf } from "./fields-of";
import { orNull } from "./or-null";

type Prices = (number | null)[];
type PriceInput = { too_cheap: Prices; cheap: Prices; expensive: Prices; too_expensive: Prices };

const answersOf = (input: PriceInput): PriceAnswer[] =>
  input.too_cheap.map((tooCheap, index) => ({
    tooCheap,
    cheap: input.cheap[index] ?? null,
    expensive: input.expensive[index] ?? null,
    tooExpensive: input.too_expensive[index] ?? null,
  }));

const pointsOf = (input: PriceInput, interpolate: boolean) =>
  fieldsOf(vanWestendorp(answersOf(input), { interpolate }), {
    valid_n: (result) => result.validN,
    invalid_n: (result) => result.invalidN,
    pmc: (result) => result.pmc.at,
    pme: (result) => result.pme.at,
    idp: (result) => result.idp.at,
    opp: (result) => result.opp.at,
    opp_interval: (result) => [result.opp.at, result.opp.to],
  });

export const priceReference = {
  van_westendorp: (input: PriceInput) => pointsOf(input, false),

  van_westendorp_interpolated: (input: PriceInput) => pointsOf(input, true),

  van_westendorp_narrow: (input: PriceInput) =>
    fieldsOf(vanWestendorp(answersOf(input), { interpolate: false }), {
      lower: (result) => result.narrow.lower.at,
      upper: (result) => result.narrow.upper.at,
    }),

  newton_miller_smith(
    input: PriceInput & {
      pi_cheap: Prices;
      pi_expensive: Prices;
      calibration?: Record<number, number>;
      grid_step?: number;
    },
  ) {
    const answers = answersOf(input).map((answer, index) => ({
      ...answer,
      likelihoodAtCheap: input.pi_cheap[index] ?? null,
      likelihoodAtExpensive: input.pi_expensive[index] ?? null,
    }));
    const options = { calibration: input.calibration, gridStep: input.grid_step };
    return fieldsOf(newtonMillerSmith(answers, options), {
      price_max_reach: (result) => result.maxReach.price,
      max_reach: (result) => result.maxReach.reach,
      price_max_revenue: (result) => result.maxRevenue.price,
      max_revenue_per_respondent: (result) => result.maxRevenue.revenuePerRespondent,
    });
  },

  gabor_granger(input: {
    curve?: { price: number; intent_share: number }[];
    max_accepted?: (number | null)[];
    prices?: number[];
  }) {
    const points: Outcome<DemandPoint[]> = input.curve
      ? value(input.curve.map(({ price, intent_share }) => ({ price, demand: intent_share })))
      : demandFromLadder(input.max_accepted ?? [], input.prices ?? []);
    return fieldsOf(points.ok ? gaborGranger(points.value) : points, {
      demand: (result) => result.curve.map(({ demand }) => demand),
      revenue: (result) => result.curve.map(({ revenue }) => revenue),
      best_price: (result) => result.best.price,
      best_revenue: (result) => result.best.revenue,
      arc_elasticity: (result) => result.elasticities.map(orNull),
    });
  },
};
