/** Where two roles of the same company certainly see a thing alike: what they rate, and whom they would choose. */
import { deviation, mean } from "d3-array";
import type { LocalText } from "../../language";
import { normalCdf, tCdf, tQuantile } from "../../stats/distributions";
import { read } from "../evidence";
import type { Claim, InsightFigure } from "../insight";
import type { Account } from "./accounts";
import { behindGap, type Pair, type RatedItem } from "./ratings";
import { peopleOf, percent, points, quoted, said, sentence } from "./words";

/** Means closer than this are alike. */
const alike = 0.5;
const fewest = 8;
/** Together counts from here on; called strong, it must certainly lie above the second. */
const leastTogether = 0.4;
const certainlyTogether = 0.5;

/** How sure it is that two roles go together at all, and that they do so closely. */
type Sure = { some: number; close: number };

/**
 * Ratings: two tests must both hold: the mean gap lies within half a point (two one-sided t tests), and companies whose
 * one role rates high have the other rate high too (correlation; for `strong` it must exceed 0.5). Two roles that answer
 * at random about the same mean are no agreement. Where nearly all rate alike and a company or two make the correlation,
 * it is as unsure as their ratings are peaked (Hawkins 1989, Am Stat 43:235–237, with one kurtosis). Choices: pairs of the same company choose alike more often than their
 * roles' shares make likely (Cohen's κ, for `strong` above 0.5). Bonferroni over everything looked at.
 */
export function agreementClaims(
  items: readonly RatedItem[],
  pairs: readonly Pair[],
  accounts: readonly Account[],
): Claim[] {
  const rated = items.filter(({ measure }) => measure !== "anchor.choice");
  const looks = (rated.length + 1) * pairs.length;
  const chosen = items.find(({ measure }) => measure === "anchor.choice")!;
  return pairs.flatMap((pair) => {
    // A place keeps its number: the ratings are by place.
    const of = accounts.map((account) =>
      heldApart(account, pair) ? account : { ...account, people: nobody },
    );
    return [
      ...rated.flatMap((item) => ratedAlike(item, pair, of, looks)),
      ...choosingAlike(chosen, pair, of, looks),
    ];
  });
}

/** Whether two roles are held by different people of a company: who holds both agrees with nobody but himself. */
function heldApart({ people }: Account, [one, other]: Pair): boolean {
  const contacts = new Set((people.get(one) ?? []).flatMap(({ contactId }) => contactId ?? []));
  return !(people.get(other) ?? []).some(({ contactId }) => contactId !== null && contacts.has(contactId));
}

const nobody: Account["people"] = new Map();

function ratedAlike(item: RatedItem, pair: Pair, accounts: readonly Account[], looks: number): Claim[] {
  const { measure, attribute, ratings } = item;
  const [one, other] = [ratings.get(pair[0]) ?? [], ratings.get(pair[1]) ?? []];
  const both = one.flatMap((a, place) => {
    const b = other[place];
    return a === null || b === null || b === undefined || accounts[place]!.people === nobody
      ? []
      : [[a, b] as const];
  });
  const n = both.length;
  if (n < fewest) return [];
  const gaps = both.map(([a, b]) => a - b);
  const [gap, se] = [mean(gaps)!, (deviation(gaps) ?? 0) / Math.sqrt(n)];
  const r = correlation(both);
  if (se === 0 || r === null || r < leastTogether || r >= 1) return [];
  const within = tCdf(-(alike - Math.abs(gap)) / se, n - 1);
  const unsure = Math.sqrt(Math.max(1, peak(both.map(([a]) => a)), peak(both.map(([, b]) => b))) / (n - 3));
  const above = (least: number) => normalCdf((Math.atanh(least) - Math.atanh(r)) / unsure, 0, 1);
  const half = tQuantile(0.975, n - 1) * se;
  const name = quoted(item.name);
  const [a, b] = [peopleOf[pair[0]], peopleOf[pair[1]]];
  return claimOf(item, pair, accounts, {
    sure: { some: Math.max(within, above(0)), close: Math.max(within, above(certainlyTogether)) },
    looks,
    about: { measure, item: attribute },
    statement:
      measure === "anchor.importance"
        ? said(
            `同一家公司里，${a["zh-CN"]}与${b["zh-CN"]}对${name["zh-CN"]}的看重程度一致。`,
            `${a.en} and ${b.en} of a company find ${name.en} equally important.`,
          )
        : said(
            `同一家公司里，${a["zh-CN"]}与${b["zh-CN"]}对${name["zh-CN"]}的满意度一致。`,
            `${a.en} and ${b.en} of a company are equally satisfied with ${name.en}.`,
          ),
    figure: {
      label: said("平均差距", "Mean gap"),
      value: gap,
      unit: "points",
      interval: [gap - half, gap + half],
      companies: n,
      method: "role-gap",
    },
    wouldChange: said(
      `差距超过 ${points(alike)} 分，或各公司不再同高同低。`,
      `A gap of more than ${points(alike)} points, or companies whose roles no longer rate high and low together.`,
    ),
  });
}

