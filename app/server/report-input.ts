/** Reads what the report of a study is computed from. */
import { findComparisonSettings } from "~/data/competitors";
import { listEvidence } from "~/data/evidence";
import { listCells, listFeatures } from "~/data/features";
import { listMarketScenarios } from "~/data/market";
import { findMoneySettings, listMoneyMonths } from "~/data/money";
import { countResponses } from "~/data/responses";
import type { Study } from "~/data/studies";
import type { ReportInput } from "~/domain/report/document/report-input";
import { evidenceInGroups } from "~/domain/report/document/shared-evidence";
import type { Store } from "~db/client";
import { listVendors, present } from "./competitors";

export async function readReportInput(store: Store, study: Study): Promise<ReportInput> {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [all, counts, features, vendors, cells, settings, scenarios, months, moneySettings] =
    await Promise.all([
      listEvidence(store, { ...where, withExcluded: true }),
      countResponses(store, where),
      listFeatures(store, where),
      listVendors(store, study),
      listCells(store, where),
      findComparisonSettings(store, where),
      listMarketScenarios(store, where),
      listMoneyMonths(store, where),
      findMoneySettings(store, where),
    ]);
  const evidence = all.filter(({ review }) => review !== "excluded");
  const { product, sample, businessType, stage, currency, priceUnit, threshold, minUses, windowDays } = study;
  return {
    study: {
      ...{ product, sample, businessType, stage, currency, priceUnit },
      rule: { threshold, minUses, windowDays },
    },
    evidence,
    unfinished: counts.map(({ role, started, complete }) => ({ role, n: started - complete })),
    excluded: all.length - evidence.length,
    competition: {
      features: present(features).map(({ id, name, need, asked }) => ({ id, name, need, asked })),
      vendors,
      cells: cells.map(({ featureId, vendor, support, quality }) => ({
        featureId,
        vendor,
        support,
        quality,
      })),
      overrides: settings.overrides,
    },
    books: { months, settings: moneySettings },
    market: scenarios.map(({ name, model, seed }) => ({ name, model, seed })),
  };
}

/** What a report for people outside the team is computed from: whole groups of people, and nothing of the fieldwork. */
export const sharedInput = (input: ReportInput): ReportInput => ({
  ...input,
  evidence: evidenceInGroups(input.evidence),
  unfinished: null,
  excluded: null,
});
