/** Do we win against the competition: one verdict a role and one for all, with what it rests on. */
import type { ChainRole } from "../chain/role";
import type { Share } from "../report/tallies";
import type { Interval } from "../stats/interval";
import { sameSampleDifference } from "../stats/same-sample-difference";
import type { Comparison } from "./compare";
import { ownProduct } from "./rival";

const competitiveResults = ["win", "tie", "lose", "unknown"] as const;
/** `tie`: known, and neither side is ahead by more than its uncertainty. `unknown`: nothing to judge by. */
export type CompetitiveResult = (typeof competitiveResults)[number];

/** What people of a role would choose today: we against the competitor chosen most. */
export type ChoiceLead = {
  result: CompetitiveResult;
  /** The key of the competitor chosen most, `status-quo` for keeping what there is. */
  rival: string;
  ours: Share;
  theirs: Share;
  /** Our share minus theirs; no interval under five answers or five companies. */
  difference: number;
  interval: Interval | null;
};

/** The weighted matrix of a role: we against the best of the others. */
export type MatrixLead = {
  result: CompetitiveResult;
  rival: string;
  /** Weighted scores, 0–1. */
  ours: number;
  theirs: number;
  /** Share of the draws with weights moved by ±20 % in which we come first. */
  first: number;
  /** Share of the weight that is known, of the less known of the two. */
  known: number;
};

export type RoleVerdict = {
  role: ChainRole;
  result: CompetitiveResult;
  /** What decides: the answers where they carry an interval, else the matrix; null where neither does. */
  restsOn: "choice" | "matrix" | null;
  choice: ChoiceLead | null;
  matrix: MatrixLead | null;
  /** True when answers and matrix point to opposite sides. */
  contradicted: boolean;
};

export type CompetitiveVerdict = { result: CompetitiveResult; roles: RoleVerdict[] };

/** We come first, or do not, in nearly all draws. */
const nearlyAll = 0.9;
/** With less of the weight known, a score says too little. */
const leastKnown = 0.5;

/** To win is to lead every other; to lose is to trail the one chosen most. */
function choiceLead(wins: Readonly<Record<string, Share>>): ChoiceLead | null {
  const { [ownProduct]: ours, ...others } = wins;
  const rivals = Object.entries(others).sort(([, a], [, b]) => b.share - a.share);
  const [most] = rivals;
  if (!ours || !most) return null;
  const [rival, theirs] = most;
  const difference = ours.share - theirs.share;
  const leads = rivals.map(([, other]) =>
    ours.interval && other.interval
      ? sameSampleDifference(
          { share: ours.share, interval: ours.interval },
          { share: other.share, interval: other.interval },
        ).interval
      : null,
  );
  const interval = leads[0] ?? null;
  const judge = (): CompetitiveResult => {
    if (!interval) return "unknown";
    if (interval[1] < 0) return "lose";
    return leads.every((lead) => lead !== null && lead[0] > 0) ? "win" : "tie";
  };
  return { result: judge(), rival, ours, theirs, difference, interval };
}

function matrixLead({ weighted, stability }: Comparison): MatrixLead | null {
  if (!weighted.ok || !stability.ok) return null;
  const scored = weighted.value.scores.flatMap(({ name, score, coverage }) =>
    score.ok ? [{ name, score: score.value, coverage }] : [],
  );
  const own = scored.find(({ name }) => name === ownProduct);
  const [best] = scored.filter(({ name }) => name !== ownProduct).sort((a, b) => b.score - a.score);
  if (!own || !best) return null;
  const first = stability.value.firstShare.find(({ name }) => name === ownProduct)?.share ?? 0;
  const known = Math.min(own.coverage, best.coverage);
  const judge = (): CompetitiveResult => {
    if (known < leastKnown) return "unknown";
    // Equal scores stay equal in every draw, and whoever is named first comes first.
    if (own.score > best.score && first >= nearlyAll) return "win";
    return own.score < best.score && first <= 1 - nearlyAll ? "lose" : "tie";
  };
  return { result: judge(), rival: best.name, ours: own.score, theirs: best.score, first, known };
}

const opposite = (a: CompetitiveResult | undefined, b: CompetitiveResult | undefined) =>
  (a === "win" && b === "lose") || (a === "lose" && b === "win");

function judgeRole(given: RoleGiven): RoleVerdict {
  const choice = choiceLead(given.wins);
  const matrix = matrixLead(given.comparison);
  const known = (one: { result: CompetitiveResult } | null) => one !== null && one.result !== "unknown";
  const restsOn = known(choice) ? "choice" : known(matrix) ? "matrix" : null;
  const result = (restsOn === "choice" ? choice : restsOn === "matrix" ? matrix : null)?.result ?? "unknown";
  return {
    ...{ role: given.role, result, restsOn, choice, matrix },
    contradicted: opposite(choice?.result, matrix?.result),
  };
}

/** The decider's word counts first; the others must not speak against it. */
function judgeAll(roles: readonly RoleVerdict[]): CompetitiveResult {
  const results = roles.flatMap(({ result }) => (result === "unknown" ? [] : [result]));
  if (results.length === 0) return "unknown";
  const decider = roles.find(({ role }) => role === "decider")?.result ?? "unknown";
  const [wins, losses] = [results.includes("win"), results.includes("lose")];
  if (decider === "lose" || (losses && !wins)) return "lose";
  return wins && !losses && decider !== "tie" ? "win" : "tie";
}

type RoleGiven = {
  role: ChainRole;
  /** Shares of all who answered whom they would choose today, by vendor (`us` among them) and `status-quo`. */
  wins: Readonly<Record<string, Share>>;
  comparison: Comparison;
};

/**
 * Whether we win, tie or lose, role by role and overall.
 *
 * A role is judged by what its people would choose today: won when the interval of our lead lies above 0 over every
 * competitor and over keeping what there is; lost when it lies below 0 against the one chosen most; a tie between. Where
 * too few answered for an interval, the weighted matrix judges: won when we score highest and come first in nine of ten
 * draws with weights moved by ±20 %, lost when we come first in one of ten at most, unknown when less than half of the
 * weight is known. `restsOn` says which of the two judged, `contradicted` that the other points the opposite way.
 *
 * Overall is lost when the decider is lost, or some role is and none is won; won when some role is won, none is lost
 * and the decider, where known, is won; a tie otherwise; unknown when every role is.
 */
export function competitiveVerdict(given: readonly RoleGiven[]): CompetitiveVerdict {
  const roles = given.map(judgeRole);
  return { result: judgeAll(roles), roles };
}
