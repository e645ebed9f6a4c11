import { noValue, value } from "../outcome";
import { amountsOf } from "../report/tallies";
import { adjustPValues } from "../stats/adjust-p-values";
import { agrestiCoullInterval } from "../stats/agresti-coull-interval";
import { clopperPearsonInterval } from "../stats/clopper-pearson-interval";
import { contingencyTest } from "../stats/contingency-test";
import { jeffreysInterval, probabilityShareAbove } from "../stats/jeffreys-interval";
import { mcnemarTest } from "../stats/mcnemar-test";
import { newcombeDifference } from "../stats/newcombe-difference";
import { wilsonInterval } from "../stats/wilson-interval";
import type { Method } from "./method";
import { both, line, worked } from "./worked-example";

const interval = both("95% 区间", "95 % interval");
const newcombeData = both("263 人中有 81 人回答“是”。", "81 of 263 people say yes.");

/** Gender by party in a survey of 1991, printed by Agresti. */
const crossed = [
  [762, 327, 468],
  [484, 239, 477],
];
let person = 0;
const crossedAnswers = crossed.flatMap((line, row) =>
  line.flatMap((count, column) => Array.from({ length: count }, () => ({ row, column, cluster: person++ }))),
);

export const proportionMethods: readonly Method[] = [
  {
    key: "wilson-interval",
    family: "proportions",
    name: both("Wilson 区间", "Wilson interval"),
    plain: [
      both(
        "比例的默认区间：凡是用检验推不翻的真实比例，都在里面。人少、比例接近 0 或 1 时也靠得住，从不越出 0 到 100%。",
        "The default interval of a share: every true share that a test could not reject. It holds for few answers and for shares near 0 or 1, and never leaves 0 to 100 %.",
      ),
    ],
    formula: ["(2np + z² ± z·√(z² + 4np(1 − p))) / (2(n + z²))"],
    fails: [
      both(
        "它假定答卷彼此独立。同一公司有多人作答时，请看按公司计算的区间。",
        "It takes answers as independent. With several people of one company, use the interval by company.",
      ),
    ],
    sources: ["Wilson (1927), JASA 22:209–212", "Newcombe (1998), Statistics in Medicine 17:857–872"],
    example: {
      given: newcombeData,
      compute: () =>
        worked(wilsonInterval(81, 263), (found) => [
          line(both("比例", "Share"), "share", 81 / 263),
          line(interval, "share", found),
          line(
            both("带连续性校正", "With continuity correction"),
            "share",
            wilsonInterval(81, 263, { continuity: true }),
          ),
        ]),
    },
  },
  {
    key: "clopper-pearson-interval",
    family: "proportions",
    name: both("Clopper–Pearson 精确区间", "Clopper–Pearson exact interval"),
    plain: [
      both(
        "对外正式声明时用：保证至少有 95% 的把握，代价是往往偏宽。",
        "For formal claims: it holds the true share at least 95 % of the time, at the price of being wider than needed.",
      ),
    ],
    formula: ["lower = B⁻¹(0.025; x, n − x + 1),  upper = B⁻¹(0.975; x + 1, n − x)"],
    fails: [
      both(
        "人少时非常宽，会把能定的事说成不能定。",
        "With few answers it is very wide and calls decidable things undecided.",
      ),
    ],
    sources: ["Clopper & Pearson (1934), Biometrika 26:404–413"],
    example: {
      given: newcombeData,
      compute: () => worked(clopperPearsonInterval(81, 263), (found) => [line(interval, "share", found)]),
    },
  },
  {
    key: "jeffreys-interval",
    family: "proportions",
    name: both("Jeffreys 区间", "Jeffreys interval"),
    plain: [
      both(
        "贝叶斯的做法：先假设对比例几乎一无所知，再让答卷说话，取后验分布中间的 95%。",
        "The Bayesian way: start from knowing next to nothing, let the answers speak, and take the middle 95 % of what is then believable.",
      ),
      both(
        "同一个后验还能直接回答：真实比例高于门槛的概率是多少？",
        "The same posterior answers directly how probable it is that the true share lies above a threshold.",
      ),
    ],
    formula: ["share ~ Beta(x + ½, n − x + ½)"],
    fails: [
      both(
        "0 或全部时，一端按惯例取 0 或 1。先验会影响很小的样本。",
        "For none or all, one end is 0 or 1 by convention. In very small samples the prior matters.",
      ),
    ],
    sources: ["Brown, Cai & DasGupta (2001), Statistical Science 16:101–133"],
    example: {
      given: both("7 人中有 2 人回答“是”。", "2 of 7 people say yes."),
      compute: () =>
        worked(jeffreysInterval(2, 7), (found) => [
          line(interval, "share", found),
          line(
            both("真实比例高于 40% 的概率", "Probability of a true share above 40 %"),
            "share",
            probabilityShareAbove(2, 7, 0.4),
          ),
        ]),
    },
  },
  {
    key: "agresti-coull-interval",
    family: "proportions",
    name: both("Agresti–Coull 区间", "Agresti–Coull interval"),
    plain: [
      both(
        "心算版的 Wilson：先加两个“是”、两个“否”，再用课本公式。中点与 Wilson 相同，略宽一些。",
        "Wilson for mental arithmetic: add two yes and two no, then use the textbook formula. Same middle, slightly wider.",
      ),
    ],
    formula: ["ñ = n + z²,  p̃ = (x + z²/2)/ñ,  p̃ ± z·√(p̃(1 − p̃)/ñ)"],
    fails: [both("很小的样本里，两端会被截到 0 或 1。", "In very small samples its ends are cut at 0 or 1.")],
    sources: ["Agresti & Coull (1998), The American Statistician 52:119–126"],
    example: {
      given: newcombeData,
      compute: () => worked(agrestiCoullInterval(81, 263), (found) => [line(interval, "share", found)]),
    },
  },
  {
    key: "difference-of-shares",
    family: "proportions",
    name: both("两个比例之差（Newcombe）", "Difference of two shares (Newcombe)"),
    plain: [
      both(
        "两群人的比例差多少，误差多大？区间不含 0，才说有差别。",
        "How far apart are two groups, and how sure is that? They differ only if the interval leaves 0 out.",
      ),
    ],
    formula: ["lower = d − √((p₁ − l₁)² + (u₂ − p₂)²),  upper = d + √((u₁ − p₁)² + (p₂ − l₂)²)"],
    fails: [
      both(
        "只用于互不相干的两群人；同一家公司里成对的回答请用 McNemar。",
        "For two separate groups only; for pairs of one company use McNemar.",
      ),
    ],
    sources: ["Newcombe (1998), Statistics in Medicine 17:873–890, method 10"],
    example: {
      given: both(
        "一组 70 人中 56 人，另一组 80 人中 48 人。",
        "56 of 70 in one group, 48 of 80 in the other.",
      ),
      compute: () =>
        worked(newcombeDifference({ successes: 56, n: 70 }, { successes: 48, n: 80 }), (found) => [
          line(both("差", "Difference"), "share", found.difference),
          line(interval, "share", found.interval),
        ]),
    },
  },
  {
    key: "mcnemar",
    family: "proportions",
    name: both("McNemar 检验", "McNemar's test"),
    plain: [
      both(
        "同一家公司里，决策者和使用者对同一道是非题各答一次。只有答得不一样的那些公司能说明问题：不一样的时候，是不是总偏向同一边？",
        "A decider and a user of the same company answer the same yes/no question. Only the companies in which they differ tell anything: when they differ, is it always in the same direction?",
      ),
    ],
    formula: ["χ² = (n₁₂ − n₂₁)² / (n₁₂ + n₂₁)", "exact p = 2·P(X ≤ min(n₁₂, n₂₁)),  X ~ Bin(n₁₂ + n₂₁, ½)"],
    fails: [
      both("答得不一样的不足 25 对时，请看精确 p 值。", "When fewer than 25 pairs differ, read the exact p."),
    ],
    sources: [
      "McNemar (1947), Psychometrika 12:153–157",
      "Agresti (1990), Categorical Data Analysis, p. 350",
    ],
    example: {
      given: both(
        "1600 位选民前后两次表态：都赞成 794，由赞成变反对 150，由反对变赞成 86，都反对 570。",
        "1600 voters asked twice: 794 approve both times, 150 turn away, 86 turn to approval, 570 disapprove both times.",
      ),
      compute: () =>
        worked(mcnemarTest({ n11: 794, n12: 150, n21: 86, n22: 570 }), (found) => [
          line(both("比例之差", "Difference of shares"), "share", found.difference),
          line(both("χ²", "χ²"), "number", found.chi2),
          line(both("p 值", "p-value"), "p-value", found.p),
          line(both("精确 p 值", "Exact p"), "p-value", found.pExact),
        ]),
    },
  },
  {
    key: "many-comparisons",
    family: "proportions",
    name: both("一次比较许多项（Holm 与 Benjamini–Hochberg）", "Many comparisons (Holm, Benjamini–Hochberg)"),
    plain: [
      both(
        "比较二十次，总有一次“显著”纯属偶然。要下结论时用 Holm：连一个假结论都不想有。要在许多角色和人群里找线索时用 Benjamini–Hochberg：容许其中一小部分是假的。",
        "Compare twenty times and one will be “significant” by chance. For claims use Holm, which guards against even one false claim; for screening roles and segments use Benjamini–Hochberg, which lets a small part of the finds be false.",
      ),
    ],
    formula: ["Holm: max over i of (m − i + 1)·p₍ᵢ₎", "BH: min over i of (m/i)·p₍ᵢ₎"],
    fails: [
      both(
        "只校正您交给它的那些比较；看过却没交的，它不知道。",
        "It corrects for the comparisons you hand it, not for those you looked at and left out.",
      ),
    ],
    sources: [
      "Holm (1979), Scandinavian Journal of Statistics 6:65–70",
      "Benjamini & Hochberg (1995), JRSS B 57:289–300",
    ],
    example: {
      given: both(
        "五次比较的 p 值：0.01、0.02、0.03、0.04、0.05。",
        "Five comparisons with p = 0.01, 0.02, 0.03, 0.04, 0.05.",
      ),
      compute: () =>
        worked(adjustPValues([0.01, 0.02, 0.03, 0.04, 0.05], "holm"), (holm) => [
          line(both("Holm", "Holm"), "p-value", holm),
          line(
            both("Benjamini–Hochberg", "Benjamini–Hochberg"),
            "p-value",
            adjustPValues([0.01, 0.02, 0.03, 0.04, 0.05], "benjamini-hochberg"),
          ),
        ]),
    },
  },
  {
    key: "quartiles",
    family: "proportions",
    name: both("中位数与四分位数", "Median and quartiles"),
    plain: [
      both(
        "金额这类数字，少数几个很大的会把平均值拉高。把回答从小到大排好：中位数正中间，一半人在它之下；中间一半人落在下四分位数和上四分位数之间。",
        "A few large amounts pull a mean upwards. Line the answers up by size: half of the people are below the median, and the middle half lies between the lower and the upper quartile.",
      ),
      both(
        "平均值列在旁边：它比中位数高出很多，说明有少数人的数字特别大。",
        "The mean stands beside them: far above the median, it tells that a few people's amounts are very large.",
      ),
    ],
    formula: ["Q(p) = x₍⌊h⌋₎ + (h − ⌊h⌋)·(x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎),  h = (n − 1)·p + 1"],
    fails: [
      both(
        "只描述填答的人，不带区间；人少时四分位数就是某两个人的数字，请同时看人数。",
        "It describes those who answered and carries no interval. With few answers a quartile is one or two people's figure: read n beside it.",
      ),
    ],
    sources: [
      "Hyndman & Fan (1996), Sample quantiles in statistical packages, definition 7, The American Statistician 50(4)",
    ],
    example: {
      given: both(
        "六家公司每年愿意花的钱（万元）：2、3、5、8、10、60。",
        "What six companies would spend a year, in ten thousands: 2, 3, 5, 8, 10, 60.",
      ),
      compute: () => {
        const amounts = amountsOf([8, 2, 60, 5, 10, 3]);
        return worked(amounts ? value(amounts) : noValue("no-data"), ({ lower, median, upper, mean }) => [
          line(both("下四分位数", "Lower quartile"), "number", lower),
          line(both("中位数", "Median"), "number", median),
          line(both("上四分位数", "Upper quartile"), "number", upper),
          line(both("平均值", "Mean"), "number", mean),
        ]);
      },
    },
  },
  {
    key: "crosstab",
    family: "proportions",
    name: both("交叉表的检验", "Test of a crosstab"),
    plain: [
      both(
        "两道题有没有关系？先算出互不相关时每一格应有多少人，再看实际人数偏离多少。同一家公司的人回答相近，偏离会显得比实际更可信，所以除以设计效应。",
        "Do two questions depend on each other? It works out how many people each cell would hold if they did not, and how far the counts depart from that. Colleagues answer alike, which makes a departure look surer than it is, so it is divided by the design effect.",
      ),
      both(
        "有的格子期望人数不到 5 时，卡方分布不再可靠：两行两列的表逐一计算合计相同的全部表，更大的表把列的回答重新分派 2000 次，看有多少偏离得同样远。一次看几张表时，各表的 p 值按 Holm 校正；表内的格子是筛查，▲▼ 标出按 Benjamini–Hochberg 校正后仍小于 5% 的。",
        "Where fewer than five are expected in a cell, the chi-square distribution fails: of two rows and two columns all tables with the same totals are counted, of larger ones the columns' answers are dealt out anew 2000 times, and the share of tables that depart as far is p. Several tables at once are corrected by Holm. The cells of a table are a screening: ▲ and ▼ mark those under 5 % after Benjamini–Hochberg.",
      ),
    ],
    formula: [
      "X² = Σ (O − E)² / E,  E = row · column / n",
      "X² / δ,  δ = [Σᵢⱼ(1 − pᵢⱼ)dᵢⱼ − Σᵢ(1 − pᵢ)dᵢ − Σⱼ(1 − pⱼ)dⱼ] / ((r − 1)(c − 1)) ≥ 1",
      "z = (O − E) / √(E(1 − pᵢ)(1 − pⱼ)δ)",
    ],
    fails: [
      both(
        "有关不等于因果。可以多选的题，一个人占好几格，所以每一格单独检验（选了或没选 × 在不在这一列），整张表取最有把握的一格，做 Bonferroni 校正，偏保守。人少的列，占比请当作人数看。",
        "Dependence is not cause. With several answers one person stands in several cells, so every cell is tested by itself (named it or not, in the column or not), and the table is as sure as its surest cell after Bonferroni, which is cautious. Read shares of small columns as counts.",
      ),
    ],
    sources: [
      "Pearson (1900); Haberman (1973), Biometrics 29:205–220",
      "Several answers: Bilder & Loughin (2004), Testing for marginal independence, Biometrics 60:241–248",
      "Rao & Scott (1984), On chi-squared tests for multiway contingency tables, Annals of Statistics 12:46–60",
      "Example: Agresti (2007), An Introduction to Categorical Data Analysis, table 2.5",
    ],
    example: {
      given: both(
        "2757 人：女性中 762 民主党、327 无党派、468 共和党；男性中 484、239、477。",
        "2757 people: women 762 Democrat, 327 independent, 468 Republican; men 484, 239, 477.",
      ),
      compute: () =>
        worked(contingencyTest(crossedAnswers, { rows: 2, columns: 3, seed: 1 }), (result) => [
          line(both("X²", "X²"), "number", result.statistic),
          line(both("p 值", "p"), "p-value", result.p),
          line(both("Cramér's V", "Cramér's V"), "number", result.v),
          line(both("女性一行的残差 z", "Residuals z of women"), "number", result.residuals[0]!),
        ]),
    },
  },
];
