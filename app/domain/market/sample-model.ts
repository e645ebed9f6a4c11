/** The market model a new sheet may begin with: China's companies as the article on to-B operations counts them. */
import type { Language, LocalText } from "../language";
import type { Assumption, MarketModel, Segment } from "./market-model";

const article: LocalText = {
  "zh-CN": "示例：《to B 运营》一文给出的中国企业数量",
  en: "Example: China's companies as counted in the article on to-B operations",
};
const invented: LocalText = {
  "zh-CN": "示例假设，请换成您自己的数字和来源",
  en: "Example assumption: put your own number and source here",
};

/** Low, likely, high. */
type Points = readonly [low: number, likely: number, high: number];
const exactly = (amount: number): Points => [amount, amount, amount];

const pyramid: readonly {
  name: LocalText;
  companies: Points;
  fit: Points;
  reach: Points;
  win: Points;
  arpa: Points;
}[] = [
  {
    name: { "zh-CN": "个体户", en: "Sole proprietors" },
    companies: exactly(50_000_000),
    ...{ fit: [0, 0.01, 0.02], reach: [0.005, 0.01, 0.02], win: [0.01, 0.03, 0.05] },
    arpa: [300, 600, 1_200],
  },
  {
    name: { "zh-CN": "小微企业", en: "Small companies" },
    companies: exactly(30_000_000),
    ...{ fit: [0.02, 0.05, 0.1], reach: [0.01, 0.02, 0.04], win: [0.03, 0.06, 0.1] },
    arpa: [1_500, 3_000, 6_000],
  },
  {
    name: { "zh-CN": "中小企业", en: "SMEs" },
    companies: exactly(5_000_000),
    ...{ fit: [0.1, 0.2, 0.3], reach: [0.04, 0.08, 0.12], win: [0.05, 0.12, 0.2] },
    arpa: [8_000, 12_000, 20_000],
  },
  {
    name: { "zh-CN": "中大型企业", en: "Mid-size and large companies" },
    companies: [300_000, 350_000, 400_000],
    ...{ fit: [0.25, 0.4, 0.55], reach: [0.05, 0.08, 0.12], win: [0.05, 0.1, 0.18] },
    arpa: [60_000, 120_000, 240_000],
  },
];

/**
 * The sample model in a language: the four layers of China's company pyramid (50 million sole proprietors, 30 million small
 * companies, 5 million SMEs, 300 to 400 thousand mid-size and large ones). Only the counts are the article's;
 * every other number is an invented example and says so in its source.
 *
 * Source: the article on to-B operations.
 */
export function sampleModel(language: Language): MarketModel {
  const assumed = ([low, likely, high]: Points, from = invented): Assumption => ({
    ...{ low, likely, high, source: from[language], date: "", confidence: "low" },
  });
  return {
    segments: pyramid.map(
      ({ name, companies, fit, reach, win, arpa }): Segment => ({
        name: name[language],
        companies: assumed(companies, article),
        ...{ fit: assumed(fit), reach: assumed(reach), win: assumed(win), arpa: assumed(arpa) },
        growth: assumed(exactly(0)),
      }),
    ),
    plan: {
      leads: assumed([200, 400, 700]),
      opportunity: assumed([0.15, 0.25, 0.35]),
      winRate: assumed([0.1, 0.2, 0.3]),
      contract: assumed([20_000, 30_000, 50_000]),
      churn: assumed([0.08, 0.15, 0.25]),
    },
    years: 3,
    goal: 300_000_000,
  };
}
