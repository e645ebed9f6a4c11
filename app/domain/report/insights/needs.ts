/** What each role wants most, and what matters to it and is served badly. */
import { deviation, mean } from "d3-array";
import { type ChainRole, chainRoles } from "../../chain/role";
import { opportunityFromRatings } from "../../features/opportunity";
import type { MeasureKey } from "../../questionnaire/measures";
import { tCdf } from "../../stats/distributions";
import { type Evidence, isRecord, read } from "../evidence";
import type { Claim, InsightSubject } from "../insight";
import { type Account, idsOf, peopleIn } from "./accounts";
import { type CompanyValues, meansOf, overAllCompanies, shareInterval } from "./company-values";
import { answersTo, attributesAsked, type NamedAnswer } from "./names";
import { peopleOf, percent, points, quoted, said, sentence, sharePoints } from "./words";

const fewest = 5;
const leastLead = 0.15;

/** Half of the family's error goes to leading problems, half to what is served badly. */
export const needRules = (
  evidence: readonly Evidence[],
  accounts: readonly Account[],
  seed: number,
): (() => Claim[])[] => [
  () => leadingProblems(evidence, accounts),
  () => badlyServed(evidence, accounts, seed),
];

/** Company by company, the share of a role's people who rank each problem; who ranked nothing is left out. */
const sharesRanking = (accounts: readonly Account[], role: ChainRole, problems: readonly NamedAnswer[]) =>
  accounts.flatMap(({ people }) => {
    const ranked = (people.get(role) ?? []).flatMap((one) => {
      const answer = read(one, "anchor.problems");
      return Array.isArray(answer) ? [new Set<unknown>(answer)] : [];
    });
    if (ranked.length === 0) return [];
    return [problems.map(({ value }) => ranked.filter((own) => own.has(value)).length / ranked.length)];
  });

function leadingProblems(evidence: readonly Evidence[], accounts: readonly Account[]): Claim[] {
  const problems = answersTo(evidence, "anchor.problems");
  const present = chainRoles.filter((role) => accounts.some(({ people }) => people.has(role)));
  return present.flatMap((role): Claim[] => {
    const companies = sharesRanking(accounts, role, problems);
    const n = companies.length;
    if (n < fewest) return [];
    const shares = problems.map((_, at) => mean(companies, (one) => one[at])!);
    const order = shares.map((_, at) => at).sort((a, b) => shares[b]! - shares[a]!);
    const [winner, next] = order;
    if (winner === undefined || next === undefined) return [];
    const lead = shares[winner]! - shares[next]!;
    if (lead < leastLead) return [];
    const p = order.slice(1).reduce((largest, other) => {
      const leads = companies.map((one) => one[winner]! - one[other]!);
      const se = Math.sqrt(Math.max(deviation(leads)! ** 2, 0.05) / n);
      return Math.max(largest, 2 * tCdf(-Math.abs(mean(leads)! / se), n - 1));
    }, 0);
    const [first, second] = [quoted(problems[winner]!.name), quoted(problems[next]!.name)];
    const own = peopleIn(accounts, [role]);
    const who = peopleOf[role];
    return [
      {
        kind: "need",
        basis: "pre-registered",
        family: "need",
        p: Math.min(1, 2 * present.length * p),
        weight: role === "decider" ? 0.7 : 0.55,
        statement: sentence(
          undefined,
          said(
            `${who["zh-CN"]}最大的问题是${first["zh-CN"]}：${percent(shares[winner]!)} 提到，其次是${second["zh-CN"]}，${percent(shares[next]!)}。`,
            `the main problem of ${who.en} is ${first.en}: ${percent(shares[winner]!)} name it, then ${second.en}, ${percent(shares[next]!)}.`,
          ),
        ),
        about: { measure: "anchor.problems", roles: [role], need: problems[winner]!.value },
        figures: [
          {
            label: said("提到的人（按公司平均）", "People naming it, averaged by company"),
            value: shares[winner]!,
            unit: "share",
            interval: shareInterval(companies.map((one) => one[winner]!)),
            n: own.length,
            companies: n,
            method: "leading-answer",
          },
        ],
        evidence: idsOf(
          own.filter((one) => {
            const answer = read(one, "anchor.problems");
            return Array.isArray(answer) && answer.some((given) => given === problems[winner]!.value);
          }),
        ),
        wouldChange: said(
          `${second["zh-CN"]}追上来：现在差 ${sharePoints(lead)["zh-CN"]}。`,
          `${second.en} catching up: it is ${sharePoints(lead).en} behind.`,
        ),
        next: {
          step: said("看看使用者说它的原因是什么。", "See which causes users name for it."),
          page: "needs",
        },
      },
    ];
  });
}

type Pair = { importance: MeasureKey; satisfaction: MeasureKey };
const anchor: Pair = { importance: "anchor.importance", satisfaction: "anchor.satisfaction" };
const features: Pair = { importance: "user.feature-importance", satisfaction: "user.feature-satisfaction" };