/** For each company the share of its pairs that choose the same, less what the roles' shares make likely. */
function choosingAlike(item: RatedItem, pair: Pair, accounts: readonly Account[], looks: number): Claim[] {
  const companies = accounts.flatMap(({ people }) => {
    const [one, other] = pair.map((role) =>
      (people.get(role) ?? []).flatMap((person) => {
        const choice = read(person, "anchor.choice");
        return typeof choice === "string" ? [choice] : [];
      }),
    );
    return one?.length && other?.length ? [[one, other] as const] : [];
  });
  const n = companies.length;
  if (n < fewest) return [];
  const shareOf = (side: 0 | 1, vendor: string) =>
    mean(companies, (both) => mean(both[side], (choice) => (choice === vendor ? 1 : 0))!)!;
  const vendors = new Set(companies.flatMap(([one]) => one));
  const likely = [...vendors].reduce((sum, vendor) => sum + shareOf(0, vendor) * shareOf(1, vendor), 0);
  const same = companies.map(
    ([one, other]) => mean(one, (mine) => mean(other, (yours) => (mine === yours ? 1 : 0))!)!,
  );
  const [share, spread] = [mean(same)!, deviation(same) ?? 0];
  if (likely >= 1 || share < 0.5 || (share - likely) / (1 - likely) < leastTogether) return [];
  const se = Math.sqrt(Math.max(spread ** 2, 0.05) / n);
  const half = tQuantile(0.975, n - 1) * se;
  const above = (kappa: number) => tCdf(-(share - likely - kappa * (1 - likely)) / se, n - 1);
  const [a, b] = [peopleOf[pair[0]], peopleOf[pair[1]]];
  return claimOf(item, pair, accounts, {
    sure: { some: above(0), close: above(certainlyTogether) },
    looks,
    about: { measure: "anchor.choice" },
    statement: said(
      `如果今天决定，同一家公司的${a["zh-CN"]}与${b["zh-CN"]}多半选同一家：${percent(share)}，只凭偶然是 ${percent(likely)}。`,
      `If they had to decide today, ${a.en} and ${b.en} of a company would mostly choose the same: ${percent(share)}, against ${percent(likely)} by chance.`,
    ),
    figure: {
      label: said("选同一家的比例", "Choosing the same"),
      value: share,
      unit: "share",
      interval: [Math.max(0, share - half), Math.min(1, share + half)],
      companies: n,
      method: "leading-answer",
    },
    wouldChange: said(
      "更多公司里双方选得不一样。",
      "More companies in which the two would choose differently.",
    ),
  });
}

type Alike = {
  sure: Sure;
  looks: number;
  about: Claim["about"];
  statement: LocalText;
  figure: Omit<InsightFigure, "n">;
  wouldChange: LocalText;
};

function claimOf(
  item: RatedItem,
  pair: Pair,
  accounts: readonly Account[],
  { sure, looks, about, statement, figure, wouldChange }: Alike,
): Claim[] {
  if (looks * sure.some > 0.05) return [];
  const people = behindGap(item, pair, accounts);
  return [
    {
      kind: "agreement",
      basis: "exploratory",
      family: "agreement",
      p: Math.min(1, looks * sure.close),
      decided: true,
      weight: 0.4,
      statement: sentence(undefined, statement),
      about: { ...about, roles: pair },
      figures: [{ ...figure, n: people.length }],
      evidence: people.map(({ id }) => id),
      wouldChange,
      next: { step: said("对两方讲同一个理由。", "Give both the same reason."), page: "chain" },
    },
  ];
}

/** How peaked values are, against a normal distribution's 1: many alike and a few far off make it large. */
function peak(values: readonly number[]): number {
  const centre = mean(values)!;
  const moment = (power: number) => mean(values, (one) => (one - centre) ** power)!;
  return moment(4) / (3 * moment(2) ** 2);
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
