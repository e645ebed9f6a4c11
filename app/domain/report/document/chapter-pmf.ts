/** Would they miss it? Role by role, with the three lamps that are never blended. */
import type { LampState } from "../../pmf/three-lamps";
import { studyLamps } from "../study-lamps";
import { breakEvenOf } from "./chapter-money";
import { optionsChart, quotesOf } from "./chapter-needs";
import type { ChapterFacts } from "./facts";
import { pmfFigure } from "./figures";
import { deciderLamps, splitBlocks, waveBlocks } from "./pmf-more";
import type { Block, BlockOf, Chapter } from "./report-document";
import type { ReportContext } from "./report-input";
import { both, count, percent, rolePlural, say } from "./say";

const answers = [
  ["very", both("非常失望", "Very disappointed")],
  ["somewhat", both("有点失望", "Somewhat disappointed")],
  ["not", both("不失望", "Not disappointed")],
] as const;

function lamps(
  { evidence, study: { rule }, books }: ReportContext,
  { money }: ChapterFacts,
): BlockOf<"lamps"> {
  const states = studyLamps(evidence, rule, money.lamp);
  const lamp = (key: keyof typeof states, name: ReturnType<typeof both>, why: ReturnType<typeof both>) => ({
    ...{ key, name, why },
    state: states[key] as LampState,
  });
  return {
    kind: "lamps",
    key: "pmf/lamps",
    method: "three-lamps",
    lamps: [
      lamp(
        "frequency",
        both("用得频繁", "Used often"),
        say((language) =>
          both(
            `多数使用者在 ${count(rule.windowDays, language)} 天内用过 ${count(rule.minUses, language)} 次以上。`,
            `Most users used it ${count(rule.minUses, language)} times or more within ${count(rule.windowDays, language)} days.`,
          ),
        ),
      ),
      lamp(
        "upset",
        both("没有会抓狂", "Upset if gone"),
        say((language) =>
          both(
            `非常失望的使用者达到 ${percent(rule.threshold, language)}。`,
            `At least ${percent(rule.threshold, language)} of users would be very disappointed.`,
          ),
        ),
      ),
      breakEvenOf(money, books.settings.monthsRequired, states.breakEven),
    ],
  };
}

/** How the answers divide, role by role; each role's answers are a whole. */
function divided({ pmf }: ChapterFacts): Block[] {
  const drawn = pmf.flatMap(({ role, score }) =>
    score.ok && !score.value.printAsCount ? [{ role, of: score.value }] : [],
  );
  if (drawn.length === 0) return [];
  return [
    {
      kind: "chart",
      key: "pmf/divided",
      plain: both("合格回答的分布", "How the eligible answers divide"),
      title: say((language, of) =>
        both(
          drawn
            .map((one) => `${of(rolePlural[one.role])}：非常失望 ${percent(one.of.score, language)}`)
            .join("；"),
          drawn
            .map((one) => `${of(rolePlural[one.role])}: ${percent(one.of.score, language)} very disappointed`)
            .join("; "),
        ),
      ),
      people: drawn.reduce((sum, one) => sum + one.of.n, 0),
      companies: null,
      method: "pmf-score",
      chart: {
        kind: "stacked",
        horizontal: true,
        wholes: "categories",
        categoryAxis: both("角色", "Role"),
        categories: drawn.map(({ role }) => rolePlural[role]),
        valueAxis: both("占合格回答的比例", "Share of eligible answers"),
        unit: "percent",
        series: answers.map(([key, label]) => ({
          label,
          values: drawn.map(({ of }) => of[key] / of.n),
          people: drawn.map(({ of }) => ({ n: of.n, k: of[key] })),
        })),
      },
    },
  ];
}

/** The counts behind each score. */
function counts({ pmf }: ChapterFacts): Block[] {
  const known = pmf.flatMap(({ role, score }) => (score.ok ? [{ role, of: score.value }] : []));
  if (known.length === 0) return [];
  const lines = [
    ...answers,
    ["na", both("不适用，已不再使用", "N/A, no longer use it")],
    ["screenedOut", both("用得太少，不计入", "Used it too little to count")],
  ] as const;
  return [
    {
      kind: "table",
      key: "pmf/counts",
      team: true,
      title: both("得分背后的回答数", "The counts behind the scores"),
      columns: [
        { header: both("回答", "Answer") },
        ...known.map(({ role }) => ({ header: rolePlural[role], unit: "number" as const, role })),
      ],
      rows: lines.map(([key, name]) => [
        name,
        ...known.map(({ of }) => ({
          value: of[key],
          people: { n: of.n + of.na + of.screenedOut, k: of[key] },
        })),
      ]),
      method: "sean-ellis",
    },
  ];
}

export function pmfChapter(context: ReportContext, facts: ChapterFacts): Chapter | null {
  const { rule } = context.study;
  if (!facts.pmf.some(({ score }) => score.ok)) return null;
  return {
    key: "pmf",
    title: both("产品与市场匹配（PMF）", "Product-market fit"),
    lead: say((language) =>
      both(
        `问过去 ${count(rule.windowDays, language)} 天里用过核心功能至少 ${count(rule.minUses, language)} 次的人；使用者与决策者分开计算。`,
        `Asked of those who used the core function at least ${count(rule.minUses, language)} times within ${count(rule.windowDays, language)} days; users and deciders are never pooled.`,
      ),
    ),
    blocks: [
      {
        kind: "figures",
        key: "pmf/scores",
        title: null,
        figures: facts.pmf.map((one) => pmfFigure(one, rule.threshold)),
      },
      lamps(context, facts),
      ...deciderLamps(context, facts),
      ...waveBlocks(context),
      ...divided(facts),
      ...counts(facts),
      ...optionsChart("pmf/frequency", facts.results.get("pmf.frequency")),
      ...splitBlocks(context),
      ...quotesOf("pmf/benefit", facts.results.get("pmf.benefit")),
      ...quotesOf("pmf/improve", facts.results.get("pmf.improve")),
    ],
  };
}
