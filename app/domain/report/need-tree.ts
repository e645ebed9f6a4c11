/** The need tree: the deciders' fuzzy needs, the requesters' scenarios under them, and the users' specific causes. */
import type { ChainRole } from "../chain/role";
import { opportunityFromRatings } from "../features/opportunity";
import { opportunityInterval } from "../features/opportunity-interval";
import type { LocalText } from "../language";
import type { Answer } from "../questionnaire/compiled";
import type { MeasureKey } from "../questionnaire/measures";
import type { Interval } from "../stats/interval";
import { atOnce, type Steps } from "../steps";
import { clusterOf, type Evidence, isRecord, read } from "./evidence";
import { type Account, accountsOf, peopleIn } from "./insights/accounts";
import { answersTo, type NamedAnswer, namesOfChoices } from "./insights/names";

/** `count` of `n` people of `companies` companies. */
export type Counted = { count: number; n: number; companies: number };
export type Quote = { responseId: string; role: ChainRole; text: string };

export type NeedCause = { value: string; name: LocalText; counted: Counted; quotes: Quote[] };
export type NeedFeature = {
  /** Row of the feature questions. */
  value: string;
  name: LocalText;
  /** Ulwick's score among the users of these companies, 0–20. */
  score: number;
  /** Drawn over their companies; null under five of them, or where no seed was given. */
  interval: Interval | null;
  n: number;
  companies: number;
};
export type NeedRival = { value: string; name: LocalText; counted: Counted };

export type NeedBranch = {
  need: string;
  name: LocalText;
  /** Deciders who rank it among their problems. */
  deciders: Counted;
  deciderQuotes: Quote[];
  /** Requesters of the same companies who rank it too, and their scenarios. */
  requesters: Counted;
  scenarios: Quote[];
  /** Causes named by the users of the same companies, most named first. */
  causes: NeedCause[];
  /** What these users miss most among the features asked. */
  features: NeedFeature[];
  /** Whom the requesters of these companies would choose today, other than us. */
  rivals: NeedRival[];
};

const mostQuotes = 3;
const mostCauses = 5;
const mostOther = 3;

const listed = (answer: Answer | null): readonly Answer[] => (Array.isArray(answer) ? answer : []);
const holds = (one: Evidence, key: MeasureKey, value: string) =>
  listed(read(one, key)).some((given) => given === value);

function quotesOf(people: readonly Evidence[], keys: readonly MeasureKey[]): Quote[] {
  const quotes = people.flatMap((one) =>
    keys.flatMap((key): Quote[] => {
      const text = read(one, key);
      return typeof text === "string" && text.trim() !== ""
        ? [{ responseId: one.id, role: one.role, text: text.trim() }]
        : [];
    }),
  );
  const told = new Set<string>();
  return quotes.filter(({ text }) => !told.has(text) && told.add(text)).slice(0, mostQuotes);
}

const companiesIn = (people: readonly Evidence[]) =>
  new Set(people.flatMap(({ companyId }) => companyId ?? [])).size;

/** Of the people who answered a question in which several may be named, those who named `value`. */
export function countNaming(people: readonly Evidence[], key: MeasureKey, value: string): Counted {
  const asked = people.filter((one) => read(one, key) !== null);
  const naming = asked.filter((one) => holds(one, key, value));
  return { count: naming.length, n: asked.length, companies: companiesIn(naming) };
}

function causesOf(users: readonly Evidence[], causes: readonly NamedAnswer[]): NeedCause[] {
  return causes
    .map(({ value, name }): NeedCause => {
      const naming = users.filter((one) => holds(one, "user.causes", value));
      return {
        value,
        name,
        counted: countNaming(users, "user.causes", value),
        quotes: quotesOf(
          // Whose gravest cause it is wrote about it.
          naming.filter((one) => {
            const [first] = listed(read(one, "user.causes-rank"));
            return first === undefined ? listed(read(one, "user.causes")).length === 1 : first === value;
          }),
          ["user.cause-text"],
        ),
      };
    })
    .filter(({ counted }) => counted.count > 0)
    .sort((a, b) => b.counted.count - a.counted.count)
    .slice(0, mostCauses);
}

