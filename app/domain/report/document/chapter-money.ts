/** Does the business live without outside money? What the books say. */
import { funnelResult } from "../../growth/funnel-result";
import { funnelSteps, payingStep } from "../../growth/funnel-steps";
import type { MoneyResult } from "../../growth/money-result";
import type { LampState } from "../../pmf/three-lamps";
import { insightBlock } from "./chapter-executive";
import type { ChapterFacts } from "./facts";
import { noFigure, outcomeFigure } from "./figures";
import type { Block, BlockOf, Chapter, DocFigure } from "./report-document";
import type { ReportContext } from "./report-input";
import { money as amount, asIs, both, count, percent, say } from "./say";

/** The third lamp with what it stands on. */
export function breakEvenOf(
  { lamp }: MoneyResult,
  required: number,
  state: LampState,
): BlockOf<"lamps">["lamps"][number] {
  const months = lamp.ok ? lamp.value.selfSustainingMonths : null;
  return {
    ...{ key: "breakEven", name: both("盈亏平衡", "Breaks even"), state },
    why:
      months === null
        ? both("还没有账目。", "There are no books yet.")
        : say((language) =>
            both(
              `不靠外部资金、连续没有亏损的月份：${count(months, language)} 个，需要 ${count(required, language)} 个。`,
              `Months in a row without a loss or outside money: ${count(months, language)} of ${count(required, language)} required.`,
            ),
          ),
  };
}

function figuresOf({ value, runway }: MoneyResult, currency: string): DocFigure[] {
  const named = (key: string, label: ReturnType<typeof both>, method: string) => ({
    ...{ key: `money/${key}`, label, method, behind: "growth/money" },
  });
  const alone = { people: null, companies: null };
  const none = { interval: null, intervalIs: "none" as const, ...alone };
  const churn = named("churn", both("每月流失的客户", "Customers lost a month"), "wilson-interval");
  const ratio = named(
    "ltv-cac",
    both("客户终身价值与获客成本之比", "Lifetime value over cost of winning a customer"),
    "unit-economics",
  );
  const cost = named("cac", both("获客成本", "Cost of winning a customer"), "unit-economics");
  const left = named("runway", both("现金还能支撑的月数", "Months the cash lasts"), "runway");
  return [
    outcomeFigure(churn, "percent", value, ({ churn: { rate, interval } }) => ({
      value: rate,
      interval,
      digits: 1,
      ...alone,
    })),
    value.ok && value.value.ltvToCac.ok
      ? {
          ...ratio,
          ...{ unit: "number", digits: 1, value: value.value.ltvToCac.value, ...alone },
          interval: value.value.ratioRange.ok ? value.value.ratioRange.value : null,
          ...(!value.value.ratioRange.ok && { intervalIs: "none" as const }),
        }
      : noFigure(ratio, "number", value.ok ? "never-reached" : value.reason),
    outcomeFigure(cost, { currency }, value, ({ cac }) => ({ value: cac, ...none })),
    ...(runway.ok
      ? [{ ...left, unit: "number" as const, digits: 1, value: runway.value.months, ...none }]
      : []),
  ];
}

function monthsChart({ months }: MoneyResult, currency: string): Block[] {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last || months.length < 2) return [];
  const gained = last.result >= 0;
  return [
    {
      kind: "chart",
      key: "money/months",
      title: say((language) => {
        const written = amount(Math.abs(last.result), currency, language);
        return gained
          ? both(`${last.month}：收入超出成本 ${written}`, `${last.month}: revenue is ${written} above cost`)
          : both(`${last.month}：收入低于成本 ${written}`, `${last.month}: revenue is ${written} below cost`);
      }),
      ...{ people: null, companies: null, method: "break-even-month" },
      chart: {
        kind: "line",
        categoryAxis: both("月份", "Month"),
        categories: months.map(({ month }) => asIs(month)),
        valueAxis: both("每月金额", "Amount a month"),
        unit: { currency },
        series: [
          { label: both("收入", "Revenue"), values: months.map(({ revenue }) => revenue) },
          { label: both("成本", "Cost"), values: months.map(({ cost }) => cost) },
          { label: both("外部资金", "Outside money"), values: months.map(({ funding }) => funding) },
        ],
      },
    },
  ];
}

/** How many reach each step, and where most are lost. */
function funnelBlocks({ funnel, study }: ReportContext): Block[] {
  if (funnel.length === 0) return [];
  const steps = funnelSteps[study.businessType];
  const { reached } = funnelResult(funnel, {
    steps: steps.map(({ key }) => key),
    pays: payingStep(study.businessType),
    worth: null,
  });
  if (!reached[0]) return [];
  const kept = reached.slice(1).map((n, at) => ({ at, rate: reached[at] ? n / reached[at] : 0 }));
  const worst = kept.reduce((low, one) => (one.rate < low.rate ? one : low));
  const [from, to] = [steps[worst.at]!.name, steps[worst.at + 1]!.name];
  return [
    {
      kind: "chart",
      key: "money/funnel",
      title: say((language, of) =>
        both(
          `流失最多的一步：“${of(from)}”到“${of(to)}”，只留下 ${percent(worst.rate, language)}`,
          `Most are lost from “${of(from)}” to “${of(to)}”: ${percent(worst.rate, language)} go on`,
        ),
      ),
      ...{ people: null, companies: null, method: "funnel" },
      chart: {
        kind: "bar",
        horizontal: true,
        categoryAxis: both("步骤", "Step"),
        categories: steps.map(({ name }) => name),
        valueAxis: both("到达的数量", "How many got there"),
        unit: "number",
        series: [{ label: both("到达", "Reached"), values: reached }],
      },
    },
  ];
}

export function moneyChapter(context: ReportContext, { money, insights }: ChapterFacts): Chapter | null {
  const { study, books } = context;
  const funnel = funnelBlocks(context);
  if (money.months.length === 0)
    return funnel.length === 0
      ? null
      : { key: "money", title: both("收支", "Money"), lead: null, blocks: funnel };
  const { lamp } = money;
  const state: LampState = lamp.ok
    ? lamp.value.met
      ? "on"
      : lamp.value.tooEarly
        ? "undecided"
        : "off"
    : "dark";
  return {
    key: "money",
    title: both("收支", "Money"),
    lead: both(
      "按账目逐月计算；比率取最近六个月。",
      "From the books, month by month; rates over the last six months.",
    ),
    blocks: [
      {
        kind: "lamps",
        key: "money/lamp",
        lamps: [breakEvenOf(money, books.settings.monthsRequired, state)],
        method: "three-lamps",
      },
      ...insights.filter(({ about }) => about.item === "runway").map((insight) => insightBlock(insight)),
      ...monthsChart(money, study.currency),
      ...funnel,
      { kind: "figures", key: "money/figures", title: null, figures: figuresOf(money, study.currency) },
    ],
  };
}
