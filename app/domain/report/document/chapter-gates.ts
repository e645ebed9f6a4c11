/** Which gates of its life cycle the product has passed, and which one is next. */

import type { RoleVerdict } from "../../competitors/competitive-verdict";
import { countCells } from "../../competitors/matrix-cell";
import { isConfirmed, standingOf } from "../../growth/opportunity-confirm";
import { needConfirmation } from "../../growth/opportunity-rank";
import { firstRenewal } from "../../growth/renewals";
import { type GateKey, readStageOf, type StageFacts } from "../../growth/stage";
import type { Language, LocalText } from "../../language";
import { noValue } from "../../outcome";
import type { BreakEvenLamp } from "../../pmf/break-even-lamp";
import { judgeInterval } from "../../pmf/pmf-verdict";
import { defaultFrequencyThreshold } from "../../pmf/three-lamps";
import type { LifeCycleStage } from "../../study/study";
import { fitEvidence, studyLamps } from "../study-lamps";
import type { ChapterFacts } from "./facts";
import { headroomFigure, outcomeFigure, pmfFigure } from "./figures";
import type { Chapter, DocFigure } from "./report-document";
import type { ReportContext } from "./report-input";
import { both, companiesWithin, count, percent, points, rolePlural, say } from "./say";

const stageNames: Record<LifeCycleStage, LocalText> = {
  development: both("开发期", "development"),
  "market-validation": both("市场验证期", "market validation"),
  growth: both("增长期", "growth"),
  maturity: both("成熟期", "maturity"),
  decline: both("衰退期", "decline"),
};

/** Name of a gate, and when it is on. */
const gates: Record<GateKey, readonly [name: LocalText, on: LocalText]> = {
  coverage: [
    both("听全了决策链", "The chain has been heard"),
    both(
      "至少五家公司的决策者、使用者、需求方都已作答。",
      "Decider, user and requester have answered in five companies or more.",
    ),
  ],
  matrix: [
    both("看清了竞品", "The rivals are known"),
    both("竞品矩阵至少五分之四的单元格有内容。", "At least four fifths of the matrix say something."),
  ],
  competition: [
    both("胜过竞品", "We win against the competition"),
    both(
      "决策者选我们多于其他，且没有哪个角色输给竞品。",
      "Deciders choose us over the others, and no role is lost to them.",
    ),
  ],
  headroom: [
    both("市场够大", "The market is big enough"),
    both("最保守的估计也达到目标。", "Even the low estimate reaches the goal."),
  ],
  frequency: [both("用得频繁", "Used often"), both("多数使用者经常使用。", "Most users use it often.")],
  upset: [
    both("没有会抓狂", "Upset if gone"),
    both("非常失望的使用者超过门槛。", "More users than the threshold would be very disappointed."),
  ],
  breakEven: [
    both("盈亏平衡", "Breaks even"),
    both("不靠外部资金，收入盖住成本。", "Revenue covers cost without outside money."),
  ],
  renewal: [
    both("客户续费", "Customers renew"),
    both("首次续费率的区间高于 70%。", "The interval of the first renewal rate lies over 70%."),
  ],
  ltvToCac: [
    both("客户值得其成本", "A customer is worth its cost"),
    both(
      "终身价值与获客成本之比的区间高于 3。",
      "The interval of lifetime value over cost of winning lies over 3.",
    ),
  ],
  opportunity: [
    both("找到了新机会", "A new opportunity is found"),
    both("至少一个机会得到证实。", "At least one opportunity is confirmed."),
  ],
};

/** How many needs were written down, and how many of them the answers or a person confirmed. */
function opportunityCount(
  { rows, waves }: ReportContext["opportunities"],
  evidence: ReportContext["evidence"],
) {
  const confirmed = rows.filter((row) => {
    const coded = new Map(row.coded.map((id) => [id, ""]));
    const confirmation = needConfirmation(row, evidence, { waveId: row.waveId, waves, coded });
    return isConfirmed(standingOf(row.status, confirmation));
  });
  return { all: rows.length, confirmed: confirmed.length };
}

type Proof = { said?: LocalText; figure?: DocFigure };

