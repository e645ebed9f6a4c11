/** What several chapters rest on, computed once. */

import type { ChainRole } from "../../chain/role";
import { chainRoles } from "../../chain/role";
import { type Comparison, compareVendors } from "../../competitors/compare";
import { type CompetitiveVerdict, competitiveVerdict } from "../../competitors/competitive-verdict";
import { featureWeights } from "../../competitors/feature-weights";
import { ownProduct } from "../../competitors/rival";
import { winShares } from "../../competitors/win-loss";
import { type MoneyResult, moneyResult } from "../../growth/money-result";
import { estimatesFrom, movedMarket, sizedMarket } from "../../market/drawn-once";
import type { MarketModel } from "../../market/market-model";
import { fingerprintOf, type MarketMove } from "../../market/market-move";
import type { SizedMarket } from "../../market/size-market";
import { tiedModel } from "../../market/tied-model";
import { oneSeed } from "../../seed";
import type { Steps } from "../../steps";
import { type AnchorRow, anchorProfile, certainDifferences } from "../anchor-profile";
import { type ChainCoverage, chainCoverage } from "../chain-coverage";
import { type CompanyChain, companyChains } from "../company-chain";
import { rolesOf } from "../evidence";
import type { Insight } from "../insight";
import { marketClaims } from "../insights/market";
import { insightSteps } from "../insights-of";
import { pmfByRole, type RolePmf } from "../pmf-by-role";
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
  chains: CompanyChain[];
  importance: AnchorRow[];
  satisfaction: AnchorRow[];
  differences: AnchorRow[];
  results: ReadonlyMap<string, QuestionResult>;
  wants: RoleWants[];
  competition: {
    vendors: readonly { key: string; name: string }[];
    roles: RoleComparison[];
    verdict: CompetitiveVerdict;
  } | null;
  money: MoneyResult;
  insights: Insight[];
  markets: {
    name: string;
    model: MarketModel;
    sized: SizedMarket;
    /** What moved it since its figures were last others; null where they never were. */
    moved: { since: number; move: MarketMove } | null;
  }[];
};

/** What nobody sells and may still be chosen. */
const keepWhatThereIs = "status-quo";

function compareAll(
  { competition, evidence }: ReportContext,
  roles: readonly ChainRole[],
): ChapterFacts["competition"] {
  if (!competition || competition.cells.length === 0 || competition.vendors.length < 2) return null;
  const { features, vendors, cells } = competition;
  const byPlace = new Map(cells.map((cell) => [`${cell.featureId}/${cell.vendor}`, cell]));
  const keys = vendors.map(({ key }) => key);
  const weights = featureWeights(evidence, features, roles, competition);
  const compared = [...weights].map(([role, own]) => {
    const comparison = compareVendors({
      ...{ features, vendors: keys, seed: oneSeed },
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
  });
  const verdict = competitiveVerdict(
    compared.map(({ role, comparison }) => ({
      ...{ role, comparison },
      wins: Object.fromEntries(winShares(evidence, role, [...keys, keepWhatThereIs]) ?? []),
    })),
  );
  return { vendors, roles: compared, verdict };
}

/** Each scenario as it is computed with today: what is tied follows these answers. */
function sizedMarkets({ market, marketYears, evidence }: ReportContext): ChapterFacts["markets"] {
  const estimateOf = estimatesFrom(evidence, marketYears);
  return market.flatMap(({ name, model: kept, seed, earlier }) => {
    const { model, tied } = tiedModel(kept, estimateOf);
    const sized = sizedMarket(model, seed);
    if (!sized.ok) return [];
    const { ranges } = sized.value;
    const fingerprint = fingerprintOf({ model, tied });
    const other = earlier.find((one) => one.fingerprint !== fingerprint);
    const seen = { revision: 0, responses: evidence.length, ranges, model, tied };
    const moved = other && {
      since: other.seenAt,
      move: movedMarket(other, { fingerprint, seen }, seed),
    };
    return [{ name, model, sized: sized.value, moved: moved ?? null }];
  });
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

/** Each fact is a step. */
export function* factSteps(context: ReportContext): Steps<ChapterFacts> {
  const { evidence, study, compare } = context;
  const roles = rolesOf(evidence, chainRoles);
  yield;
  const importance = anchorProfile(evidence, "anchor.importance");
  const money = moneyResult(context.books.months, context.books.settings);
  yield;
  const markets = sizedMarkets(context);
  yield;
  const more = marketClaims({
    ...{ currency: study.currency, market: markets[0] ?? null, money, opportunity: null },
    monthsRequired: context.books.settings.monthsRequired,
  });
  const results = questionResults(evidence, ({ measure }) => measure !== undefined && wanted.has(measure));
  yield;
  const pmf = pmfByRole(evidence, study.rule);
  yield;
  const coverage = chainCoverage(evidence, compare);
  const chains = companyChains(evidence, compare);
  yield;
  const satisfaction = anchorProfile(evidence, "anchor.satisfaction");
  yield;
  const competition = compareAll(context, roles);
  yield;
  const insights = yield* insightSteps(
    { evidence, rule: study.rule, excluded: context.excluded ?? 0, more },
    oneSeed,
  );
  return {
    ...{ roles, importance, satisfaction, pmf, coverage, chains, competition, insights, money, markets },
    results: new Map(results.map((result) => [result.key, result])),
    differences: certainDifferences(importance),
    wants: roleWants(evidence, roles, { results, importance }),
  };
}
