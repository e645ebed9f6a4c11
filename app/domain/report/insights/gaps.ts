/** Where two roles of one company rate the same thing differently, or see it alike. */
import { mean } from "d3-array";
import { type ChainRole, chainRoles } from "../../chain/role";
import { anchorAttributes } from "../../questionnaire/answer-options";
import type { Answer } from "../../questionnaire/compiled";
import { isRecord, read } from "../evidence";
import { type Claim, errorShares, type Family, type SegmentKey } from "../insight";
import { type Account, idsOf, peopleIn, type Segment } from "./accounts";
import { agreementClaims } from "./agreement";
import { inSegments, overAllCompanies, type Tested } from "./company-values";
import { gapStatement, stakeOf } from "./gap-words";
import { capital, peopleOf, percent, points, said, sentence } from "./words";

/** What two roles of a company can differ on: a rating of 1–5, or whether they would choose us. */
const gapMeasures = ["anchor.importance", "anchor.satisfaction", "anchor.choice"] as const;
export type GapMeasure = (typeof gapMeasures)[number];

/** A gap smaller than half a point of the scale, or a fifth of the people, moves nobody. */
const leastGap: Record<GapMeasure, number> = {
  "anchor.importance": 0.5,
  "anchor.satisfaction": 0.5,
  "anchor.choice": 0.2,
};

/** An item whose roles certainly differ is put down to a segment at this chance of naming a wrong one. */
const locating = 0.05;

/** The answer that stands for our product. */
const us = "us";

