/** The stage of a study with its gates, gathered from everything the study knows. */
import { listEvidence } from "~/data/evidence";
import type { Study } from "~/data/studies";
import { countCells } from "~/domain/competitors/matrix-cell";
import { isConfirmed } from "~/domain/growth/opportunity-confirm";
import { firstRenewal } from "~/domain/growth/renewals";
import { readStageOf, type StageFacts } from "~/domain/growth/stage";
import { noValue } from "~/domain/outcome";
import { chainCoverage } from "~/domain/report/chain-coverage";
import { fitEvidence, studyLamps } from "~/domain/report/study-lamps";
import { pmfRuleOf } from "~/domain/study/study";
import type { Store } from "~db/client";
import { judgeCompetition } from "./competitor-analysis";
import { readMatrix } from "./competitors";
import { readMarket } from "./market";
import { booksOf, readMoney } from "./money";
import { readOpportunities } from "./opportunities";

/** Which gates to the next stage are met, with the evidence of each. */
export async function readStage(store: Store, study: Study, now: number) {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [evidence, money, market, matrix, competition, opportunities] = await Promise.all([
    listEvidence(store, where),
    readMoney(store, study),
    readMarket(store, study),
    readMatrix(store, study),
    judgeCompetition(store, study),
    readOpportunities(store, { study, now, fresh: true }).then(({ made }) => made),
  ]);
  const rule = pmfRuleOf(study);
  const coverage = chainCoverage(evidence, () => 0);
  const sized = market.scenarios[0]?.sized;
  const { value: worth } = money.result;
  const facts: StageFacts = {
    coverage: { complete: coverage.complete, companies: coverage.companies.length },
    matrix: countCells(matrix),
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
