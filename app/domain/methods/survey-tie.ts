import { pointsFromInterval } from "../market/interval-points";
import { surveyEstimate } from "../market/survey-estimate";
import type { Method } from "./method";
import { both, line, worked } from "./worked-example";

const said = [5, 5, 4, 4, 4, 3, 3, 3, 2, 1];
const chances = [0, 0, 0.1, 0.3, 0.5, 0.7];

export const surveyTieMethods: readonly Method[] = [
  {
    key: "survey-tie",
    family: "market",
    name: both("跟随调研的市场假设", "Market assumptions that follow the survey"),
    plain: [
      both(
        "适合比例：作答公司里，有人说到这个问题（或在这类产品上有支出）的公司占多少，一家公司只算一次。赢单比例：决策者的购买意愿按 5 分到 1 分折成 0.7、0.5、0.3、0.1、0 再取平均，因为人们买的总比说的少。单家收入：决策者给出的价格，乘以一家一年买多少份。",
        "Fit: of the companies that answered, the share in which somebody names the problem (or that spend on such products); a company counts once. Share won: the deciders' purchase intent, answers 5 to 1 taken as 0.7, 0.5, 0.3, 0.1 and 0, then averaged, because people buy less than they say. Revenue: the price from the deciders' answers times the units a company buys a year.",
      ),
      both(
        "价格和意愿默认只看决策者，也可以加上采购和财务并设权重：每个角色先各算各的，再按权重平均，区间按公司重抽样；不足五家公司的角色不计入。年增长可以跟随市场的历年数据：对销量取对数画直线，斜率就是增长，区间来自各年偏离直线的程度。",
        "Price and intent are the deciders' alone, or those of deciders, procurement and finance by weight: each role is computed by itself, then averaged, with an interval that redraws companies; a role under five companies is left out. Growth can follow the market's years: the slope of a line through the logarithms of sales, with an interval from how far the years lie off it.",
      ),
      both(
        "每个结果的 95% 区间变成一个三角分布进入模拟：它的 2.5% 和 97.5% 分位数就是区间的两端。答得越多，三角越窄，SOM 的区间也越窄。",
        "The 95 % interval of each becomes a triangle in the simulation whose 2.5 % and 97.5 % quantiles are the ends of the interval. More answers make the triangle narrower, and the range of the SOM with it.",
      ),
    ],
    formula: [
      "fit = companies with the problem / companies that answered (Wilson's interval)",
      "win = mean of the calibrated answers (company-robust interval)",
      "triangle (a, mode, b):  F(lower) = 0.025,  F(upper) = 0.975",
    ],
    fails: [
      both(
        "不足五家公司作答时，先用填写的数。作答的公司不是随机抽取的，适合比例往往偏高；价格按调研里的单位问，乘数要您自己填对。",
        "Under five companies the typed numbers hold. Those who answer are no random sample, so fit tends to be high; prices are asked in the survey's unit, and the number of units is yours to get right.",
      ),
    ],
    sources: [
      "Wilson (1927); Newton, Miller & Smith (1993); Van Westendorp (1976)",
      "Kotz & van Dorp (2004), Beyond Beta, ch. 1",
    ],
    example: {
      given: both(
        "十家公司的决策者各一人，购买意愿为 5、5、4、4、4、3、3、3、2、1。",
        "One decider in each of ten companies; purchase intent 5, 5, 4, 4, 4, 3, 3, 3, 2, 1.",
      ),
      compute: () =>
        worked(
          surveyEstimate(
            {
              kind: "intent",
              answers: said.map((answer, index) => ({ company: `${index}`, chance: chances[answer] ?? 0 })),
            },
            1,
          ),
          ({ estimate, interval }) => {
            const { min, max } = pointsFromInterval(estimate, interval, [0, 1]);
            return [
              line(both("赢单比例", "Share won"), "share", estimate),
              line(both("95% 区间", "95 % interval"), "share", interval),
              line(both("进入模拟的两端", "Ends in the simulation"), "share", [min, max] as const),
            ];
          },
        ),
    },
  },
];
