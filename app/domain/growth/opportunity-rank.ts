/** What stands behind an opportunity: how much it matters, how many have it, what they say, and who covers it already. */
import { group } from "d3-array";
import { companyBootstrap } from "../chain/company-bootstrap";
import { type ChainRole, chainRoles } from "../chain/role";
import type { Support } from "../competitors/matrix-cell";
import { isTopBox, opportunityFromRatings, opportunityScore } from "../features/opportunity";
import { opportunityInterval } from "../features/opportunity-interval";
import type { LocalText } from "../language";
import { noValue, type Outcome, value } from "../outcome";
import type { AnchorAttribute, problems } from "../questionnaire/answer-options";
import { clusterOf, type Evidence, isRecord, read } from "../report/evidence";
import { problemsAsked } from "../report/insights/names";
import { oneSeed } from "../seed";
import type { Interval } from "../stats/interval";
import { wilsonInterval } from "../stats/wilson-interval";
import { atOnce, type Steps } from "../steps";
import { type Confirmation, confirmNeed } from "./opportunity-confirm";
import type { Opportunity } from "./opportunity-form";

export type Reach = { companies: number; of: number; share: number; interval: Interval; answers: number };
export type OpportunityScore = { score: number; importance: number; satisfaction: number; n: number };

export type ScoreRange = { score: number; interval: Outcome<Interval>; n: number };

export type OpportunityReading = {
  score: Outcome<OpportunityScore>;
  /** Companies in which somebody of the role has the need, of those in which the role answered. */
  reach: Outcome<Reach>;
  /** What the wave that is to confirm it says, against those before. */
  confirmation: Confirmation;
  /** The score in that wave and before it, once it can be judged. */
  waveScore: { now: Outcome<ScoreRange>; before: Outcome<ScoreRange> };
  /** Score × reach, 0 to 20; null when either is missing. */
  rank: number | null;
  /** Of the rank, by drawing companies; none under five. */
  rankInterval: Outcome<Interval>;
  /** A few of the answers behind it, newest first. */
  quotes: { responseId: string; text: string }[];
  /** Competitors that have the feature, have it in part, or not; null without a feature. */
  cover: { yes: number; partial: number; no: number; unknown: number } | null;
};

/** The anchor attribute that each problem of the present solution speaks of. Our reading of the items; the form can change it. */
const attributeOfProblem: Readonly<Record<(typeof problems)[number]["value"], AnchorAttribute>> = {
  "few-customers": "earn-more",
  "high-cost": "spend-less",
  "slow-process": "smooth-use",
  "manual-work": "smooth-use",
  "missing-functions": "functions",
  "hard-to-use": "interface",
  "poor-service": "service",
  "poor-integration": "integration-security",
  "security-risk": "integration-security",
  "unclear-results": "spend-less",
};

const plain = (text: string) => text.normalize("NFKC").toLowerCase();
const searched = (words: string) =>
  plain(words)
    .split(/[,;、，；]/)
    .map((word) => word.trim())
    .filter(Boolean);

/** The open answers of a response, longest questions apart: only what people wrote themselves. */
const writtenIn = (one: Evidence): string[] =>
  one.compiled.pages.flatMap(({ items }) =>
    items.flatMap((item) => {
      const answer = item.kind === "comment" ? one.answers[item.name] : undefined;
      return typeof answer === "string" ? [answer] : [];
    }),
  );

/** What readers found the need's theme in, by response. */
export type Coded = ReadonlyMap<string, string>;

function isNamedBy(one: Evidence, problem: string | null, words: readonly string[], coded: Coded): boolean {
  if (coded.has(one.id)) return true;
  const ranked = problem === null ? null : read(one, "anchor.problems");
  if (Array.isArray(ranked) && ranked.some((each) => each === problem)) return true;
  return words.length > 0 && writtenIn(one).some((text) => words.some((word) => plain(text).includes(word)));
}

