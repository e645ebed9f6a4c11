import type { insights as en } from "../en/insights";
import { grouped } from "../format";

export const insights = {
  title: "洞察",
  lead: "回答、市场和账目里难以用偶然解释的发现，最要紧的在前；每一条都能展开看依据。",
  kind: {
    verdict: "判定",
    agreement: "一致",
    contradiction: "矛盾",
    "missing-voice": "缺少的声音",
    need: "需求",
    cause: "原因",
    threat: "威胁",
    opportunity: "机会",
    price: "价格",
    market: "市场",
    "quality-warning": "质量",
  },
  strength: { strong: "证据强", moderate: "证据中等", fact: "清点的事实" },
  strengthWhy: {
    strong: "对本研究看过的所有问题校正之后，仍然成立。",
    moderate: "在它自己这一类问题里成立；对其余看过的问题一并校正后就不够了。",
    fact: "清点或计算得来，不是推断，与偶然无关。",
  },
  basis: { "pre-registered": "事先定好的问题", exploratory: "翻看中发现的" },
  why: "依据",
  figures: "数字",
  meaning: "意味着什么",
  wouldChange: "什么会改变它",
  next: "下一步",
  adjusted: ({ p }) => `对所有看过的问题校正后，p = ${p}`,
  responses: ({ n }) => `查看背后的 ${grouped(n)} 份答卷`,
  evidenceTitle: "背后的答卷",
  back: "全部洞察",
  none: {
    title: "还没有确定的发现",
    body: "按目前的回答，还没有什么能与偶然区分开。公司多一些、每家公司的角色全一些，就会看得更清楚。",
    action: "去看调研进度",
  },
  gone: "这一条现在已经不成立：之后又收到了新的回答，或者链接有误。",
  all: "全部洞察",
  points: ({ value }) => `${value} 分`,
} satisfies typeof en;
