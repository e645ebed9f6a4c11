import type { methods as en } from "../en/methods";
import { grouped } from "../format";

export const methods = {
  title: "如何计算？",
  lead: "Trivista 的每个数字在这里都有一页说明：它回答什么问题，公式是什么，什么时候会误导人，出自哪里。示例在您打开页面时由产品当场算出。",
  jump: "方法分类",
  count: ({ n }: { n: number }) => `${grouped(n)} 种方法`,
  families: {
    pmf: "产品与市场契合（PMF）",
    proportions: "占比与区间",
    clusters: "公司聚类与加权",
    planning: "需要多少回答",
    features: "该做哪些功能",
    price: "该定什么价",
    agreement: "决策链上的一致与分歧",
    competitors: "竞品比较",
    market: "市场、收支与漏斗",
    quality: "答卷质量",
    text: "开放式回答",
  },
  formula: "公式",
  fails: "何时会误导人",
  sources: "出处",
  example: {
    title: "示例（当场计算）",
    noValue: "暂无数值",
    points: ({ n }: { n: string }) => `${n} 分`,
    tiny: "小于 0.001",
    range: ({ low, high }: { low: string; high: string }) => `${low}～${high}`,
  },
  neighbours: "同类方法",
  previous: "上一篇",
  next: "下一篇",
  unknown: {
    title: "没有关于该方法的说明",
    text: "链接可能已过期，或地址有误。请在列表中查找。",
    list: "全部方法",
  },
} satisfies typeof en;