function reachOf(own: readonly Evidence[], named: readonly Evidence[]): Outcome<Reach> {
  const of = new Set(own.map(clusterOf)).size;
  const companies = new Set(named.map(clusterOf)).size;
  const interval = wilsonInterval(companies, of);
  if (!interval.ok) return interval;
  return value({ companies, of, share: companies / of, interval: interval.value, answers: named.length });
}

type Rated = "anchor.importance" | "anchor.satisfaction";
function ratedBy(one: Evidence, measure: Rated, attribute: AnchorAttribute): number | null {
  const rows = read(one, measure);
  const cell = isRecord(rows) ? rows[attribute] : null;
  return typeof cell === "number" ? cell : null;
}

/** A score with its interval by drawing companies. */
function scoreRange(own: readonly Evidence[], attribute: AnchorAttribute | null): Outcome<ScoreRange> {
  const score = scoreOf(own, attribute);
  if (!score.ok || !attribute) return score.ok ? noValue("not-applicable") : score;
  const ratings = own.map((one) => ({
    company: clusterOf(one),
    importance: ratedBy(one, "anchor.importance", attribute),
    satisfaction: ratedBy(one, "anchor.satisfaction", attribute),
  }));
  const interval = opportunityInterval(ratings, { seed: oneSeed, draws: rankDraws });
  return value({ score: score.value.score, interval, n: score.value.n });
}

function scoreOf(own: readonly Evidence[], attribute: AnchorAttribute | null): Outcome<OpportunityScore> {
  if (!attribute) return noValue("not-applicable");
  const found = opportunityFromRatings(
    own.map((one) => ({
      importance: ratedBy(one, "anchor.importance", attribute),
      satisfaction: ratedBy(one, "anchor.satisfaction", attribute),
    })),
  );
  if (!found.ok) return found;
  const { opportunity, importance, satisfaction, n } = found.value;
  return value({ score: opportunity, importance, satisfaction, n });
}

/** Companies' answers, summed up in a column each, so that they can be drawn many times. */
type CompanySums = Record<"important" | "rated" | "satisfied" | "judged" | "named", Int32Array>;

function sumsOf(
  own: readonly Evidence[],
  named: ReadonlySet<Evidence>,
  attribute: AnchorAttribute,
): CompanySums {
  const companies = [...group(own, clusterOf).values()];
  const given = (measure: Rated) =>
    companies.map((rows) => rows.flatMap((one) => ratedBy(one, measure, attribute) ?? []));
  const [importance, satisfaction] = [given("anchor.importance"), given("anchor.satisfaction")];
  const top = (scores: readonly number[]) => scores.filter(isTopBox).length;
  return {
    important: Int32Array.from(importance, top),
    rated: Int32Array.from(importance, ({ length }) => length),
    satisfied: Int32Array.from(satisfaction, top),
    judged: Int32Array.from(satisfaction, ({ length }) => length),
    named: Int32Array.from(companies, (rows) => (rows.some((one) => named.has(one)) ? 1 : 0)),
  };
}

/** Score × reach of the companies at some places, as `opportunityFromRatings` and the reach give them. */
const rankOf = (sums: CompanySums) => (places: readonly number[]) => {
  let [important, rated, satisfied, judged, named] = [0, 0, 0, 0, 0];
  for (const place of places) {
    important += sums.important[place]!;
    rated += sums.rated[place]!;
    satisfied += sums.satisfied[place]!;
    judged += sums.judged[place]!;
    named += sums.named[place]!;
  }
  if (rated === 0 || judged === 0) return noValue("no-data");
  const score = opportunityScore((10 * important) / rated, (10 * satisfied) / judged);
  return score.ok ? value((score.value * named) / places.length) : score;
};

function rankRange(sums: CompanySums): Outcome<Interval> {
  const places = Array.from(sums.named, (_, place) => place);
  const drawn = companyBootstrap(places, rankOf(sums), { seed: oneSeed, draws: rankDraws });
  return drawn.ok ? value(drawn.value.interval) : drawn;
}

