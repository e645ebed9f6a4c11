import type { report as en } from "../en/report";
import { grouped } from "../format";

export const report = {
  chain: {
    title: "决策链",
    lead: "每家公司听到了谁的声音，同一家公司的不同角色在哪里看法不同。",
    attribute: "评价项目",
    mean: "重要性均值（1–5）",
    meanSatisfaction: "满意度均值（1–5）",
    importance: "各角色看重什么",
    satisfaction: "各角色对现状是否满意",
    gapTitle: "决策者与使用者的分歧",
    gap: "差距",
    interval: "95% 区间",
    pairs: "两方都答的公司",
    judged: "判断",
    certain: "确定",
    notCertain: "不确定",
    table: "各公司各角色的答卷数",
    company: "公司",
    missing: "缺少的声音",
    findingPart: ({ role, attribute }) => `${role}最看重“${attribute}”`,
    findingSatisfaction: ({ role, attribute }) => `${role}最不满意“${attribute}”`,
    between: "；",
    legend: "数字是完整答卷数，颜色越深答卷越多；虚线格表示还没有听到这个角色的声音。",
    showAll: ({ n }) => `显示全部 ${grouped(n)} 家公司`,
  },
  coverage: {
    all: ({ k, n }) => `${grouped(n)} 家公司中，有 ${grouped(k)} 家的决策者、使用者、需求方都已作答。`,
    missing: {
      decider: ({ n }) => `${grouped(n)} 家公司缺少决策者的声音。`,
      user: ({ n }) => `${grouped(n)} 家公司缺少使用者的声音。`,
      requester: ({ n }) => `${grouped(n)} 家公司缺少需求方的声音。`,
    },
    withoutCompany: ({ n }) => `${grouped(n)} 份答卷没有填公司。`,
  },
  report: {
    title: ({ product }) => `${product}：决策链报告`,
    listTitle: "报告",
    listLead: "每个研究一份报告，随答卷实时更新。",
    list: "研究",
    open: "打开报告",
    lastResponse: "最近答卷",
    emptyList: { title: "还没有报告", body: "有了研究，这里就会出现报告。" },
    lead: ({ responses, companies }) =>
      `来自 ${grouped(companies)} 家公司的 ${grouped(responses)} 份完整答卷。`,
    empty: { title: "还没有可报告的回答", body: "问卷收回后，报告会逐步充实。目前答完的还太少。" },
    sampleNote: "这是示例研究，公司和回答都是虚构的。",
    print: "打印",
  },
} satisfies typeof en;
