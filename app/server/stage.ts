/** The stage of a study with its gates, gathered from everything the study knows. */
import { listEvidence } from "~/data/evidence";
import { listCells, listFeatures } from "~/data/features";
import type { Study } from "~/data/studies";
import { ownProduct } from "~/domain/competitors/rival";
import { isConfirmed } from "~/domain/growth/opportunity-confirm";
import { firstRenewal } from "~/domain/growth/renewals";
import { readStageOf, type StageFacts } from "~/domain/growth/stage";
import { noValue } from "~/domain/outcome";
import { chainCoverage } from "~/domain/report/chain-coverage";
import { fitEvidence, studyLamps } from "~/domain/report/study-lamps";
import type { Store } from "~db/client";
import { judgeCompetition } from "./competitor-analysis";
import { listVendors, present } from "./competitors";
import { readMarket } from "./market";
import { booksOf, readMoney } from "./money";
import { readOpportunities } from "./opportunities";

async function matrixOf(store: Store, study: Study): Promise<StageFacts["matrix"]> {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [features, vendors, cells] = await Promise.all([
    listFeatures(store, where),
    listVendors(store, study),
    listCells(store, where),
  ]);
  const kept = new Set(present(features).map(({ id }) => id));
  const keys = new Set(vendors.map(({ key }) => key));
  const rivals = vendors.filter(({ key }) => key !== ownProduct).length;
  const known = cells.filter(
    ({ featureId, vendor, support }) => kept.has(featureId) && keys.has(vendor) && support !== "unknown",
  );
  return { known: known.length, total: rivals === 0 ? 0 : kept.size * keys.size };
}

/** Which gates to the next stage are met, with the evidence of each. */
export async function readStage(store: Store, study: Study, now: number) {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [evidence, money, market, matrix, competition, opportunities] = await Promise.all([
    listEvidence(store, where),
    readMoney(store, study),
    readMarket(store, study),
    matrixOf(store, study),
    judgeCompetition(store, study),
    readOpportunities(store, { study, now, fresh: true }).then(({ made }) => made),
  ]);
  const rule = { threshold: study.threshold, minUses: study.minUses, windowDays: study.windowDays };
  const coverage = chainCoverage(evidence, () => 0);
  const sized = market.scenarios[0]?.sized;
  const { value: worth } = money.result;
  const facts: StageFacts = {
    coverage: { complete: coverage.complete, companies: coverage.companies.length },
    matrix,
    competition: competition.verdict.result,
    headroom: sized?.ok ? sized.value.headroom : noValue("no-data"),
    lamps: studyLamps(evidence, rule, money.result.lamp),
    renewal: firstRenewal(money.cohorts),
    ltvToCac: worth.ok ? worth.value.ratioRange : worth,
    opportunities: {
      all: opportunities.opportunities.length,
      confirmed: opportunities.opportunities.filter(({ standing }) => isConfirmed(standing)).length,
    },
  };
  return {
    reading: readStageOf(study.stage, facts),
    ...{ facts, rule, books: booksOf(money), fit: fitEvidence(evidence, rule) },
    roles: competition.verdict.roles.map(({ role, result }) => ({ role, result })),
  };
}
