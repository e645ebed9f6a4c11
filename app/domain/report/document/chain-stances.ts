/** Whom the roles of each company lean to, what that adds up to, and how far the roles agree. */

import type { LocalText } from "../../language";
import { oneSeed } from "../../seed";
import { chainAgreement } from "../chain-agreement";
import { type ChainPattern, type CompanyChain, type Leaning, patternCounts } from "../company-chain";
import type { ChapterFacts } from "./facts";
import type { Block } from "./report-document";
import type { ReportContext } from "./report-input";
import { asIs, both, companiesWithin, count, rolePlural, say } from "./say";
import { smallestGroup } from "./shared-evidence";

const leanings: Record<Leaning, ReturnType<typeof both>> = {
  for: both("▲ 支持", "▲ For"),
  against: both("▼ 反对", "▼ Against"),
  split: both("◆ 分歧", "◆ Split"),
};
const unheard = both("没有听到", "Not heard");
const noChoice = both("没有作选择", "No choice");

const patterns: Record<
  ChainPattern,
  readonly [name: ReturnType<typeof both>, means: ReturnType<typeof both>]
> = {
  for: [
    both("一致支持", "Aligned for us"),
    both("尽快签约，并请他们做客户案例。", "Close, and ask for a customer story."),
  ],
  against: [
    both("一致反对", "Aligned against us"),
    both("继续投入之前，先弄清输给了谁、为什么。", "Find out which rival and why, before more is spent."),
  ],
  "decider-only": [
    both("决策者认可，使用者不认可", "Decider sold, users not"),
    both(
      "会买，但可能不续费：使用者不满意，合同就断了。",
      "It will be bought and may not be renewed: unhappy users end the contract.",
    ),
  ],
  "users-only": [
    both("使用者认可，决策者不认可", "Users sold, decider not"),
    both(
      "买了就会用：要向决策者讲清楚能赚多少、省多少。",
      "It will be used where it is bought: give the decider value in money.",
    ),
  ],
  split: [
    both("有分歧", "Split"),
    both("两方中有一方还没有拿定主意。", "One of the two has not made up its mind."),
  ],
  unheard: [
    both("尚未听到", "Unheard"),
    both("决策者或使用者还没有说会选谁。", "Decider or users have not said whom they would choose."),
  ],
};

/** How many companies show each pattern; a company counts as a person where small groups are hidden. */
function patternTable(chains: readonly CompanyChain[]): Block {
  return {
    kind: "table",
    key: "chain/patterns",
    wholeColumns: true,
    title: both("谁认可，谁不认可", "Who is sold, and who is not"),
    columns: [
      { header: both("格局", "Pattern") },
      { header: both("公司数", "Companies"), unit: "number" },
      { header: both("意味着", "What it means") },
    ],
    rows: patternCounts(chains).map(({ pattern, n }) => [
      patterns[pattern][0],
      { value: n, people: { n: chains.length, k: n } },
      patterns[pattern][1],
    ]),
    note: both(
      "一个角色里多数人今天会选本产品，算支持；多数会选竞品或维持现状，算反对；没有多数，算分歧。",
      "A role is for us when most of its people would choose us today, against when most would choose a rival or stay as they are; without a majority it is split.",
    ),
    method: "chain-pattern",
  };
}

/** Company × role: whom the role leans to. */
function stanceMap(chains: readonly CompanyChain[], { coverage: { roles } }: ChapterFacts): Block {
  return {
    kind: "table",
    key: "chain/stances",
    team: true,
    look: "heat",
    title: both("各公司里各角色的立场", "Companies and where their roles stand"),
    columns: [
      { header: both("公司", "Company") },
      ...roles.map((role) => ({ header: rolePlural[role], role })),
      { header: both("格局", "Pattern") },
    ],
    rows: chains.map(({ name, stances, pattern }) => [
      asIs(name),
      ...roles.map((role) => {
        const stance = stances.find((one) => one.role === role);
        return stance ? (stance.leaning ? leanings[stance.leaning] : noChoice) : unheard;
      }),
      patterns[pattern][0],
    ]),
    method: "chain-pattern",
  };
}

