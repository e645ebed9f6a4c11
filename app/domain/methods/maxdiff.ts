import { maxdiffClosedForm } from "../features/maxdiff-closed-form";
import { maxdiffCounts } from "../features/maxdiff-counts";
import { maxdiffDesign } from "../features/maxdiff-design";
import { maxdiffLogit } from "../features/maxdiff-logit";
import { value } from "../outcome";
import type { Method } from "./method";
import { both, line, worked } from "./worked-example";

const items = ["price", "service", "functions"];
const names = [both("价格", "Price"), both("服务", "Service"), both("功能", "Functions")];
const task = (best: string, worst: string) => ({ items, best, worst });
const tasks = [
  task("price", "functions"),
  task("price", "service"),
  task("service", "functions"),
  task("functions", "price"),
  task("price", "functions"),
  task("service", "price"),
];
const sixTasks = both(
  "六次“最看重 / 最不看重”：价格/功能、价格/服务、服务/功能、功能/价格、价格/功能、服务/价格。",
  "Six best/worst answers: price/functions, price/service, service/functions, functions/price, price/functions, service/price.",
);

export const maxdiffMethods: readonly Method[] = [
  {
    key: "maxdiff-counts",
    family: "features",
    name: both("最佳–最差计数（MaxDiff）", "Best–worst counts (MaxDiff)"),
    plain: [
      both(
        "每题给出四项，只选最看重和最不看重的。得分是（选为最佳的次数减去选为最差的次数）除以出现次数，在 −1 和 1 之间。人人都得取舍，不会样样都打 5 分。",
        "Each question shows four items; the respondent picks the best and the worst. The score is (best − worst) / shown, −1 to 1. Everybody must trade off, nobody can rate all a 5.",
      ),
    ],
    formula: ["score = (best − worst) / shown"],
    fails: [
      both(
        "最佳与最差选了同一项，或选了没出现的项，这一题不计。从未出现的项没有得分。",
        "A question whose best and worst are the same, or were not shown, is left out. An item never shown has no score.",
      ),
    ],
    sources: [
      "Finn & Louviere (1992), Determining the appropriate response to evidence of public concern, Journal of Public Policy & Marketing 11(2)",
    ],
    example: {
      given: sixTasks,
      compute: () =>
        worked(value(maxdiffCounts(tasks, items)), (counts) =>
          counts.map(({ score }, item) => line(names[item]!, "number", score)),
        ),
    },
  },
  {
    key: "maxdiff-closed-form",
    family: "features",
    name: both("MaxDiff 份额（由计数直接得出）", "MaxDiff shares straight from counts"),
    plain: [
      both(
        "把计数换成效用和份额：如果几项同时摆出来，每项会被多少人选走。不需要迭代，样本小时也稳。",
        "Turns counts into utilities and shares: if all were offered at once, how many would take each? No iteration, so it is steady in small samples.",
      ),
    ],
    formula: [
      "p = (shown − worst + best) / (2 · shown)",
      "u = ln(p / (1 − p)),  se = 1 / √(2 · shown · p(1 − p))",
      "share = e^u / Σ e^u",
    ],
    fails: [
      both(
        "某项每次都最佳（或最差）时，效用没有上限，不给结果。",
        "An item that is best (or worst) every time has no finite utility: no result.",
      ),
    ],
    sources: [
      "Lipovetsky & Conklin (2014), Best-worst scaling in analytical closed-form solution, Journal of Choice Modelling 10",
    ],
    example: {
      given: sixTasks,
      compute: () =>
        worked(maxdiffClosedForm(maxdiffCounts(tasks, items)), (result) => [
          line(
            both("效用：价格、服务、功能", "Utilities: price, service, functions"),
            "number",
            result.utilities,
          ),
          line(both("份额", "Shares"), "share", result.shares),
        ]),
    },
  },
  {
    key: "maxdiff-logit",
    family: "features",
    name: both("MaxDiff 的 logit 模型", "MaxDiff logit model"),
    plain: [
      both(
        "用选择模型同时解释所有的“最佳”和“最差”：每题是两次选择，选最佳用效用 u，选最差用 −u。效用相对一个参照项，带标准误。",
        "A choice model explains all bests and worsts together: each question is two choices, the best by utilities u, the worst by −u. Utilities are relative to a reference item and come with standard errors.",
      ),
    ],
    formula: [
      "P(best = i) = e^uᵢ / Σ e^uⱼ,  P(worst = i) = e^−uᵢ / Σ e^−uⱼ",
      "maximum likelihood by Newton's method",
    ],
    fails: [
      both(
        "回答完全一致（某项总赢）时估计发散，产品改用计数。标准误没有考虑同一人的几道题彼此相关，会偏小。",
        "When one item always wins the estimate runs away, and the counts are shown instead. Standard errors ignore that one person's questions belong together, and are too small.",
      ),
    ],
    sources: [
      "Marley & Louviere (2005), Some probabilistic models of best, worst, and best–worst choices, Journal of Mathematical Psychology 49",
    ],
    example: {
      given: both(`${sixTasks["zh-CN"]}参照项：功能。`, `${sixTasks.en} Reference: functions.`),
      compute: () =>
        worked(maxdiffLogit(tasks, items, "functions"), (fit) => [
          line(
            both("效用：价格、服务、功能", "Utilities: price, service, functions"),
            "number",
            fit.utilities,
          ),
          line(both("标准误", "Standard errors"), "number", fit.standardErrors),
          line(both("份额", "Shares"), "share", fit.shares),
          line(both("对数似然", "Log-likelihood"), "number", fit.logLikelihood),
        ]),
    },
  },
  {
    key: "maxdiff-design",
    family: "features",
    name: both("MaxDiff 题目编排", "MaxDiff design"),
    plain: [
      both(
        "决定每题放哪四项：每项对每人至少出现 3 次，任意两项相遇的次数尽量相同。同一个种子总得到同一份编排。",
        "Decides which four items each question shows: every item at least 3 times per respondent, every pair about equally often. The same seed gives the same design.",
      ),
    ],
    formula: ["questions = ⌈items × 3 / 4⌉; of 60 drawn designs the one with the most even pairs"],
    fails: [
      both(
        "项目少于四个时无法编排，请直接排序。",
        "With fewer than four items there is nothing to design: ask for a ranking.",
      ),
    ],
    sources: [
      "Orme (2005), Accuracy of HB estimation in MaxDiff experiments, Sawtooth Software research paper",
    ],
    example: {
      given: both(
        "5 项，每题 4 项，每项至少 3 次，种子 1。",
        "Five items, four a question, at least 3 times each, seed 1.",
      ),
      compute: () =>
        worked(maxdiffDesign({ items: 5, seed: 1 }), (design) =>
          design.map((shown, index) =>
            line(
              both(`第 ${index + 1} 题的项目`, `Question ${index + 1} shows`),
              "integer",
              shown.map((item) => item + 1),
            ),
          ),
        ),
    },
  },
];
