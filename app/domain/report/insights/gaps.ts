/** Where two roles of one company rate the same thing differently, or see it alike. */
import { mean } from "d3-array";
import { type ChainRole, chainRoles } from "../../chain/role";
import { anchorAttributes } from "../../questionnaire/measures";
import { type FlipResult, type FlipSeries, type FlipTest, signFlipFamily } from "../../stats/sign-flip";
import { isRecord, read } from "../evidence";
import type { Claim, SegmentKey } from "../insight";
import { type Account, idsOf, peopleIn, type Segment } from "./accounts";
import { agreementClaims } from "./agreement";
import { peopleOf, points, quoted, said, sentence } from "./words";

export type Measure = "anchor.importance" | "anchor.satisfaction";
export const anchorMeasures = ["anchor.importance", "anchor.satisfaction"] as const;

/** A gap smaller than half a point of the scale moves nobody. */
const leastGap = 0.5;

/** Mean rating of each company by role, for every attribute of both measures. */
export type Ratings = Map<ChainRole, (number | null)[]>;
export type RatedItem = { measure: Measure; attribute: string; ratings: Ratings };

export function ratedItems(accounts: readonly Account[]): RatedItem[] {
  return anchorMeasures.flatMap((measure) => {
    const items = anchorAttributes.map(({ value }) => ({
      measure,
      attribute: value as string,
      ratings: new Map<ChainRole, (number | null)[]>(),
    }));
    accounts.forEach(({ people }, place) => {
      for (const [role, own] of people) {
        const answers = own.map((one) => read(one, measure));
        for (const { attribute, ratings } of items) {
          const given = answers.flatMap((answer) => {
            const cell = isRecord(answer) ? answer[attribute] : null;
            return typeof cell === "number" ? [cell] : [];
          });
          const byAccount = ratings.get(role) ?? accounts.map(() => null);
          ratings.set(role, byAccount);
          byAccount[place] = given.length > 0 ? mean(given)! : null;
        }
      }
    });
    return items;
  });
}

export function pairsOf(ratings: Ratings, [first, second]: Pair): FlipSeries {
  const [one, other] = [ratings.get(first) ?? [], ratings.get(second) ?? []];
  const places: number[] = [];
  const values: number[] = [];
  one.forEach((rating, place) => {
    const against = other[place];
    if (rating === null || against === null || against === undefined) return;
    places.push(place);
    values.push(rating - against);
  });
  return { places, values };
}

export type Pair = readonly [ChainRole, ChainRole];
const mainPair: Pair = ["decider", "user"];

/** Every pair of roles, decider and user apart: theirs is the gap a study is made for. */
export const otherPairs: readonly Pair[] = chainRoles
  .flatMap((first, at) => chainRoles.slice(at + 1).map((second): Pair => [first, second]))
  .filter(([first, second]) => first !== mainPair[0] || second !== mainPair[1]);

/** Contradictions and agreement over all items, pairs of roles and segments. */
export function gapClaims(accounts: readonly Account[], segments: readonly Segment[], seed: number): Claim[] {
  const items = ratedItems(accounts);
  const places = segments.map((segment) => segment.accounts);
  const judge = (pairs: readonly Pair[], family: "gap-decider-user" | "gap-other", own: number) => {
    const looked = pairs.flatMap((pair) => items.map((item) => ({ item, pair })));
    const series = looked.map(({ item, pair }) => pairsOf(item.ratings, pair));
    const results = signFlipFamily(series, places, { seed: own, companies: accounts.length });
    return looked.flatMap(({ item, pair }, at) =>
      tellGaps(item, pair, results[at]!, { accounts, segments, family }),
    );
  };
  const present = otherPairs.filter((pair) =>
    pair.every((role) => accounts.some(({ people }) => people.has(role))),
  );
  return [
    ...judge([mainPair], "gap-decider-user", seed),
    ...judge(present, "gap-other", seed + 1),
    ...agreementClaims(items, [mainPair, ...present], accounts),
  ];
}

type Known = {
  accounts: readonly Account[];
  segments: readonly Segment[];
  family: "gap-decider-user" | "gap-other";
};

/** The gap of all companies and those of segments where it is wider than in the rest. */
function tellGaps(item: RatedItem, pair: Pair, { all, bySegment }: FlipResult, known: Known): Claim[] {
  const inSegments = known.segments.flatMap((segment, at) => {
    const test = bySegment[at];
    if (!all || !test) return [];
    const elsewhere =
      (all.companies * all.mean - test.companies * test.mean) / (all.companies - test.companies);
    // Where the other companies show half of it too, the finding is theirs as well and is told of all.
    return elsewhere / test.mean < 0.5 ? [claimOf(item, pair, test, known, segment)] : [];
  });
  return [...(all ? [claimOf(item, pair, all, known)] : []), ...inSegments].filter(
    ({ figures }) => Math.abs(figures[0]!.value) >= leastGap,
  );
}