/** Agreement item by item: α between the roles, and within the companies. */
export function agreementTable({ evidence }: ReportContext): Block[] {
  const rows = chainAgreement(evidence, "anchor.importance", oneSeed).flatMap((row) =>
    row.alpha.ok ? [{ ...row, alpha: row.alpha.value }] : [],
  );
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      key: "chain/agreement",
      title: both("各角色对“看重什么”有多一致", "How far the roles agree on what matters"),
      columns: [
        { header: both("评价项目", "What is rated") },
        { header: both("角色之间的 α", "α between roles"), unit: "number", digits: 2 },
        { header: both("95% 下限", "95% low"), unit: "number", digits: 2 },
        { header: both("95% 上限", "95% high"), unit: "number", digits: 2 },
        { header: both("公司数", "Companies"), unit: "number" },
        { header: both("公司内的 r_wg", "r_wg within companies"), unit: "number", digits: 2 },
      ],
      rows: rows.map(({ name, alpha, withinCompany }) => {
        const people = { n: alpha.units };
        const told = (value: number | null) => ({ value, people });
        return [
          name,
          told(alpha.alpha),
          told(alpha.interval?.[0] ?? null),
          told(alpha.interval?.[1] ?? null),
          told(alpha.units),
          withinCompany && { value: withinCompany.mean, people: { n: withinCompany.companies } },
        ];
      }),
      note: both(
        "Krippendorff α：角色当作评分者、公司当作对象，1 为完全一致，0 与偶然无异；只算至少两个角色作答的公司。r_wg：同一家公司内的一致程度，1 为完全一致。",
        "Krippendorff's α with roles as raters and companies as units: 1 is full agreement, 0 what chance gives; companies in which two roles or more have answered. r_wg: agreement within a company, 1 when all say the same.",
      ),
      method: "krippendorff-alpha",
    },
  ];
}

/** Patterns over all companies, and the map of companies for the team. */
export function stanceBlocks(facts: ChapterFacts): Block[] {
  const { chains } = facts;
  return chains.length > 0 ? [patternTable(chains), stanceMap(chains, facts)] : [];
}

/** Who is sold, in a sentence: with numbers for the team, without them outside, where a pattern may be of few. */
export function stanceText({ excluded }: ReportContext, { chains }: ChapterFacts): LocalText | null {
  const n = Object.fromEntries(patternCounts(chains).map((one) => [one.pattern, one.n])) as Record<
    ChainPattern,
    number
  >;
  if (chains.length === n.unheard) return null;
  // Outside the team no companies are counted.
  if (excluded !== null)
    return say((language) => {
      const counted = (pattern: ChainPattern) => count(n[pattern], language);
      return both(
        `${count(chains.length, language)} 家公司里，决策者和使用者一致支持我们的 ${counted("for")} 家，一致反对的 ${counted("against")} 家；只有决策者认可的 ${counted("decider-only")} 家，只有使用者认可的 ${counted("users-only")} 家；其余有分歧或没有听全。`,
        `Of ${companiesWithin(chains.length)}, decider and users are aligned for us in ${counted("for")} and against us in ${counted("against")}; only the decider is sold in ${counted("decider-only")}, only the users in ${counted("users-only")}; the rest are split or not fully heard.`,
      );
    });
  const most = Math.max(n.for, n.against, n.split);
  if (n.for === most && n.for >= smallestGroup)
    return both(
      "表了态的公司里，一致支持我们的最多。",
      "Of the companies that have said so, most are aligned for us.",
    );
  if (n.against === most && n.against >= smallestGroup)
    return both(
      "表了态的公司里，一致反对我们的最多。",
      "Of the companies that have said so, most are aligned against us.",
    );
  return both("多数公司内部还没有一致意见。", "Most companies have not made up their mind among themselves.");
}
