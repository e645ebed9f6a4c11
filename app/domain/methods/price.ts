import { demandFromLadder, gaborGranger } from "../price/gabor-granger";
import { newtonMillerSmith } from "../price/newton-miller-smith";
import { vanWestendorp } from "../price/van-westendorp";
import type { Method } from "./method";
import { both, line, worked } from "./worked-example";

const answers = [
  [30, 60, 90, 120],
  [40, 70, 110, 150],
  [50, 80, 120, 160],
  [60, 90, 100, 140],
  [80, 100, 130, 180],
  [70, 110, 150, 200],
].map(([tooCheap = 0, cheap = 0, expensive = 0, tooExpensive = 0]) => ({
  tooCheap,
  cheap,
  expensive,
  tooExpensive,
}));
const likelihoods: readonly (readonly [number, number])[] = [
  [5, 3],
  [4, 2],
  [5, 4],
  [3, 1],
  [4, 3],
  [5, 2],
];
const sixPrices = both(
  "六位决策者的四个价格（元/席位·月）：30/60/90/120、40/70/110/150、50/80/120/160、60/90/100/140、80/100/130/180、70/110/150/200。",
  "Four prices of six deciders (a seat and month): 30/60/90/120, 40/70/110/150, 50/80/120/160, 60/90/100/140, 80/100/130/180, 70/110/150/200.",
);