function claimOf(
  { measure, attribute }: RatedItem,
  pair: Pair,
  test: FlipTest,
  { accounts, family }: Known,
  segment?: Segment,
): Claim {
  const [high, low]: Pair = test.mean > 0 ? pair : [pair[1], pair[0]];
  const gap = Math.abs(test.mean);
  const [from, to] = test.interval;
  const name = quoted(anchorAttributes.find(({ value }) => value === attribute)!.name);
  const key: SegmentKey | undefined = segment && { by: segment.by, value: segment.value };
  const stake = stakeOf(measure, high, low);
  return {
    kind: "contradiction",
    basis: family === "gap-decider-user" && !segment ? "pre-registered" : "exploratory",
    family,
    p: test.adjustedP,
    weight: Math.min(1, stake.weight * (0.7 + gap / 10)),
    statement: sentence(key, statementOf(measure, name, high, low, points(gap))),
    meaning: stake.meaning,
    about: { measure, item: attribute, roles: [high, low], ...(key && { segment: key }) },
    figures: [
      {
        label: said(
          `${peopleOf[high]["zh-CN"]}比${peopleOf[low]["zh-CN"]}高`,
          `${peopleOf[high].en} above ${peopleOf[low].en}`,
        ),
        value: gap,
        unit: "points",
        interval: test.mean > 0 ? [from, to] : [-to, -from],
        n: peopleIn(accounts, pair, segment).length,
        companies: test.companies,
        method: "sign-flip",
      },
    ],
    evidence: idsOf(peopleIn(accounts, pair, segment)),
    wouldChange: segment
      ? said(
          "找到它时看过各个细分和项目：用新一轮来确认。",
          "It was found by looking through segments and items: confirm it on a new wave.",
        )
      : said(
          `更多两方都作答的公司，而差距缩到 ${points(leastGap)} 分以内。`,
          `More companies in which both have answered, with a gap under ${points(leastGap)} points.`,
        ),
    next: {
      step: said(
        "看看是哪些公司，读读双方的原话。",
        "See which companies it is and read what both sides wrote.",
      ),
      page: "chain",
    },
  };
}

function statementOf(
  measure: Measure,
  name: Claim["statement"],
  high: ChainRole,
  low: ChainRole,
  gap: string,
) {
  const [more, less] = [peopleOf[high], peopleOf[low]];
  return measure === "anchor.importance"
    ? said(
        `${more["zh-CN"]}比同公司的${less["zh-CN"]}更看重${name["zh-CN"]}，高出 ${gap} 分。`,
        `${more.en} care more about ${name.en} than ${less.en} of the same company, by ${gap} points.`,
      )
    : said(
        `${less["zh-CN"]}对${name["zh-CN"]}的满意度比同公司的${more["zh-CN"]}低 ${gap} 分。`,
        `${less.en} are less satisfied with ${name.en} than ${more.en} of the same company, by ${gap} points.`,
      );
}

/** What a contradiction endangers, and how much that matters. */
export function stakeOf(measure: Measure, high: ChainRole, low: ChainRole) {
  if (measure === "anchor.satisfaction") {
    if (low === "user")
      return {
        weight: 1,
        meaning: said(
          "危及续费：使用者不满意会一路传到决策者，续费就落空。",
          "It endangers the renewal: what users suffer travels up to the decider, and the contract is not renewed.",
        ),
      };
    return low === "decider"
      ? {
          weight: 0.8,
          meaning: said(
            "危及下一份合同：付钱的人比用的人更不满意。",
            "It endangers the next contract: who pays is less content than who works with it.",
          ),
        }
      : {
          weight: 0.6,
          meaning: said("危及内部推荐。", "It endangers the recommendation inside the company."),
        };
  }
  if (high === "user")
    return {
      weight: 0.85,
      meaning: said(
        "危及使用与续费：选型时容易漏掉使用者真正需要的东西。",
        "It endangers use and renewal: what users need may be left out when the product is chosen.",
      ),
    };
  return high === "decider"
    ? {
        weight: 0.75,
        meaning: said(
          "关系到成交：这一点要讲给决策者听，别指望下面的人替您说。",
          "It decides the purchase: say it to deciders yourselves, nobody below will say it for you.",
        ),
      }
    : {
        weight: 0.6,
        meaning: said("关系到比较与推荐。", "It shapes the comparison and the recommendation."),
      };
}
