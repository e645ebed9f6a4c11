import type { SingleAnswer } from "./flatten-answers";

export type ComparableResponse = {
  id: string;
  /** Null when the company is not known; such a response is compared with nobody. */
  company: string | null;
  role: string;
  /** By item, or in the order of the items; null where not answered. */
  answers: Readonly<Record<string, SingleAnswer | null>> | readonly (SingleAnswer | null)[];
};

export type DuplicatePair = { first: string; second: string; same: number; compared: number };

/** From this share of identical answers on, two responses of one company and role are near-duplicates. */
export const defaultNearShare = 0.75;

/**
 * Pairs of responses inside one company and role that agree on at least `nearShare` of the items that either of them
 * answered. Exact duplicates are those with `same === compared`. Pairs come in the order of the responses.
 *
 * Source: percent match of Kuriakose & Robbins (2016), Statistical Journal of the IAOS 32, within company and role.
 */
export function findNearDuplicates(
  responses: readonly ComparableResponse[],
  nearShare = defaultNearShare,
): DuplicatePair[] {
  return responses.flatMap((first, index) =>
    responses
      .slice(index + 1)
      .filter(
        (second) => first.company !== null && first.company === second.company && first.role === second.role,
      )
      .map((second) => ({
        first: first.id,
        second: second.id,
        ...compareAnswers(first.answers, second.answers),
      }))
      // Whole counts: 0.75 of 4 must be 3 whatever the rounding.
      .filter(({ same, compared }) => compared > 0 && same >= nearShare * compared - 1e-9),
  );
}

function compareAnswers(
  first: ComparableResponse["answers"],
  second: ComparableResponse["answers"],
): { same: number; compared: number } {
  const [left, right] = [new Map(Object.entries(first)), new Map(Object.entries(second))];
  const items = [...new Set([...left.keys(), ...right.keys()])].filter(
    (item) => (left.get(item) ?? right.get(item) ?? null) !== null,
  );
  const same = items.filter((item) => left.get(item) === right.get(item)).length;
  return { same, compared: items.length };
}
