import type { ChainRole } from "../chain/role";
import { type NoValue, noValue } from "../outcome";
import type { Answers } from "../questionnaire/compiled";
import { flattenAnswers, type SingleAnswer } from "./flatten-answers";
import { defaultNearShare, findNearDuplicates } from "./near-duplicates";
import { defaultSpeedCap, type PageSeconds, relativeSpeed } from "./relative-speed";
import { type Contradiction, roleContradictions } from "./role-contradictions";
import { longstring, responseVariability } from "./straightlining";

/** What may be set per study; the defaults are made for small samples, where every answer counts. */
export type QualityThresholds = {
  /** A grid is judged from so many answered rows on. */
  gridRows: number;
  /** A grid is straight when one run covers this share of its answered rows. */
  straightShare: number;
  speedCap: number;
  /** Relative speed index above which a response is too fast. */
  speedAbove: number;
  /** Speed is judged from so many timed responses on. */
  speedResponses: number;
  nearShare: number;
  /** Two responses are compared from so many answers on: colleagues agree on three items by chance. */
  duplicateAnswers: number;
  /** Points between two ratings of one item that make a contradiction. */
  contradictionGap: number;
  /** So many contradictions raise the flag. */
  contradictions: number;
};

export const defaultThresholds: QualityThresholds = {
  gridRows: 5,
  straightShare: 1,
  speedCap: defaultSpeedCap,
  speedAbove: 2,
  speedResponses: 5,
  nearShare: defaultNearShare,
  duplicateAnswers: 8,
  contradictionGap: 2,
  contradictions: 2,
};

export type CheckedResponse = {
  id: string;
  company: string | null;
  role: ChainRole;
  answers: Answers;
  pageSeconds: PageSeconds;
};

/** A reason to look at a response again. It is never a reason to delete it. */
export type QualityFlag =
  | { kind: "straightlining"; grids: { item: string; run: number; rows: number; variability: number }[] }
  | { kind: "speeding"; index: number; above: number; responses: number }
  | { kind: "near-duplicate"; of: { id: string; same: number; compared: number }[] }
  | { kind: "attention"; item: string; expected: SingleAnswer; given: SingleAnswer }
  | { kind: "contradiction"; items: Contradiction<ChainRole>[] };

export type QualityCheck = {
  flags: QualityFlag[];
  /** Checks that could not be made, and why. */
  notJudged: { kind: QualityFlag["kind"]; reason: NoValue }[];
};

/**
 * All quality checks of one response, with the reason for each flag.
 * `grids` are the rating grids whose rows go one way or another (items whose answer is `{row: number}`), in the order of
 * the questionnaire; the flag needs every judged grid to be straight. `peers` are the other responses to the same
 * questionnaire. `samePerson` are this person's answers in other roles, of which the items in `sharedItems` are compared.
 */
export function flagResponse(
  response: CheckedResponse,
  {
    peers,
    samePerson = [],
    sharedItems = [],
    grids,
    attention,
    thresholds = defaultThresholds,
  }: {
    peers: readonly CheckedResponse[];
    samePerson?: readonly { role: ChainRole; answers: Answers }[];
    sharedItems?: readonly string[];
    grids: readonly string[];
    attention?: { item: string; expected: SingleAnswer };
    thresholds?: QualityThresholds;
  },
): QualityCheck {
  const shared = (answers: Answers) =>
    flattenAnswers(
      Object.fromEntries(Object.entries(answers).filter(([item]) => sharedItems.includes(item))),
    );
  const verdicts: [QualityFlag["kind"], QualityFlag | NoValue | null][] = [
    ["straightlining", flagStraightlining(response, grids, thresholds)],
    ["speeding", flagSpeeding(response, peers, thresholds)],
    ["near-duplicate", flagDuplicate(response, peers, thresholds)],
    ["attention", attention ? flagAttention(response, attention) : noValue("not-applicable")],
    [
      "contradiction",
      flagContradiction(
        [response, ...samePerson].map(({ role, answers }) => ({ role, answers: shared(answers) })),
        thresholds,
      ),
    ],
  ];
  const result: QualityCheck = { flags: [], notJudged: [] };
  for (const [kind, verdict] of verdicts) {
    if (verdict === null) continue;
    if ("ok" in verdict) result.notJudged.push({ kind, reason: verdict });
    else result.flags.push(verdict);
  }
  return result;
}