/** What each gate rests on: counts in words, shares with their interval and n. */
function proofsOf(context: ReportContext, facts: ChapterFacts, gathered: StageFacts): Record<GateKey, Proof> {
  const { study, evidence } = context;
  const { rule } = study;
  const { competition, pmf, markets, money } = facts;
  const { coverage, matrix, renewal, ltvToCac, opportunities } = gathered;
  const { frequency } = fitEvidence(evidence, rule);
  const users = pmf.find(({ role }) => role === "user");
  const [market] = markets;
  return {
    coverage: {
      said: say((language) =>
        both(
          `${count(coverage.companies, language)} 家公司里，听全的有 ${count(coverage.complete, language)} 家。`,
          `Heard in full: ${count(coverage.complete, language)} of ${companiesWithin(coverage.companies)}.`,
        ),
      ),
    },
    matrix: {
      said: say((language) =>
        both(
          `${count(matrix.total, language)} 个单元格里，有内容的 ${count(matrix.known, language)} 个。`,
          `Known: ${count(matrix.known, language)} of ${count(matrix.total, language)} cells.`,
        ),
      ),
    },
    competition: { said: resultsInWords(competition?.verdict.roles ?? []) },
    headroom: market?.sized.headroom.ok
      ? { figure: headroomFigure(market.sized.headroom.value, study.currency) }
      : {},
    frequency: {
      figure: outcomeFigure(
        {
          key: "gates/frequency",
          label: say((language) =>
            both(
              `${count(rule.windowDays, language)} 天内使用核心功能 ${count(rule.minUses, language)} 次以上的使用者`,
              `Users of the core function ${count(rule.minUses, language)} times or more in ${count(rule.windowDays, language)} days`,
            ),
          ),
          ...{ method: "three-lamps", behind: "pmf" },
        },
        "percent",
        frequency,
        ({ share, interval, n, companies }) => ({
          ...{ value: share, interval, people: { n, k: Math.round(share * n) }, companies },
          threshold: defaultFrequencyThreshold,
          verdict: judgeInterval(interval, defaultFrequencyThreshold),
        }),
      ),
    },
    upset: users ? { figure: pmfFigure(users, rule.threshold) } : {},
    breakEven: money.lamp.ok
      ? { said: monthsInWords(money.lamp.value, context.books.settings.monthsRequired) }
      : {},
    renewal: renewal.ok
      ? {
          said: say((language) =>
            both(
              `首次续费率 ${percent(renewal.value.rate, language)}（${range(renewal.value.interval, language)}，到期 ${count(renewal.value.due, language)} 家）。`,
              `First renewal ${percent(renewal.value.rate, language)} (${range(renewal.value.interval, language)}, ${count(renewal.value.due, language)} due).`,
            ),
          ),
        }
      : {},
    ltvToCac: ltvToCac.ok
      ? {
          said: say((language) => {
            const [low, high] = ltvToCac.value.map((end) => points(end, language));
            return both(`两者之比 ${low} 至 ${high}。`, `The ratio lies between ${low} and ${high}.`);
          }),
        }
      : {},
    opportunity: {
      said: say((language) =>
        both(
          `${count(opportunities.all, language)} 个机会里，得到证实的 ${count(opportunities.confirmed, language)} 个。`,
          `Confirmed: ${count(opportunities.confirmed, language)} of ${count(opportunities.all, language)}.`,
        ),
      ),
    },
  };
}

const range = ([low, high]: readonly [number, number], language: Language) =>
  `${percent(low, language)}–${percent(high, language)}`;

const monthsInWords = ({ selfSustainingMonths: n }: BreakEvenLamp, required: number): LocalText =>
  say((language) =>
    both(
      `已连续 ${count(n, language)} 个月不亏损，要求 ${count(required, language)} 个月。`,
      `${count(n, language)} ${n === 1 ? "month" : "months"} in a row without a loss; ${count(required, language)} are required.`,
    ),
  );

const results = {
  win: both("胜出", "won"),
  tie: both("不分高下", "undecided"),
  lose: both("输掉", "lost"),
  unknown: both("不明", "unknown"),
};
/** "Deciders: won; users: undecided." */
const resultsInWords = (roles: readonly RoleVerdict[]): LocalText =>
  say((_, of) =>
    both(
      `${roles.map(({ role, result }) => `${of(rolePlural[role])}${of(results[result])}`).join("；")}。`,
      `${roles.map(({ role, result }) => `${of(rolePlural[role])}: ${of(results[result])}`).join("; ")}.`,
    ),
  );

function stageFacts(context: ReportContext, facts: ChapterFacts): StageFacts {
  const { study, books, opportunities, evidence } = context;
  const { competition, coverage, markets, money } = facts;
  return {
    coverage: { complete: coverage.complete, companies: coverage.companies.length },
    matrix: context.competition ? countCells(context.competition) : { known: 0, total: 0 },
    competition: competition?.verdict.result ?? "unknown",
    headroom: markets[0]?.sized.headroom ?? noValue("no-data"),
    lamps: studyLamps(evidence, study.rule, money.lamp),
    renewal: firstRenewal(books.cohorts),
    ltvToCac: money.value.ok ? money.value.value.ratioRange : money.value,
    opportunities: opportunityCount(opportunities, evidence),
  };
}

/** The gates of the product's stage, and what they are called. */
export const stageReading = (context: ReportContext, facts: ChapterFacts) =>
  readStageOf(context.study.stage, stageFacts(context, facts));
export const gateName = (key: GateKey): LocalText => gates[key][0];

export function gatesChapter(context: ReportContext, facts: ChapterFacts): Chapter {
  const { study } = context;
  const gathered = stageFacts(context, facts);
  const reading = readStageOf(study.stage, gathered);
  const proofs = proofsOf(context, facts, gathered);
  const { next, todo } = reading;
  return {
    key: "gates",
    title: both("阶段关口", "Life-cycle gates"),
    lead: say((_, of) =>
      next
        ? both(
            `产品处于${of(stageNames[study.stage])}；通过下面的关口，进入${of(stageNames[next])}。`,
            `The product is in ${of(stageNames[study.stage])}; these gates lead to ${of(stageNames[next])}.`,
          )
        : both(
            `产品处于${of(stageNames[study.stage])}；守住下面的关口。`,
            `The product is in ${of(stageNames[study.stage])}; these gates keep it there.`,
          ),
    ),
    blocks: [
      {
        kind: "lamps",
        key: "gates/lamps",
        method: "stage-gates",
        lamps: reading.gates.map(({ key, state }) => ({
          key,
          name: gates[key][0],
          state,
          why: gates[key][1],
          ...(state !== "dark" && proofs[key]),
        })),
      },
      ...(todo
        ? [
            {
              kind: "text" as const,
              key: "gates/todo",
              paragraphs: [
                say((_, of) =>
                  both(`下一步：“${of(gates[todo][0])}”。`, `What to work on next: “${of(gates[todo][0])}”.`),
                ),
              ],
            },
          ]
        : []),
    ],
  };
}
