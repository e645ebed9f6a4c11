/** What a business type changes in the wording, and what a study starts with when its brief is silent. */
import type { LocalText } from "../../language";
import type { BusinessType } from "../../study/study";
import { type AnswerOption, anchorAttributes, problems } from "../answer-options";
import type { NamedItem, QuestionnaireBrief } from "./brief";
import { words } from "./survey-json";

const item = (id: string, zh: string, en: string): NamedItem => ({ id, name: words(zh, en) });

export type BusinessWords = {
  /** The kind of product in general, plural in English. */
  category: LocalText;
  /** What goes wrong when the respondent tells of the last time. */
  lastTime: LocalText;
  /** The condition of Ellis's question. */
  losing: (product: string) => LocalText;
  /** Ellis's fourth answer. */
  noLonger: LocalText;
  /** How often the core function was used within the window. */
  coreUses: (product: string, days: number) => LocalText;
  /** Whether the company is a customer. */
  relation: (product: string) => LocalText;
  /** How often it is used as a rule. */
  frequency: (product: string) => LocalText;
  need: LocalText;
  causes: readonly NamedItem[];
  features: readonly NamedItem[];
  /** Answer names that would sound wrong in this business, by the list's own name and value. */
  renamed: Readonly<Record<string, LocalText>>;
};

const saas: BusinessWords = {
  category: words("这类产品", "products of this kind"),
  lastTime: words(
    "最近一次要用到这类产品的工作",
    "the last time you did work that a product of this kind is for",
  ),
  losing: (product) => words(`如果不能再使用${product}`, `if you could no longer use ${product}`),
  noLonger: words("不适用，我已不再使用", "N/A – I no longer use it"),
  coreUses: (product, days) =>
    words(
      `过去 ${days} 天，您使用${product}的核心功能大约有几次？`,
      `In the last ${days} days, how many times did you use the core function of ${product}?`,
    ),
  relation: (product) => words(`贵公司现在用${product}吗？`, `Does your company use ${product} today?`),
  frequency: (product) => words(`您平时多久用一次${product}？`, `How often do you normally use ${product}?`),
  need: words("获客成本太高", "our acquisition cost is too high"),
  causes: [
    item("wrong-leads", "线索不精准，跟进的多是无效客户", "Leads are poor, so we chase the wrong customers"),
    item("costly-channels", "投放渠道越来越贵", "Advertising channels get more expensive"),
    item("slow-follow-up", "线索跟进不及时，客户流失", "Leads are followed up late and lost"),
    item("scattered-data", "客户数据分散，重复劳动多", "Customer data is scattered, so work is done twice"),
    item("weak-conversion", "介绍和演示打动不了客户", "Our pitch and demos do not convince customers"),
    item("no-attribution", "说不清哪个渠道有效", "We can't tell which channel works"),
    item("few-renewals", "老客户续费和转介绍少", "Too few customers renew or refer others"),
  ],
  features: [
    item("automation", "流程自动化", "Workflow automation"),
    item("reports", "数据报表", "Reports and dashboards"),
    item("integration", "与现有系统对接", "Connection to our existing systems"),
    item("mobile", "手机上也能用", "Use on a phone"),
    item("permissions", "权限与审批", "Permissions and approvals"),
  ],
  renamed: {},
};

const platform: BusinessWords = {
  ...saas,
  category: words("这类平台", "platforms of this kind"),
  lastTime: words(
    "最近一次通过平台找客户或找供应商的经过",
    "the last time you looked for customers or suppliers through a platform",
  ),
  coreUses: (product, days) =>
    words(
      `过去 ${days} 天，您在${product}上与交易对方往来（发布、询价、下单、接单等）大约有几次？`,
      `In the last ${days} days, how many times did you deal with the other side on ${product} (listing, enquiring, ordering, accepting orders)?`,
    ),
  need: words("平台上的成交太少", "we close too few deals on platforms"),
  causes: [
    item("few-matches", "合适的交易对方太少", "Too few suitable parties on the other side"),
    item("poor-matching", "推荐和匹配不准", "Recommendations and matches miss the mark"),
    item("low-trust", "不清楚对方是否可靠", "We can't tell whether the other side is reliable"),
    item("high-fees", "佣金或推广费太高", "Commission or promotion fees are too high"),
    item("price-war", "同行比价激烈，没有利润", "Price competition leaves no margin"),
    item("slow-response", "询价和沟通回复慢", "Replies to enquiries are slow"),
    item("hard-delivery", "交付、结算或售后没保障", "Delivery, settlement or after-sales is not assured"),
  ],
  features: [
    item("matching", "精准匹配交易对方", "Accurate matching with the other side"),
    item("verification", "资质审核与信用评价", "Verification and credit ratings"),
    item("escrow", "担保交易与结算", "Escrow and settlement"),
    item("promotion", "推广与流量支持", "Promotion and traffic"),
    item("trade-data", "经营数据分析", "Trading data and analysis"),
  ],
  renamed: {
    "relation.customer": words(
      "正在用，并支付佣金、推广费等费用",
      "We use it and pay commission or other fees",
    ),
    "anchor.functions": words("功能与资源齐全", "Has the functions and partners we need"),
  },
};

