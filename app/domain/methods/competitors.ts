import { ahpWeights } from "../competitors/ahp";
import { rankStability } from "../competitors/rank-stability";
import { topsis } from "../competitors/topsis";
import { weightedSum } from "../competitors/weighted-sum";
import { value } from "../outcome";
import { sameSampleDifference } from "../stats/same-sample-difference";
import { wilsonInterval } from "../stats/wilson-interval";
import type { Method } from "./method";
import { both, line, worked } from "./worked-example";

const weights = [5, 3, 2];
const alternatives = [
  { name: "us", scores: [4, 3, 5] },
  { name: "A", scores: [5, 2, 3] },
  { name: "B", scores: [3, 5, 4] },
];
const names = [both("我们", "Us"), both("竞品 A", "Rival A"), both("竞品 B", "Rival B")];
const nameOf = (name: string) => names[alternatives.findIndex((alternative) => alternative.name === name)]!;
const smallMatrix = both(
  "权重 5:3:2（功能、价格、服务）；得分 我们 4/3/5，竞品 A 5/2/3，竞品 B 3/5/4。",
  "Weights 5:3:2 (functions, price, service); scores: us 4/3/5, rival A 5/2/3, rival B 3/5/4.",
);

/** Who is ahead. */
export const competitorMethods: readonly Method[] = [
  {
    key: "choice-lead",
    family: "competitors",
    name: both("领先多少：今天会选谁", "Our lead in what people would choose"),
    plain: [
      both(
        "问“如果今天决定，您倾向哪家”，用选我们的比例减去选对手的比例，再给出区间。区间整个在 0 以上是领先，整个在 0 以下是落后，跨过 0 是不分上下。要算领先，必须同时领先每一个对手，包括“维持现状”。",
        "Asked whom they would choose today, the share that chooses us minus the share that chooses a rival, with its interval. All of it above 0: we win; all below: we lose; across 0: even. To win is to lead every rival, keeping what there is among them.",
      ),
      both(
        "回答太少、给不出区间时，看加权矩阵：得分最高且权重浮动时十次有九次排第一，算领先。",
        "Where too few answered for an interval, the weighted matrix judges: the highest score, and first in nine of ten draws of shaken weights, wins.",
      ),
    ],
    formula: [
      "d = p₁ − p₂,  r = −√(p₁p₂ / q₁q₂)",
      "d − √((p₁−l₁)² − 2r(p₁−l₁)(u₂−p₂) + (u₂−p₂)²)  …  d + √((u₁−p₁)² − 2r(u₁−p₁)(p₂−l₂) + (p₂−l₂)²)",
    ],
    fails: [
      both(
        "选的是倾向，不是签约。回答者若多是我们的客户，领先会偏大。",
        "It is a leaning, not a contract. If most who answered are our customers, the lead is too large.",
      ),
    ],
    sources: [
      "Zou & Donner (2008), Statistics in Medicine 27:1693–1702",
      "Newcombe (1998), Statistics in Medicine 17:2635–2650",
    ],
    example: {
      given: both("40 人里 20 人选我们，8 人选竞品 A。", "Of 40 people, 20 would choose us and 8 rival A."),
      compute: () => {
        const [ours, theirs] = [wilsonInterval(20, 40), wilsonInterval(8, 40)];
        if (!ours.ok) return ours;
        if (!theirs.ok) return theirs;
        const { difference, interval } = sameSampleDifference(
          { share: 0.5, interval: ours.value },
          { share: 0.2, interval: theirs.value },
        );
        return value([
          ...line(both("领先", "Lead"), "share", difference),
          ...line(both("95% 区间", "95 % interval"), "share", interval),
        ]);
      },
    },
  },
  {
    key: "weighted-sum",
    family: "competitors",
    name: both("加权总分", "Weighted sum"),
    plain: [
      both(
        "每项得分乘以权重再相加，是竞品矩阵的主要结论。权重来自各角色说的重要性，决策者和使用者各算一遍。",
        "Each score times its weight, added up: the headline of the competitor matrix. Weights are what each role said matters, so deciders and users each have their own.",
      ),
    ],
    formula: ["score = Σ wᵢ · xᵢ,  Σ wᵢ = 1"],
    fails: [
      both(
        "不清楚的单元格不当 0 分：只按已知的项算，并写明这些项占多少权重。占比低的总分不要拿来比较。",
        "An unknown cell is not a zero: the sum runs over known cells and says how much weight they carry. Do not compare a total of little coverage.",
      ),
    ],
    sources: ["Hwang & Yoon (1981), Multiple Attribute Decision Making (simple additive weighting)"],
    example: {
      given: smallMatrix,
      compute: () =>
        worked(weightedSum(weights, alternatives), (result) => [
          ...result.scores.map(({ name, score }) => line(nameOf(name), "number", score)),
          line(both("第一名", "First"), "number", nameOf(result.rank[0]!)),
        ]),
    },
  },
  {
    key: "rank-stability",
    family: "competitors",
    name: both("排名稳不稳", "Rank stability"),
    plain: [
      both(
        "权重总有误差。把每个权重随机上下浮动 20%，重算两千次，看第一名有多少次没变。",
        "Weights are never exact. Each is shaken by up to 20 % two thousand times: how often does the first place stay?",
      ),
    ],
    formula: ["w′ = w · U(0.8, 1.2);  share of draws with the same first place"],
    fails: [
      both(
        "它只检验权重，不检验得分本身对不对。权重差得比 20% 还多时，结论可能更不稳。",
        "It tests the weights, not the scores. Weights that are off by more than 20 % may change more.",
      ),
    ],
    sources: [
      "Butler, Jia & Dyer (1997), Simulation techniques for the sensitivity analysis of multi-criteria decision models, European Journal of Operational Research 103",
    ],
    example: {
      given: both(`${smallMatrix["zh-CN"]}种子 1。`, `${smallMatrix.en} Seed 1.`),
      compute: () =>
        worked(rankStability({ weights, alternatives, seed: 1 }), (result) => [
          ...result.firstShare.map(({ name, share }) => line(nameOf(name), "share", share)),
          line(both("整个名次不变", "Whole order unchanged"), "share", result.sameOrder),
        ]),
    },
  },
  {
    key: "topsis",
    family: "competitors",
    name: both("TOPSIS 贴近度", "TOPSIS closeness"),
    plain: [
      both(
        "离每项都最好的“理想产品”多近，离每项都最差的多远，合成 0 到 1 的贴近度。价格这类越低越好的项可以直接放进来，不必先打分。用来检验加权总分的名次。",
        "How near is each product to one that is best at everything, and how far from one that is worst? Both make a closeness of 0 to 1. Criteria where less is better, like price, go in as they are. It checks the ranks of the weighted sum.",
      ),
    ],
    formula: ["vᵢⱼ = wⱼ · xᵢⱼ / √Σ xᵢⱼ²", "closeness = d⁻ / (d⁺ + d⁻)"],
    fails: [
      both(
        "加进一个新竞品，原有的名次可能会变。大家完全一样时没有结果。",
        "Adding a rival can turn the order of the others. When all are alike there is no result.",
      ),
    ],
    sources: ["Hwang & Yoon (1981), Multiple Attribute Decision Making"],
    example: {
      given: both(
        "价格（越低越好）5490、6500、6489；功能分 51.4、70.6、54.3；权重 0.6 和 0.4。",
        "Price (less is better) 5490, 6500, 6489; function scores 51.4, 70.6, 54.3; weights 0.6 and 0.4.",
      ),
      compute: () =>
        worked(
          topsis(
            [
              [5490, 51.4],
              [6500, 70.6],
              [6489, 54.3],
            ],
            [0.6, 0.4],
            ["min", "max"],
          ),
          ({ closeness }) => closeness.map((score, index) => line(names[index]!, "number", score)),
        ),
    },
  },
  {
    key: "ahp",
    family: "competitors",
    name: both("AHP 两两比较", "AHP pairwise weights"),
    plain: [
      both(
        "不直接给权重，而是两两比较“哪个更重要，重要几倍”，再算出一组最贴合的权重，并检查比较之间是否自相矛盾。",
        "Instead of giving weights outright, criteria are compared in pairs: which matters more, and how many times? The weights that fit best follow, with a check for contradictions.",
      ),
    ],
    formula: ["A·w = λmax·w,  Σ w = 1", "CI = (λmax − n) / (n − 1),  CR = CI / RI(n)"],
    fails: [
      both(
        "CR 大于 0.1 时，比较自相矛盾，请重新比较而不是照用权重。超过 15 项不支持。",
        "Above CR 0.1 the judgements contradict each other: ask again rather than use the weights. More than 15 criteria are refused.",
      ),
    ],
    sources: ["Saaty (1980), The Analytic Hierarchy Process"],
    example: {
      given: both(
        "功能比价格重要 3 倍，比服务重要 5 倍；价格比服务重要 2 倍。",
        "Functions matter 3 times as much as price and 5 times as much as service; price twice as much as service.",
      ),
      compute: () =>
        worked(
          ahpWeights([
            [1, 3, 5],
            [1 / 3, 1, 2],
            [1 / 5, 1 / 2, 1],
          ]),
          (result) => [
            line(
              both("权重：功能、价格、服务", "Weights: functions, price, service"),
              "share",
              result.weights,
            ),
            line(both("λmax", "λmax"), "number", result.lambdaMax),
            line(both("一致性比率 CR", "Consistency ratio CR"), "number", result.consistencyRatio),
          ],
        ),
    },
  },
];
