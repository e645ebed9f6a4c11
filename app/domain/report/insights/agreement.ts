/** Where two roles of the same company certainly see a thing alike. */
import { deviation, mean } from "d3-array";
import { anchorAttributes } from "../../questionnaire/measures";
import { tCdf } from "../../stats/distributions";
import type { Claim } from "../insight";
import { type Account, idsOf, peopleIn } from "./accounts";
import type { Pair, RatedItem } from "./gaps";
import { peopleOf, points, quoted, said, sentence } from "./words";

/** Means closer than this are alike. */
const alike = 0.5;
const fewest = 8;

/**
 * Two tests that must both hold: the mean gap lies within half a point (two one-sided t tests), and companies whose one
 * role rates high have the other rate high too (correlation). Two roles that answer at random about the same mean are
 * no agreement. Bonferroni over every item and pair looked at.
 */
export function agreementClaims(
  items: readonly RatedItem[],
  pairs: readonly Pair[],
  accounts: readonly Account[],
): Claim[] {
  const looks = items.length * pairs.length;
  return pairs.flatMap((pair) =>
    items.flatMap(({ measure, attribute, ratings }): Claim[] => {
      const [one, other] = [ratings.get(pair[0]) ?? [], ratings.get(pair[1]) ?? []];
      const both = one.flatMap((a, place) => {
        const b = other[place];
        return a === null || b === null || b === undefined ? [] : [[a, b] as const];
      });
      const n = both.length;
      if (n < fewest) return [];
      const gaps = both.map(([a, b]) => a - b);
      const [gap, se] = [mean(gaps)!, (deviation(gaps) ?? 0) / Math.sqrt(n)];
      const r = correlation(both);
      if (se === 0 || r === null || r <= 0 || r >= 1) return [];
      const pClose = tCdf(-(alike - Math.abs(gap)) / se, n - 1);
      const pTogether = tCdf(-r * Math.sqrt((n - 2) / (1 - r * r)), n - 2);
      const name = quoted(anchorAttributes.find(({ value }) => value === attribute)!.name);
      const [a, b] = [peopleOf[pair[0]], peopleOf[pair[1]]];
      const people = peopleIn(accounts, pair);
      return [
        {
          kind: "agreement",
          basis: "exploratory",
          family: "agreement",
          // That nobody differs is never as sure as that somebody does.
          atMost: "moderate",
          p: Math.min(1, looks * Math.max(pClose, pTogether)),
          weight: 0.4,
          statement: sentence(
            undefined,
            measure === "anchor.importance"
              ? said(
                  `同一家公司里，${a["zh-CN"]}与${b["zh-CN"]}对${name["zh-CN"]}看法一致。`,
                  `${a.en} and ${b.en} of a company see the importance of ${name.en} alike.`,
                )
              : said(
                  `同一家公司里，${a["zh-CN"]}与${b["zh-CN"]}对${name["zh-CN"]}的满意度一致。`,
                  `${a.en} and ${b.en} of a company are equally satisfied with ${name.en}.`,
                ),
          ),
          about: { measure, item: attribute, roles: pair },
          figures: [
            {
              label: said("平均差距", "Mean gap"),
              value: gap,
              unit: "points",
              interval: null,
              n: people.length,
              companies: n,
              method: "role-gap",
            },
          ],
          evidence: idsOf(people),
          wouldChange: said(
            `差距超过 ${points(alike)} 分，或公司之间不再同高同低。`,
            `A gap of more than ${points(alike)} points, or companies that no longer move together.`,
          ),
          next: { step: said("对两方讲同一个理由。", "Give both the same reason."), page: "chain" },
        },
      ];
    }),
  );
}

function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  const [one, other] = [mean(pairs, ([a]) => a)!, mean(pairs, ([, b]) => b)!];
  let [both, first, second] = [0, 0, 0];
  for (const [a, b] of pairs) {
    both += (a - one) * (b - other);
    first += (a - one) ** 2;
    second += (b - other) ** 2;
  }
  return first > 0 && second > 0 ? both / Math.sqrt(first * second) : null;
}
