import { value } from "../outcome";
import { tCdf } from "../stats/distributions";
import { permutationFamily } from "../stats/permutation-family";
import type { Method } from "./method";
import { both, line } from "./worked-example";

/** Share of users naming a cause in twelve companies; the first six have a decider who names the need. */
const shares = [1, 0.5, 1, 1, 0.5, 1, 0, 0.5, 0, 0, 0.5, 0];

export const leadingMethods: readonly Method[] = [
  {
    key: "leading-answer",
    family: "agreement",
    name: both("说得最多的答案是否真的最多", "Whether the most frequent answer really leads"),
    plain: [
      both(
        "先算每家公司里有多少比例的人选了它，各公司一视同仁；再把第一名与其余每一名在同一家公司内配对比较。只有对每一名都领先，才说它领先。",
        "Each company's share naming an answer is taken, companies counting alike; the first is then compared with every other answer within the same companies. It is said to lead only if it leads each of them.",
      ),
      both(
        "看了结果才挑出第一名，不会让检验变松：与第二名的双侧检验已经足够。",
        "That the first was picked after looking does not loosen the test: the two-sided test against the runner-up is enough.",
      ),
    ],
    formula: ["p = max over others of 2·T(−|d̄|·√k / s), df = k − 1", "s² ≥ 0.05"],
    fails: [
      both(
        "不足 5 家公司不判断；领先不到 10 个百分点不说。",
        "Under 5 companies there is no verdict; a lead under 10 points is not told.",
      ),
    ],
    sources: [
      "Hung & Fithian (2019), Rank verification for exponential families, Ann Stat 47(2)",
      "Berger (1982), intersection–union tests, Technometrics 24(4)",
    ],
    example: {
      given: both(
        "10 家公司里，第一名比第二名平均多 30 个百分点，标准差 40 个百分点。",
        "In 10 companies the first is 30 points ahead of the second on average, standard deviation 40.",
      ),
      compute: () => {
        const t = 0.3 / (0.4 / Math.sqrt(10));
        return value([
          ...line(both("t", "t"), "number", t),
          ...line(both("p", "p"), "p-value", 2 * tCdf(-t, 9)),
        ]);
      },
    },
  },
  {
    key: "permutation-family",
    family: "agreement",
    name: both("置换检验（同时看很多组合）", "Permutation test over many pairs at once"),
    plain: [
      both(
        "决策者提到某个需求的公司里，使用者是不是更常说到某个原因？把各公司使用者的回答整体打乱、重新分给各公司最多约两千次，每次记下所有需求与原因的组合里最大的差别，就知道光凭运气能看到多大的差别。",
        "In companies whose decider names a need, do users name a cause more often? The users' answers are dealt out anew among the companies up to two thousand times, and each time the largest difference over all needs and causes is noted: that is how large a difference luck alone shows.",
      ),
    ],
    formula: [
      "t = (x̄₁ − x̄₀) / √(s²·(1/k₁ + 1/k₀))",
      "p_adj = (½ + #{max t* > t} + ½·#{max t* = t}) / (1 + B)",
    ],
    fails: [
      both(
        "任一侧不足 5 家公司的组合不看。",
        "Pairs with fewer than 5 companies on either side are left out.",
      ),
      both("同现不等于因果。", "Occurring together is not yet causing."),
    ],
    sources: ["Westfall & Young (1993), Resampling-Based Multiple Testing, § 2.4"],
    example: {
      given: both(
        "12 家公司，前 6 家的决策者提到了这个需求；种子 1。",
        "12 companies; the deciders of the first 6 name the need; seed 1.",
      ),
      compute: () => {
        const [found] = permutationFamily([[0, 1, 2, 3, 4, 5]], [{ values: shares }], {
          seed: 1,
          above: true,
        });
        return value([
          ...line(both("提到的公司里", "Where it is named"), "share", found!.inside),
          ...line(both("别的公司里", "Elsewhere"), "share", found!.outside),
          ...line(both("校正后的 p", "Adjusted p"), "p-value", found!.adjustedP),
        ]);
      },
    },
  },
];
