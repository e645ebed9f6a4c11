import type { figure as en } from "../en/figure";
import { grouped } from "../format";

export const figure = {
  verdict: { above: "高于", below: "低于", undecided: "尚无定论" },
  threshold: ({ value }: { value: string }) => `阈值 ${value}`,
  interval: ({ range }: { range: string }) => `95% 区间 ${range}`,
  drawnRange: ({ range }: { range: string }) => `P10–P90：${range}`,
  noInterval: "无区间：回答或公司太少",
  n: ({ n }: { n: number }) => `n = ${grouped(n)}`,
  answers: ({ n }: { n: number }) => `${grouped(n)} 条回答`,
  companies: ({ n }: { n: number }) => `${grouped(n)} 家公司`,
  moreNeeded: ({ n }: { n: number }) => `按目前的占比，再有 ${grouped(n)} 条回答即可下结论`,
  kOfN: ({ k, n }: { k: number; n: number }) => `${grouped(n)} 人中 ${grouped(k)} 人`,
  named: ({ name, said }: { name: string; said: string }) => `${name}：${said}`,
  tooFew: "人数太少，不宜用百分比",
  noValue: "暂无数值",
  hidden: "不显示：涉及的人数不足 5 人。",
  method: "如何计算？",
  methodOf: ({ of }: { of: string }) => `“${of}”怎么算？`,
  showAnswers: "查看回答",
  showInputs: "查看所依据的数据",
  chart: {
    table: "以表格显示",
    png: "PNG",
    csv: "CSV",
    download: ({ format }: { format: string }) => `下载 ${format}`,
    series: "系列",
    point: "数据点",
    low: ({ series }: { series: string }) => `${series}（下限）`,
    high: ({ series }: { series: string }) => `${series}（上限）`,
    empty: "还没有可绘制的数据。",
  },
} satisfies typeof en;