/** Mean rating of each company by role, for every attribute of the measures. */
export type Ratings = Map<ChainRole, (number | null)[]>;
export type RatedItem = { measure: GapMeasure; attribute: string; ratings: Ratings };

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
  return gapMeasures.flatMap((measure) => {
    const attributes: readonly string[] =
      measure === "anchor.choice" ? [us] : anchorAttributes.map(({ value }) => value);
    const items = attributes.map((attribute) => ({
      ...{ measure, attribute },
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

/** A gap for every company in which both roles have rated the item; null for the others. */
const gapsOf = (ratings: Ratings, [first, second]: Pair, companies: number): (number | null)[] => {
  const [one, other] = [ratings.get(first), ratings.get(second)];
  return Array.from({ length: companies }, (_, place) => less(one?.[place], other?.[place]));
};

const less = (a: number | null | undefined, b: number | null | undefined) =>
  a === null || a === undefined || b === null || b === undefined ? null : a - b;

export type Pair = readonly [ChainRole, ChainRole];
const mainPair: Pair = ["decider", "user"];

/** Every pair of roles, decider and user apart: theirs is the gap a study is made for. */
const otherPairs: readonly Pair[] = chainRoles
  .flatMap((first, at) => chainRoles.slice(at + 1).map((second): Pair => [first, second]))
  .filter(([first, second]) => first !== mainPair[0] || second !== mainPair[1]);

/** Contradictions and agreement over all items, pairs of roles and segments: three rules of about the same length. */
export function gapRules(
  accounts: readonly Account[],
  segments: readonly Segment[],
  seed: number,
): (() => Claim[])[] {
  const items = ratedItems(accounts);
  const present = otherPairs.filter((pair) =>
    pair.every((role) => accounts.some(({ people }) => people.has(role))),
  );
  const known = { accounts, segments };
  return [
    () =>
      contradictions(items, [mainPair], { ...known, families: ["gap-decider-user", "gap-segment"] }, seed),
    () => contradictions(items, present, { ...known, families: ["gap-other", "gap-other"] }, seed + 1),
    () => agreementClaims(items, [mainPair, ...present], accounts),
  ];
}

type Known = {
  accounts: readonly Account[];
  segments: readonly Segment[];
  /** The budgets of gaps of all companies and of segments. */
  families: readonly [Family, Family];
};
type Found = Tested & { family: Family };

/**
 * An item on which the roles certainly differ over all companies is put down to the segment that differs from the rest,
 * and is then as sure as the whole: that there is a gap is shown there, and where it lies is one question more.
 */
function contradictions(
  items: readonly RatedItem[],
  pairs: readonly Pair[],
  known: Known,
  seed: number,
): Claim[] {
  const { accounts, segments, families } = known;
  const companies = accounts.length;
  const looked = pairs.flatMap((pair) =>
    items.map((item) => ({ item, pair, gaps: gapsOf(item.ratings, pair, companies) })),
  );
  const questions = looked.map(({ item, gaps }) => ({
    values: gaps,
    floor: item.measure === "anchor.choice" ? 0.05 : 1 / 6,
  }));
  const overall = overAllCompanies(questions, seed);
  const apart = inSegments(questions, segments, seed + 20);
  // Two looks that share a budget halve it.
  const looks = families[0] === families[1] ? 2 : 1;
  const corrected = <T extends Tested>(test: T, family: Family): T & { family: Family } => ({
    ...{ ...test, family },
    p: Math.min(1, looks * test.p),
  });
  return looked.flatMap(({ item, pair }, at): Claim[] => {
    const whole = overall[at] ? corrected(overall[at], families[0]) : null;
    const parts = apart[at]!.map((one) => {
      const direct = corrected(one, families[1]);
      if (!whole || one.apartP > locating || overAll(direct) <= overAll(whole)) return direct;
      return { ...direct, p: whole.p, family: whole.family };
    });
    const located = parts.some((one) => whole && overAll(one) <= overAll(whole));
    return [
      ...(whole && !located ? [claimOf(item, pair, whole, known)] : []),
      ...parts.map((one) => claimOf(item, pair, one, known, one.segment)),
    ].filter(({ figures }) => Math.abs(figures[0]!.value) >= leastGap[item.measure]);
  });
}

const overAll = ({ p, family }: Pick<Found, "p" | "family">) => p / errorShares[family];

function claimOf(
  { measure, attribute }: RatedItem,
  pair: Pair,
  test: Found,
  { accounts }: Known,
  segment?: Segment,
): Claim {
  const [high, low]: Pair = test.mean > 0 ? pair : [pair[1], pair[0]];
  const gap = Math.abs(test.mean);
  const [from, to] = test.interval;
  const key: SegmentKey | undefined = segment && { by: segment.by, value: segment.value };
  const stake = stakeOf(measure, high, low);
  const closer =
    measure === "anchor.choice"
      ? said(` ${percent(leastGap[measure])}`, percent(leastGap[measure]))
      : said(` ${points(leastGap[measure])} 分`, `${points(leastGap[measure])} points`);
  return {
    kind: "contradiction",
    basis: test.family === "gap-decider-user" && !segment ? "pre-registered" : "exploratory",
    family: test.family,
    p: test.p,
    weight: Math.min(1, stake.weight * (0.7 + gap / (measure === "anchor.choice" ? 2 : 10))),
    statement: sentence(key, gapStatement({ measure, attribute, high, low, gap })),
    meaning: stake.meaning,
    about: { measure, item: attribute, roles: [high, low], ...(key && { segment: key }) },
    figures: [
      {
        label: said(
          `${peopleOf[high]["zh-CN"]}比${peopleOf[low]["zh-CN"]}高`,
          `${capital(peopleOf[high].en)} above ${peopleOf[low].en}`,
        ),
        value: gap,
        unit: measure === "anchor.choice" ? "share" : "points",
        interval: test.mean > 0 ? [from, to] : [-to, -from],
        n: peopleIn(accounts, pair, segment).length,
        companies: test.companies,
        method: "bootstrap-family",
      },
    ],
    evidence: idsOf(peopleIn(accounts, pair, segment)),
    wouldChange: segment
      ? said(
          "这是翻看各个细分和项目时发现的：下一轮若不再出现，就不成立。",
          "It was found by looking through segments and items: a new wave without it would undo it.",
        )
      : said(
          `更多公司里双方都作答之后，差距缩到${closer["zh-CN"]}以内。`,
          `More companies in which both have answered, and a gap under ${closer.en}.`,
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