/** Of neighbours in a ranking, those whose intervals reach into that of the one before: their order is not settled. */
export function tiesOf(ranked: readonly { rankInterval: Outcome<Interval> }[]): boolean[] {
  return ranked.map(({ rankInterval }, index) => {
    const before = ranked[index - 1]?.rankInterval;
    return Boolean(rankInterval.ok && before?.ok && rankInterval.value[1] >= before.value[0]);
  });
}

const quotesShown = 3;
const rankDraws = 1000;

type Found = Pick<Opportunity, "role" | "problem" | "words" | "themeId">;

type WaveGiven = {
  /** The linked wave: null for none, an id of no wave for one still to come. */
  waveId: string | null;
  waves?: readonly string[];
  coded?: Coded;
};

const isFindable = ({ problem, words, themeId }: Found) =>
  problem !== null || searched(words).length > 0 || themeId !== null;

/** The answers of the linked wave and of those before it. */
function partsOf(own: readonly Evidence[], { waveId, waves = [] }: WaveGiven) {
  const linked = waveId === null ? -1 : waves.indexOf(waveId);
  const earlier = new Set(linked < 0 ? [] : waves.slice(0, linked));
  return {
    now: own.filter((one) => one.waveId === waveId),
    before: own.filter((one) => earlier.has(one.waveId)),
  };
}

const ofRole = (evidence: readonly Evidence[], { role }: Pick<Opportunity, "role">) =>
  evidence.filter((one) => one.role === role);

/** Those of a role who have the need; nobody where nothing says who has it. */
function namedOf(one: Found, own: readonly Evidence[], coded: Coded): Evidence[] {
  const words = searched(one.words);
  return isFindable(one) ? own.filter((each) => isNamedBy(each, one.problem, words, coded)) : [];
}

function confirmationOf(
  one: Found,
  { now, before }: ReturnType<typeof partsOf>,
  { waveId, named }: Pick<WaveGiven, "waveId"> & { named: ReadonlySet<Evidence> },
): Confirmation {
  const reach = (own: readonly Evidence[]) =>
    reachOf(
      own,
      own.filter((each) => named.has(each)),
    );
  return confirmNeed({
    ...{ findable: isFindable(one), before: reach(before) },
    now: waveId === null ? null : reach(now),
  });
}

/** What the linked wave says of a need, against the waves before it: see `confirmNeed`. */
export function needConfirmation(one: Found, evidence: readonly Evidence[], given: WaveGiven): Confirmation {
  const own = ofRole(evidence, one);
  const named = new Set(namedOf(one, own, given.coded ?? new Map()));
  return confirmationOf(one, partsOf(own, given), { ...given, named });
}

/** The newest words of those who have a need. */
function quotesOf(
  { words: given }: Found,
  named: readonly Evidence[],
  coded: Coded,
): OpportunityReading["quotes"] {
  const words = searched(given);
  const quotes: OpportunityReading["quotes"] = [];
  for (const each of named.toSorted((a, b) => b.completedAt - a.completedAt)) {
    if (quotes.length === quotesShown) break;
    const said =
      coded.get(each.id) ??
      (words.length > 0
        ? writtenIn(each).find((text) => words.some((word) => plain(text).includes(word)))
        : read(each, "anchor.problem-text"));
    if (typeof said === "string" && said.trim() !== "") quotes.push({ responseId: each.id, text: said });
  }
  return quotes;
}

/**
 * Reads an opportunity against the answers of its role: Ulwick's score of the attribute it serves, the share of companies in which
 * somebody names its problem, writes one of its words or was read to mean its theme, and a few quotes. `supports` are the
 * competitors' cells of its feature, `waves` the ids of the study's waves in their order. A company counts once,
 * however many of it answered.
 *
 * Source: Ulwick (2005), What Customers Want; interval: Wilson (1927); ranking by score × reach is our convention.
 */