const humanService: BusinessWords = {
  category: words("这类服务", "services of this kind"),
  lastTime: words(
    "最近一次请外部团队做的这类工作",
    "the last time an outside team did work of this kind for you",
  ),
  losing: (product) => words(`如果不能再与${product}合作`, `if you could no longer work with ${product}`),
  noLonger: words("不适用，我们已不再合作", "N/A – we no longer work together"),
  coreUses: (product, days) =>
    words(
      `过去 ${days} 天，您与${product}的团队就具体工作对接（提需求、开会、验收等）大约有几次？`,
      `In the last ${days} days, how many times did you work with the ${product} team (briefing, meeting, approving work)?`,
    ),
  relation: (product) =>
    words(`贵公司现在与${product}合作吗？`, `Does your company work with ${product} today?`),
  frequency: (product) =>
    words(
      `您平时多久与${product}的团队对接一次？`,
      `How often do you normally work with the ${product} team?`,
    ),
  need: words("钱花了，效果却不明显", "we spend money on agencies and see too little for it"),
  causes: [
    item("unclear-brief", "需求没有说清楚", "The brief was unclear"),
    item("unclear-goal", "没有约定怎样算有效果", "Nobody agreed what counts as a result"),
    item("junior-team", "实际做事的人经验不足", "The people doing the work lack experience"),
    item("staff-change", "对接人经常换", "Our contact person keeps changing"),
    item("not-industry", "不懂我们的行业", "They do not know our industry"),
    item("slow-feedback", "沟通和修改来回太多", "Too many rounds of talks and changes"),
    item("own-side", "我们内部配合不到位", "Our own side does not do its part"),
  ],
  features: [
    item("contact", "专属对接人", "A dedicated contact person"),
    item("tailored-plan", "按我们的情况定制方案", "A plan tailored to us"),
    item("progress", "随时可查进度", "Progress we can check at any time"),
    item("result-report", "定期的效果报告", "Regular reports on results"),
    item("guarantee", "按效果付费", "Payment by results"),
  ],
  renamed: {
    "relation.customer": words("正在付费合作", "Yes, we pay for the service"),
    "relation.trial": words("正在试合作或免费合作", "Yes, on trial or free of charge"),
    "relation.former": words("合作过，现在不合作了", "We did but no longer do"),
    "relation.none": words("没有合作过", "We never have"),
    "anchor.functions": words("服务内容齐全", "Covers the services we need"),
    "anchor.service": words("响应与售后", "Response and aftercare"),
    "anchor.smooth-use": words("合作顺畅", "Works together smoothly"),
    "anchor.interface": words("沟通与交付体验", "Experience of contact and delivery"),
    "anchor.integration-security": words("与内部配合、信息保密", "Fit with our teams and confidentiality"),
    "problem.missing-functions": words("缺少需要的服务内容", "Services we need are missing"),
    "problem.hard-to-use": words("合作起来费劲", "Working together is hard"),
    "best-worst.functions": words("服务内容更全", "A wider range of services"),
    "best-worst.service": words("响应与售后更好", "Better response and aftercare"),
    "best-worst.interface": words("沟通与交付更好", "Better contact and delivery"),
    "experience.ux-learn": words("配合起来省心", "Easy to work with"),
    "experience.ux-speed": words("响应快、不用催", "Fast, without chasing"),
    "experience.ux-clarity": words("说得清楚、看得明白", "Clear and easy to follow"),
  },
};

