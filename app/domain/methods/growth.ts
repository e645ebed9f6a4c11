import { renewalRates } from "../growth/renewals";
import { runwayMonths } from "../growth/runway";
import { readStageOf } from "../growth/stage";
import { noValue, value } from "../outcome";
import type { Method } from "./method";
import { both, line, worked } from "./worked-example";

const cohorts = [
  { month: "2024-01", started: 40, renewed: [34, 31] },
  { month: "2024-04", started: 55, renewed: [45] },
  { month: "2025-06", started: 60, renewed: [] },
];

export const growthMethods: readonly Method[] = [
  {
    key: "runway",
    family: "market",
    name: both("现金还能用多久", "Runway"),
    plain: [
      both(
        "手头的现金，按最近三个月平均每月亏多少，还能用几个月。外部融资不算收入，所以不算在内。",
        "How many months the cash at hand lasts at the mean loss of the last three months. Outside funding is no revenue and is left out.",
      ),
    ],
    formula: ["runway = cash / mean(−operating result) over the last three months"],
    fails: [
      both(
        "不亏损时没有这个数。假定亏损不变：收入在涨，它就偏短；成本在涨，它就偏长。",
        "Without a loss there is none. The loss is assumed to stay: with growing revenue it is too short, with growing costs too long.",
      ),
    ],
    sources: ["Arithmetic; net burn as in Feld & Mendelson (2019), Venture Deals"],
    example: {
      given: both(
        "现金 60 万，最近三个月经营结果为 −5 万、−4 万、−3 万。",
        "600,000 at hand; operating results of the last three months −50,000, −40,000, −30,000.",
      ),
      compute: () =>
        worked(runwayMonths(600_000, [-50_000, -40_000, -30_000]), (result) => [
          line(both("每月亏损", "Loss a month"), "money", result.burn),
          line(both("还能用几个月", "Months"), "number", result.months),
        ]),
    },
  },
  {
    key: "renewal-rate",
    family: "market",
    name: both("各批客户的续费率", "Renewal by cohort"),
    plain: [
      both(
        "同一个月开始的客户是一批。到了第几次续费时点的客户里，有多少续了；还没到时点的不算进分母。",
        "Customers that began in one month are a cohort. Of those that came to their k-th renewal, how many renewed; those that have not come to it are not counted.",
      ),
    ],
    formula: ["rateₖ = Σ renewedₖ / Σ renewedₖ₋₁, over cohorts that reached k (renewed₀ = started)"],
    fails: [
      both(
        "靠后的续费只有最老的几批客户，人少、又是产品早期来的。把不同月份混在一起，看不出是变好还是变坏：请看每一批。",
        "Late renewals rest on the oldest cohorts alone: few customers, and early ones. Months pooled hide whether it gets better: look at the cohorts.",
      ),
    ],
    sources: [
      "Fader & Hardie (2007), How to project customer retention, Journal of Interactive Marketing 21(1)",
      "Interval: Wilson (1927)",
    ],
    example: {
      given: both(
        "2024 年 1 月 40 家，两次续费后剩 34、31；4 月 55 家，一次续费后剩 45；2025 年 6 月 60 家，还没到续费。",
        "January 2024: 40 customers, 34 and 31 left after two renewals; April: 55, 45 left after one; June 2025: 60, none due yet.",
      ),
      compute: () =>
        worked(value(renewalRates(cohorts)), (rates) =>
          rates.flatMap(({ renewal, rate, interval }) => [
            line(both(`第 ${renewal} 次续费率`, `Renewal ${renewal}`), "share", rate),
            line(
              both(`第 ${renewal} 次续费率的 95% 区间`, `Renewal ${renewal}, 95% interval`),
              "share",
              interval,
            ),
          ]),
        ),
    },
  },
  {
    key: "stage-gates",
    family: "market",
    name: both("阶段与关口", "Stage and gates"),
    plain: [
      both(
        "每个阶段有几个关口，每个关口是一盏由研究自己的证据算出来的灯：亮、不亮、未定，或没有数据。灯之间不互相抵消，第一盏没亮的灯就是下一步。",
        "Each stage has a few gates, each a lamp computed from the study's own evidence: on, off, undecided or without data. One never makes up for another; the first that is not on is the next step.",
      ),
    ],
    formula: [
      "development: chain heard in ≥ 5 companies · ≥ 4/5 of the matrix known · we win overall · headroom",
      "market validation: used often · upset if gone · break-even",
      "growth: break-even · first renewal over 70 % · LTV:CAC over 3 · we win overall · headroom",
    ],
    fails: [
      both(
        "70%、五家公司、五分之四是我们的约定，不是公开发表的数字。关口都过了，也不代表一定要进入下一阶段。",
        "70 %, five companies and four fifths are our conventions, not published figures. That all gates are met does not mean that one must go on.",
      ),
    ],
    sources: ["Stages and growth logics: the article on to-B operations", "LTV:CAC: Skok, SaaS Metrics 2.0"],
    example: {
      given: both(
        "增长期：营收平衡已达到；43 家到了首次续费，续了 34 家；LTV:CAC 为 5.2 到 12；胜过竞品；市场有空间。",
        "Growth: break-even met; 34 of 43 customers renewed; LTV:CAC 5.2 to 12; we win against the competition; the market leaves room.",
      ),
      compute: () => {
        const [renewal] = renewalRates([{ month: "2025-05", started: 43, renewed: [34] }]);
        const reading = readStageOf("growth", {
          coverage: { complete: 0, companies: 0 },
          matrix: { known: 0, total: 0 },
          competition: "win",
          headroom: value({ verdict: "above", chance: 0.97 }),
          lamps: { frequency: "on", upset: "on", breakEven: "on" },
          renewal: renewal ? value(renewal) : noValue("no-data"),
          ltvToCac: value([5.2, 12] as const),
          opportunities: { all: 0, confirmed: 0 },
        });
        const met = reading.gates.filter(({ state }) => state === "on").length;
        return worked(value(reading), () => [
          line(both("已达到的关口", "Gates met"), "integer", met),
          line(
            both("下一步", "Next step"),
            "number",
            reading.todo === "renewal"
              ? both("续费：区间还跨着 70%", "renewal: its interval still includes 70 %")
              : both("没有", "none"),
          ),
        ]);
      },
    },
  },
];
