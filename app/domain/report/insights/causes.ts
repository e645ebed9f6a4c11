/** What lies behind the deciders' needs: the causes users name, and which of them go with which need. */
import { deviation, mean } from "d3-array";
import type { Answer } from "../../questionnaire/compiled";
import { tCdf } from "../../stats/distributions";
import { permutationFamily } from "../../stats/permutation-family";
import { type Evidence, read } from "../evidence";
import type { Claim } from "../insight";
import { type Account, idsOf, peopleIn } from "./accounts";
import { shareInterval } from "./company-values";
import { answersTo, type NamedAnswer } from "./names";
import { percent, quoted, said, sharePoints } from "./words";

/** A lead, or a difference between companies, smaller than this is not worth a line. */
const least = 0.1;
const fewest = 5;

const list = (answer: Answer | null): readonly Answer[] => (Array.isArray(answer) ? answer : []);
const names = (one: Evidence, key: "user.causes" | "anchor.problems", value: string) =>
  list(read(one, key)).some((given) => given === value);

/** By company: the share of its users who name each cause, and the problems its deciders rank. */
type Company = { account: Account; shares: number[]; needs: ReadonlySet<string> };

function companiesOf(accounts: readonly Account[], causes: readonly NamedAnswer[]): Company[] {
  return accounts.flatMap((account) => {
    const users = (account.people.get("user") ?? []).flatMap((one) => {
      const answer = read(one, "user.causes");
      return answer === null ? [] : [new Set(list(answer))];
    });
    if (users.length === 0) return [];
    const deciders = account.people.get("decider") ?? [];
    return [
      {
        account,
        shares: causes.map(({ value }) => users.filter((named) => named.has(value)).length / users.length),
        needs: new Set(deciders.flatMap((one) => list(read(one, "anchor.problems")).map(String))),
      },
    ];
  });
}

/** The cause that leads is one question asked beforehand; which causes go with which needs, one of many looks. */
export function causeClaims(
  evidence: readonly Evidence[],
  accounts: readonly Account[],
  seed: number,
): Claim[] {
  const causes = answersTo(evidence, "user.causes");
  const needs = answersTo(evidence, "anchor.problems");
  const companies = companiesOf(accounts, causes);
  if (causes.length < 2 || companies.length < fewest) return [];
  return [...leading(causes, needs, companies), ...going(causes, needs, companies, seed)];
}

const usersOf = (companies: readonly Company[]) =>
  peopleIn(
    companies.map(({ account }) => account),
    ["user"],
  );

type Lead = { winner: number; next: number; p: number; share: number; nextShare: number };

/**
 * The cause named most, against every other, company by company: p is the largest of the paired t tests, so that it
 * holds for all of them. That the winner was picked after looking needs no further correction (Hung & Fithian 2019).
 */
function leadOf(companies: readonly Company[], causes: readonly NamedAnswer[]): Lead | null {
  const shares = causes.map((_, at) => mean(companies, (one) => one.shares[at])!);
  const order = shares.map((_, at) => at).sort((a, b) => shares[b]! - shares[a]!);
  const [winner, next] = order;
  if (winner === undefined || next === undefined) return null;
  const n = companies.length;
  const p = order.slice(1).reduce((largest, other) => {
    const leads = companies.map((one) => one.shares[winner]! - one.shares[other]!);
    const se = Math.sqrt(Math.max(deviation(leads)! ** 2, 0.05) / n);
    return Math.max(largest, 2 * tCdf(-Math.abs(mean(leads)! / se), n - 1));
  }, 0);
  return { winner, next, p, share: shares[winner]!, nextShare: shares[next]! };
}