const hardware: BusinessWords = {
  ...saas,
  category: words("这类设备", "equipment of this kind"),
  lastTime: words("最近一次用这类设备的工作", "the last time you worked with equipment of this kind"),
  losing: (product) =>
    words(`如果工作中不能再使用${product}`, `if you could no longer use ${product} at work`),
  coreUses: (product, days) =>
    words(
      `过去 ${days} 天，您在生产或工作现场实际用${product}大约有几次？`,
      `In the last ${days} days, how many times did you use ${product} in production or on site?`,
    ),
  need: words("设备的使用成本太高", "our equipment costs too much to run"),
  causes: [
    item("breakdowns", "故障多，停机时间长", "Frequent breakdowns and long downtime"),
    item("slow-repair", "维修慢，备件等得久", "Repairs are slow and spare parts take long"),
    item("energy", "能耗或耗材费用高", "Energy or consumables cost too much"),
    item("hard-operation", "操作复杂，培训成本高", "Operation is complex and training costs much"),
    item("idle", "使用率低，经常闲置", "It often stands idle"),
    item("misfit", "性能与现场条件不匹配", "Performance does not fit the site"),
    item("no-data", "看不到运行数据，无法提前保养", "No running data, so no maintenance ahead of time"),
  ],
  features: [
    item("monitoring", "远程监控与告警", "Remote monitoring and alarms"),
    item("self-check", "故障自诊断", "Self-diagnosis of faults"),
    item("spare-parts", "备件快速更换", "Quick replacement of parts"),
    item("low-energy", "低能耗", "Low energy use"),
    item("training", "安装与操作培训", "Installation and operator training"),
  ],
  renamed: {
    "anchor.functions": words("功能与性能齐全", "Has the functions and performance we need"),
    "anchor.interface": words("操作与外观体验", "Handling and design"),
    "best-worst.interface": words("操作更方便", "Easier handling"),
  },
};

export const businessWords: Readonly<Record<BusinessType, BusinessWords>> = {
  platform,
  saas,
  "human-service": humanService,
  hardware,
};

/** Causes for a need the brief words itself. */
const generalCauses: readonly NamedItem[] = [
  item("unclear-process", "流程不清楚，责任不明确", "The process and who is responsible are unclear"),
  item("manual-work", "手工操作多，容易出错", "Too much manual work and too many mistakes"),
  item("poor-tools", "现有工具或设备跟不上", "Our present tools or equipment fall short"),
  item("scattered-data", "数据分散，看不到全貌", "Data is scattered and nobody sees the whole"),
  item("lacking-skills", "人手或经验不足", "We lack people or experience"),
  item("poor-cooperation", "部门之间配合不好", "Departments do not work together well"),
  item("supplier", "供应商不给力", "Our suppliers do not deliver"),
];

/** The decider's fuzzy need and the causes offered for it: the brief's own need gets the general causes. */
export const needOf = (brief: QuestionnaireBrief): { need: LocalText; causes: AnswerOption[] } => {
  const { need, causes } = businessWords[brief.businessType];
  const usual = brief.fuzzyNeed ? generalCauses : causes;
  return { need: brief.fuzzyNeed ?? need, causes: asOptions(brief.causes?.length ? brief.causes : usual) };
};

/** The features users rate: the brief's, or the business type's usual ones. */
export const featuresOf = (brief: QuestionnaireBrief): readonly NamedItem[] =>
  brief.features?.length ? brief.features : businessWords[brief.businessType].features;

export const asOptions = (items: readonly NamedItem[]): AnswerOption[] =>
  items.map(({ id, name }) => ({ value: id, name }));

/** A list of answers in the words of the business; values and order stay. */
export const named = <Value extends string>(
  list: "relation" | "anchor" | "problem" | "best-worst" | "experience",
  options: readonly AnswerOption<Value>[],
  { businessType }: Pick<QuestionnaireBrief, "businessType">,
): AnswerOption<Value>[] => {
  const { renamed } = businessWords[businessType];
  return options.map(({ value, name }) => ({ value, name: renamed[`${list}.${value}`] ?? name }));
};

/** The anchor attributes as the bank asks about them for a study, or its brief. */
export const attributesFor = (study: Pick<QuestionnaireBrief, "businessType">) =>
  named("anchor", anchorAttributes, study);

export const problemsFor = (study: Pick<QuestionnaireBrief, "businessType">) =>
  named("problem", problems, study);
