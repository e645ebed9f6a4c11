import type { stage as en } from "../en/stage";
import { grouped } from "../format";

export const stage = {
  now: ({ stage: name }: { stage: string }) => `所处阶段：${name}`,
  change: "修改阶段",
  logicTitle: "现阶段的增长逻辑",
  logic: { research: "先调研，还谈不上增长", product: "产品驱动", market: "市场驱动", service: "服务驱动" },
  logicText: {
    development: "先弄清有没有空间、竞品做了什么、整条决策链要什么，再往下做产品。",
    "market-validation":
      "把使用者和客户说出的需求变成功能，直到用的人离不开它、生意能养活自己。这时花钱买流量，买来的是会走的客户。",
    growth: "获客、转化、留存、持续营收：放大漏斗入口，补上最贵的漏点，先提高续费，再花钱买更多访问。",
    maturity: "靠续费和口碑支撑。客户的成功案例，就是赢得下一批客户的素材。",
    decline: "寻找第二次增长：横向扩展产品，或为留下来的客户补成完整的解决方案。",
  },
  look: {
    research: "查看市场",
    product: "查看各角色的结果",
    market: "查看漏斗",
    service: "查看续费",
  },
  gates: ({ next }: { next: string }) => `进入${next}的关口`,
  stay: "靠什么不滑向衰退",
  met: ({ n, all }: { n: number; all: number }) => `${grouped(all)} 个里过了 ${grouped(n)} 个`,
  state: { on: "已达到", off: "未达到", undecided: "未定", dark: "没有数据" },
  gate: {
    coverage: "听到了整条决策链的声音",
    matrix: "摸清了竞品",
    competition: "胜过竞品",
    headroom: "市场有空间",
    frequency: "经常使用",
    upset: "没有它使用者会失望",
    breakEven: "营收平衡",
    renewal: "客户续费",
    ltvToCac: "一个客户值得花钱去获取",
    opportunity: "新的需求得到证实",
  },
  why: {
    coverage: ({ complete, companies }: { complete: number; companies: number }) =>
      `${grouped(companies)} 家公司里，有 ${grouped(complete)} 家的决策者、使用者和需求方都作答；五家即可。`,
    matrix: ({ known, total }: { known: number; total: number }) =>
      `矩阵 ${grouped(total)} 格里有 ${grouped(known)} 格有结论；五分之四即可。`,
    headroom: ({ share }: { share: string }) => `抽取结果中有 ${share} 达到您需要的收入。`,
    competition: ({ win, tie, lose }: { win: string; tie: string; lose: string }) =>
      [win && `赢：${win}。`, tie && `未定：${tie}。`, lose && `输：${lose}。`].filter(Boolean).join(""),
    frequency: (given: { share: string; companies: number; uses: number; days: number; threshold: string }) =>
      `${grouped(given.companies)} 家公司的使用者里，${grouped(given.days)} 天内使用核心功能至少 ${grouped(given.uses)} 次的占 ${given.share}。整个区间都要高于 ${given.threshold}。`,
    upset: ({ share, companies, threshold }: { share: string; companies: number; threshold: string }) =>
      `${grouped(companies)} 家公司的使用者里，会非常失望的占 ${share}。整个区间都要高于 ${threshold}。`,
    breakEven: ({ months, required, last }: { months: number; required: number; last: string }) =>
      `截至 ${last}，不靠外部资金，连续 ${grouped(months)} 个月没有亏损；要求 ${grouped(required)} 个月。`,
    renewal: ({ rate, threshold }: { rate: string; threshold: string }) =>
      `首次续费：${rate}。整个区间都要高于 ${threshold}。`,
    ltvToCac: ({ range }: { range: string }) => `LTV:CAC 为 ${range}；整个范围都要高于 3。`,
    opportunity: ({ confirmed, all }: { confirmed: number; all: number }) =>
      `${grouped(all)} 个机会里有 ${grouped(confirmed)} 个由新一轮调研证实。`,
  },
  none: {
    coverage: "还没有填了公司的答卷。",
    matrix: "还没有可比较的竞品和功能。",
    competition: "说明会选谁的人太少，矩阵里的结论也不够。",
    headroom: "还没有带目标的市场模型。",
    frequency: "说明使用频率的使用者太少。",
    upset: "回答会不会失望的使用者太少。",
    breakEven: "还没有账目。",
    renewal: "还没有客户走到续费。",
    ltvToCac: "还不知道客户数、流失和获客成本。",
    opportunity: "还没有记下任何需求。",
  },
  next: "下一步做什么",
  nextAll: ({ next }: { next: string }) => `所有关口都已达到，可以把研究推进到${next}。`,
  nextStay: "所有关口都已达到。保持下去，有了新一轮调研或新的月份再来看。",
  nextSettings: "打开设置",
  todo: {
    coverage: "补上缺的声音：把链接发给还没作答的角色。",
    matrix: "补全竞品做得到和做不到什么。",
    competition: "看哪个角色会选别家，以及那里由什么决定。",
    headroom: "先查清决定市场够不够大的那个假设。",
    frequency: "问清使用者为什么不常用，把它做出来。",
    upset: "看看离不开它的人最看重什么，犹豫的人还缺什么。",
    breakEven: "让收入超过成本：看还差多少客户。",
    renewal: "先弄清客户为什么离开，再去获取更多客户。",
    ltvToCac: "降低获客成本，或让客户留得更久。",
    opportunity: "记下开放回答里说到的需求，用新一轮调研去证实。",
  },
  open: {
    coverage: "查看决策链",
    matrix: "查看矩阵",
    competition: "查看胜负判断",
    headroom: "查看市场",
    frequency: "查看 PMF",
    upset: "查看 PMF",
    breakEven: "查看账目",
    renewal: "查看续费",
    ltvToCac: "查看账目",
    opportunity: "查看机会",
  },
} satisfies typeof en;
