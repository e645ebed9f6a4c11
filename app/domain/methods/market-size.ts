import { bottomUpMarket } from "../market/bottom-up";
import { compoundGrowthRate } from "../market/growth-rate";
import { marketCounts } from "../market/market-counts";
import { topDownMarket } from "../market/top-down";
import { triangulate } from "../market/triangulation";
import type { Method } from "./method";
import { both, line, worked } from "./worked-example";

export const marketSizeMethods: readonly Method[] = [
  {
    key: "market-counts",
    family: "market",
    name: both("市场里有多少家公司", "How many companies there are"),
    plain: [
      both(
        "按规模分段数公司。说不准的段给一个范围，合计也就有低、中、高三个数，并算出每段所占的比例。",
        "Companies are counted by size band. A band that is not known exactly is a range, so the total has a low, a middle and a high, and each band its share.",
      ),
    ],
    formula: ["low = Σ lows, high = Σ highs, middle = Σ (low + high) / 2"],
    fails: [
      both(
        "家数不等于需求：个体户很多，愿意为软件付费的很少。请接着算 TAM、SAM、SOM。",
        "A count is not demand: there are many sole proprietors and few who pay for software. Go on to TAM, SAM and SOM.",
      ),
    ],
    sources: ["Arithmetic; the example uses figures published for China by an article on to-B operations"],
    example: {
      given: both(
        "个体户 5000 万，小公司 3000 万，中小企业 500 万，中大型企业 30–40 万。",
        "50 million sole proprietors, 30 million small companies, 5 million SMEs, 300–400 thousand larger ones.",
      ),
      compute: () =>
        worked(
          marketCounts([
            { name: "sole", count: 50_000_000 },
            { name: "small", count: 30_000_000 },
            { name: "sme", count: 5_000_000 },
            { name: "large", count: [300_000, 400_000] },
          ]),
          (counts) => [
            line(both("合计（低–高）", "Total (low–high)"), "integer", [counts.low, counts.high]),
            line(both("合计（中）", "Total (middle)"), "integer", counts.middle),
            line(both("中大型企业占比", "Share of the larger ones"), "share", counts.shares[3]!.share),
          ],
        ),
    },
  },
  {
    key: "top-down",
    family: "market",
    name: both("自上而下：TAM、SAM、SOM", "Top-down: TAM, SAM, SOM"),
    plain: [
      both(
        "TAM 是所有公司都买的话一年的金额；SAM 只算产品适合的那部分；SOM 再乘以够得着的比例和赢单率，是您真正有可能拿到的。",
        "TAM is a year's money if every company bought; SAM is the part that the product fits; SOM, times the share within reach and the win rate, is what you could get.",
      ),
    ],
    formula: ["TAM = Σ N · ARPA", "SAM = Σ N · fit · ARPA", "SOM = SAM · reach · win rate"],
    fails: [
      both(
        "四个比例各差一点，乘起来就差很多：请用三点估计加模拟给出范围，并与自下而上对照。",
        "Small errors in each share multiply: give a range with three points and a simulation, and compare it with bottom-up.",
      ),
    ],
    sources: ["Common practice; Blank & Dorf (2012), The Startup Owner's Manual"],
    example: {
      given: both(
        "中小企业 500 万家，适合 20%，年费 1.2 万；中大型 35 万家，适合 45%，年费 15 万；够得着 8%，赢单率 15%。",
        "5 million SMEs, 20 % fit, 12,000 a year; 350 thousand larger ones, 45 % fit, 150,000 a year; 8 % within reach, 15 % won.",
      ),
      compute: () =>
        worked(
          topDownMarket(
            [
              { companies: 5_000_000, fit: 0.2, arpa: 12_000 },
              { companies: 350_000, fit: 0.45, arpa: 150_000 },
            ],
            0.08,
            0.15,
          ),
          ({ tam, sam, som }) => [
            line(both("TAM", "TAM"), "money", tam),
            line(both("SAM", "SAM"), "money", sam),
            line(both("SOM", "SOM"), "money", som),
          ],
        ),
    },
  },
  {
    key: "bottom-up",
    family: "market",
    name: both("自下而上：按销售能力", "Bottom-up: from sales capacity"),
    plain: [
      both(
        "从每月有多少线索、多少变成商机、赢下多少单算起，减去每年流失的客户，得到每年年末的客户数和年度经常性收入。",
        "From leads a month, how many become opportunities and how many are won, less the customers lost each year: customers and recurring revenue at the end of each year.",
      ),
    ],
    formula: [
      "C(t) = C(t − 1) · (1 − churn) + 12 · leads · conversion · win rate",
      "ARR(t) = C(t) · contract value",
    ],
    fails: [
      both(
        "当年新签的客户按整年计，第一年会偏高；转化率假定不变。",
        "New customers count for their whole year, which flatters the first; conversion is assumed to stay.",
      ),
    ],
    sources: ["Recursion of a customer base; Skok, SaaS Metrics 2.0"],
    example: {
      given: both(
        "每月 400 条线索，25% 成商机，20% 赢单，年费 3 万，年流失 15%，三年。",
        "400 leads a month, 25 % become opportunities, 20 % are won, 30,000 a year, 15 % lost a year, three years.",
      ),
      compute: () =>
        worked(
          bottomUpMarket({
            leadsPerMonth: 400,
            leadToOpportunity: 0.25,
            winRate: 0.2,
            acv: 30_000,
            annualChurn: 0.15,
            years: 3,
          }),
          (path) => [
            line(
              both("各年末客户数", "Customers at the end of each year"),
              "number",
              path.map(({ customers }) => customers),
            ),
            line(
              both("各年末 ARR", "Recurring revenue"),
              "money",
              path.map(({ arr }) => arr),
            ),
          ],
        ),
    },
  },
  {
    key: "triangulation",
    family: "market",
    name: both("两种估算对照", "Top-down against bottom-up"),
    plain: [
      both(
        "自上而下和自下而上是两条独立的路。相差不到一倍，说明大致可信，取几何平均作为中间值；超过一倍，先找出哪个假设错了。",
        "Top-down and bottom-up are two independent ways. Within a factor of two they support each other, and the geometric mean stands between them; beyond it, find the wrong assumption first.",
      ),
    ],
    formula: [
      "ratio = top-down / bottom-up;  middle = √(top-down · bottom-up)",
      "warn when the ratio is above 2 or below 1/2",
    ],
    fails: [
      both(
        "两条路用了同一份数据时，接近并不说明什么。任何一个不大于零时不比较。",
        "When both rest on the same data, agreement says nothing. Nothing is compared when one is zero or less.",
      ),
    ],
    sources: ["Arithmetic"],
    example: {
      given: both("自上而下 7.2 亿，自下而上 5.4 亿。", "Top-down 720 million, bottom-up 540 million."),
      compute: () =>
        worked(triangulate(720_000_000, 540_000_000), (result) => [
          line(both("比值", "Ratio"), "number", result.ratio),
          line(both("几何平均", "Geometric mean"), "money", result.geometricMean),
          line(both("相差（占平均）", "Gap (of the average)"), "share", result.symmetricGap),
        ]),
    },
  },
  {
    key: "growth-rate",
    family: "market",
    name: both("年复合增长率（CAGR）", "Compound annual growth rate"),
    plain: [
      both(
        "从起点到终点，如果每年按同一个比例增长，这个比例是多少？",
        "From the first year to the last, at what steady rate a year would it have grown?",
      ),
    ],
    formula: ["CAGR = (end / begin)^(1 / years) − 1"],
    fails: [
      both(
        "起点不大于零时没有意义，不给数。它掩盖了中间的起伏，换个起点结果就不同。",
        "From zero or less it has no meaning and no value. It hides what happened between, and changes with the first year you pick.",
      ),
    ],
    sources: ["Arithmetic"],
    example: {
      given: both("三年里从 10,000 涨到 19,000。", "From 10,000 to 19,000 in three years."),
      compute: () =>
        worked(compoundGrowthRate(10_000, 19_000, 3), (rate) => [line(both("CAGR", "CAGR"), "share", rate)]),
    },
  },
];