const rated = (one: Evidence, key: MeasureKey, item: string) => {
  const answer = read(one, key);
  const cell = isRecord(answer) ? answer[item] : null;
  return typeof cell === "number" ? cell : null;
};

const ratingsOf = (users: readonly Evidence[], item: string) =>
  users.map((one) => ({
    company: clusterOf(one),
    importance: rated(one, "user.feature-importance", item),
    satisfaction: rated(one, "user.feature-satisfaction", item),
  }));

function featuresOf(
  users: readonly Evidence[],
  rows: readonly NamedAnswer[],
  seed: number | undefined,
): NeedFeature[] {
  return rows
    .flatMap(({ value, name }) => {
      const score = opportunityFromRatings(ratingsOf(users, value));
      return score.ok ? [{ value, name, score: score.value.opportunity, n: score.value.n }] : [];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, mostOther)
    .map((feature) => {
      const rating = users.filter((one) => rated(one, "user.feature-importance", feature.value) !== null);
      const interval =
        seed === undefined
          ? null
          : opportunityInterval(ratingsOf(users, feature.value), { seed, draws: 1000 });
      return {
        ...feature,
        interval: interval?.ok ? interval.value : null,
        companies: companiesIn(rating),
      };
    });
}

function rivalsOf(requesters: readonly Evidence[], names: Readonly<Record<string, LocalText>>): NeedRival[] {
  const asked = requesters.filter((one) => read(one, "anchor.choice") !== null);
  const passed = new Set(["us", "dont-know", "other"]);
  return Object.entries(names)
    .flatMap(([value, name]) => {
      const own = asked.filter((one) => read(one, "anchor.choice") === value);
      return passed.has(value) || own.length === 0
        ? []
        : [{ value, name, counted: { count: own.length, n: asked.length, companies: companiesIn(own) } }];
    })
    .sort((a, b) => b.counted.count - a.counted.count)
    .slice(0, mostOther);
}

/**
 * One branch a need that deciders rank among their problems, most deciders first. Scenarios, causes, features and
 * rivals are those of the companies whose decider names the need, so that a need and its causes come from the same
 * places. Counts are people; an answer to the gravest cause is quoted under it. With a `seed` scores have intervals.
 */
export const needTree = (...given: Parameters<typeof needTreeSteps>): NeedBranch[] =>
  atOnce(needTreeSteps(...given));

/** The same, a branch a step. */
export function* needTreeSteps(
  evidence: readonly Evidence[],
  { seed, most = Number.POSITIVE_INFINITY }: { seed?: number; most?: number } = {},
): Steps<NeedBranch[]> {
  const needs = answersTo(evidence, "anchor.problems");
  const causes = answersTo(evidence, "user.causes");
  const rows = answersTo(evidence, "user.feature-importance");
  const choices = namesOfChoices(evidence, "anchor.choice");
  const accounts = accountsOf(evidence);
  const deciders = evidence.filter(({ role }) => role === "decider");
  const told = needs
    .map((need) => ({ ...need, counted: countNaming(deciders, "anchor.problems", need.value) }))
    .filter(({ counted }) => counted.count > 0)
    .sort((a, b) => b.counted.count - a.counted.count)
    .slice(0, most);
  const branches: NeedBranch[] = [];
  for (const { value, name, counted } of told) {
    yield;
    const naming = deciders.filter((one) => holds(one, "anchor.problems", value));
    const own: Account[] = accounts.filter(({ people }) =>
      (people.get("decider") ?? []).some((one) => holds(one, "anchor.problems", value)),
    );
    const requesters = peopleIn(own, ["requester"]);
    const users = peopleIn(own, ["user"]);
    branches.push({
      need: value,
      name,
      deciders: counted,
      deciderQuotes: quotesOf(naming, ["anchor.problem-text", "decider.problem"]),
      requesters: countNaming(requesters, "anchor.problems", value),
      scenarios: quotesOf(requesters, ["requester.scenario", "requester.current-problem"]),
      causes: causesOf(users, causes),
      features: featuresOf(users, rows, seed),
      rivals: rivalsOf(requesters, choices),
    });
  }
  return branches;
}
