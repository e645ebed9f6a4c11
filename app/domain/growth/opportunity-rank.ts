/** What stands behind an opportunity: how much it matters, how many have it, what they say, and who covers it already. */
import { type ChainRole, chainRoles } from "../chain/role";
import type { Support } from "../competitors/matrix-cell";
import { opportunityFromRatings } from "../features/opportunity";
import { noValue, type Outcome, value } from "../outcome";
import { type AnchorAttribute, problems } from "../questionnaire/measures";
import { clusterOf, type Evidence, isRecord, read } from "../report/evidence";
import type { Interval } from "../stats/interval";
import { wilsonInterval } from "../stats/wilson-interval";
import type { Opportunity } from "./opportunity-form";

export type Reach = { companies: number; of: number; share: number; interval: Interval; answers: number };
export type OpportunityScore = { score: number; importance: number; satisfaction: number; n: number };

export type OpportunityReading = {
  score: Outcome<OpportunityScore>;
  /** Companies in which somebody of the role has the need, of those in which the role answered. */
  reach: Outcome<Reach>;
  /** The same in the wave that is to confirm it; `no-data` before it has answers. */
  confirmation: Outcome<Reach>;
  /** Score × reach, 0 to 20; null when either is missing. */
  rank: number | null;
  /** A few of the answers behind it, newest first. */
  quotes: { responseId: string; text: string }[];
  /** Competitors that have the feature, have it in part, or not; null without a feature. */
  cover: { yes: number; partial: number; no: number; unknown: number } | null;
};

/** The anchor attribute that each problem of the present solution speaks of. Our reading of the items; the form can change it. */
export const attributeOfProblem: Readonly<Record<(typeof problems)[number]["value"], AnchorAttribute>> = {
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

function isNamedBy(one: Evidence, problem: string | null, words: readonly string[]): boolean {
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

function scoreOf(own: readonly Evidence[], attribute: AnchorAttribute | null): Outcome<OpportunityScore> {
  if (!attribute) return noValue("not-applicable");
  const rated = (one: Evidence, measure: "anchor.importance" | "anchor.satisfaction") => {
    const rows = read(one, measure);
    const cell = isRecord(rows) ? rows[attribute] : null;
    return typeof cell === "number" ? cell : null;
  };
  const found = opportunityFromRatings(
    own.map((one) => ({
      importance: rated(one, "anchor.importance"),
      satisfaction: rated(one, "anchor.satisfaction"),
    })),
  );
  if (!found.ok) return found;
  const { opportunity, importance, satisfaction, n } = found.value;
  return value({ score: opportunity, importance, satisfaction, n });
}

const quotesShown = 3;

/**
 * Reads an opportunity against the answers of its role: Ulwick's score of the attribute it serves, the share of companies in which
 * somebody names its problem or writes one of its words, and a few quotes. `supports` are the competitors' cells of
 * its feature. A company counts once, however many of it answered.
 *
 * Source: Ulwick (2005), What Customers Want; interval: Wilson (1927); ranking by score × reach is our convention.
 */
export function readOpportunityEvidence(
  one: Pick<Opportunity, "role" | "attribute" | "problem" | "words" | "featureId">,
  evidence: readonly Evidence[],
  { supports, waveId }: { supports: readonly Support[]; waveId: string | null },
): OpportunityReading {
  const own = evidence.filter(({ role }) => role === one.role);
  const words = searched(one.words);
  const findable = one.problem !== null || words.length > 0;
  const named = findable ? own.filter((each) => isNamedBy(each, one.problem, words)) : [];
  const inWave = own.filter((each) => each.waveId === waveId);
  const reach = findable ? reachOf(own, named) : noValue("not-applicable");
  const score = scoreOf(own, one.attribute);
  const count = (support: Support) => supports.filter((each) => each === support).length;
  return {
    ...{ score, reach },
    confirmation:
      findable && waveId !== null
        ? reachOf(
            inWave,
            named.filter((each) => each.waveId === waveId),
          )
        : noValue("no-data"),
    rank: score.ok && reach.ok ? score.value.score * reach.value.share : null,
    quotes: named
      .toSorted((a, b) => b.completedAt - a.completedAt)
      .flatMap((each) => {
        const texts = writtenIn(each);
        const said =
          words.length > 0
            ? texts.find((text) => words.some((word) => plain(text).includes(word)))
            : read(each, "anchor.problem-text");
        return typeof said === "string" && said.trim() !== "" ? [{ responseId: each.id, text: said }] : [];
      })
      .slice(0, quotesShown),
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
  attribute: AnchorAttribute;
  reading: OpportunityReading;
};

/** Below so many answers of a role nothing is suggested from it. */
const fewestToSuggest = 5;
const suggestionsShown = 6;

/**
 * Needs that the answers name and nobody has written down: each role's problems, by score × reach. Those that an
 * opportunity of the role already rests on are left out, as are roles with fewer than five answers.
 */
export function suggestOpportunities(
  evidence: readonly Evidence[],
  known: readonly Pick<Opportunity, "role" | "problem">[],
): Suggestion[] {
  return chainRoles
    .filter((role) => evidence.filter((one) => one.role === role).length >= fewestToSuggest)
    .flatMap((role) =>
      problems.flatMap(({ value: problem }) => {
        if (known.some((one) => one.role === role && one.problem === problem)) return [];
        const attribute = attributeOfProblem[problem];
        const reading = readOpportunityEvidence(
          { role, problem, attribute, words: "", featureId: null },
          evidence,
          { supports: [], waveId: null },
        );
        return reading.rank ? [{ role, problem, attribute, reading }] : [];
      }),
    )
    .sort((a, b) => (b.reading.rank ?? 0) - (a.reading.rank ?? 0))
    .slice(0, suggestionsShown);
}
