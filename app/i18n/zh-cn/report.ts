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
    gapLead:
      "决策者减使用者，在同一家公司内配对；正值表示决策者更看重。八项经 Holm 校正后在 5% 水平上成立的，称为确定。",
    gap: "差距",
    interval: "95% 区间",
    pairs: "两方都答的公司",
    judged: "判断",
    certain: "确定",
    notCertain: "不确定",
    companiesTitle: "公司与声音",
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
    empty: { title: "还没有可报告的内容", body: "问卷收回后，报告会逐步充实。目前还没有人答完。" },
    headline: "结论",
    fit: {
      above: ({ role }) => `${role}离不开它：高于门槛。`,
      below: ({ role }) => `${role}没有它也行：低于门槛。`,
      undecided: ({ role, n }) =>
        `${role}是否离不开它，尚不能判定；按目前的比例，再有 ${grouped(n)} 份合格回答即可判定。`,
      undecidedOpen: ({ role }) => `${role}是否离不开它，尚不能判定。`,
      few: ({ role }) => `${role}的回答太少，还说不准他们是否离不开它。`,
      none: ({ role }) => `还没有${role}的合格回答。`,
    },
    differ: ({ n }) =>
      n === 0
        ? "决策者与使用者看重的东西，没有确定的分歧。"
        : `在看重的八件事里，决策者与使用者有 ${grouped(n)} 件确定不同。`,
    pmf: "没有了它，会失望吗？",
    coverage: "听到了谁的声音",
    wants: "各角色想要什么",
    wantsLead: "各角色回答的是同样的问题。",
    attributes: "最看重",
    problems: "主要问题",
    choices: "如果今天决定，会选",
    differences: "分歧在哪里",
    caresMore: "更看重",
    differencesLead:
      "同一家公司里，决策者与使用者对同一项的重要性打分（1–5）相差多少；只列出难以用偶然解释的。",
    chooseToday: "如果今天就要决定，各角色选得最多的是：",
    choice: ({ role, option, share, n }) => `${role}：${option} ${share}（n = ${grouped(n)}）`,
    between: "；",
    widest: ({ attribute, role, gap, n }) =>
      `差得最多的是“${attribute}”：${role}高出 ${gap} 分（${grouped(n)} 家公司）`,
    points: ({ gap, range }) => `${gap} 分（${range}）`,
    outOfFive: ({ mean }) => `${mean} / 5`,
    noDifference: "目前没有确定的分歧。两方都作答的公司多了，可能会看得更清楚。",
    method: "怎么做的",
    methodText:
      "各角色从不合并计算。区间已考虑同一家公司的同事回答相近；不到 5 份回答不显示百分比，不到 5 家公司不下结论。比例都附 95% 区间。",
    methods: "每个数字怎么算出来的",
    sampleNote: "这是示例研究，公司和回答都是虚构的。",
    print: "打印",
  },
} satisfies typeof en;