/** What to charge. */
export const priceMethods: readonly Method[] = [
  {
    key: "van-westendorp",
    family: "price",
    name: both("价格敏感度（Van Westendorp）", "Price sensitivity meter (Van Westendorp)"),
    plain: [
      both(
        "问四个价格：便宜到让人怀疑质量、划算、开始觉得贵、太贵不会买。四条曲线的交点给出可以接受的价格区间和阻力最小的价格。",
        "Four prices are asked: so cheap that quality is doubted, a bargain, getting expensive, too expensive. Where the curves cross lie the acceptable range and the price with the least resistance.",
      ),
      both(
        "按人数的整数来比较，曲线恰好相等时不会漏掉。有效回答不到 30 份时在观测价格之间插值；最优价格是一段平台时，给出整段区间。",
        "Curves are compared by whole counts, so that an exact tie is not missed. With fewer than 30 valid answers crossings are interpolated; a plateau of the optimal price is shown as an interval.",
      ),
    ],
    formula: [
      "TC(p) = #(too cheap > p), C(p) = #(cheap > p), E(p) = #(expensive ≤ p), TE(p) = #(too expensive ≤ p)",
      "PMC: n − C ≥ TC;  PME: TE ≥ n − E;  IDP: E ≥ C;  OPP: TE ≥ TC",
    ],
    fails: [
      both(
        "四个价格必须严格递增，否则这份回答不计入，并写明剔除了几份。",
        "The four prices must rise strictly; other answers are left out, and how many is shown.",
      ),
      both(
        "它量的是对价格的感觉，不是购买。请与 Newton–Miller–Smith 或价格阶梯对照。",
        "It measures what people feel about a price, not whether they buy. Compare it with Newton–Miller–Smith or the price ladder.",
      ),
    ],
    sources: [
      "Van Westendorp (1976), NSS price sensitivity meter, Proceedings of the 29th ESOMAR Congress",
      "Conventions as in the R package pricesensitivitymeter 1.3.3",
    ],
    example: {
      given: sixPrices,
      compute: () =>
        worked(vanWestendorp(answers), (result) => [
          line(both("可接受区间（PMC–PME）", "Acceptable range (PMC–PME)"), "money", [
            result.pmc.at,
            result.pme.at,
          ]),
          line(both("无差异价格（IDP）", "Indifference price (IDP)"), "money", result.idp.at),
          line(both("最优价格（OPP）", "Optimal price (OPP)"), "money", [result.opp.at, result.opp.to]),
          line(both("有效回答", "Valid answers"), "integer", result.validN),
        ]),
    },
  },
  {
    key: "newton-miller-smith",
    family: "price",
    name: both("购买可能性与价格（Newton–Miller–Smith）", "Reach and revenue by price (Newton–Miller–Smith)"),
    plain: [
      both(
        "在“划算价”和“偏贵价”上再问购买可能性（1–5），按经验打折成概率，再按价格连成直线。所有人的平均就是每个价格能触达的比例，乘以价格就是人均收入。",
        "The likelihood of buying (1–5) is asked at the cheap and at the expensive price, discounted to a probability, and joined by straight lines over the price. The mean over people is the reach of a price; times the price it is revenue per person.",
      ),
    ],
    formula: [
      "through (TC, 0), (C, π(C)), (E, π(E)), (TE, 0);  π: 5 → .7, 4 → .5, 3 → .3, 2 → .1, 1 → 0",
      "reach(p) = mean πᵢ(p);  revenue(p) = p · reach(p)",
    ],
    fails: [
      both(
        "折扣系数来自消费品的经验，对企业采购未必合适：绝对值只作参考，看价格之间的相对高低。",
        "The discounts are experience from consumer goods and may not fit business buyers: read the levels loosely and compare prices.",
      ),
    ],
    sources: [
      "Newton, Miller & Smith (1993), A market acceptance extension to traditional price sensitivity measurement, AMA Advanced Research Techniques Forum",
    ],
    example: {
      given: both(
        `${sixPrices["zh-CN"]}购买可能性（划算价/偏贵价）：5/3、4/2、5/4、3/1、4/3、5/2。`,
        `${sixPrices.en} Likelihoods (cheap/expensive): 5/3, 4/2, 5/4, 3/1, 4/3, 5/2.`,
      ),
      compute: () =>
        worked(
          newtonMillerSmith(
            answers.map((answer, index) => ({
              ...answer,
              likelihoodAtCheap: likelihoods[index]?.[0] ?? null,
              likelihoodAtExpensive: likelihoods[index]?.[1] ?? null,
            })),
          ),
          (result) => [
            line(both("触达最大的价格", "Price of the widest reach"), "money", result.maxReach.price),
            line(both("此时触达", "Its reach"), "share", result.maxReach.reach),
            line(both("收入最大的价格", "Price of the highest revenue"), "money", result.maxRevenue.price),
            line(
              both("此时人均收入", "Its revenue per person"),
              "money",
              result.maxRevenue.revenuePerRespondent,
            ),
          ],
        ),
    },
  },
  {
    key: "gabor-granger",
    family: "price",
    name: both("价格阶梯（Gabor–Granger）", "Price ladder (Gabor–Granger)"),
    plain: [
      both(
        "从一个随机的价格开始，问“这个价买不买”，一级一级往上或往下，找到每个人能接受的最高价。每个价位愿意买的比例乘以价格，最高的就是收入最好的价位。",
        "Starting at a random price, each person is asked whether they would buy, up or down the ladder, until their highest price is found. The share that buys times the price is the revenue of that rung.",
      ),
    ],
    formula: ["revenue(p) = p · share willing at p", "arc elasticity = (ΔQ / mean Q) / (Δp / mean p)"],
    fails: [
      both(
        "只在问过的价位里选，两个价位之间和之外都不推测。两端都没人买时没有弹性。",
        "Only tested prices are considered; nothing is guessed between or beyond them. Where nobody buys at two rungs there is no elasticity.",
      ),
    ],
    sources: ["Gabor & Granger (1966), Price as an indicator of quality, Economica 33"],
    example: {
      given: both(
        "八位决策者能接受的最高价：0、80、100、100、120、120、150、200；价位 80、100、120、150、200。",
        "Highest accepted prices of eight deciders: 0, 80, 100, 100, 120, 120, 150, 200; rungs 80, 100, 120, 150, 200.",
      ),
      compute: () => {
        const demand = demandFromLadder([0, 80, 100, 100, 120, 120, 150, 200], [80, 100, 120, 150, 200]);
        return worked(demand.ok ? gaborGranger(demand.value) : demand, (result) => [
          line(
            both("各价位愿意买的比例", "Share willing at each rung"),
            "share",
            result.curve.map((point) => point.demand),
          ),
          line(both("收入最高的价位", "Rung of the highest revenue"), "money", result.best.price),
          line(both("此时人均收入", "Its revenue per person"), "money", result.best.revenue),
          line(
            both("相邻价位的弹性", "Elasticity from rung to rung"),
            "number",
            result.elasticities.flatMap((elasticity) => (elasticity.ok ? [elasticity.value] : [])),
          ),
        ]);
      },
    },
  },
];
