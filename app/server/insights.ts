/** The insights of a study, computed from the responses that count, its market model, its books and its opportunities. */
import { listEvidence } from "~/data/evidence";
import { listOpportunities } from "~/data/opportunities";
import type { Study } from "~/data/studies";
import { marketClaims, type Surroundings } from "~/domain/report/insights/market";
import { type InsightInput, insightsOf } from "~/domain/report/insights-of";
import type { Store } from "~db/client";
import { readMarket } from "./market";
import { readMoney } from "./money";
import { readOpportunities } from "./opportunities";

/** The same answers give the same insights, whoever looks and whenever. */
export const insightSeed = 20260;

/** The opportunity ranked first; answers are read for it only where one is noted. */
async function topOpportunity(store: Store, study: Study): Promise<Surroundings["opportunity"]> {
  const noted = await listOpportunities(store, { workspaceId: study.workspaceId, studyId: study.id });
  if (noted.length === 0) return null;
  const { opportunities } = await readOpportunities(store, study);
  const top = opportunities.find(({ status }) => status !== "rejected");
  return top ? { id: top.id, given: top, reading: top.reading } : null;
}

/** What the engine reads of a study. */
export async function readInsightInput(store: Store, study: Study): Promise<InsightInput> {
  const [all, { scenarios }, money, opportunity] = await Promise.all([
    listEvidence(store, { workspaceId: study.workspaceId, studyId: study.id, withExcluded: true }),
    readMarket(store, study),
    readMoney(store, study),
    topOpportunity(store, study),
  ]);
  const evidence = all.filter(({ review }) => review !== "excluded");
  const [first] = scenarios;
  return {
    evidence,
    excluded: all.length - evidence.length,
    rule: { threshold: study.threshold, minUses: study.minUses, windowDays: study.windowDays },
    more: marketClaims({
      ...{ currency: study.currency, money: money.result, monthsRequired: money.settings.monthsRequired },
      market: first?.sized.ok ? { model: first.model, sized: first.sized.value } : null,
      opportunity,
    }),
  };
}

export const readInsights = async (store: Store, study: Study) =>
  insightsOf(await readInsightInput(store, study), insightSeed);
