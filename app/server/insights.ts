/** The insights of a study, computed from the responses that count, its market model, its books and its opportunities. */
import { listOpportunities } from "~/data/opportunities";
import type { Study } from "~/data/studies";
import type { Language } from "~/domain/language";
import { isFiltered } from "~/domain/report/evidence-filter";
import type { Claim } from "~/domain/report/insight";
import { marketClaims, type Surroundings } from "~/domain/report/insights/market";
import { insightSteps } from "~/domain/report/insights-of";
import { oneSeed } from "~/domain/seed";
import { pmfRuleOf } from "~/domain/study/study";
import type { Store } from "~db/client";
import { readKeptFiltered } from "./kept-filtered";
import { readMarket } from "./market";
import { readMoney } from "./money";
import { readOpportunities } from "./opportunities";
import { readSurroundings } from "./report-input";

/** The opportunity ranked first; answers are read for it only where one is noted. */
async function topOpportunity(store: Store, study: Study, now: number): Promise<Surroundings["opportunity"]> {
  const noted = await listOpportunities(store, { workspaceId: study.workspaceId, studyId: study.id });
  if (noted.length === 0) return null;
  const { opportunities } = (await readOpportunities(store, { study, now, fresh: true })).made;
  const top = opportunities.find(({ status }) => status !== "rejected");
  return top ? { id: top.id, given: top, reading: top.reading } : null;
}

/** What the market, the books and the opportunities of a study say. */
async function readMarketClaims(store: Store, study: Study, now: number): Promise<Claim[]> {
  const [{ scenarios }, money, opportunity] = await Promise.all([
    readMarket(store, study),
    readMoney(store, study),
    topOpportunity(store, study, now),
  ]);
  const [first] = scenarios;
  return marketClaims({
    ...{ currency: study.currency, money: money.result, monthsRequired: money.settings.monthsRequired },
    market: first?.sized.ok ? { model: first.model, sized: first.sized.value } : null,
    opportunity,
  });
}

/** The insights of a page's filter; of everybody, with what market, books and opportunities say. */
export async function readInsights(
  store: Store,
  given: { request: Request; study: Study; language: Language; now: number },
) {
  const { study, now } = given;
  const rule = pmfRuleOf(study);
  const { result, ...page } = await readKeptFiltered(
    store,
    { ...given, page: "insights" },
    {
      kind: "insights",
      readAround: async () => {
        const [{ unfinished: _, ...around }, noted] = await Promise.all([
          readSurroundings(store, study),
          listOpportunities(store, { workspaceId: study.workspaceId, studyId: study.id }),
        ]);
        return [around, noted];
      },
      compute: async ({ evidence, withExcluded }, { filter }) => {
        const more = isFiltered(filter) ? [] : await readMarketClaims(store, study, now);
        const excluded = withExcluded.length - evidence.length;
        return insightSteps({ evidence, rule, excluded, more }, oneSeed);
      },
    },
  );
  return { ...page, insights: result ?? [] };
}
