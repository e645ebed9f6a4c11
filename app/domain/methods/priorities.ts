import { type IpaQuadrant, importancePerformance } from "../features/importance-performance";
import { opportunityFromRatings, opportunityGap } from "../features/opportunity";
import { opportunityInterval } from "../features/opportunity-interval";
import { turf } from "../features/turf";
import type { Method } from "./method";
import { both, line, sideBySide, worked } from "./worked-example";

const importance = [5, 4, 5, 3, 4, 5, 2, 5, 4, 4];
const satisfaction = [2, 3, 4, 1, 2, 5, 3, 2, 1, 3];
const ratings = importance.map((rating, index) => ({
  importance: rating,
  satisfaction: satisfaction[index],
  company: `company-${index % 6}`,
}));

const quadrantName: Record<IpaQuadrant, ReturnType<typeof both>> = {
  "concentrate-here": both("优先改进", "concentrate here"),
  "keep-up": both("继续保持", "keep up"),
  "possible-overkill": both("可能过度", "possible overkill"),
  "low-priority": both("低优先级", "low priority"),
};

export const priorityMethods: readonly Method[] = [
  {
    key: "opportunity",
    family: "features",
    name: both("机会得分（Ulwick）", "Opportunity score (Ulwick)"),
    plain: [
      both(
        "重要但不满意的，就是机会。把打 4 分和 5 分的人所占的比例乘以 10，得到重要性和满意度（0–10），再算出机会得分（0–20）。",
        "What matters and is badly served is an opportunity. The share that rates 4 or 5, times ten, gives importance and satisfaction (0–10), and from them the score (0–20).",
      ),
      both(
        "15 分以上机会极大，12 分以上很大，10 分以上值得看。只在同一个角色内计算；区间按公司重抽样，因为同事的看法往往相近。",
        "Above 15 is extreme, above 12 high, above 10 worth a look. It is computed within one role only; the interval redraws whole companies, because colleagues answer alike.",
      ),
      both(
        "机会页把得分乘以有此需求的公司比例来排序，并给出区间；相邻两个的区间重叠就算并列。关联的那一轮与此前各轮相比，有此需求的比例确定没有低出 20 个百分点以上，就算证实。",
        "The opportunities page ranks by score × share of companies that have the need, with an interval; neighbours whose intervals overlap are tied. A need is confirmed when its wave shows it surely no more than 20 points rarer than the waves before.",
      ),
    ],
    formula: [
      "I, S = 10 × share rating 4 or 5",
      "opportunity = I + max(I − S, 0)",
      "rank only if apart by 3 · √(30 / n)",
    ],
    fails: [
      both(
        "30 人时相差不到 3 分，不要排先后；公司少于 5 家不给区间。",
        "Do not rank scores less than 3 points apart at 30 respondents; with fewer than 5 companies there is no interval.",
      ),
    ],
    sources: ["Ulwick (2002), Turn customer input into innovation, Harvard Business Review 80(1)"],
    example: {
      given: both(
        "6 家公司的 10 位使用者：重要性 5,4,5,3,4,5,2,5,4,4；满意度 2,3,4,1,2,5,3,2,1,3。",
        "Ten users of six companies: importance 5,4,5,3,4,5,2,5,4,4; satisfaction 2,3,4,1,2,5,3,2,1,3.",
      ),
      compute: () =>
        worked(opportunityFromRatings(ratings), (result) => [
          line(both("重要性", "Importance"), "number", result.importance),
          line(both("满意度", "Satisfaction"), "number", result.satisfaction),
          line(both("机会得分", "Opportunity"), "number", result.opportunity),
          line(both("95% 区间", "95 % interval"), "number", opportunityInterval(ratings, { seed: 1 })),
          line(both("可以排先后的差距", "Gap needed to rank"), "number", opportunityGap(result.n)),
        ]),
    },
  },
  {
    key: "importance-performance",
    family: "features",
    name: both("重要性–表现分析（IPA）", "Importance–performance analysis"),
    plain: [
      both(
        "以重要性和表现为两轴，十字线把各项分成四块：优先改进、继续保持、可能过度、低优先级。",
        "Importance and performance span a map; a cross-hair cuts it into four: concentrate here, keep up, possible overkill, low priority.",
      ),
      both(
        "十字线放在哪里，结论就不同。这里默认取各项的平均，也可以取中位数或量表的中点；图上总会写明用的是哪一种。",
        "Where the cross-hair lies decides the verdict. The default is the mean of all items; the median or the middle of the scale can be chosen. The chart always says which.",
      ),
    ],
    formula: ["cross-hair = (mean importance, mean performance); on the line counts as high"],
    fails: [
      both(
        "用平均作十字线时，总会有项目落在“优先改进”，即使大家都满意。",
        "With the mean as cross-hair some item is always to be improved, even if everybody is content.",
      ),
    ],
    sources: ["Martilla & James (1977), Importance-performance analysis, Journal of Marketing 41(1)"],
    example: {
      given: both(
        "三项的重要性 4.6、4.1、3.2，表现 2.9、4.2、4.0。",
        "Three items: importance 4.6, 4.1, 3.2; performance 2.9, 4.2, 4.0.",
      ),
      compute: () =>
        worked(importancePerformance([4.6, 4.1, 3.2], [2.9, 4.2, 4]), (result) => [
          line(both("十字线的重要性", "Cross-hair, importance"), "number", result.importanceLine),
          line(both("十字线的表现", "Cross-hair, performance"), "number", result.performanceLine),
          ...result.quadrants.map((quadrant, item) =>
            line(both(`第 ${item + 1} 项`, `Item ${item + 1}`), "number", quadrantName[quadrant]),
          ),
        ]),
    },
  },
  {
    key: "turf",
    family: "features",
    name: both("TURF 功能组合", "TURF: which features together"),
    plain: [
      both(
        "只能先做几个功能时，选哪几个能让最多的人至少得到一样想要的？把所有组合都试一遍，不靠近似。",
        "If only a few features can be built first, which ones give the most people at least one thing they want? Every combination is tried.",
      ),
    ],
    formula: [
      "reach = respondents with at least one chosen item / n",
      "ties: frequency (wishes fulfilled), then the earlier item",
    ],
    fails: [
      both(
        "触达只看“至少一样”，不看有多想要。组合数超过 50 万时不算，请先缩小清单。",
        "Reach counts any wish as enough. Above half a million combinations it is refused: shorten the list first.",
      ),
    ],
    sources: [
      "Miaoulis, Parsons & Free (1990), TURF: a new planning approach for product line extensions, Marketing Research 2(1)",
    ],
    example: {
      given: both(
        "6 位使用者对 4 个功能的愿望（1 为想要），选 2 个。",
        "Six users' wishes among four features (1 = wanted); choose two.",
      ),
      compute: () =>
        worked(
          turf(
            [
              [1, 1, 0, 0],
              [1, 0, 0, 0],
              [0, 1, 1, 0],
              [0, 0, 1, 0],
              [0, 0, 1, 1],
              [1, 0, 0, 0],
            ],
            2,
          ),
          (result) => [
            line(
              both("最佳组合（功能序号）", "Best combination (feature number)"),
              "integer",
              sideBySide(result.best.map((item) => item + 1)),
            ),
            line(both("触达", "Reach"), "share", result.reach),
            line(both("满足的愿望数", "Wishes fulfilled"), "integer", result.frequency),
          ],
        ),
    },
  },
];
