/** Questions asked once per product or price, side by side. */
import type { LocalText } from "../language";
import type { Answer } from "../questionnaire/compiled";
import { type Asked, newest, type Option, optionsOf, partsOf } from "./asked";
import { isRecord } from "./evidence";
import {
  type ByRole,
  byRole,
  type Given,
  type GivenByRole,
  type Mean,
  meanAnswer,
  type Share,
  sharesOf,
} from "./tallies";

/** What a role says of one product on one feature: a mean of ratings, or the share of the first answer ("yes"). */
export type ComparedCell = { mean: Mean | null; share: Share | null };
/** One cell a product, in the order of the products. */
export type ComparedRow = { feature: string; text: LocalText; cells: ByRole<ComparedCell>[] };

const single = (answer: Answer): readonly Answer[] => [answer];

function cellsOf(given: GivenByRole, row: string, options: readonly string[]): ByRole<ComparedCell> {
  return byRole(given, (own) => {
    const cells = own.flatMap((each) => {
      const answer = isRecord(each.answer) ? each.answer[row] : undefined;
      return answer === undefined ? [] : [{ ...each, answer }];
    });
    const share = sharesOf(options, cells, single, false)?.get(options[0] ?? "") ?? null;
    const mean = meanAnswer(cells);
    return share || mean ? { mean, share } : null;
  });
}

/** Features down, products across; both in the order asked. */
export function productRows(
  members: readonly Asked[],
  nameOf: (product: string) => LocalText,
): { products: Option[]; rows: ComparedRow[] } {
  const rows = new Map(members.flatMap((asked) => partsOf(asked)).map(({ value, text }) => [value, text]));
  return {
    products: members.map((asked) => {
      const product = newest(asked).subject ?? asked.key;
      return { value: product, text: nameOf(product) };
    }),
    rows: [...rows].map(([feature, text]) => ({
      feature,
      text,
      cells: members.map((asked) =>
        cellsOf(
          asked.given,
          feature,
          optionsOf(asked).map(({ value }) => value),
        ),
      ),
    })),
  };
}

export type LadderStep = { price: number; byRole: ByRole<Share> };

/**
 * The share that would buy at each price, cheapest first. A person is asked upwards from a random step until
 * a refusal, or downwards until a yes; whoever accepts a price accepts the lower ones, whoever refuses it the
 * higher ones. At a price about which this says nothing of a person, they are not counted.
 */
export function ladderSteps(members: readonly Asked[]): LadderStep[] {
  const asked = members.flatMap(({ given, items }) => {
    const item = items.at(-1);
    const price = Number(item?.subject);
    return item?.kind === "boolean" && Number.isFinite(price) ? [{ price, yes: item.yesValue, given }] : [];
  });
  const people: GivenByRole = new Map(
    [...new Set(asked.flatMap(({ given }) => [...given.keys()]))].map((role) => {
      const known = new Map<string, Omit<Given, "answer"> & { accepted: number; refused: number }>();
      for (const { price, yes, given } of asked)
        for (const { one, company, answer } of given.get(role) ?? []) {
          const person = known.get(one.id) ?? { one, company, accepted: -Infinity, refused: Infinity };
          known.set(one.id, person);
          if (answer === yes) person.accepted = Math.max(person.accepted, price);
          else person.refused = Math.min(person.refused, price);
        }
      return [role, [...known.values()].map(({ one, company, ...answer }) => ({ one, company, answer }))];
    }),
  );
  const at = (price: number) => (limits: Answer) => {
    if (!isRecord(limits)) return [];
    const [accepted, refused] = [Number(limits.accepted), Number(limits.refused)];
    if (price <= accepted) return ["yes"];
    return price >= refused ? ["no"] : [];
  };
  return asked
    .map(({ price }) => ({
      price,
      byRole: byRole(people, (own) => sharesOf(["yes"], own, at(price), true)?.get("yes") ?? null),
    }))
    .sort((a, b) => a.price - b.price);
}
