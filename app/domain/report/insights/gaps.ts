/** Where two roles of one company rate the same thing differently, or see it alike. */
import { chainRoles } from "../../chain/role";
import { type Claim, errorShares, type Family, type SegmentKey } from "../insight";
import type { Account, Segment } from "./accounts";
import { agreementClaims } from "./agreement";
import { differenceInterval, inSegments, overAllCompanies, type Tested } from "./company-values";
import { gapStatement, stakeOf } from "./gap-words";
import { behindGap, type GapMeasure, gapsOf, type Pair, type RatedItem, ratedItems } from "./ratings";
import { capital, peopleOf, points, said, sentence, sharePoints } from "./words";

/** A gap smaller than half a point of the scale, or a fifth of the people, moves nobody. */
const leastGap: Record<GapMeasure, number> = {
  "anchor.importance": 0.5,
  "anchor.satisfaction": 0.5,
  "anchor.choice": 0.2,
};

/** An item whose roles certainly differ is put down to a segment at this chance of naming a wrong one. */
const locating = 0.05;

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
      ...(whole && !located ? [{ test: whole, segment: undefined }] : []),
      ...parts.map((test) => ({ test, segment: test.segment })),
    ]
      .filter(({ test }) => Math.abs(test.mean) >= leastGap[item.measure])
      .map(({ test, segment }) => claimOf(item, pair, test, known, segment));
  });
}

const overAll = ({ p, family }: Pick<Found, "p" | "family">) => p / errorShares[family];

function claimOf(item: RatedItem, pair: Pair, test: Found, { accounts }: Known, segment?: Segment): Claim {
  const { measure, attribute, name } = item;
  const people = behindGap(item, pair, accounts, segment);
  const [high, low]: Pair = test.mean > 0 ? pair : [pair[1], pair[0]];
  const gap = Math.abs(test.mean);
  const key: SegmentKey | undefined = segment && { by: segment.by, value: segment.value };
  const stake = stakeOf(measure, high, low);
  const closer =
    measure === "anchor.choice"
      ? said(` ${sharePoints(leastGap[measure])["zh-CN"]}`, sharePoints(leastGap[measure]).en)
      : said(` ${points(leastGap[measure])} 分`, `${points(leastGap[measure])} points`);
  return {
    kind: "contradiction",
    basis: test.family === "gap-decider-user" && !segment ? "pre-registered" : "exploratory",
    family: test.family,
    p: test.p,
    weight: Math.min(1, stake.weight * (0.7 + gap / (measure === "anchor.choice" ? 2 : 10))),
    statement: sentence(key, gapStatement({ measure, name, high, low, gap })),
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
        interval: differenceInterval(test, measure === "anchor.choice" ? 1 : 4),
        n: people.length,
        companies: test.companies,
        method: "bootstrap-family",
      },
    ],
    evidence: people.map(({ id }) => id),
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
