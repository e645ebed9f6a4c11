/** Reads what the report of a study is computed from. */
import { findComparisonSettings, listRivals } from "~/data/competitors";
import { listEvidence } from "~/data/evidence";
import { listCells, listFeatures } from "~/data/features";
import { listFunnelCounts } from "~/data/funnel";
import { listMarketScenarios } from "~/data/market";
import { findMoneySettings, listMoneyMonths, listRenewalCohorts } from "~/data/money";
import { listOpportunities } from "~/data/opportunities";
import { countResponses } from "~/data/responses";
import type { Study } from "~/data/studies";
import { listReadings, listThemes } from "~/data/themes";
import { listWaves } from "~/data/waves";
import { entryPrice, ownProduct } from "~/domain/competitors/rival";
import type { ReportInput } from "~/domain/report/document/report-input";
import type { Store } from "~db/client";
import { listVendors, present } from "./competitors";

type Surroundings = Omit<ReportInput, "evidence" | "excluded">;

/** Everything but the answers; read in no time, so that a report can be told to be the same as before. */
export async function readSurroundings(store: Store, study: Study): Promise<Surroundings> {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [
    counts,
    features,
    vendors,
    cells,
    settings,
    scenarios,
    months,
    moneySettings,
    cohorts,
    funnel,
    opportunities,
    waves,
    rivals,
    themes,
    readings,
  ] = await Promise.all([
    countResponses(store, where),
    listFeatures(store, where),
    listVendors(store, study),
    listCells(store, where),
    findComparisonSettings(store, where),
    listMarketScenarios(store, where),
    listMoneyMonths(store, where),
    findMoneySettings(store, where),
    listRenewalCohorts(store, where),
    listFunnelCounts(store, where),
    listOpportunities(store, where),
    listWaves(store, where),
    listRivals(store, where),
    listThemes(store, where),
    listReadings(store, where),
  ]);
  const { product, sample, businessType, stage, currency, priceUnit, threshold, minUses, windowDays } = study;
  return {
    study: {
      ...{ product, sample, businessType, stage, currency, priceUnit },
      rule: { threshold, minUses, windowDays },
    },
    unfinished: counts.map(({ role, unfinished }) => ({ role, n: unfinished })),
    competition: {
      features: present(features).map(({ id, name, category, need, asked, measure }) => ({
        ...{ id, name, category, need, asked, measure },
      })),
      vendors,
      cells: cells.map(({ featureId, vendor, support, quality, amount }) => ({
        featureId,
        vendor,
        support,
        quality,
        amount,
      })),
      overrides: settings.overrides,
      pairs: settings.pairs,
      prices: Object.fromEntries([
        [ownProduct, entryPrice(settings.ownPlans)],
        ...present(rivals).map(({ key, plans }) => [key, entryPrice(plans)]),
      ]),
    },
    books: { months, settings: moneySettings, cohorts },
    funnel,
    opportunities: {
      all: opportunities.length,
      confirmed: opportunities.filter(({ status }) => status === "confirmed" || status === "building").length,
    },
    // The newest comes first.
    waves: waves.map(({ id, name, number }) => ({ id, name, number })).reverse(),
    coding: {
      themes,
      readings: readings
        .filter(({ question }) => question === "pmf.benefit" || question === "pmf.improve")
        .map(({ responseId, question, themeIds }) => ({ responseId, question, coder: "", themeIds })),
    },
    market: scenarios.map(({ name, model, seed }) => ({ name, model, seed })),
  };
}

/** The answers beside what surrounds them. */
export async function withAnswers(
  store: Store,
  study: Study,
  surroundings: Surroundings,
): Promise<ReportInput> {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const all = await listEvidence(store, { ...where, withExcluded: true });
  const evidence = all.filter(({ review }) => review !== "excluded");
  return { ...surroundings, evidence, excluded: all.length - evidence.length };
}

export const readReportInput = async (store: Store, study: Study): Promise<ReportInput> =>
  withAnswers(store, study, await readSurroundings(store, study));
