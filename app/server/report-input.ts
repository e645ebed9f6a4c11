/** Reads what the report of a study is computed from. */
import { findComparisonSettings, listRivals } from "~/data/competitors";
import { listContents } from "~/data/entries";
import { listEvidence } from "~/data/evidence";
import { listMarketScenarios } from "~/data/market";
import { listMarketSights } from "~/data/market-sights";
import { listOpportunities } from "~/data/opportunities";
import { countResponses } from "~/data/responses";
import type { Study } from "~/data/studies";
import { listWaves } from "~/data/waves";
import { entryPrice, ownProduct } from "~/domain/competitors/rival";
import { isCohort } from "~/domain/growth/funnel-cohorts";
import { usualSettings } from "~/domain/growth/money-result";
import type { ReportInput } from "~/domain/report/document/report-input";
import {
  type EvidenceFilter,
  filterEvidence,
  isFiltered,
  reviewStates,
} from "~/domain/report/evidence-filter";
import { codedResponses } from "~/domain/report/theme-coding";
import { pmfRuleOf } from "~/domain/study/study";
import type { Store } from "~db/client";
import { readCoding } from "./coding";
import { present, readMatrix } from "./competitors";
import { ownYears } from "./market";
import { countedBy } from "./report-filter";

type Surroundings = Omit<ReportInput, "evidence" | "excluded">;

/** Everything but the answers; read in no time, so that a report can be told to be the same as before. */
export async function readSurroundings(store: Store, study: Study): Promise<Surroundings> {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [
    counts,
    { features, vendors, cells },
    settings,
    scenarios,
    months,
    rules,
    cohorts,
    funnel,
    opportunities,
    waves,
    rivals,
    coding,
  ] = await Promise.all([
    countResponses(store, where),
    readMatrix(store, study),
    findComparisonSettings(store, where),
    listMarketScenarios(store, where),
    listContents(store, { ...where, kind: "money-month" }),
    listContents(store, { ...where, kind: "money-rule" }),
    listContents(store, { ...where, kind: "renewal-cohort" }),
    listContents(store, { ...where, kind: "funnel-row" }),
    listOpportunities(store, where),
    listWaves(store, where),
    listRivals(store, where),
    readCoding(store, where),
  ]);
  const { product, sample, businessType, stage, currency, priceUnit } = study;
  return {
    study: {
      ...{ product, sample, businessType, stage, currency, priceUnit },
      rule: pmfRuleOf(study),
    },
    unfinished: counts.map(({ role, unfinished }) => ({ role, n: unfinished })),
    competition: {
      features: features.map(({ id, name, category, need, asked, measure }) => ({
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
    books: { months, settings: rules[0] ?? usualSettings, cohorts },
    funnel: funnel.filter((row) => !isCohort(row)),
    opportunities: {
      rows: opportunities.map(({ role, problem, words, themeId, status, waveNumber }) => ({
        ...{ role, problem, words, themeId, status },
        waveId: waves.find(({ number }) => number === waveNumber)?.id ?? (waveNumber === null ? null : ""),
        coded: themeId ? codedResponses(themeId, coding.themes, coding.readings) : [],
      })),
      waves: waves.toSorted((a, b) => a.number - b.number).map(({ id }) => id),
    },
    // The newest comes first.
    waves: waves.map(({ id, name, number }) => ({ id, name, number })).reverse(),
    coding,
    marketYears: await ownYears(store, study),
    market: await Promise.all(
      scenarios.map(async ({ id, name, model, seed }) => {
        const sights = await listMarketSights(store, { workspaceId: study.workspaceId, scenarioId: id });
        // The newest may be of today's figures; the one before it is not.
        const earlier = sights
          .slice(0, 2)
          .map(({ seenAt, fingerprint, seen }) => ({ seenAt, fingerprint, seen }));
        return { name, model, seed, earlier };
      }),
    ),
  };
}

/** The answers that pass a filter, beside what surrounds them. */
export async function withAnswers(
  store: Store,
  study: Study,
  surroundings: Surroundings,
  filter: EvidenceFilter = {},
): Promise<ReportInput> {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const all = await listEvidence(store, { ...where, withExcluded: true });
  if (isFiltered(filter)) {
    const market = surroundings.market.map((one) => ({ ...one, earlier: [] }));
    const counted = await countedBy(store, study, all, filter);
    // Of people who stopped half-way only the role is known, and how the market stood before was everybody's.
    const passing = filterEvidence(all, { ...filter, quality: filter.quality ?? reviewStates });
    const excluded = filter.quality ? 0 : passing.length - counted.evidence.length;
    return { ...surroundings, market, ...counted, unfinished: null, excluded };
  }
  const evidence = filterEvidence(all, {});
  return { ...surroundings, evidence, excluded: all.length - evidence.length };
}

export const readReportInput = async (
  store: Store,
  study: Study,
  filter?: EvidenceFilter,
): Promise<ReportInput> => withAnswers(store, study, await readSurroundings(store, study), filter);
