/** The insights of a study, computed from the responses that count, its market model, its books and its opportunities. */
import { listOpportunities } from "~/data/opportunities";
import type { Study } from "~/data/studies";
import type { Evidence } from "~/domain/report/evidence";
import type { Claim } from "~/domain/report/insight";
import { marketClaims, type Surroundings } from "~/domain/report/insights/market";
import { insightsOf } from "~/domain/report/insights-of";
import type { Store } from "~db/client";
import { readMarket } from "./market";
import { readMoney } from "./money";
import { readOpportunities } from "./opportunities";

/** The same answers give the same insights, whoever looks and whenever. */
export const insightSeed = 20260;

type Given = {
  evidence: readonly Evidence[];
  withExcluded: readonly Evidence[];
  /** What is known beside the answers. */
  more?: readonly Claim[];
};

/** The insights of the responses that count; `withExcluded` are the same together with what a person left out. */
export function insightsIn(study: Study, { evidence, withExcluded, more }: Given) {
  const rule = { threshold: study.threshold, minUses: study.minUses, windowDays: study.windowDays };
  return insightsOf({ evidence, excluded: withExcluded.length - evidence.length, rule, more }, insightSeed);
}

/** The opportunity ranked first; answers are read for it only where one is noted. */
async function topOpportunity(store: Store, study: Study): Promise<Surroundings["opportunity"]> {
  const noted = await listOpportunities(store, { workspaceId: study.workspaceId, studyId: study.id });
  if (noted.length === 0) return null;
  const { opportunities } = await readOpportunities(store, study);
  const top = opportunities.find(({ status }) => status !== "rejected");
  return top ? { id: top.id, given: top, reading: top.reading } : null;
}

/** What the market, the books and the opportunities of a study say. */
export async function readMarketClaims(store: Store, study: Study): Promise<Claim[]> {
  const [{ scenarios }, money, opportunity] = await Promise.all([
    readMarket(store, study),
    readMoney(store, study),
    topOpportunity(store, study),
  ]);
  const [first] = scenarios;
  return marketClaims({
    ...{ currency: study.currency, money: money.result, monthsRequired: money.settings.monthsRequired },
    market: first?.sized.ok ? { model: first.model, sized: first.sized.value } : null,
    opportunity,
  });
}
