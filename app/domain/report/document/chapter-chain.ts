/** Who has been heard, and where the roles of one company see things differently. */
import type { ChainRole } from "../../chain/role";
import type { LocalText } from "../../language";
import type { Steps } from "../../steps";
import { type AnchorRow, foremostOf } from "../anchor-profile";
import { agreementTable, stanceBlocks } from "./chain-stances";
import type { ChapterFacts } from "./facts";
import type { Block, Chapter, DocChart, People } from "./report-document";
import type { ReportContext } from "./report-input";
import { asIs, both, companiesWithin, count, rolePlural, roleWithin, say } from "./say";

const missing = {
  decider: both("缺少决策者的声音", "lack the decider's voice"),
  user: both("缺少使用者的声音", "lack the users' voice"),
  requester: both("缺少需求方的声音", "lack the requester's voice"),
} as const;

function coverageTable({ coverage }: ChapterFacts): Block {
  const rows = [
    [both("三方都已作答", "all three have answered"), coverage.complete],
    ...(["decider", "user", "requester"] as const).map(
      (role) => [missing[role], coverage.missing[role]] as const,
    ),
  ] as const;
  return {
    kind: "table",
    key: "chain/coverage",
    title: both("公司里听到了谁", "Whose voice has been heard"),
    columns: [
      { header: both("公司", "Companies that …") },
      { header: both("公司数", "Companies"), unit: "number" },
    ],
    rows: rows.map(([text, n]) => [text, n]),
    method: null,
  };
}

/** Company × role: how many have answered. */
function heatMap({ coverage }: ChapterFacts): Block {
  return {
    kind: "table",
    key: "chain/companies",
    team: true,
    look: "heat",
    title: both("各公司各角色的答卷数", "Complete responses by company and role"),
    columns: [
      { header: both("公司", "Company") },
      ...coverage.roles.map((role) => ({ header: rolePlural[role], unit: "number" as const, role })),
    ],
    rows: coverage.companies.map(({ name, byRole }) => [
      asIs(name),
      ...coverage.roles.map((role) => byRole[role] ?? 0),
    ]),
    method: null,
  };
}

type About = "importance" | "satisfaction";
const axis: Record<About, LocalText> = {
  importance: both("重要性均值（1–5）", "Mean importance, 1–5"),
  satisfaction: both("满意度均值（1–5）", "Mean satisfaction, 1–5"),
};
const rated = both("评价项目", "What is rated");

const asked: Record<About, LocalText> = {
  importance: both("各角色看重什么", "What matters to each role"),
  satisfaction: both("各角色对现状是否满意", "How satisfied each role is today"),
};

/** "Deciders care most about “price”; users …"; of roles with too few answers nothing, without any other what was asked. */
function findingOf(rows: readonly AnchorRow[], roles: readonly ChainRole[], about: About): LocalText {
  const parts = roles.flatMap((role) => {
    const first = foremostOf(rows, role, about === "importance" ? "highest" : "lowest");
    return first ? [{ role, name: first }] : [];
  });
  if (parts.length === 0) return asked[about];
  return say((_, of) =>
    both(
      parts
        .map(
          ({ role, name }) =>
            `${of(rolePlural[role])}${about === "importance" ? "最看重" : "最不满意"}“${of(name)}”`,
        )
        .join("；"),
      parts
        .map(
          ({ role, name }) =>
            `${of(rolePlural[role])} ${about === "importance" ? "care most about" : "are least satisfied with"} “${of(name)}”`,
        )
        .join("; "),
    ),
  );
}

function anchorChart(rows: readonly AnchorRow[], about: About, { roles, coverage }: ChapterFacts): Block[] {
  const present = roles.filter((role) => rows.some(({ byRole }) => byRole[role]));
  if (present.length === 0) return [];
  const most = (role: ChainRole) => Math.max(0, ...rows.map(({ byRole }) => byRole[role]?.n ?? 0));
  const chart: DocChart = {
    kind: "dot",
    horizontal: true,
    categoryAxis: rated,
    categories: rows.map(({ name }) => name),
    valueAxis: axis[about],
    unit: "number",
    series: present.map((role) => ({
      label: rolePlural[role],
      role,
      values: rows.map(({ byRole }) => byRole[role]?.mean ?? null),
      intervals: rows.map(({ byRole }) => byRole[role]?.interval ?? null),
      people: rows.map(({ byRole }): People | null => (byRole[role] ? { n: byRole[role].n } : null)),
    })),
  };
  return [
    {
      kind: "chart",
      key: `chain/${about}`,
      title: findingOf(rows, present, about),
      plain: asked[about],
      chart,
      people: present.reduce((sum, role) => sum + most(role), 0),
      companies: coverage.companies.length,
      range: [1, 5],
      method: "cluster-robust-mean",
    },
  ];
}

