import { kanoContinuous } from "../features/kano-continuous";
import { kanoFong } from "../features/kano-fong";
import { type KanoSummary, kanoSummary } from "../features/kano-summary";
import type { Method } from "./method";
import { both, line, worked } from "./worked-example";

const categoryName: Record<KanoSummary["category"], ReturnType<typeof both>> = {
  A: both("魅力型", "attractive"),
  O: both("期望型", "one-dimensional"),
  M: both("必备型", "must-be"),
  I: both("无差异型", "indifferent"),
  R: both("反向型", "reverse"),
  Q: both("可疑回答", "questionable"),
};
const quadrantName = {
  "one-dimensional": categoryName.O,
  attractive: categoryName.A,
  "must-be": categoryName.M,
  indifferent: categoryName.I,
};
const counts = { A: 10, O: 32, M: 49, I: 8, R: 0, Q: 1 };
const hundredAnswers = both(
  "100 位使用者对一个功能的回答：魅力 10、期望 32、必备 49、无差异 8、反向 0、可疑 1。",
  "100 users on one feature: attractive 10, one-dimensional 32, must-be 49, indifferent 8, reverse 0, questionable 1.",
);

export const kanoMethods: readonly Method[] = [
  {
    key: "kano",
    family: "features",
    name: both("Kano 分类与满意系数", "Kano category and better/worse"),
    plain: [
      both(
        "同一个功能问两次：有它，您觉得怎样？没有它呢？两个答案查表得出类别，人数最多的类别就是这个功能的类别。",
        "Each feature is asked about twice: how do you feel if it is there, and if it is not? A table turns the pair into a category; the most frequent one is the feature's.",
      ),
      both(
        "“增加满意”表示有了它多少人会更满意，“消除不满”表示缺了它多少人会不满。先补齐必备型，再做期望型，魅力型用来拉开差距。",
        "Better says how many are happier with it, worse how many are unhappy without it. Supply must-bes first, then one-dimensional ones; attractive ones set you apart.",
      ),
    ],
    formula: [
      "better = (A + O) / (A + O + M + I)",
      "worse = −(O + M) / (A + O + M + I)",
      "total strength = (A + O + M) / n;  category strength = (first − second) / n",
    ],
    fails: [
      both(
        "最多的两类很接近时，类别靠不住：请看 Fong 检验。并列时按 必备 > 期望 > 魅力 > 无差异 取。",
        "When the two largest categories are close the label is not reliable: see Fong's test. Ties go must-be > one-dimensional > attractive > indifferent.",
      ),
      both(
        "可疑回答多，多半是题目没说清楚；全部是反向或可疑时不给系数。",
        "Many questionable answers mean an unclear question; when all are reverse or questionable there are no coefficients.",
      ),
    ],
    sources: [
      "Berger et al. (1993), Kano's methods for understanding customer-defined quality, Center for Quality of Management Journal 2(4)",
      "Lee & Newcomb (1997), Applying the Kano methodology, Quality Management Journal 4(3)",
    ],
    example: {
      given: hundredAnswers,
      compute: () =>
        worked(kanoSummary(counts), (summary) => [
          line(both("类别", "Category"), "number", categoryName[summary.category]),
          line(both("增加满意", "Better"), "number", summary.better),
          line(both("消除不满", "Worse"), "number", summary.worse),
          line(both("总强度", "Total strength"), "share", summary.totalStrength),
          line(both("类别强度", "Category strength"), "share", summary.categoryStrength),
        ]),
    },
  },
  {
    key: "kano-fong",
    family: "features",
    name: both("Kano 类别是否站得住（Fong 检验）", "Is the Kano category real? (Fong's test)"),
    plain: [
      both(
        "看人数最多的类别是否真的领先第二名，还是差距小到可能只是抽样的偶然。",
        "Is the most frequent category really ahead of the second, or could the lead be chance?",
      ),
    ],
    formula: ["a − b ≥ z · √((a + b)(2n − a − b) / (2n)),  z = 1.65"],
    fails: [
      both(
        "差距不够大时，产品把两个类别都列出来，不替您选。人少时几乎都不够大，请先加样本。",
        "When the lead is too small, both categories are shown and none is picked. In small samples this is the rule: collect more answers.",
      ),
    ],
    sources: [
      "Fong (1996), Using the self-stated importance questionnaire, Center for Quality of Management Journal 5(3)",
    ],
    example: {
      given: hundredAnswers,
      compute: () =>
        worked(kanoFong(counts), (test) => [
          line(both("领先人数", "Lead"), "integer", test.difference),
          line(both("需要领先", "Lead needed"), "number", test.critical),
          line(
            both("结论", "Verdict"),
            "number",
            test.significant
              ? both("类别成立", "the category holds")
              : both("两类难分", "the two cannot be told apart"),
          ),
        ]),
    },
  },
  {
    key: "kano-continuous",
    family: "features",
    name: both("连续 Kano", "Continuous Kano"),
    plain: [
      both(
        "把五个答案换成 −2 到 4 分，分别求“有它”和“没有它”的平均分，画在一张图上：位置比标签更能看出强弱。",
        "The five answers become −2 to 4 points; the means with and without the feature put it on a map, whose place says more than a label.",
      ),
    ],
    formula: [
      "with it: like 4, must-be 2, neutral 0, live with −1, dislike −2",
      "without it: like −2, must-be −1, neutral 0, live with 2, dislike 4",
      "both axes split at 2",
    ],
    fails: [
      both(
        "意见分成两派时，平均分会落在中间，哪一派都不像：请同时看标准差和各角色。",
        "When opinions split, the mean falls between the camps and describes neither: read the deviation and the roles beside it.",
      ),
    ],
    sources: ["DuMouchel in Berger et al. (1993), Center for Quality of Management Journal 2(4)"],
    example: {
      given: both(
        "三位使用者：（喜欢，不喜欢）、（理应如此，不喜欢）、（喜欢，可以忍受）。",
        "Three users: (like, dislike), (must-be, dislike), (like, live with).",
      ),
      compute: () =>
        worked(
          kanoContinuous([
            { functional: "like", dysfunctional: "dislike" },
            { functional: "must-be", dysfunctional: "dislike" },
            { functional: "like", dysfunctional: "live-with" },
          ]),
          (result) => [
            line(both("有它的平均分", "Mean with it"), "number", result.functionalMean),
            line(both("没有它的平均分", "Mean without it"), "number", result.dysfunctionalMean),
            line(both("有它的标准差", "Deviation with it"), "number", result.functionalDeviation),
            line(both("没有它的标准差", "Deviation without it"), "number", result.dysfunctionalDeviation),
            line(both("象限", "Quadrant"), "number", quadrantName[result.quadrant]),
          ],
        ),
    },
  },
];
