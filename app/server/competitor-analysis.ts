/** What the pages about the competition show, computed from the matrix, the prices, the claims and the answers. */
import { listClaims } from "~/data/claims";
import { findComparisonSettings, listRivals } from "~/data/competitors";
import { listEvidence } from "~/data/evidence";
import { listCells, listFeatures } from "~/data/features";
import type { Study } from "~/data/studies";
import { type ChainRole, chainRoles } from "~/domain/chain/role";
import { battleCard } from "~/domain/competitors/battle-card";
import { checkClaims } from "~/domain/competitors/claim-check";
import { compareVendors } from "~/domain/competitors/compare";
import { type CompetitiveVerdict, competitiveVerdict } from "~/domain/competitors/competitive-verdict";
import { type FeatureWeight, featureWeights } from "~/domain/competitors/feature-weights";
import { matrixScores } from "~/domain/competitors/matrix-scores";
import { type Pairwise, pairwiseWeights } from "~/domain/competitors/pairwise";
import { worthTheirPrice } from "~/domain/competitors/price-value";
import { entryPrice, ownProduct } from "~/domain/competitors/rival";
import { meanRating, rivalRatings } from "~/domain/competitors/rival-ratings";
import { rivalFunnels, rivalUsers } from "~/domain/competitors/rival-users";
import { roleViews } from "~/domain/competitors/role-views";
import { surveyedFeatures } from "~/domain/competitors/surveyed-features";
import { winShares } from "~/domain/competitors/win-loss";
import { type Evidence, rolesOf } from "~/domain/report/evidence";
import { oneSeed } from "~/domain/seed";
import type { Store } from "~db/client";
import { present } from "./competitors";

type Responses = readonly Evidence[];

/** All that is known of the competition of a study, by the responses given or by all that count. */
async function readCompetition(store: Store, study: Study, given?: Responses) {
  const where = { workspaceId: study.workspaceId, studyId: study.id };
  const [kept, keptRivals, cells, evidence, settings, claims] = await Promise.all([
    listFeatures(store, where),
    listRivals(store, where),
    listCells(store, where),
    given ?? listEvidence(store, where),
    findComparisonSettings(store, where),
    listClaims(store, where),
  ]);
  const rivals = present(keptRivals);
  const prices = new Map([
    [ownProduct, entryPrice(settings.ownPlans)],
    ...rivals.map(({ key, plans }) => [key, entryPrice(plans)] as const),
  ]);
  const byPlace = new Map(cells.map((cell) => [`${cell.featureId}/${cell.vendor}`, cell]));
  return {
    features: present(kept).map(({ id, name, category, need, asked, measure }) => ({
      ...{ id, name, category, need, asked, measure },
    })),
    vendors: [
      { key: ownProduct as string, name: study.product },
      ...rivals.map(({ key, name }) => ({ key, name })),
    ],
    rivals,
    evidence,
    team: { overrides: settings.overrides, pairs: settings.pairs },
    claims: present(claims).filter(({ vendor }) => rivals.some(({ key }) => key === vendor)),
    roles: rolesOf(evidence, chainRoles),
    /** The wording of every row that questionnaires ask about. */
    rows: surveyedFeatures([...new Set(evidence.map(({ compiled }) => compiled))]),
    priceOf: (vendor: string) => prices.get(vendor) ?? null,
    cellOf: (featureId: string, vendor: string) => byPlace.get(`${featureId}/${vendor}`),
  };
}
type Competition = Awaited<ReturnType<typeof readCompetition>>;

const keysOf = ({ vendors }: Competition) => vendors.map(({ key }) => key);
const winsOf = (known: Competition, role: ChainRole, others: readonly string[] = []) =>
  Object.fromEntries(winShares(known.evidence, role, [...keysOf(known), ...others]) ?? []);

/** What nobody sells and may still be chosen. */
const keepWhatThereIs = "status-quo";

/** The consistency ratio of what was compared in pairs, null where it no longer fits; undefined without. */
function comparedBy(weights: readonly FeatureWeight[], compared: Pairwise | undefined) {
  if (!compared) return undefined;
  const result = pairwiseWeights(compared.items.length, compared.steps);
  return result.ok && weights.some(({ from }) => from === "pairs") ? result.value.consistencyRatio : null;
}

/** The matrix weighed for each role, and whether we win. */
export async function analyseCompetitors(store: Store, study: Study, given?: Responses) {
  const known = await readCompetition(store, study, given);
  const { features, vendors, evidence, roles, team, cellOf } = known;
  const weights = featureWeights(evidence, features, roles, team);
  const analysed = [...weights].map(([role, own]) => ({
    role,
    weights: own,
    compared: comparedBy(own, team.pairs?.[role]),
    wins: winsOf(known, role),
    comparison: compareVendors({
      ...{ features, vendors: keysOf(known), seed: oneSeed, cellOf },
      weights: own.map(({ weight }) => weight),
    }),
  }));
  const verdict = competitiveVerdict(
    analysed.map(({ role, comparison }) => ({
      ...{ role, comparison },
      wins: winsOf(known, role, [keepWhatThereIs]),
    })),
  );
  return { features, vendors, roles: analysed, verdict };
}