type Verdict = QualityFlag | NoValue | null;

function flagStraightlining(
  { answers }: CheckedResponse,
  grids: readonly string[],
  { gridRows, straightShare }: QualityThresholds,
): Verdict {
  const judged = grids
    .map((item) => {
      const answer = answers[item];
      const rows = typeof answer === "object" && !Array.isArray(answer) ? Object.values(answer) : [];
      return { item, ratings: rows.filter((rating) => typeof rating === "number") };
    })
    .filter(({ ratings }) => ratings.length >= gridRows);
  if (judged.length === 0) return noValue("too-few", { needed: gridRows });
  const straight = judged.flatMap(({ item, ratings }) => {
    const run = longstring(ratings);
    const variability = responseVariability(ratings);
    if (run < straightShare * ratings.length) return [];
    return [{ item, run, rows: ratings.length, variability: variability.ok ? variability.value : 0 }];
  });
  return straight.length === judged.length ? { kind: "straightlining", grids: straight } : null;
}

function flagSpeeding(
  { pageSeconds }: CheckedResponse,
  peers: readonly CheckedResponse[],
  { speedCap, speedAbove, speedResponses }: QualityThresholds,
): Verdict {
  const timed = [pageSeconds, ...peers.map((peer) => peer.pageSeconds)].filter((seconds) =>
    seconds.some((own) => own !== null),
  );
  if (timed[0] !== pageSeconds) return noValue("no-data");
  if (timed.length < speedResponses) return noValue("too-few", { n: timed.length, needed: speedResponses });
  const index = relativeSpeed(timed, speedCap).indices[0]!;
  if (!index.ok) return index;
  if (index.value <= speedAbove) return null;
  return { kind: "speeding", index: index.value, above: speedAbove, responses: timed.length };
}

function flagDuplicate(
  response: CheckedResponse,
  peers: readonly CheckedResponse[],
  { nearShare, duplicateAnswers }: QualityThresholds,
): Verdict {
  if (response.company === null) return noValue("not-applicable");
  const comparable = ({ id, company, role, answers }: CheckedResponse) => ({
    id,
    company,
    role,
    answers: flattenAnswers(answers),
  });
  const own = comparable(response);
  const of = peers
    .flatMap((peer) => findNearDuplicates([own, comparable(peer)], nearShare))
    .filter(({ compared }) => compared >= duplicateAnswers)
    .map(({ second, same, compared }) => ({ id: second, same, compared }));
  return of.length > 0 ? { kind: "near-duplicate", of } : null;
}

function flagAttention(
  { answers }: CheckedResponse,
  { item, expected }: { item: string; expected: SingleAnswer },
): Verdict {
  const given = answers[item];
  if (given === undefined) return noValue("no-data");
  if (given === expected) return null;
  return {
    kind: "attention",
    item,
    expected,
    given: typeof given === "object" ? JSON.stringify(given) : given,
  };
}

function flagContradiction(
  person: readonly { role: ChainRole; answers: Record<string, SingleAnswer> }[],
  { contradictionGap, contradictions }: QualityThresholds,
): Verdict {
  if (person.length < 2) return noValue("not-applicable");
  // The first is the response under check; other pairs are reported with their own.
  const [own, ...others] = person;
  const items = others.flatMap((other) => roleContradictions([own!, other], contradictionGap));
  return items.length >= contradictions ? { kind: "contradiction", items } : null;
}
