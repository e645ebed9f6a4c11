import { groupReliability } from "../chain/group-reliability";
import { cohenKappa, fleissKappa } from "../chain/kappa";
import { shroutFleissIcc } from "../chain/shrout-fleiss-icc";
import type { Method } from "./method";
import { both, line, worked } from "./worked-example";

const threePoints = [
  [24, 8, 13],
  [8, 13, 11],
  [10, 9, 64],
];
const kappaOf = (weights: "linear" | "quadratic") => {
  const found = cohenKappa(threePoints, weights);
  return found.ok ? { ok: true as const, value: found.value.kappa } : found;
};

/** Coders of open text, choices of several people, and reliability of ratings. */
export const reliabilityMethods: readonly Method[] = [
  {
    key: "cohen-kappa",
    family: "agreement",
    name: both("两位编码员的一致性（Cohen κ）", "Agreement of two coders (Cohen's κ)"),
    plain: [
      both(
        "两个人给同一批开放回答归类，一致的比例里总有碰巧的成分。κ 是扣掉碰巧之后的一致程度：1 完全一致，0 和碰巧一样。",
        "Two people code the same open answers; part of their agreement is luck. κ is what remains without it: 1 is full agreement, 0 no better than luck.",
      ),
      both(
        "类别有先后次序时用加权 κ：差一级比差两级好。",
        "For ordered categories the weighted κ counts a near miss as better than a far one.",
      ),
    ],
    formula: ["κ = (p_o − p_e) / (1 − p_e)", "weights: 1 − |i − j|/(c − 1), or 1 − (i − j)²/(c − 1)²"],
    fails: [
      both(
        "几乎所有回答都归在一类时，κ 会很低；全归在一类时算不出。",
        "When nearly all fall into one category κ is low; when all do, there is none.",
      ),
    ],
    sources: [
      "Cohen (1960), Educational and Psychological Measurement 20:37–46; (1968) for weights",
      "Agresti (2002), Categorical Data Analysis, § 10.5",
    ],
    example: {
      given: both(
        "两位影评人给 160 部影片打“差、中、好”(Agresti 2002)。",
        "Two critics on 160 films: con, mixed, pro (Agresti 2002).",
      ),
      compute: () =>
        worked(cohenKappa(threePoints), (found) => [
          line(both("一致的比例", "Share of agreement"), "share", found.observed),
          line(both("碰巧一致的比例", "Agreement by luck"), "share", found.expected),
          line(both("κ", "κ"), "number", found.kappa),
          line(both("线性加权 κ", "Linear weighted κ"), "number", kappaOf("linear")),
          line(both("平方加权 κ", "Quadratic weighted κ"), "number", kappaOf("quadratic")),
        ]),
    },
  },
  {
    key: "fleiss-kappa",
    family: "agreement",
    name: both("多人选择的一致性（Fleiss κ）", "Agreement of several choosers (Fleiss' κ)"),
    plain: [
      both(
        "每家公司几个角色各选一家供应商，他们选得一样吗？同样扣掉碰巧的部分。",
        "Several roles of each company choose a vendor: do they choose alike? Luck is taken off here too.",
      ),
    ],
    formula: ["κ = (P̄ − P̄_e) / (1 − P̄_e)"],
    fails: [
      both(
        "每家公司作答的人数要相同；人数不同请用 Krippendorff α。",
        "Every company needs the same number of choosers; otherwise use Krippendorff's α.",
      ),
    ],
    sources: ["Fleiss (1971), Psychological Bulletin 76:378–382"],
    example: {
      given: both(
        "5 家公司各 3 个角色在三家供应商中选择：3-0-0、2-1-0、0-3-0、0-1-2、1-1-1。",
        "Three roles of 5 companies choose among three vendors: 3-0-0, 2-1-0, 0-3-0, 0-1-2, 1-1-1.",
      ),
      compute: () =>
        worked(
          fleissKappa([
            [3, 0, 0],
            [2, 1, 0],
            [0, 3, 0],
            [0, 1, 2],
            [1, 1, 1],
          ]),
          (found) => [
            line(both("一致的比例", "Share of agreement"), "share", found.observed),
            line(both("κ", "κ"), "number", found.kappa),
          ],
        ),
    },
  },
  {
    key: "icc-of-raters",
    family: "agreement",
    name: both("评分者信度（Shrout–Fleiss ICC）", "Reliability of raters (Shrout–Fleiss ICC)"),
    plain: [
      both(
        "几个人给同一批对象打分，分数靠得住吗？六个系数回答六种问题：评分者是随机抽来的还是就这几位，看一个人的分还是平均分，要绝对一致还是次序一致就行。",
        "Several people rate the same objects: can their scores be trusted? The six coefficients differ in whether raters are a sample or just these, whether one score or the mean is used, and whether scores must be equal or only in step.",
      ),
    ],
    formula: ["ICC(2,1) = (BMS − EMS) / (BMS + (k − 1)·EMS + k(JMS − EMS)/n)"],
    fails: [
      both(
        "对象之间本来就差不多时，系数会很低，甚至为负。",
        "When the objects hardly differ, the coefficients are low or even negative.",
      ),
    ],
    sources: ["Shrout & Fleiss (1979), Psychological Bulletin 86:420–428"],
    example: {
      given: both(
        "四位评委给六个对象打分（原文表 2）。",
        "Four judges rate six targets (table 2 of the paper).",
      ),
      compute: () =>
        worked(
          shroutFleissIcc([
            [9, 2, 5, 8],
            [6, 1, 3, 2],
            [8, 4, 6, 8],
            [7, 1, 2, 6],
            [10, 5, 6, 9],
            [6, 2, 4, 7],
          ]),
          (found) => [
            line(both("单人：(1,1)、(2,1)、(3,1)", "One rater: (1,1), (2,1), (3,1)"), "number", [
              found.icc11,
              found.icc21,
              found.icc31,
            ]),
            line(both("平均：(1,k)、(2,k)、(3,k)", "Mean: (1,k), (2,k), (3,k)"), "number", [
              found.icc1k,
              found.icc2k,
              found.icc3k,
            ]),
          ],
        ),
    },
  },
  {
    key: "company-mean-reliability",
    family: "agreement",
    name: both("公司平均分靠得住吗(ICC(1)、ICC(2))", "Can a company's mean be trusted? (ICC(1), ICC(2))"),
    plain: [
      both(
        "ICC(1) 说一个人的回答有多少由所在公司决定；ICC(2) 说公司的平均分能不能把公司区分开。",
        "ICC(1) says how much of an answer the company explains; ICC(2) whether the company's mean tells companies apart.",
      ),
    ],
    formula: ["ICC(1) = (MSB − MSW) / (MSB + (g − 1)·MSW)", "ICC(2) = (MSB − MSW) / MSB"],
    fails: [
      both(
        "每家只有两三人时，ICC(2) 通常很低：平均分只能作参考。",
        "With two or three people a company ICC(2) is usually low: take the means as hints.",
      ),
    ],
    sources: [
      "Bliese (2000), in Klein & Kozlowski, Multilevel Theory, Research, and Methods in Organizations",
    ],
    example: {
      given: both(
        "99 个组 7382 人的工作时长：组间均方 55.81，组内均方 4.48（R multilevel 的 bh1996）。",
        "Work hours of 7382 people in 99 groups: mean squares 55.81 between, 4.48 within (bh1996 of R multilevel).",
      ),
      compute: () =>
        worked(
          groupReliability({ msb: 55.8114856473, msw: 4.48315830319, dfBetween: 98, dfWithin: 7283 }),
          (found) => [
            line(both("ICC(1)", "ICC(1)"), "number", found.icc1),
            line(both("ICC(2)", "ICC(2)"), "number", found.icc2),
          ],
        ),
    },
  },
];
