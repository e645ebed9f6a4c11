import { atOnce, type Steps } from "../steps";
import type { SingleAnswer } from "./flatten-answers";

type Grouped = {
  id: string;
  /** Null when the company is not known; such a response is compared with nobody. */
  company: string | null;
  role: string;
};
/** By item, or in the order of the items; null where not answered. */
type SingleAnswers = Readonly<Record<string, SingleAnswer | null>> | readonly (SingleAnswer | null)[];

export type ComparableResponse = Grouped & { answers: SingleAnswers };

export type DuplicatePair = { first: string; second: string; same: number; compared: number };

/** From this share of identical answers on, two responses of one company and role are near-duplicates. */
export const defaultNearShare = 0.75;

/**
 * Pairs of responses inside one company and role that agree on at least `nearShare` of the items that either of them
 * answered. Exact duplicates are those with `same === compared`. Pairs come in the order of the responses.
 *
 * Source: percent match of Kuriakose & Robbins (2016), Statistical Journal of the IAOS 32, within company and role.
 */
export const findNearDuplicates = (
  responses: readonly ComparableResponse[],
  nearShare = defaultNearShare,
): DuplicatePair[] => atOnce(nearDuplicateSteps(responses, ({ answers }) => answers, nearShare));

/** The same, a company and role a step; `answersOf` is asked only of who is compared with somebody. */
export function* nearDuplicateSteps<R extends Grouped>(
  responses: readonly R[],
  answersOf: (one: R) => SingleAnswers,
  nearShare = defaultNearShare,
): Steps<DuplicatePair[]> {
  const groups = new Map<string, R[]>();
  for (const one of responses) {
    if (one.company === null) continue;
    const key = JSON.stringify([one.company, one.role]);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  const order = new Map(responses.map(({ id }, index) => [id, index]));
  const near: DuplicatePair[] = [];
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const pairs = pairsOf(group.map((one) => ({ id: one.id, answers: answersOf(one) })));
    for (const pair of pairs) {
      const { same, compared } = pair;
      // Whole counts: 0.75 of 4 must be 3 whatever the rounding.
      if (compared > 0 && same >= nearShare * compared - 1e-9) near.push(pair);
    }
    yield;
  }
  return near.sort(
    (a, b) => order.get(a.first)! - order.get(b.first)! || order.get(a.second)! - order.get(b.second)!,
  );
}

/** Every pair of a group. Answers are numbered first: comparing numbers side by side is many times faster than words by key. */
function pairsOf(group: readonly Pick<ComparableResponse, "id" | "answers">[]): DuplicatePair[] {
  const items = [...new Set(group.flatMap(({ answers }) => Object.keys(answers)))];
  const numbers = new Map<SingleAnswer, number>();
  const numberOf = (answer: SingleAnswer | null): number => {
    if (answer === null) return 0;
    const known = numbers.get(answer) ?? numbers.size + 1;
    numbers.set(answer, known);
    return known;
  };
  const numbered = group.map(({ answers }) => {
    const given = answers as Readonly<Record<string, SingleAnswer | null>>;
    return items.map((item) => numberOf(Object.hasOwn(given, item) ? (given[item] ?? null) : null));
  });
  return group.flatMap((first, at) =>
    group.slice(at + 1).map((second, after) => {
      const [left, right] = [numbered[at]!, numbered[at + 1 + after]!];
      let [same, compared] = [0, 0];
      for (let item = 0; item < left.length; item++) {
        if (left[item] === 0 && right[item] === 0) continue;
        compared++;
        if (left[item] === right[item]) same++;
      }
      return { first: first.id, second: second.id, same, compared };
    }),
  );
}
