import type { ChainRole } from "../chain/role";
import { type NoValue, noValue, type Outcome } from "../outcome";
import type { Answers } from "../questionnaire/compiled";
import type { Steps } from "../steps";
import { flattenAnswers, type SingleAnswer } from "./flatten-answers";
import { defaultNearShare, findNearDuplicates, nearDuplicateSteps } from "./near-duplicates";
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

/** In the order in which they are told. */
export const flagKinds = [
  "straightlining",
  "speeding",
  "near-duplicate",
  "attention",
  "contradiction",
] as const satisfies readonly QualityFlag["kind"][];
export type FlagKind = (typeof flagKinds)[number];

export type QualityCheck = {
  flags: QualityFlag[];
  /** Checks that could not be made, and why. */
  notJudged: { kind: QualityFlag["kind"]; reason: NoValue }[];
};

/** What is known of a response from a comparison of all responses at once, so that thousands are checked in one pass. */
export type AmongPeers = {
  /** Null where the response carries no times; `responses` is the number of those that do. */
  speed: { index: Outcome<number>; responses: number } | null;
  duplicates: readonly { id: string; same: number; compared: number }[];
};

/**
 * All quality checks of one response, with the reason for each flag.
 * `grids` are the rating grids whose rows go one way or another (items whose answer is `{row: number}`), in the order of
 * the questionnaire; the flag needs every judged grid to be straight. `peers` are the other responses to the same
 * questionnaire. `samePerson` are this person's answers in other roles, of which the items in `sharedItems` are compared.
 * Where `among` is given, it stands in for the comparison with the peers.
 */
export function flagResponse(
  response: CheckedResponse,
  {
    thresholds = defaultThresholds,
    peers = [],
    among = amongPeers(response, peers, thresholds),
    samePerson = [],
    sharedItems = [],
    grids,
    attention,
  }: {
    peers?: readonly CheckedResponse[];
    among?: AmongPeers;
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
  const person = samePerson.length > 0 ? [response, ...samePerson] : [];
  const verdicts: [QualityFlag["kind"], QualityFlag | NoValue | null][] = [
    ["straightlining", flagStraightlining(response, grids, thresholds)],
    ["speeding", flagSpeeding(among, thresholds)],
    ["near-duplicate", flagDuplicate(response, among, thresholds)],
    ["attention", attention ? flagAttention(response, attention) : noValue("not-applicable")],
    [
      "contradiction",
      flagContradiction(
        person.map(({ role, answers }) => ({ role, answers: shared(answers) })),
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

const isTimed = (seconds: PageSeconds) => seconds.some((own) => own !== null);

function amongPeers(
  response: CheckedResponse,
  peers: readonly CheckedResponse[],
  { speedCap, nearShare }: QualityThresholds,
): AmongPeers {
  const timed = [response, ...peers].map(({ pageSeconds }) => pageSeconds).filter(isTimed);
  const own = comparable(response);
  return {
    speed: isTimed(response.pageSeconds)
      ? { index: relativeSpeed(timed, speedCap).indices[0]!, responses: timed.length }
      : null,
    duplicates: peers
      .flatMap((peer) => findNearDuplicates([own, comparable(peer)], nearShare))
      .map(({ second, same, compared }) => ({ id: second, same, compared })),
  };
}

const comparable = ({ id, company, role, answers }: CheckedResponse) => ({
  id,
  company,
  role,
  answers: flattenAnswers(answers),
});

/** The comparison of every response with the others of the same questionnaire, in the order of the responses. */
export function* amongPeersSteps(
  responses: readonly CheckedResponse[],
  { speedCap, nearShare }: QualityThresholds = defaultThresholds,
): Steps<AmongPeers[]> {
  const timed = responses.filter(({ pageSeconds }) => isTimed(pageSeconds));
  const { indices } = relativeSpeed(
    timed.map(({ pageSeconds }) => pageSeconds),
    speedCap,
  );
  const speeds = new Map(timed.map(({ id }, at) => [id, { index: indices[at]!, responses: timed.length }]));
  const duplicates = new Map(responses.map(({ id }) => [id, [] as AmongPeers["duplicates"][number][]]));
  yield;
  const answersOf = ({ answers }: CheckedResponse) => flattenAnswers(answers);
  const near = yield* nearDuplicateSteps(responses, answersOf, nearShare);
  for (const { first, second, same, compared } of near) {
    duplicates.get(first)?.push({ id: second, same, compared });
    duplicates.get(second)?.push({ id: first, same, compared });
  }
  return responses.map(({ id }) => ({ speed: speeds.get(id) ?? null, duplicates: duplicates.get(id) ?? [] }));
}

function flagSpeeding({ speed }: AmongPeers, { speedAbove, speedResponses }: QualityThresholds): Verdict {
  if (speed === null) return noValue("no-data");
  const { index, responses } = speed;
  if (responses < speedResponses) return noValue("too-few", { n: responses, needed: speedResponses });
  if (!index.ok) return index;
  if (index.value <= speedAbove) return null;
  return { kind: "speeding", index: index.value, above: speedAbove, responses };
}

function flagDuplicate(
  { company }: CheckedResponse,
  { duplicates }: AmongPeers,
  { duplicateAnswers }: QualityThresholds,
): Verdict {
  if (company === null) return noValue("not-applicable");
  const of = duplicates.filter(({ compared }) => compared >= duplicateAnswers);
  return of.length > 0 ? { kind: "near-duplicate", of: [...of] } : null;
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
