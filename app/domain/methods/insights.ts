import { value } from "../outcome";
import { errorShares } from "../report/insight";
import { adjustPValues } from "../stats/adjust-p-values";
import { bootstrapFamily } from "../stats/bootstrap-family";
import { signFlipFamily } from "../stats/sign-flip";
import type { Method } from "./method";
import { both, line } from "./worked-example";

/** Decider minus user of twelve companies: one item with a gap, one without. */
const gaps = [
  [2, 1, 2, 3, 1, 2, 2, 1, 3, 2, 2, 1],
  [0, 1, -1, 0, 1, 0, -1, 0, 1, -1, 0, 0],
];
const places = gaps[0]!.map((_, place) => place);

export const insightMethods: readonly Method[] = [
  {
    key: "sign-flip",
    family: "agreement",
    name: both("符号翻转检验（同时看很多题）", "Sign-flip test over many questions at once"),
    plain: [
      both(
        "如果两个角色其实没有差别，那么每家公司的差距正负各半。把各公司差距的正负号随机翻转最多约两千次，每次记下所有题里最大的差距，就知道光凭运气能看到多大的差距。用于各角色更愿意选谁。",
        "If two roles did not differ, each company's gap would be as often above zero as below. The signs are turned at random up to two thousand times, and each time the largest gap over all items is noted: that is how large a gap luck alone shows to somebody who looks everywhere. It is used for whom a role would choose.",
      ),
      both(
        "一家公司的所有回答一起翻转，所以题与题之间的相关、同事之间的相近都已算在内。",
        "A company's answers are turned together, so that likeness between items and between colleagues is allowed for.",
      ),
    ],
    formula: [
      "t = x̄·√k / s",
      "p_adj = (½ + #{max|t*| > |t|} + ½·#{max|t*| = |t|}) / (1 + B)",
      "s² ≥ 1/6 (rounding of two ratings to whole points)",
    ],
    fails: [
      both("不足 5 家公司不检验。", "Under 5 companies nothing is tested."),
      both(
        "超过 200 家公司改用 t 分布加 Bonferroni 校正。",
        "Over 200 companies Student's t with Bonferroni's correction takes its place.",
      ),
    ],
    sources: [
      "Westfall & Young (1993), Resampling-Based Multiple Testing, § 2.3",
      "Fisher (1935), The Design of Experiments, § 21",
      "Lancaster (1961), Significance tests in discrete distributions, JASA 56:223–234 (mid-p)",
    ],
    example: {
      given: both(
        "12 家公司里决策者减使用者的差距，两道题；种子 1。",
        "Decider minus user in 12 companies, two items; seed 1.",
      ),
      compute: () => {
        const [first, second] = signFlipFamily(
          gaps.map((values) => ({ places, values })),
          { seed: 1, companies: 12 },
        );
        return value([
          ...line(both("第一题平均差距", "Mean gap, first item"), "points", first!.mean),
          ...line(both("第一题校正后的 p", "Adjusted p, first item"), "p-value", first!.adjustedP),
          ...line(both("第二题平均差距", "Mean gap, second item"), "points", second!.mean),
          ...line(both("第二题校正后的 p", "Adjusted p, second item"), "p-value", second!.adjustedP),
        ]);
      },
    },
  },
  {
    key: "bootstrap-family",
    family: "agreement",
    name: both(
      "自助法 t 检验（同时看很多题与细分）",
      "Bootstrap t test over many questions and segments at once",
    ),
    plain: [
      both(
        "每家公司在每道题上有一个数，比如决策者减使用者的差距。先算各公司与平均数（细分里与细分的平均数）的偏差，再有放回地重新抽取公司最多约两千次，所有题一起抽，每次记下所有题和细分里最大的 |t|，就知道真没有差距时光凭运气能看到多大的 t。",
        "Every company has a number on every question, such as decider minus user. What companies differ from the mean (in a segment, from the segment’s) is drawn anew with replacement up to two thousand times, all questions together, and the largest |t| over all questions and segments is noted: that is how large a t luck alone shows where no gap is.",
      ),
      both(
        "回答偏向一端时，重抽的结果同样偏，所以检验仍然可靠；一道题自己的离散程度与其余题的折中，因为四十家公司说不准一道题的离散程度。",
        "Answers heaped at one end stay so when drawn anew, which keeps the test honest; the spread of one item is tempered by that of the others, as forty companies know little of one item’s spread.",
      ),
    ],
    formula: [
      "t = x̄·√k / s̃, s̃² = (f·s² + f₀·s₀²) / (f + f₀), f₀ ≤ 30",
      "p_adj = (½ + #{max|t*| > |t|} + ½·#{max|t*| = |t|}) / (1 + B)",
      "s² ≥ 1/6 (rounding of two ratings to whole points)",
    ],
    fails: [
      both("不足 5 家公司的细分不检验。", "Segments under 5 companies are not tested."),
      both(
        "超过 200 家公司改用 t 分布加 Bonferroni 校正。",
        "Over 200 companies Student's t with Bonferroni's correction takes its place.",
      ),
    ],
    sources: [
      "Westfall & Young (1993), Resampling-Based Multiple Testing, § 2.2",
      "Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 16",
      "Smyth (2004), Stat Appl Genet Mol Biol 3(1), art. 3 (tempered spread)",
    ],
    example: {
      given: both(
        "12 家公司里决策者减使用者的差距，两道题；前 6 家是一个细分；种子 1。",
        "Decider minus user in 12 companies, two items; the first 6 are a segment; seed 1.",
      ),
      compute: () => {
        const [whole, part] = bootstrapFamily(
          gaps.map((values) => ({ values })),
          [null, [0, 1, 2, 3, 4, 5]],
          { seed: 1 },
        );
        return value([
          ...line(
            both("第一题，所有公司的平均差距", "Mean gap of all companies, first item"),
            "points",
            whole!.mean,
          ),
          ...line(both("所有公司，校正后的 p", "All companies, adjusted p"), "p-value", whole!.adjustedP),
          ...line(
            both("第一题，细分的平均差距", "Mean gap of the segment, first item"),
            "points",
            part!.mean,
          ),
          ...line(both("细分，校正后的 p", "The segment, adjusted p"), "p-value", part!.adjustedP),
        ]);
      },
    },
  },
  {
    key: "insight-strength",
    family: "agreement",
    name: both("洞察的强度", "How strong an insight is"),
    plain: [
      both(
        "系统会看很多问题：每道题、每对角色、每个细分、每个竞品、每个原因。看得越多，越容易碰巧看到点什么。所以出错的机会事先分给各类问题，主要问题分得多；每类问题内部再校正一次。",
        "The engine looks at many questions: every item, pair of roles, segment, rival and cause. Who looks at more finds more by luck. So the chance of error is shared out among the kinds of question beforehand, more to what a study is made for, and corrected again inside each kind.",
      ),
      both(
        "“强”：在所有看过的问题上，出现任何一个假的强洞察的机会不超过 3%。“中”：只在同一类问题内校正时成立，或是事先定好的问题由它自己的 95% 区间判定。“事实”：数出来的，不是推断，比如缺了谁的声音。更弱的不说。",
        "“Strong”: the chance of even one false strong insight, over everything looked at, is at most 3%. “Moderate”: it holds when corrected over its own kind of question alone, or is a question fixed beforehand and decided by its own 95% interval. “Fact”: counted, not inferred, such as whose voice is missing. Anything weaker is not said.",
      ),
    ],
    formula: [
      "p_total = p_family / share",
      Object.entries(errorShares)
        .map(([family, share]) => `${family} ${100 * share}%`)
        .join(" · "),
    ],
    fails: [
      both(
        "没有说出来不等于没有：可能只是公司还不够多。",
        "What is not said may still be true: there may just be too few companies to tell.",
      ),
      both("它不保护您自己另外翻看的交叉表。", "It does not cover the crosstabs you look through yourself."),
      both(
        "一家公司的人占了大半时，分量相当的公司没有几家，判定几乎不会是“强”。",
        "Where one company gives most of the answers, few companies weigh evenly, and a verdict is hardly ever strong.",
      ),
    ],
    sources: [
      "Bonferroni over families, Westfall–Young and Holm (1979) inside them",
      "Dmitrienko, Tamhane & Bretz (2010), Multiple Testing Problems in Pharmaceutical Statistics, ch. 5",
    ],
    example: {
      given: both(
        "决策者与使用者在八项中的一项上有分歧，类内校正后 p = 0.004。",
        "Decider and user differ on one of eight items; p = 0.004 after the correction inside the family.",
      ),
      compute: () => {
        const family = errorShares["gap-decider-user"];
        const holm = adjustPValues([0.004, 0.3], "holm");
        return value([
          ...line(both("这类问题分得的份额", "Share of this family"), "share", family),
          ...line(both("总体校正后的 p", "p over everything"), "p-value", 0.004 / family),
          ...(holm.ok
            ? line(
                both("若只有两个问题（Holm）", "Had there been only two questions (Holm)"),
                "p-value",
                holm.value[0]!,
              )
            : []),
        ]);
      },
    },
  },
];
