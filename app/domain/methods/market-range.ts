import { simulateMarket } from "../market/market-simulation";
import { pert } from "../market/pert";
import { tornado } from "../market/tornado";
import { triangular } from "../market/triangular";
import type { Method } from "./method";
import { both, line, worked } from "./worked-example";

const points = { min: 10, mode: 20, max: 50 };
const threePoints = both("最少 10，最可能 20，最多 50。", "At least 10, most likely 20, at most 50.");
const names = [both("公司数", "Companies"), both("适合比例", "Fit"), both("年费", "Contract value")];
const factors = [
  { name: "companies", min: 250_000, mode: 350_000, max: 400_000 },
  { name: "fit", min: 0.2, mode: 0.35, max: 0.6 },
  { name: "value", min: 60_000, mode: 120_000, max: 240_000 },
];
const threeFactors = both(
  "公司数 25–35–40 万，适合比例 20–35–60%，年费 6–12–24 万（最少–最可能–最多），相乘。",
  "Companies 250–350–400 thousand, fit 20–35–60 %, contract value 60–120–240 thousand (least–most likely–most), multiplied.",
);

export const marketRangeMethods: readonly Method[] = [
  {
    key: "triangular",
    family: "market",
    name: both("三点估计：三角分布", "Three points: triangular distribution"),
    plain: [
      both(
        "说不准的数，给出最少、最可能、最多三个点。三角分布在两端之间直线升降，不假装知道更多。",
        "A number you are not sure of becomes three points: least, most likely, most. The triangle rises and falls in straight lines and pretends to know nothing more.",
      ),
    ],
    formula: ["mean = (a + m + b) / 3", "variance = ((b − a)² − (m − a)(b − m)) / 18"],
    fails: [
      both(
        "三个点要从小到大，否则不算。人往往把范围估得太窄。",
        "The points must be in order. People tend to give a range that is too narrow.",
      ),
    ],
    sources: ["Kotz & van Dorp (2004), Beyond Beta, ch. 1"],
    example: {
      given: threePoints,
      compute: () =>
        worked(triangular(points), (result) => [
          line(both("平均", "Mean"), "number", result.mean),
          line(both("方差", "Variance"), "number", result.variance),
          line(both("P10、P50、P90", "P10, P50, P90"), "number", result.quantiles),
        ]),
    },
  },
  {
    key: "pert",
    family: "market",
    name: both("三点估计：Beta-PERT", "Three points: Beta-PERT"),
    plain: [
      both(
        "同样三个点，但更相信“最可能”那个数，两端更少见。估计的人有经验时用它，没有把握时用三角分布。",
        "The same three points, with more trust in the most likely one and less weight at the ends. Use it when the estimate comes from experience, the triangle when it does not.",
      ),
    ],
    formula: [
      "mean = (a + 4m + b) / 6",
      "α = 1 + 4(m − a)/(b − a),  β = 1 + 4(b − m)/(b − a)",
      "variance = (μ − a)(b − μ) / 7",
    ],
    fails: [
      both(
        "三个点相同就没有分布。常见的 (b − a)/6 只是经验法则，这里另外给出。",
        "Three equal points have no distribution. The common (b − a)/6 is a rule of thumb and given beside it.",
      ),
    ],
    sources: [
      "Malcolm, Roseboom, Clark & Fazar (1959), Operations Research 7(5)",
      "Vose (2008), Risk Analysis",
    ],
    example: {
      given: threePoints,
      compute: () =>
        worked(pert(points), (result) => [
          line(both("平均", "Mean"), "number", result.mean),
          line(both("方差", "Variance"), "number", result.variance),
          line(both("P10、P50、P90", "P10, P50, P90"), "number", result.quantiles),
        ]),
    },
  },
  {
    key: "market-simulation",
    family: "market",
    name: both("市场规模的范围（蒙特卡洛）", "Market size as a range (Monte Carlo)"),
    plain: [
      both(
        "每个说不准的因素按三点估计抽一个数，代入公式；抽十万次，看结果的分布。P10 是悲观值（十次里只有一次更低），P50 是中间值，P90 是乐观值。",
        "Every uncertain factor is drawn from its three points and put into the formula, a hundred thousand times. P10 is pessimistic (one in ten is lower), P50 the middle, P90 optimistic.",
      ),
      both(
        "随机数的种子一并保存，同一份假设任何时候重算都得到同样的数。",
        "The seed is stored with the figure, so that the same assumptions always give the same numbers.",
      ),
    ],
    formula: ["X = Π factorᵢ;  P10, P50, P90 of at least 100,000 draws"],
    fails: [
      both(
        "假定各因素互不影响。如果公司越多年费越低，实际的范围会更窄。",
        "Factors are taken as independent. If more companies mean lower prices, the true range is narrower.",
      ),
    ],
    sources: ["Vose (2008), Risk Analysis, ch. 5"],
    example: {
      given: both(`${threeFactors["zh-CN"]}种子 1。`, `${threeFactors.en} Seed 1.`),
      compute: () =>
        worked(simulateMarket(factors, { seed: 1 }), (result) => [
          line(both("P10–P90", "P10–P90"), "money", [result.p10, result.p90]),
          line(both("P50", "P50"), "money", result.p50),
          line(both("平均", "Mean"), "money", result.mean),
          line(both("抽取次数", "Draws"), "integer", result.draws),
        ]),
    },
  },
  {
    key: "tornado",
    family: "market",
    name: both("哪个假设最要紧（龙卷风图）", "Which assumption matters most (tornado)"),
    plain: [
      both(
        "一次只把一个因素推到最少和最多，其他保持最可能，看结果变动多大。变动最大的那个，最值得再去调查。",
        "One factor at a time goes to its least and most while the others stay at their most likely. The one with the widest swing is worth researching next.",
      ),
    ],
    formula: ["swing = |f(…, max, …) − f(…, min, …)|"],
    fails: [
      both(
        "一次只动一个，看不到因素之间的配合；要看整体范围，请用模拟。",
        "One at a time hides how factors act together: for the whole range see the simulation.",
      ),
    ],
    sources: ["Howard (1988), Decision analysis: practice and promise, Management Science 34(6)"],
    example: {
      given: threeFactors,
      compute: () =>
        worked(tornado(factors), ({ base, bars }) => [
          line(both("全取最可能", "All at their most likely"), "money", base),
          ...bars.map(({ name, low, high }) =>
            line(names[factors.findIndex((factor) => factor.name === name)]!, "money", [low, high]),
          ),
        ]),
    },
  },
];
