/** What several chapters rest on, computed once. */

import type { ChainRole } from "../../chain/role";
import { chainRoles } from "../../chain/role";
import { type Comparison, compareVendors } from "../../competitors/compare";
import { featureWeights } from "../../competitors/feature-weights";
import { ownProduct } from "../../competitors/rival";
import type { MarketModel } from "../../market/market-model";
import { type SizedMarket, sizeMarket } from "../../market/size-market";
import { type AnchorRow, anchorProfile } from "../anchor-profile";
import { type ChainCoverage, chainCoverage } from "../chain-coverage";
import { certainDifferences, pmfByRole, type RolePmf } from "../decision-chain-report";
import { rolesOf } from "../evidence";
import { type QuestionResult, questionResults } from "../question-results";
import { type RoleWants, roleWants } from "../role-wants";
import type { ReportContext } from "./report-input";

export type RoleComparison = {
  role: ChainRole;
  comparison: Comparison;
  leader: { key: string; name: string; own: boolean } | null;
  /** Share of the weight whose cells are known for the leader. */
  known: number;
  /** Share of shifted weights under which the leader stays first. */
  same: number;
};

export type ChapterFacts = {
  roles: ChainRole[];
  pmf: RolePmf[];
  coverage: ChainCoverage;
  importance: AnchorRow[];
  satisfaction: AnchorRow[];
  differences: AnchorRow[];
  results: ReadonlyMap<string, QuestionResult>;
  wants: RoleWants[];
  competition: { vendors: readonly { key: string; name: string }[]; roles: RoleComparison[] } | null;
  markets: { name: string; model: MarketModel; sized: SizedMarket }[];
};

/** The same draws each time. */
const comparisonSeed = 20_260;

function compareAll(
  { competition, evidence }: ReportContext,
  roles: readonly ChainRole[],
): ChapterFacts["competition"] {
  if (!competition || competition.cells.length === 0 || competition.vendors.length < 2) return null;
  const { features, vendors, cells, overrides } = competition;
  const byPlace = new Map(cells.map((cell) => [`${cell.featureId}/${cell.vendor}`, cell]));
  const keys = vendors.map(({ key }) => key);
  const weights = featureWeights(evidence, features, roles, overrides);
  return {
    vendors,
    roles: [...weights].map(([role, own]) => {
      const comparison = compareVendors({
        ...{ features, vendors: keys, seed: comparisonSeed },
        weights: own.map(({ weight }) => weight),
        cellOf: (featureId, vendor) => byPlace.get(`${featureId}/${vendor}`),
      });
      const { weighted, stability } = comparison;
      const first = weighted.ok ? vendors.find(({ key }) => key === weighted.value.rank[0]) : undefined;
      const score = weighted.ok ? weighted.value.scores.find(({ name }) => name === first?.key) : undefined;
      return {
        role,
        comparison,
        leader: first && score?.score.ok ? { ...first, own: first.key === ownProduct } : null,
        known: score?.coverage ?? 0,
        same: stability.ok ? stability.value.sameFirst : 0,
      };
    }),
  };
}

const sizedBefore = new Map<string, SizedMarket | null>();
const mostKept = 50;

/** 100 000 draws a model: a model that has not changed is not drawn again. */
function sized(model: MarketModel, seed: number): SizedMarket | null {
  const key = JSON.stringify([model, seed]);
  const known = sizedBefore.get(key);
  if (known !== undefined) return known;
  const made = sizeMarket(model, seed);
  if (sizedBefore.size >= mostKept) sizedBefore.clear();
  sizedBefore.set(key, made.ok ? made.value : null);
  return made.ok ? made.value : null;
}

/** The measures whose distributions the chapters show. */
const wanted = new Set([
  ...[
    "anchor.problems",
    "anchor.choice",
    "anchor.problem-text",
    "user.causes",
    "user.cause-text",
    "pmf.frequency",
  ],
  ...[
    "decider.problem",
    "requester.scenario",
    "pmf.improve",
    "pmf.benefit",
    "price.ladder",
    "competitor.reasons",
  ],
  ...[
    "user.feature-importance",
    "user.feature-satisfaction",
    "decider.stop-paying",
    "requester.expected-value",
  ],
]);

export function factsOf(context: ReportContext): ChapterFacts {
  const { evidence, study, compare, market } = context;
  const roles = rolesOf(evidence, chainRoles);
  const importance = anchorProfile(evidence, "anchor.importance");
  const results = questionResults(evidence, ({ measure }) => measure !== undefined && wanted.has(measure));
  return {
    roles,
    importance,
    results: new Map(results.map((result) => [result.key, result])),
    pmf: pmfByRole(evidence, study.rule),
    coverage: chainCoverage(evidence, compare),
    satisfaction: anchorProfile(evidence, "anchor.satisfaction"),
    differences: certainDifferences(importance),
    wants: roleWants(evidence, roles, { results, importance }),
    competition: compareAll(context, roles),
    markets: market.flatMap(({ name, model, seed }) => {
      const size = sized(model, seed);
      return size ? [{ name, model, sized: size }] : [];
    }),
  };
}