/** Decider and user of each attribute joined by a bar, the widest gap first. */
function dumbbells({ importance, differences, coverage }: ChapterFacts): Block[] {
  const rows = importance
    .flatMap(({ attribute, name, byRole, gap }) =>
      gap.ok && byRole.decider && byRole.user
        ? [{ attribute, name, decider: byRole.decider, user: byRole.user, gap: gap.value }]
        : [],
    )
    .sort((a, b) => Math.abs(b.gap.gap) - Math.abs(a.gap.gap));
  if (rows.length === 0) return [];
  const [widest] = differences;
  const title =
    widest?.gap.ok === true
      ? say((_, of) => {
          const more = widest.gap.ok && widest.gap.value.gap > 0 ? "decider" : "user";
          return both(
            `“${of(widest.name)}”分歧最大：${of(rolePlural[more])}更看重`,
            `Furthest apart on “${of(widest.name)}”: ${roleWithin(more, "en")} care more`,
          );
        })
      : both("决策者与使用者没有确定的分歧", "No certain difference between deciders and users");
  return [
    {
      kind: "chart",
      key: "chain/gap-chart",
      title,
      people: null,
      companies: coverage.companies.length,
      range: [1, 5],
      method: "role-gap",
      chart: {
        kind: "dumbbell",
        horizontal: true,
        categoryAxis: rated,
        categories: rows.map(({ name }) => name),
        valueAxis: axis.importance,
        unit: "number",
        series: (["decider", "user"] as const).map((role) => ({
          label: rolePlural[role],
          role,
          values: rows.map((row) => row[role].mean),
          people: rows.map((row) => ({ n: row[role].n })),
        })),
      },
    },
    {
      kind: "table",
      key: "chain/gaps",
      title: both("同一家公司内，决策者减使用者", "Decider minus user, within one company"),
      columns: [
        { header: rated },
        { header: both("差距", "Gap"), unit: "number", digits: 2 },
        { header: both("95% 下限", "95% low"), unit: "number", digits: 2 },
        { header: both("95% 上限", "95% high"), unit: "number", digits: 2 },
        { header: both("两方都答的公司", "Companies with both"), unit: "number" },
        { header: both("判断", "Verdict") },
      ],
      rows: rows.map(({ attribute, name, gap }) => [
        name,
        gap.gap,
        ...gap.interval,
        gap.companies,
        differences.some((one) => one.attribute === attribute)
          ? both("确定", "Certain")
          : both("不确定", "Not certain"),
      ]),
      note: both(
        "正值表示决策者更看重；八项经 Holm 校正后在 5% 水平上成立的，称为确定。",
        "A positive gap means that it matters more to deciders; certain at 5% after Holm's correction over the eight items.",
      ),
      method: "role-gap",
    },
  ];
}

export function* chainChapter(context: ReportContext, facts: ChapterFacts): Steps<Chapter> {
  const { coverage, importance, satisfaction } = facts;
  const blocks: Block[] = [
    ...stanceBlocks(facts),
    ...dumbbells(facts),
    ...anchorChart(importance, "importance", facts),
    ...anchorChart(satisfaction, "satisfaction", facts),
  ];
  yield;
  blocks.push(...agreementTable(context));
  yield;
  blocks.push(coverageTable(facts), ...(coverage.companies.length > 0 ? [heatMap(facts)] : []));
  return {
    key: "chain",
    title: both("决策链", "Decision chain"),
    lead: say((language) =>
      both(
        `来自 ${count(coverage.companies.length, language)} 家公司；同一家公司的不同角色在哪里看法不同。`,
        `From ${companiesWithin(coverage.companies.length)}: where the roles of one company see things differently.`,
      ),
    ),
    blocks,
  };
}
