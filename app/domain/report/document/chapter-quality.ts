/** How sure all this is: who answered, how many finished, and how it was computed. */
import { type ChainRole, chainRoles } from "../../chain/role";
import { insightBlock } from "./chapter-executive";
import type { ChapterFacts } from "./facts";
import type { Block, Chapter } from "./report-document";
import type { ReportContext } from "./report-input";
import { both, count, rolePlural, say } from "./say";
import { agreementBlocks } from "./themes";

function turnout({ evidence, unfinished }: ReportContext): Block {
  const own = (role: ChainRole) => evidence.filter((one) => one.role === role);
  const rows = chainRoles.flatMap((role) => {
    const complete = own(role).length;
    const started = complete + (unfinished?.find((one) => one.role === role)?.n ?? 0);
    if (started === 0) return [];
    const companies = new Set(own(role).flatMap(({ companyId }) => companyId ?? [])).size;
    return [
      [
        rolePlural[role],
        ...(unfinished ? [{ value: started, people: { n: started } }] : []),
        { value: complete, people: { n: complete } },
        companies,
      ],
    ];
  });
  return {
    kind: "table",
    key: "quality/turnout",
    title: both("各角色的答卷", "Responses by role"),
    columns: [
      { header: both("角色", "Role") },
      ...(unfinished ? [{ header: both("开始", "Started"), unit: "number" as const }] : []),
      { header: both("完成", "Complete"), unit: "number" },
      { header: both("公司", "Companies"), unit: "number" },
    ],
    rows,
    method: null,
  };
}

/** What colleagues answering alike costs, and what excluding N/A changes. */
function sensitivity({ pmf }: ChapterFacts): Block[] {
  const rows = pmf.flatMap(({ role, score }) => {
    if (!score.ok || !score.value.designEffect.ok || !score.value.effectiveN.ok) return [];
    const { designEffect, effectiveN, n, very, na, score: own, scoreWithNa, naiveInterval } = score.value;
    const people = { n, k: very };
    return [
      [
        rolePlural[role],
        { value: own, people },
        { value: scoreWithNa, people: { n: n + na, k: very } },
        { value: naiveInterval[0], people },
        { value: naiveInterval[1], people },
        designEffect.value,
        effectiveN.value,
      ],
    ];
  });
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      key: "quality/sensitivity",
      team: true,
      title: both("PMF 得分有多稳", "How steady the PMF score is"),
      columns: [
        { header: both("角色", "Role") },
        { header: both("得分", "Score"), unit: "percent" },
        { header: both("把不适用也计入", "With N/A counted"), unit: "percent" },
        { header: both("不计同事相近，下限", "Naive low"), unit: "percent" },
        { header: both("不计同事相近，上限", "Naive high"), unit: "percent" },
        { header: both("设计效应", "Design effect"), unit: "number", digits: 2 },
        { header: both("有效回答数", "Effective n"), unit: "number", digits: 1 },
      ],
      rows,
      method: "design-effect",
    },
  ];
}

const excludedText = (excluded: number) =>
  say((language) =>
    excluded === 0
      ? both("没有排除任何答卷。", "No response was left out.")
      : both(
          `经人工审核，排除了 ${count(excluded, language)} 份答卷。`,
          `${count(excluded, language)} ${excluded === 1 ? "response was" : "responses were"} left out after a person looked at them.`,
        ),
  );

export function qualityChapter(context: ReportContext, facts: ChapterFacts): Chapter {
  const { excluded } = context;
  return {
    key: "quality",
    title: both("质量与方法", "Quality and method"),
    lead: null,
    blocks: [
      turnout(context),
      ...facts.insights
        .filter(({ kind }) => kind === "quality-warning" || kind === "missing-voice")
        .map((insight) => insightBlock(insight, insight.kind === "quality-warning")),
      ...sensitivity(facts),
      ...agreementBlocks(context),
      {
        kind: "text",
        key: "quality/method",
        paragraphs: [
          both(
            "各角色从不合并计算。区间已考虑同一家公司的同事回答相近；不到 5 份回答不显示百分比，不到 5 家公司不下结论。比例都附 95% 区间。",
            "Roles are never pooled. Intervals allow for colleagues of one company answering alike; under five answers no percentage is shown, under five companies no verdict. Shares carry 95% intervals.",
          ),
          ...(excluded === null ? [] : [excludedText(excluded)]),
        ],
      },
    ],
  };
}
