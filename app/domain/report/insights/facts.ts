/** What is counted rather than inferred: voices that are missing and answers that weaken what is said. */
import { coreRoles } from "../../chain/role";
import type { Evidence } from "../evidence";
import type { Claim } from "../insight";
import { type Account, idsOf } from "./accounts";
import { capital, counted, peopleOf, percent, said } from "./words";

const fact = { basis: "pre-registered", family: null, p: null } as const;

/** From this share of the companies on, a missing role is worth a leader's line. */
const manyMissing = 0.25;
const fewestAccounts = 3;

export function missingVoices(accounts: readonly Account[]): Claim[] {
  const all = accounts.length;
  if (all < fewestAccounts) return [];
  return coreRoles.flatMap((role): Claim[] => {
    const heard = accounts.filter(({ people }) => people.has(role));
    const missing = all - heard.length;
    if (missing / all < manyMissing) return [];
    const people = peopleOf[role];
    return [
      {
        ...fact,
        kind: "missing-voice",
        weight: missing / all,
        statement: said(
          `${all} 家公司里，有 ${missing} 家的${people["zh-CN"]}还没有作答。`,
          missing === all
            ? `No ${people.en} have been heard in any of the ${counted(all)} companies.`
            : `${capital(people.en)} are unheard in ${counted(missing)} of ${counted(all)} companies.`,
        ),
        meaning: said(
          "这些公司的一致或分歧都看不到，比较只靠其余公司。",
          "In these companies neither agreement nor conflict can be seen; comparisons rest on the others.",
        ),
        about: { roles: [role] },
        figures: [
          {
            label: said(`缺少${people["zh-CN"]}的公司`, `Companies without ${people.en}`),
            value: missing,
            unit: "count",
            interval: null,
            n: all,
            companies: all,
            method: "insight-strength",
          },
        ],
        evidence: [],
        wouldChange: said(
          `在这些公司里请到${people["zh-CN"]}作答。`,
          `Answers of ${people.en} in these companies.`,
        ),
        next: {
          step: said(
            `请已经作答的人把问卷转给${people["zh-CN"]}。`,
            `Ask those who answered to pass it on to ${people.en}.`,
          ),
          page: "fieldwork",
        },
      },
    ];
  });
}

/** A company with more than this share of a role's answers outweighs the others. */
const tooMuch = 0.2;
const fewestOfRole = 10;

/** One company that gives a large part of a role's answers, and answers that people left out by hand. */
export function qualityWarnings(
  evidence: readonly Evidence[],
  accounts: readonly Account[],
  excluded: number,
): Claim[] {
  const loud = coreRoles.flatMap((role): Claim[] => {
    const n = evidence.filter((one) => one.role === role).length;
    const [most] = accounts.map(({ people }) => people.get(role) ?? []).sort((a, b) => b.length - a.length);
    if (!most || n < fewestOfRole || most.length / n <= tooMuch) return [];
    return [
      {
        ...fact,
        kind: "quality-warning",
        weight: 0.5 + most.length / n / 2,
        statement: said(
          `一家公司占了${peopleOf[role]["zh-CN"]}回答的 ${percent(most.length / n)}。`,
          `One company gives ${percent(most.length / n)} of the ${peopleOf[role].en}' answers.`,
        ),
        meaning: said(
          "同事答得相近：区间已为此放宽，但仍要看按公司加权的结果。",
          "Colleagues answer alike: intervals allow for it, yet read the company-weighted figure beside them.",
        ),
        about: { roles: [role], item: "one-company" },
        figures: [
          {
            label: said("这家公司的答卷", "Responses of that company"),
            value: most.length,
            unit: "count",
            interval: null,
            n,
            companies: accounts.filter(({ people }) => people.has(role)).length,
            method: "company-weighted-share",
          },
        ],
        evidence: idsOf(most),
        wouldChange: said("更多公司的回答。", "Answers from more companies."),
        next: { step: said("多请几家公司。", "Invite more companies."), page: "fieldwork" },
      },
    ];
  });
  const all = evidence.length + excluded;
  if (all === 0 || excluded / all < 0.1) return loud;
  return [
    ...loud,
    {
      ...fact,
      kind: "quality-warning",
      weight: 0.6,
      statement: said(
        `${all} 份答卷里有 ${excluded} 份因质量被排除。`,
        `${counted(excluded)} of ${counted(all)} responses are left out for their quality.`,
      ),
      about: { item: "excluded" },
      figures: [
        {
          label: said("排除的答卷", "Responses left out"),
          value: excluded / all,
          unit: "share",
          interval: null,
          n: all,
          companies: accounts.length,
          method: "insight-strength",
        },
      ],
      evidence: [],
      wouldChange: said("复核被排除的答卷。", "A second look at what was left out."),
      next: {
        step: said("看看排除前后的结果差多少。", "Compare results with and without them."),
        page: "responses",
      },
    },
  ];
}