/** Whether we win against the competition, by role and overall: the one verdict that pages and gates read. */
export async function judgeCompetition(
  store: Store,
  study: Study,
): Promise<{ vendors: { key: string; name: string }[]; verdict: CompetitiveVerdict }> {
  const { vendors, verdict } = await analyseCompetitors(store, study);
  return { vendors, verdict };
}

/** Every claim with what the answers say of it. */
export async function checkedClaims(store: Store, study: Study, given?: Responses) {
  const { claims, features, evidence, roles, vendors } = await readCompetition(store, study, given);
  const checks = checkClaims(claims, { evidence, features, roles });
  return { vendors, features, claims: claims.map((claim, at) => ({ ...claim, check: checks[at]! })) };
}

/** How far people came with each competitor, and what is said about the one at `key` (the first, when it is none). */
export async function describeRivalUsers(
  store: Store,
  study: Study,
  key: string | undefined,
  given?: Responses,
) {
  const { evidence, rivals, rows, features, roles, vendors } = await readCompetition(store, study, given);
  const funnels = rivalFunnels(
    evidence,
    rivals.map(({ key }) => key),
  );
  const chosen = rivals.find((one) => one.key === key) ?? rivals[0] ?? null;
  const ratings = rivalRatings(evidence);
  return {
    funnels,
    rivals: rivals.map(({ key, name }) => ({ key, name })),
    chosen: chosen && {
      ...{ key: chosen.key, name: chosen.name },
      users: rivalUsers(evidence, chosen.key, vendors),
      byRole: roles.flatMap((one) => {
        const [funnel] = rivalFunnels(evidence, [chosen.key], one);
        return funnel && funnel.asked > 0 ? [{ ...funnel, role: one }] : [];
      }),
      ratings: rows.flatMap(({ asked, name }) => {
        const theirs = meanRating(ratings, chosen.key, [asked]);
        const ours = meanRating(ratings, ownProduct, [asked]);
        const feature = features.find((one) => one.asked === asked);
        return theirs ? [{ asked, name: feature?.name ?? name, theirs, ours }] : [];
      }),
    },
  };
}

/** The three views, price against value, and whom each role would choose. */
export async function compareByRole(store: Store, study: Study, given?: Responses) {
  const known = await readCompetition(store, study, given);
  const { features, vendors, evidence, roles, team, cellOf, priceOf } = known;
  const keys = vendors.map(({ key }) => key);
  const weights = featureWeights(evidence, features, roles, team);
  const maps = roles.map((role) => {
    const points = scoresOf(known, weights.get(role) ?? []);
    return { role, points, worth: worthTheirPrice(points).map(({ vendor }) => vendor) };
  });
  return {
    vendors,
    views: roleViews({ evidence, features, vendors: keys, priceOf, cellOf }),
    maps: maps.filter(({ points }) => points.length > 1),
    wins: roles.map((role) => ({ role, shares: winsOf(known, role) })),
  };
}

/** Price and weighted score of the products of which both are known. */
function scoresOf({ features, vendors, cellOf, priceOf }: Competition, weights: readonly FeatureWeight[]) {
  const { weighted } = compareVendors({
    ...{ features, vendors: vendors.map(({ key }) => key), seed: oneSeed, cellOf, draws: 1 },
    weights: weights.map(({ weight }) => weight),
  });
  if (!weighted.ok) return [];
  return weighted.value.scores.flatMap(({ name: vendor, score }) => {
    const price = priceOf(vendor);
    return score.ok && price !== null ? [{ vendor, price, value: score.value }] : [];
  });
}

/** The battle cards of one competitor, a card a role; null when there is no such competitor. */
export async function makeBattleCards(store: Store, study: Study, key: string, given: Responses) {
  const known = await readCompetition(store, study, given);
  const { evidence, features, roles, team, rivals, rows, cellOf, priceOf } = known;
  const rival = rivals.find((one) => one.key === key);
  if (!rival) return null;
  const ratings = rivalRatings(evidence);
  const checks = checkClaims(known.claims, { evidence, features, roles, ratings });
  const claims = known.claims.map((claim, at) => ({ ...claim, ...checks[at]! }));
  const weights = featureWeights(evidence, features, roles, team);
  const scoreOf = matrixScores(features, keysOf(known), cellOf);
  const { name, positioning, segments, notes } = rival;
  const { reasons, switchFor } = rivalUsers(evidence, key, known.vendors);
  return {
    rival: { key, name, positioning, segments, notes },
    features: features.map(({ id, name }) => ({ id, name })),
    rows: Object.fromEntries(rows.map(({ asked, name }) => [asked, name])),
    quotes: [...reasons.rejected, ...switchFor].slice(0, 6),
    cards: roles.map((role) =>
      battleCard({
        ...{ vendor: key, role, scoreOf, priceOf, ratings, claims },
        weights: weights.get(role) ?? [],
        wins: winsOf(known, role),
      }),
    ),
  };
}
