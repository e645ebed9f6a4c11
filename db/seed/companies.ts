/** The invented companies of the sample. Any likeness to a real one is chance. */
import { between, chance, oneOf, type Random, weighted } from "./distributions";

const places = ["青屿", "北桐", "临溪", "南岭", "云泽", "柏川", "星河", "远山", "禾丰", "澄湖"];
const placesEn = [
  "Qingyu",
  "Beitong",
  "Linxi",
  "Nanling",
  "Yunze",
  "Baichuan",
  "Xinghe",
  "Yuanshan",
  "Hefeng",
  "Chenghu",
];
const trades = [
  { industry: "manufacturing", zh: "精密制造", en: "Precision" },
  { industry: "retail", zh: "连锁零售", en: "Retail" },
  { industry: "internet-software", zh: "软件", en: "Software" },
  { industry: "logistics", zh: "物流", en: "Logistics" },
  { industry: "food-hospitality", zh: "餐饮", en: "Catering" },
  { industry: "education", zh: "教育科技", en: "Learning" },
  { industry: "healthcare", zh: "医疗器械", en: "Medical" },
  { industry: "media-marketing", zh: "文化传媒", en: "Media" },
] as const;

export type SampleCompany = {
  name: string;
  industry: string;
  size: string;
  relation: string;
  language: "zh-CN" | "en";
  /** Shared by colleagues: how this company leans, about −1 … 1. */
  leaning: number;
};

/** Forty companies, each name once. */
export function drawCompanies(random: Random, count: number): SampleCompany[] {
  return Array.from({ length: count }, (_, index) => {
    const place = index % places.length;
    const trade = trades[(index + Math.floor(index / places.length) * 3) % trades.length]!;
    const language = chance(random, 0.75) ? "zh-CN" : "en";
    return {
      name:
        language === "zh-CN"
          ? `${places[place]}${trade.zh}有限公司`
          : `${placesEn[place]} ${trade.en} Co., Ltd.`,
      industry: trade.industry,
      size: weighted(random, { "10-49": 10, "50-249": 16, "250-999": 9, "1000+": 5 }),
      relation: weighted(random, { customer: 68, trial: 16, former: 6, none: 10 }),
      language,
      leaning: oneOf(random, [-1, 1]) * (between(random, 0, 10) / 10),
    };
  });
}