/** The cause that leads among all users, and among those whose decider names a need, where it is another one. */
function leading(
  causes: readonly NamedAnswer[],
  needs: readonly NamedAnswer[],
  companies: readonly Company[],
): Claim[] {
  const groups = [
    { need: null, own: companies },
    ...needs.map((need) => ({ need, own: companies.filter((one) => one.needs.has(need.value)) })),
  ].filter(({ own }) => own.length >= fewest);
  const top = mostNamed(needs, companies);
  const found = groups.map(({ need, own }) => ({ need, own, lead: leadOf(own, causes) }));
  const overall = found[0]?.lead;
  return found.flatMap(({ need, own, lead }): Claim[] => {
    if (!lead || lead.share - lead.nextShare < least) return [];
    if (need && lead.winner === overall?.winner) return [];
    const cause = causes[lead.winner]!;
    const behind = need ?? top;
    const users = usersOf(own);
    const [share, next] = [percent(lead.share), percent(lead.nextShare)];
    const name = quoted(cause.name);
    const second = quoted(causes[lead.next]!.name);
    const behindBy = sharePoints(lead.share - lead.nextShare);
    return [
      {
        kind: "cause",
        basis: need ? "exploratory" : "pre-registered",
        family: need ? "cause-need" : "cause-leading",
        p: need ? Math.min(1, needs.length * lead.p) : lead.p,
        weight: need ? 0.7 : 0.75,
        statement: need
          ? said(
              `决策者提到${quoted(need.name)["zh-CN"]}的公司里，使用者说得最多的原因是${name["zh-CN"]}：${share}，其次 ${next}。`,
              `Where deciders name ${quoted(need.name).en}, the cause that users name most is ${name.en}: ${share}, against ${next} for the next.`,
            )
          : said(
              `使用者说得最多的原因是${name["zh-CN"]}：${share}，其次是${second["zh-CN"]}，${next}。`,
              `Users name ${name.en} more than any other cause: ${share}, then ${second.en}, ${next}.`,
            ),
        ...(behind && {
          meaning: need
            ? said(
                `决策者感到的是${quoted(behind.name)["zh-CN"]}；具体要解决的，是使用者说的这件事。`,
                `Deciders feel it as ${quoted(behind.name).en}; what has to be solved is what users name.`,
              )
            : said(
                `决策者提得最多的是${quoted(behind.name)["zh-CN"]}；使用者说的这件事更具体。`,
                `Deciders name ${quoted(behind.name).en} most; what users name is more specific.`,
              ),
        }),
        about: {
          measure: "user.causes",
          roles: ["user"],
          cause: cause.value,
          ...(behind && { need: behind.value }),
        },
        figures: [
          {
            label: said(
              `说到${name["zh-CN"]}的使用者（按公司平均）`,
              `Users naming ${name.en}, averaged by company`,
            ),
            value: lead.share,
            unit: "share",
            interval: shareInterval(own.map(({ shares }) => shares[lead.winner]!)),
            n: users.length,
            companies: own.length,
            method: "leading-answer",
          },
        ],
        evidence: idsOf(users.filter((one) => names(one, "user.causes", cause.value))),
        wouldChange: said(
          `${second["zh-CN"]}追上来：现在差 ${behindBy["zh-CN"]}。`,
          `${second.en} catching up: it is ${behindBy.en} behind.`,
        ),
        next: {
          step: said("在需求树里读使用者的原话。", "Read the users' own words in the need tree."),
          page: "needs",
        },
      },
    ];
  });
}

function mostNamed(needs: readonly NamedAnswer[], companies: readonly Company[]): NamedAnswer | null {
  const counts = needs.map((need) => ({
    need,
    n: companies.filter((one) => one.needs.has(need.value)).length,
  }));
  const [first] = counts.sort((a, b) => b.n - a.n);
  return first && first.n > 0 ? first.need : null;
}

/** Needs of the decider and causes of the users that occur in the same companies. */
function going(
  causes: readonly NamedAnswer[],
  needs: readonly NamedAnswer[],
  companies: readonly Company[],
  seed: number,
): Claim[] {
  const both = companies.filter(({ account }) => account.people.has("decider"));
  const groupings = needs.map(({ value }) =>
    both.flatMap((one, place) => (one.needs.has(value) ? [place] : [])),
  );
  const outcomes = causes.map((_, at) => ({ values: both.map(({ shares }) => shares[at]!) }));
  return permutationFamily(groupings, outcomes, { seed, above: true }).flatMap((found): Claim[] => {
    const { inside, outside, members, grouping, outcome, adjustedP } = found;
    if (inside - outside < least) return [];
    const [need, cause] = [needs[grouping]!, causes[outcome]!];
    const own = usersOf(both.filter((one) => one.needs.has(need.value)));
    const others = usersOf(both.filter((one) => !one.needs.has(need.value)));
    const sharesWhere = (named: boolean) =>
      both.flatMap(({ needs: has, shares }) => (has.has(need.value) === named ? [shares[outcome]!] : []));
    const [w, z] = [quoted(need.name), quoted(cause.name)];
    return [
      {
        kind: "cause",
        basis: "exploratory",
        family: "cause-need",
        p: adjustedP,
        weight: 0.8,
        statement: said(
          `决策者提到${w["zh-CN"]}的公司里，${percent(inside)} 的使用者说原因是${z["zh-CN"]}；别的公司只有 ${percent(outside)}。`,
          `Behind ${w.en}: in companies whose decider names it, ${percent(inside)} of the users name ${z.en} as the cause, against ${percent(outside)} elsewhere.`,
        ),
        meaning: said(
          "决策者说得模糊的需求，在这里有了具体的原因。",
          "Here the decider’s vague need has a specific cause.",
        ),
        about: { measure: "user.causes", roles: ["decider", "user"], need: need.value, cause: cause.value },
        figures: [
          {
            label: said(
              `决策者提到${w["zh-CN"]}的公司（按公司平均）`,
              `Where deciders name ${w.en}, averaged by company`,
            ),
            ...{ value: inside, unit: "share", interval: shareInterval(sharesWhere(true)) },
            ...{ n: own.length, companies: members, method: "permutation-family" },
          },
          {
            label: said("其余公司（按公司平均）", "Elsewhere, averaged by company"),
            ...{ value: outside, unit: "share", interval: shareInterval(sharesWhere(false)) },
            ...{ n: others.length, companies: both.length - members, method: "permutation-family" },
          },
        ],
        evidence: idsOf(own.filter((one) => names(one, "user.causes", cause.value))),
        wouldChange: said(
          "在更多公司里，这个原因与这个需求不再一起出现。",
          "More companies in which the two no longer occur together.",
        ),
        next: {
          step: said("在需求树里读双方的原话。", "Read both sides' words in the need tree."),
          page: "needs",
        },
      },
    ];
  });
}
