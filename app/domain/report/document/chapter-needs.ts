/** What each role wants: problems, the causes behind them, what users want from the features, and their own words. */
import { type ChainRole, chainRoles } from "../../chain/role";
import type { LocalText } from "../../language";
import type { Steps } from "../../steps";
import type { Evidence } from "../evidence";
import { needTree } from "../need-tree";
import type { OptionResult, QuestionResult } from "../question-results";
import type { ChapterFacts } from "./facts";
import { featureOpportunities } from "./feature-opportunities";
import { needTreeDrawing } from "./need-tree-drawing";
import { needTreeTable } from "./need-tree-table";
import type { Block, Chapter, DocSeries } from "./report-document";
import type { ReportContext } from "./report-input";
import { both, percent, rolePlural, say } from "./say";
import { themeBlocks } from "./themes";

/** "Deciders: price 40%; users …": the most frequent option of each role with enough answers. */
function findingOf(
  options: readonly OptionResult[],
  roles: readonly ChainRole[],
  fallback: LocalText,
): LocalText {
  const tops = roles.flatMap((role) => {
    const [top] = options
      .flatMap((option) => (option.byRole[role] ? [{ text: option.text, share: option.byRole[role] }] : []))
      .sort((a, b) => b.share.count - a.share.count);
    return top && top.share.n >= 5 ? [{ role, ...top }] : [];
  });
  if (tops.length === 0) return fallback;
  return say((language, of) =>
    both(
      tops
        .map((top) => `${of(rolePlural[top.role])}：${of(top.text)} ${percent(top.share.share, language)}`)
        .join("；"),
      tops
        .map((top) => `${of(rolePlural[top.role])}: ${of(top.text)} ${percent(top.share.share, language)}`)
        .join("; "),
    ),
  );
}

const mostNeeds = 4;
const shareAxis = both("占作答者的比例", "Share of those who answered");

/** Shares of the options, a bar a role; only roles with five answers or more have one. */
export function optionsChart(key: string, result: QuestionResult | undefined, most = 10): Block[] {
  if (result?.kind !== "options") return [];
  const { options, title, companies, answered } = result;
  const enough = chainRoles.filter((role) => (answered[role] ?? 0) >= 5);
  if (enough.length === 0) return [];
  const shown = options.filter((option) => enough.some((role) => option.byRole[role])).slice(0, most);
  const series = enough.map(
    (role): DocSeries => ({
      label: rolePlural[role],
      role,
      values: shown.map((option) => option.byRole[role]?.share ?? null),
      intervals: shown.map((option) => option.byRole[role]?.interval ?? null),
      people: shown.map((option) => {
        const share = option.byRole[role];
        return share ? { n: share.n, k: share.count } : null;
      }),
    }),
  );
  return [
    {
      kind: "chart",
      key,
      title: findingOf(shown, enough, title),
      people: enough.reduce((sum, role) => sum + (answered[role] ?? 0), 0),
      companies,
      method: "interval-by-company",
      note: title,
      plain: title,
      chart: {
        kind: "bar",
        horizontal: true,
        categoryAxis: both("选项", "Option"),
        categories: shown.map(({ text }) => text),
        valueAxis: shareAxis,
        unit: "percent",
        ...(!result.several && shown.length === options.length && { wholes: "series" as const }),
        series,
      },
    },
  ];
}

/** The latest open answers to a question, each wording once, without who said them. */
export function quotesOf(key: string, result: QuestionResult | undefined, most = 4): Block[] {
  if (result?.kind !== "texts" || result.texts.length === 0) return [];
  const told = new Set<string>();
  const said = result.texts
    .filter(({ text }) => !told.has(text) && told.add(text))
    .slice(0, most)
    .map(({ role, text }) => ({ role, text }));
  return [{ kind: "quoted", key, open: true, title: result.title, quotes: said, total: result.total }];
}

/** Each feature's opportunity among users: importance, satisfaction and the score out of twenty. */
function opportunities(evidence: readonly Evidence[]): Block[] {
  const rows = featureOpportunities(evidence);
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      key: "needs/opportunity",
      title: both("使用者的机会分（0–20）", "Opportunity among users, 0–20"),
      columns: [
        { header: both("功能", "Feature") },
        { header: both("重要性", "Importance"), unit: "number", digits: 1 },
        { header: both("满意度", "Satisfaction"), unit: "number", digits: 1 },
        { header: both("机会分", "Opportunity"), unit: "number", digits: 1 },
        { header: both("回答数", "n"), unit: "number" },
      ],
      rows: rows.map(({ name, importance, satisfaction, opportunity, n }) => [
        name,
        ...[importance, satisfaction, opportunity].map((value) => ({ value, people: { n } })),
        { value: n, people: { n } },
      ]),
      note: both(
        "重要性和满意度是打 4 或 5 分的人所占比例乘以十；超过 10 值得考虑，超过 15 是很大的机会。",
        "Importance and satisfaction are ten times the share that rates 4 or 5; over 10 is worth a look, over 15 extreme.",
      ),
      method: "opportunity",
    },
  ];
}

/** Mean importance of what matters most to each role, in its first three attributes. */
function wantsTable({ wants }: ChapterFacts): Block[] {
  const heard = wants.filter(({ attributes }) => attributes.length > 0);
  if (heard.length === 0) return [];
  return [
    {
      kind: "table",
      key: "needs/wants",
      title: both("各角色最看重什么", "What matters most to each role"),
      columns: [
        { header: both("角色", "Role") },
        { header: both("最看重", "Matters most") },
        { header: both("均值（1–5）", "Mean, 1–5"), unit: "number", digits: 2 },
        { header: both("回答数", "n"), unit: "number" },
      ],
      rows: heard.flatMap(({ role, attributes }) =>
        attributes.map(({ name, mean, n }) => [
          rolePlural[role],
          name,
          { value: mean, people: { n } },
          { value: n, people: { n } },
        ]),
      ),
      method: "cluster-robust-mean",
    },
  ];
}

export function* needsChapter(context: ReportContext, facts: ChapterFacts): Steps<Chapter> {
  const { evidence } = context;
  const { results } = facts;
  const branches = needTree(evidence, { most: mostNeeds });
  yield;
  const tree = [...needTreeDrawing(evidence, branches), ...needTreeTable(evidence, branches)];
  yield;
  const scored = opportunities(evidence);
  yield;
  return {
    key: "needs",
    title: both("需求", "Needs"),
    lead: both("各角色回答的是同样的问题。", "The same questions in every role."),
    blocks: [
      ...tree,
      ...wantsTable(facts),
      ...optionsChart("needs/problems", results.get("anchor.problems")),
      ...optionsChart("needs/causes", results.get("user.causes")),
      ...scored,
      ...themeBlocks(context),
      ...optionsChart("needs/stop-paying", results.get("decider.stop-paying")),
      ...quotesOf("needs/decider-problem", results.get("decider.problem")),
      ...quotesOf("needs/scenario", results.get("requester.scenario")),
      ...quotesOf("needs/cause-text", results.get("user.cause-text")),
    ],
  };
}