export function readOpportunityEvidence(
  one: Pick<Opportunity, "role" | "attribute" | "problem" | "words" | "featureId" | "themeId">,
  evidence: readonly Evidence[],
  given: WaveGiven & { supports: readonly Support[] },
): OpportunityReading {
  const { supports, coded = new Map() } = given;
  const own = ofRole(evidence, one);
  const findable = isFindable(one);
  const named = namedOf(one, own, coded);
  const having = new Set(named);
  const parts = partsOf(own, given);
  const { now, before } = parts;
  const confirmation = confirmationOf(one, parts, { ...given, named: having });
  const reach = findable ? reachOf(own, named) : noValue("not-applicable");
  const score = scoreOf(own, one.attribute);
  const count = (support: Support) => supports.filter((each) => each === support).length;
  return {
    ...{ score, reach },
    confirmation,
    waveScore:
      confirmation.state === "lacking"
        ? { now: noValue("no-data"), before: noValue("no-data") }
        : { now: scoreRange(now, one.attribute), before: scoreRange(before, one.attribute) },
    rankInterval:
      one.attribute && findable ? rankRange(sumsOf(own, having, one.attribute)) : noValue("not-applicable"),
    rank: score.ok && reach.ok ? score.value.score * reach.value.share : null,
    quotes: quotesOf(one, named, coded),
    cover:
      one.featureId === null
        ? null
        : {
            ...{ yes: count("yes"), partial: count("partial"), no: count("no"), unknown: count("unknown") },
          },
  };
}

export type Suggestion = {
  role: ChainRole;
  problem: string;
  /** The problem as it was asked. */
  name: LocalText;
  attribute: AnchorAttribute;
  reading: OpportunityReading;
};

/** Below so many answers of a role nothing is suggested from it. */
const fewestToSuggest = 5;
const suggestionsShown = 6;

/**
 * Needs that the answers name and nobody has written down: each role's problems, by score × reach. Those that an
 * opportunity of the role already rests on are left out, as are roles with fewer than five answers. All are ranked
 * first; only those shown are read with their intervals, one a step.
 */
export function* suggestionSteps(
  evidence: readonly Evidence[],
  known: readonly Pick<Opportunity, "role" | "problem">[],
): Steps<Suggestion[]> {
  const problems = problemsAsked(evidence);
  const ranked: (Omit<Suggestion, "reading"> & { rank: number; own: readonly Evidence[] })[] = [];
  for (const role of chainRoles) {
    const own = ofRole(evidence, { role });
    if (own.length < fewestToSuggest) continue;
    const scores = new Map<AnchorAttribute, Outcome<OpportunityScore>>();
    for (const { value: problem, name } of problems) {
      yield;
      if (known.some((one) => one.role === role && one.problem === problem)) continue;
      const attribute = attributeOfProblem[problem];
      const score = scores.get(attribute) ?? scoreOf(own, attribute);
      scores.set(attribute, score);
      const reach = reachOf(own, namedOf({ role, problem, words: "", themeId: null }, own, new Map()));
      const rank = score.ok && reach.ok ? score.value.score * reach.value.share : 0;
      if (rank > 0) ranked.push({ role, problem, name, attribute, rank, own });
    }
  }
  const shown: Suggestion[] = [];
  for (const { role, problem, name, attribute, own } of ranked
    .sort((a, b) => b.rank - a.rank)
    .slice(0, suggestionsShown)) {
    yield;
    const one = { role, problem, attribute, words: "", featureId: null, themeId: null };
    const reading = readOpportunityEvidence(one, own, { supports: [], waveId: null });
    shown.push({ role, problem, name, attribute, reading });
  }
  return shown;
}

export const suggestOpportunities = (...given: Parameters<typeof suggestionSteps>): Suggestion[] =>
  atOnce(suggestionSteps(...given));
