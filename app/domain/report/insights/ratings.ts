/** What several roles of a company rate or choose, company by company, and who stands behind it. */
import { mean } from "d3-array";
import { type ChainRole, chainRoles } from "../../chain/role";
import type { LocalText } from "../../language";
import { vendorChoices } from "../../questionnaire/answer-options";
import type { Answer } from "../../questionnaire/compiled";
import { type Evidence, isRecord, read } from "../evidence";
import { type Account, peopleIn, type Segment } from "./accounts";
import { attributesAsked } from "./names";

export type Pair = readonly [ChainRole, ChainRole];

/** What two roles of a company can differ on: a rating of 1–5, or whether they would choose us. */
const gapMeasures = ["anchor.importance", "anchor.satisfaction", "anchor.choice"] as const;
export type GapMeasure = (typeof gapMeasures)[number];

/** The answer that stands for our product. */
const [us] = vendorChoices;

/** Mean rating of each company by role, for every attribute of the measures. */
type Ratings = Map<ChainRole, (number | null)[]>;
export type RatedItem = { measure: GapMeasure; attribute: string; name: LocalText; ratings: Ratings };

/** A rating as it was given; a choice is 1 for us and 0 for anything else. */
function ratingIn(measure: GapMeasure, answer: Answer | null, attribute: string): number | null {
  if (measure === "anchor.choice") return answer === null ? null : answer === attribute ? 1 : 0;
  const cell = isRecord(answer) ? answer[attribute] : null;
  return typeof cell === "number" ? cell : null;
}

const knownItems = new WeakMap<readonly Account[], RatedItem[]>();

export function ratedItems(accounts: readonly Account[]): readonly RatedItem[] {
  const known = knownItems.get(accounts) ?? rateItems(accounts);
  knownItems.set(accounts, known);
  return known;
}

function rateItems(accounts: readonly Account[]): RatedItem[] {
  const attributes = attributesAsked(peopleIn(accounts, chainRoles));
  return gapMeasures.flatMap((measure) => {
    const items = (measure === "anchor.choice" ? [us] : attributes).map(({ value: attribute, name }) => ({
      ...{ measure, attribute, name },
      ratings: new Map<ChainRole, (number | null)[]>(),
    }));
    accounts.forEach(({ people }, place) => {
      for (const [role, own] of people) {
        const answers = own.map((one) => read(one, measure));
        for (const { attribute, ratings } of items) {
          const given = answers.flatMap((answer) => ratingIn(measure, answer, attribute) ?? []);
          const byAccount = ratings.get(role) ?? accounts.map(() => null);
          ratings.set(role, byAccount);
          byAccount[place] = given.length > 0 ? mean(given)! : null;
        }
      }
    });
    return items;
  });
}

/** Who stands behind a gap: those who answered, in the companies in which both roles did. */
export const behindGap = (
  { measure, attribute, ratings }: RatedItem,
  pair: Pair,
  accounts: readonly Account[],
  segment?: Segment,
): readonly Evidence[] => {
  const gaps = gapsOf(ratings, pair, accounts.length);
  const places = (segment?.accounts ?? accounts.map((_, place) => place)).filter(
    (place) => gaps[place] !== null,
  );
  return places
    .flatMap((place) => pair.flatMap((role) => accounts[place]?.people.get(role) ?? []))
    .filter((one) => ratingIn(measure, read(one, measure), attribute) !== null);
};

/** A gap for every company in which both roles have rated the item; null for the others. */
export const gapsOf = (ratings: Ratings, [first, second]: Pair, companies: number): (number | null)[] => {
  const [one, other] = [ratings.get(first), ratings.get(second)];
  return Array.from({ length: companies }, (_, place) => less(one?.[place], other?.[place]));
};

const less = (a: number | null | undefined, b: number | null | undefined) =>
  a === null || a === undefined || b === null || b === undefined ? null : a - b;