type Looked = { role: ChainRole; pair: Pair; item: NamedAnswer; values: CompanyValues };

const cell = (one: Evidence, key: MeasureKey, item: string): number | null => {
  const answer = read(one, key);
  const given = isRecord(answer) ? answer[item] : null;
  return typeof given === "number" ? given : null;
};

/** Item by item how far importance exceeds satisfaction, beyond what it does on the person's other items. */
function excesses(
  one: Evidence,
  { importance, satisfaction }: Pair,
  items: readonly NamedAnswer[],
): (number | null)[] {
  const [matters, served] = [read(one, importance), read(one, satisfaction)];
  if (!isRecord(matters) || !isRecord(served)) return items.map(() => null);
  const gaps = items.map(({ value }) => {
    const [high, low] = [matters[value], served[value]];
    return typeof high === "number" && typeof low === "number" ? high - low : null;
  });
  const known = gaps.filter((gap) => gap !== null);
  const usual = known.length < 2 ? null : mean(known)!;
  return gaps.map((gap) => (gap === null || usual === null ? null : gap - usual));
}

/** Worth saying: half a point worse served than the rest, important (4 of 5 rounded), and more so than it is served. */
const leastExcess = 0.5;
const leastImportance = 3.5;

function badlyServed(evidence: readonly Evidence[], accounts: readonly Account[], seed: number): Claim[] {
  const present = chainRoles.filter((role) => accounts.some(({ people }) => people.has(role)));
  const attributes = attributesAsked(evidence);
  const rows = answersTo(evidence, "user.feature-importance");
  const look = (role: ChainRole, pair: Pair, items: readonly NamedAnswer[]): Looked[] => {
    const of = new Map(peopleIn(accounts, [role]).map((one) => [one, excesses(one, pair, items)]));
    return items.map((item, at) => ({
      ...{ role, pair, item },
      values: meansOf(accounts, role, (one) => of.get(one)?.[at] ?? null),
    }));
  };
  const looked = [
    ...present.flatMap((role) => look(role, anchor, attributes)),
    ...(present.includes("user") ? look("user", features, rows) : []),
  ];
  const results = overAllCompanies(looked, seed);
  return looked.flatMap(({ role, pair, item }, at): Claim[] => {
    const test = results[at];
    if (!test || test.mean < leastExcess) return [];
    const people = peopleIn(accounts, [role]);
    // Company by company, of those who rated both, as what is tested: else a crowd in one company speaks for all.
    const meanOf = (key: MeasureKey) =>
      mean(
        meansOf(accounts, role, (one) =>
          [pair.importance, pair.satisfaction].some((asked) => cell(one, asked, item.value) === null)
            ? null
            : cell(one, key, item.value),
        ).flatMap((level) => level ?? []),
      ) ?? 0;
    const [matters, served] = [meanOf(pair.importance), meanOf(pair.satisfaction)];
    if (matters < leastImportance || served >= matters) return [];
    const score = opportunityFromRatings(
      people.map((one) => ({
        importance: cell(one, pair.importance, item.value),
        satisfaction: cell(one, pair.satisfaction, item.value),
      })),
    );
    const name = quoted(item.name);
    const who = peopleOf[role];
    const about: InsightSubject = { measure: pair.importance, item: item.value, roles: [role] };
    return [
      {
        kind: "opportunity",
        basis: "exploratory",
        family: "need",
        p: Math.min(1, 2 * test.p),
        weight: role === "user" ? 0.65 : 0.6,
        statement: said(
          `${name["zh-CN"]}对${who["zh-CN"]}重要（${points(matters)} 分），满意度却只有 ${points(served)} 分：两者比别的项目差得更多。`,
          `${name.en} matters to ${who.en} (${points(matters)} of 5), yet satisfaction with it is only ${points(served)}: a wider gap than for the rest.`,
        ),
        about,
        figures: [
          {
            label: said(
              "重要性减满意度，超出其他项目",
              "Importance less satisfaction, beyond the other items",
            ),
            value: test.mean,
            unit: "points",
            interval: test.interval,
            n: people.length,
            companies: test.companies,
            method: "bootstrap-family",
          },
          ...(score.ok
            ? [
                {
                  label: said("机会分（0–20）", "Opportunity score, 0–20"),
                  value: score.value.opportunity,
                  unit: "points" as const,
                  interval: null,
                  n: score.value.n,
                  companies: test.companies,
                  method: "opportunity",
                },
              ]
            : []),
        ],
        evidence: idsOf(people),
        wouldChange: said(
          "满意度升上来，或别的项目变得同样不好。",
          "Satisfaction rising, or other items becoming as badly served.",
        ),
        next: {
          step: said("看看它连着哪些原因和功能。", "See which causes and features it hangs on."),
          page: "needs",
        },
      },
    ];
  });
}
