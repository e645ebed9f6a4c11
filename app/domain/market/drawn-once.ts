/**
 * What is drawn of a market: 100 000 draws a model and 2 000 an estimate take a third of a second each, and most visits
 * change nothing of what goes in, so that the same is drawn once for pages and reports alike.
 */
import { NewestMap } from "../newest-map";
import type { Outcome } from "../outcome";
import type { Evidence } from "../report/evidence";
import { oneSeed } from "../seed";
import type { MarketModel } from "./market-model";
import { type MarketMove, marketMove, type SeenMarket } from "./market-move";
import type { MarketSeries } from "./market-trend";
import { type SizedMarket, sizeMarket } from "./size-market";
import { type SurveyEstimate, surveyEstimate, surveyInput, trendEstimate } from "./survey-estimate";
import type { Tie } from "./survey-tie";

function remembering<T>(most: number) {
  const known = new NewestMap<T>(most);
  return (input: unknown, compute: () => T): T => {
    const key = JSON.stringify(input);
    const made = known.get(key) ?? compute();
    known.set(key, made);
    return made;
  };
}

const sizes = remembering<Outcome<SizedMarket>>(200);
const moves = remembering<MarketMove>(200);
const estimates = remembering<Outcome<SurveyEstimate>>(200);

/** The ranges of a model, see `sizeMarket`. */
export const sizedMarket = (model: MarketModel, seed: number): Outcome<SizedMarket> =>
  sizes([model, seed], () => sizeMarket(model, seed));

type Sight = { fingerprint: string; seen: SeenMarket };

/** What moved between two sights of one scenario, see `marketMove`; of one fingerprint and as many answers they are the same. */
export const movedMarket = (before: Sight, now: Sight, seed: number): MarketMove =>
  moves([seed, ...[before, now].map(({ fingerprint, seen }) => [fingerprint, seen.responses])], () =>
    marketMove(before.seen, now.seen, seed),
  );

/** What these answers, and the years of the study's own market, say of a tied assumption. */
export const estimatesFrom =
  (evidence: readonly Evidence[], years: MarketSeries["points"] | null) =>
  ({ to, weights }: Tie): Outcome<SurveyEstimate> => {
    if (to === "trend") return trendEstimate(years);
    const input = surveyInput(evidence, to, weights);
    return estimates([to, input], () => surveyEstimate(input, oneSeed));
  };
