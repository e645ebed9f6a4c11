/** The insights of a study, computed from the responses that count, its market model, its books and its opportunities. */
import { findEvidenceState } from "~/data/evidence";
import { listOpportunities } from "~/data/opportunities";
import type { Study } from "~/data/studies";
import type { Language } from "~/domain/language";
import { NewestMap } from "~/domain/newest-map";
import type { Claim, Insight } from "~/domain/report/insight";
import { marketClaims, type Surroundings } from "~/domain/report/insights/market";
import { insightSteps } from "~/domain/report/insights-of";
import { oneSeed } from "~/domain/seed";
import type { Store } from "~db/client";
import { readFiltered } from "./filtered";
import { inSlices } from "./in-slices";
import { readMarket } from "./market";
import { perStore } from "./memory";
import { readMoney } from "./money";
import { readOpportunities } from "./opportunities";
import { readSurroundings } from "./report-input";
import { hashOf } from "./request";

/** The opportunity ranked first; answers are read for it only where one is noted. */
async function topOpportunity(store: Store, study: Study): Promise<Surroundings["opportunity"]> {
  const noted = await listOpportunities(store, { workspaceId: study.workspaceId, studyId: study.id });
  if (noted.length === 0) return null;
  const { opportunities } = await readOpportunities(store, study);
  const top = opportunities.find(({ status }) => status !== "rejected");
  return top ? { id: top.id, given: top, reading: top.reading } : null;
}

/** What the market, the books and the opportunities of a study say. */
async function readMarketClaims(store: Store, study: Study): Promise<Claim[]> {
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

const kept = perStore(() => new NewestMap<{ of: string; insights: Promise<Insight[]> }>(100));

/** What was computed of the same before, else computed now; whoever asks meanwhile waits for the same. */
function keptInsights(store: Store, key: string, of: string, compute: () => Promise<Insight[]>) {
  const known = kept(store);
  const before = known.get(key);
  if (before?.of === of) return before.insights;
  const made = { of, insights: compute() };
  known.set(key, made);
  made.insights.catch(() => known.get(key) === made && known.delete(key));
  return made.insights;
}

/** The insights of a page's filter, with the answers that pass it. */
export async function readInsights(
  store: Store,
  given: { request: Request; study: Study; language: Language },
) {
  const { study } = given;
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  // Before the answers: what comes between the two is computed once more rather than not at all.
  const [answers, { unfinished: _, ...around }, noted] = await Promise.all([
    findEvidenceState(store, { ...where, onlyComplete: true }),
    readSurroundings(store, study),
    listOpportunities(store, where),
  ]);
  const { filter, evidence, withExcluded } = await readFiltered(store, { ...given, page: "insights" });
  const people = evidence.map(
    ({ id, companyId, companyName, companySize, companyIndustry, companyRegion }) => [
      ...[id, companyId, companyName, companySize, companyIndustry, companyRegion],
    ],
  );
  const excluded = withExcluded.length - evidence.length;
  const of = hashOf(JSON.stringify([answers, around, noted, people, excluded]));
  const insights = await keptInsights(store, `${study.id} ${filter.search}`, of, async () => {
    const more = filter.chips.length > 0 ? [] : await readMarketClaims(store, study);
    return inSlices(insightSteps({ evidence, rule: around.study.rule, excluded, more }, oneSeed));
  });
  return { filter, evidence, insights };
}
