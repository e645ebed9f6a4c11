import { breakEvenMonth, breakEvenUnits } from "../market/break-even";
import { funnel } from "../market/funnel";
import { unitEconomics } from "../market/unit-economics";
import { value } from "../outcome";
import type { Method } from "./method";
import { both, line, worked } from "./worked-example";

export const moneyMethods: readonly Method[] = [
  {
    key: "unit-economics",
    family: "market",
    name: both("客户终身价值与获客成本", "Life-time value and acquisition cost"),
    plain: [
      both(
        "一个客户一生带来的毛利（LTV）是获客成本（CAC）的几倍？几个月能赚回获客成本？经验上 3 倍以上、12 个月以内算健康。",
        "How many times does the margin a customer brings in a life (LTV) cover the cost of winning them (CAC), and after how many months is it paid back? By experience 3 times and 12 months are healthy.",
      ),
    ],
    formula: ["LTV = ARPA · margin / churn", "payback = CAC / (ARPA · margin)"],
    fails: [
      both(
        "流失率为 0 时寿命无限，不给 LTV；毛利不大于零时都不给。客户还少的时候，流失率本身就很不准。",
        "At churn 0 life has no end and LTV no value; with no margin neither has. With few customers the churn itself is hardly known.",
      ),
    ],
    sources: [
      "Skok, SaaS Metrics 2.0",
      "Gupta & Lehmann (2003), Customers as assets, Journal of Interactive Marketing 17(1)",
    ],
    example: {
      given: both(
        "每月 500，毛利 75%，月流失 2.5%，获客成本 6000。",
        "500 a month, 75 % margin, 2.5 % lost a month, 6,000 to win one.",
      ),
      compute: () =>
        worked(
          value(unitEconomics({ arpa: 500, grossMargin: 0.75, monthlyChurn: 0.025, cac: 6000 })),
          ({ ltv, ltvToCac, paybackMonths }) => [
            line(both("LTV", "LTV"), "money", ltv),
            line(both("LTV / CAC", "LTV / CAC"), "number", ltvToCac),
            line(both("回本月数", "Months to pay back"), "number", paybackMonths),
          ],
        ),
    },
  },
  {
    key: "break-even-units",
    family: "market",
    name: both("卖多少才保本", "Units to break even"),
    plain: [
      both(
        "每卖一份，价格减去变动成本就是赚到的；多少份加起来够付固定成本？",
        "Each unit leaves its price less the variable cost; how many of them pay the fixed cost?",
      ),
    ],
    formula: ["units = ⌈F / (p − v)⌉"],
    fails: [
      both(
        "价格不高于变动成本时，卖得越多亏得越多，永远不保本。",
        "At a price not above variable cost every sale loses: never reached.",
      ),
    ],
    sources: ["Arithmetic of cost–volume–profit analysis"],
    example: {
      given: both(
        "固定成本 14 万，价格 500，变动成本 180。",
        "Fixed cost 140,000, price 500, variable cost 180.",
      ),
      compute: () =>
        worked(breakEvenUnits(140_000, 500, 180), (result) => [
          line(both("保本数量", "Units"), "integer", result.units),
          line(both("此时收入", "Revenue then"), "money", result.revenue),
          line(both("边际贡献率", "Margin ratio"), "share", result.marginRatio),
        ]),
    },
  },
  {
    key: "break-even-month",
    family: "market",
    name: both("哪个月营收平衡", "The month of break-even"),
    plain: [
      both(
        "不靠外部融资，按现在的增长速度，哪个月的毛利能盖住固定成本？到那时手里的现金还剩多少，中途会不会断？",
        "Without outside funding, at today's growth: in which month does the margin cover the fixed cost, how much cash is left then, and does it run out before?",
      ),
    ],
    formula: ["MRR(t) = MRR(1) · (1 + g)^(t − 1);  first t with MRR(t) · margin ≥ fixed cost"],
    fails: [
      both(
        "假定增长不变、固定成本不变；五十年内到不了就说到不了。",
        "Growth and fixed cost are assumed to stay; when it does not happen within fifty years, it says so.",
      ),
    ],
    sources: ["Arithmetic"],
    example: {
      given: both(
        "首月收入 5 万，月增 10%，毛利 80%，固定成本 10 万，现金 60 万。",
        "50,000 in the first month, 10 % growth, 80 % margin, 100,000 fixed cost, 600,000 cash.",
      ),
      compute: () =>
        worked(
          breakEvenMonth({ mrr: 50_000, growth: 0.1, grossMargin: 0.8, fixed: 100_000, cash: 600_000 }),
          (result) => [
            line(both("第几个月", "Month"), "integer", result.month),
            line(both("当月收入", "Revenue that month"), "money", result.mrr),
            line(both("剩余现金", "Cash left"), "money", result.cashAfter),
            line(
              both("撑得到吗", "Does the cash last?"),
              "number",
              result.survives ? both("撑得到", "yes") : both("中途断流", "no"),
            ),
          ],
        ),
    },
  },
  {
    key: "funnel",
    family: "market",
    name: both("漏斗与流失用户池", "Funnel and lost-user pool"),
    plain: [
      both(
        "每一步的转化率以上一步的人数为分母，并带 95% 区间；进来的减去走完的，就是流失用户池。",
        "Each step's rate has the step before as its denominator and a 95 % interval; who entered and did not complete is in the lost-user pool.",
      ),
      both(
        "按月统计时，同一个月里到达各步的不一定是同一批人；按批次统计跟着同一批人往后看，新批次时间还短，只在“已过几个月”相同时才可比。流失原因按人数占已知原因的比例排列，召回率只算统计过的。",
        "Counted by month, those who reach a step need not be those who came in it; counted by cohort the same people are followed, and young cohorts compare only at the same age. Reasons are ranked by their share of those known; the share that came back is of those counted.",
      ),
    ],
    formula: ["rateᵢ = nᵢ / nᵢ₋₁ with Wilson's interval", "lost pool = entered − completed"],
    fails: [
      both(
        "后一步的人数不能多于前一步：多了说明两步数的不是同一批人。最弱的一步不一定最值得改，要看改得动多少。",
        "A step cannot have more people than the one before: if so, the two count different people. The weakest step is not always the one worth mending.",
      ),
    ],
    sources: ["Wilson (1927), Journal of the American Statistical Association 22"],
    example: {
      given: both(
        "访问 12,000 → 线索 1,800 → 演示 420 → 签约 105 → 续费 84；从流失池召回 59。",
        "Visits 12,000 → leads 1,800 → demos 420 → signed 105 → renewed 84; 59 came back from the lost pool.",
      ),
      compute: () =>
        worked(funnel([12_000, 1800, 420, 105, 84], { recovered: 59 }), (result) => [
          ...result.steps.flatMap(({ rate, interval }, step) => [
            line(both(`第 ${step + 1} 步转化率`, `Rate of step ${step + 1}`), "share", rate),
            line(
              both(`第 ${step + 1} 步的 95% 区间`, `95 % interval of step ${step + 1}`),
              "share",
              interval,
            ),
          ]),
          line(both("流失用户池", "Lost-user pool"), "integer", result.lostPool),
          line(both("召回率", "Recovery rate"), "share", result.recovery.rate),
        ]),
    },
  },
];
