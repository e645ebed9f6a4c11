/** What a study's market model says today: ties read from the survey, ranges simulated, and what moved them. */
import { listContents } from "~/data/entries";
import { listEvidence } from "~/data/evidence";
import { listMarketScenarios, type MarketScenario } from "~/data/market";
import { insertMarketSight, listMarketSights } from "~/data/market-sights";
import type { Study } from "~/data/studies";
import { estimatesFrom, movedMarket, sizedMarket } from "~/domain/market/drawn-once";
import { assumptionsOf, type MarketModel } from "~/domain/market/market-model";
import { fingerprintOf, type SeenMarket } from "~/domain/market/market-move";
import type { SizedMarket } from "~/domain/market/size-market";
import type { SurveyEstimate } from "~/domain/market/survey-estimate";
import type { Tie } from "~/domain/market/survey-tie";
import { type TiedInput, tiedModel } from "~/domain/market/tied-model";
import type { Outcome } from "~/domain/outcome";
import type { Store } from "~db/client";

/** The years of the study's own market, the first series that was written down; null without one. */
export async function ownYears(store: Store, study: Pick<Study, "id" | "workspaceId">) {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const series = await listContents(store, { ...where, kind: "market-series" });
  return series.find(({ kind }) => kind === "own")?.points ?? null;
}

export type ReadScenario = Pick<MarketScenario, "id" | "name" | "revision"> & {
  /** As it is computed with: what is tied follows the survey. */
  model: MarketModel;
  tied: TiedInput[];
  sized: Outcome<SizedMarket>;
};

const hasTies = (model: MarketModel) => assumptionsOf(model).some(({ assumption }) => assumption.tie);

function readScenario(
  { id, name, revision, model, seed }: MarketScenario,
  estimateOf: (tie: Tie) => Outcome<SurveyEstimate>,
): ReadScenario {
  const resolved = tiedModel(model, estimateOf);
  return { id, name, revision, ...resolved, sized: sizedMarket(resolved.model, seed) };
}

/** Every scenario of a study with its ranges, in their order; the first is the one a report speaks of. */
export async function readMarket(store: Store, study: Pick<Study, "id" | "workspaceId">) {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const scenarios = await listMarketScenarios(store, where);
  const tied = scenarios.some(({ model }) => hasTies(model));
  const [evidence, years] = tied
    ? await Promise.all([listEvidence(store, where), ownYears(store, study)])
    : [[], null];
  const estimateOf = estimatesFrom(evidence, years);
  return {
    scenarios: scenarios.map((scenario) => readScenario(scenario, estimateOf)),
    responses: evidence.length,
  };
}

/** The ties of one sheet as the survey fills them now. */
export async function readTies(store: Store, study: Pick<Study, "id" | "workspaceId">, model: MarketModel) {
  if (!hasTies(model)) return [];
  const [evidence, years] = await Promise.all([
    listEvidence(store, { workspaceId: study.workspaceId, studyId: study.id }),
    ownYears(store, study),
  ]);
  return tiedModel(model, estimatesFrom(evidence, years)).tied;
}

/**
 * Keeps what is seen now when it differs from the last sight, and tells what moved since an earlier one: the one numbered
 * `since`, else the one before the present.
 */
export async function seeMarket(
  store: Store,
  given: {
    workspaceId: string;
    scenario: ReadScenario;
    responses: number;
    since: number | null;
    now: number;
  },
) {
  const { workspaceId, scenario, responses, since, now } = given;
  if (!scenario.sized.ok) return { earlier: [], since: null, move: null };
  const seen: SeenMarket = {
    ...{ revision: scenario.revision, responses, model: scenario.model, tied: scenario.tied },
    ranges: scenario.sized.value.ranges,
  };
  const fingerprint = fingerprintOf(seen);
  const of = { workspaceId, scenarioId: scenario.id };
  const sights = await listMarketSights(store, of);
  const [newest] = sights;
  if (newest?.fingerprint !== fingerprint)
    await insertMarketSight(store, { ...of, number: (newest?.number ?? 0) + 1, fingerprint, seen, now });
  const earlier = newest?.fingerprint === fingerprint ? sights.slice(1) : sights;
  const chosen = earlier.find(({ number }) => number === since) ?? earlier[0];
  return {
    earlier: earlier.slice(0, 8).map(({ number, seenAt }) => ({ number, seenAt })),
    since: chosen ? { number: chosen.number, seenAt: chosen.seenAt } : null,
    move: chosen ? movedMarket(chosen, { fingerprint, seen }, scenario.sized.value.seed) : null,
  };
}
