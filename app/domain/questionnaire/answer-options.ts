/**
 * The stable answer values of the items that are compared across roles, waves and studies, and their names.
 * A value, once used in a published version, is never renamed.
 */
import type { LocalText } from "../language";

/** One possible answer: its stable value and its name. */
export type AnswerOption<Value extends string = string> = { value: Value; name: LocalText };
const option = <Value extends string>(value: Value, zh: string, en: string): AnswerOption<Value> => ({
  value,
  name: { "zh-CN": zh, en },
});

/** Roles as the gate offers them (Webster & Wind's five, the initiator, and finance). */
export const gateRoles = [
  option("initiator", "提出需求", "I raised the need"),
  option("user", "日常使用", "I use it in my work"),
  option("influencer", "评估比较、提出建议", "I compare options and advise"),
  option("buyer", "采购与谈判", "I handle purchasing"),
  option("decider", "最终拍板", "I make the final decision"),
  option("finance", "审批预算", "I approve the budget"),
  option("gatekeeper", "把关信息安全或 IT", "I check IT and security"),
] as const;
export type GateRole = (typeof gateRoles)[number]["value"];

export const sizeBands = [
  option("1", "1 人（个体经营）", "1 (sole proprietor)"),
  option("2-9", "2–9 人", "2–9 people"),
  option("10-49", "10–49 人", "10–49 people"),
  option("50-249", "50–249 人", "50–249 people"),
  option("250-999", "250–999 人", "250–999 people"),
  option("1000+", "1000 人及以上", "1,000 people or more"),
] as const;

export const industries = [
  option("manufacturing", "制造业", "Manufacturing"),
  option("retail", "零售与电商", "Retail and e-commerce"),
  option("wholesale", "批发与分销", "Wholesale and distribution"),
  option("food-hospitality", "餐饮、酒店与旅游", "Food, hospitality and travel"),
  option("logistics", "物流与运输", "Logistics and transport"),
  option("construction", "建筑与房地产", "Construction and real estate"),
  option("internet-software", "互联网与软件", "Internet and software"),
  option("finance", "金融与保险", "Finance and insurance"),
  option("healthcare", "医疗与健康", "Healthcare"),
  option("education", "教育与培训", "Education and training"),
  option("media-marketing", "广告、媒体与营销", "Advertising, media and marketing"),
  option("business-services", "人力、咨询等企业服务", "HR, consulting and other business services"),
  option("agriculture-energy", "农业、能源与材料", "Agriculture, energy and materials"),
  option("public", "政府与公共机构", "Government and public bodies"),
] as const;

/** Yearly spend on this kind of product; `from` is the band's lower bound in the study's currency. */
export const spendBands = [
  { ...option("0", "目前没有这项支出", "Nothing at present"), from: 0 },
  { ...option("under-10k", "不到 1 万", "Under 10,000"), from: 1 },
  { ...option("10k-50k", "1 万至 5 万", "10,000 to 49,999"), from: 10_000 },
  { ...option("50k-200k", "5 万至 20 万", "50,000 to 199,999"), from: 50_000 },
  { ...option("200k-1m", "20 万至 100 万", "200,000 to 999,999"), from: 200_000 },
  { ...option("1m+", "100 万及以上", "1,000,000 or more"), from: 1_000_000 },
] as const;

export const relations = [
  option("customer", "正在付费使用", "We pay for it and use it"),
  option("trial", "正在试用或免费使用", "We are trying it or use it for free"),
  option("former", "用过，现在不用了", "We used it but no longer do"),
  option("none", "没有用过", "We have never used it"),
] as const;

export const platformSides = [
  option("supply", "供给一方（在平台上提供商品或服务）", "The supply side (we offer goods or services)"),
  option("demand", "需求一方（在平台上采购或找服务）", "The demand side (we buy or look for services)"),
  option("both", "两方都是", "Both sides"),
] as const;

/** The eight attributes of the anchor block, asked in every role in the same words. */
export const anchorAttributes = [
  option("earn-more", "帮公司多赚钱", "Helps us earn more"),
  option("spend-less", "帮公司少花钱", "Helps us spend less"),
  option("functions", "功能齐全", "Has the functions we need"),
  option("price", "价格", "Price"),
  option("service", "服务与支持", "Service and support"),
  option("smooth-use", "用起来顺畅", "Works smoothly"),
  option("interface", "界面与体验", "Interface and experience"),
  option("integration-security", "系统对接与安全", "Integration and security"),
] as const;
export type AnchorAttribute = (typeof anchorAttributes)[number]["value"];

/** What may be wrong with the present solution; `other` stands beside them. */
export const problems = [
  option("few-customers", "获客难，或获客成本高", "Winning customers is hard or costly"),
  option("high-cost", "总体花费太高", "It costs too much overall"),
  option("slow-process", "流程慢，等待时间长", "The process is slow, with long waits"),
  option("manual-work", "重复的手工操作多", "Too much repetitive manual work"),
  option("missing-functions", "缺少需要的功能", "Functions we need are missing"),
  option("hard-to-use", "不好用，不容易上手", "It is hard to use or to learn"),
  option("poor-service", "出了问题，服务跟不上", "Support falls short when something goes wrong"),
  option("poor-integration", "数据分散，和现有系统对接不上", "Data is scattered and systems don't connect"),
  option("security-risk", "数据安全或合规有风险", "Data security or compliance is at risk"),
  option(
    "unclear-results",
    "投入了多少、见效多少，说不清",
    "We can't tell what results we get for the money",
  ),
] as const;

/** Answers to A3 beside the competitors' ids and `other`. */
export const vendorChoices = [
  option("us", "本产品", "This product"),
  option("status-quo", "维持现状，暂不更换", "Stay with what we have"),
  option("dont-know", "不知道", "Don't know"),
] as const;

/** Ellis's answers (M1); the score is very / (very + somewhat + not). */
export const pmfAnswers = [
  option("very", "非常失望", "Very disappointed"),
  option("somewhat", "有点失望", "Somewhat disappointed"),
  option("not", "不失望（其实没那么有用）", "Not disappointed (it isn't really that useful)"),
  option("na", "不适用，我已不再使用", "N/A – I no longer use it"),
] as const;
export type PmfAnswer = (typeof pmfAnswers)[number]["value"];

/** The right answer to the attention item. */
export const attentionAnswer: PmfAnswer = "somewhat";

/** Core uses within the PMF window; `from` is the least number of uses the band stands for. */
export const coreUseBands = [
  { ...option("0", "0 次", "0 times"), from: 0 },
  { ...option("1", "1 次", "Once"), from: 1 },
  { ...option("2-4", "2–4 次", "2–4 times"), from: 2 },
  { ...option("5-9", "5–9 次", "5–9 times"), from: 5 },
  { ...option("10+", "10 次及以上", "10 times or more"), from: 10 },
] as const;

export const frequencies = [
  option("daily", "每天或几乎每天", "Every day or nearly"),
  option("weekly", "每周", "Every week"),
  option("monthly", "每月", "Every month"),
  option("rarer", "更少", "Less often"),
] as const;

export const bestWorstItems = [
  option("functions", "功能更多", "More functions"),
  option("price", "价格更低", "A lower price"),
  option("service", "服务更好", "Better service"),
  option("references", "成功案例更多", "More customer references"),
  option("interface", "界面更好", "A better interface"),
] as const;

export const kanoAnswers = [
  option("like", "喜欢", "I like it"),
  option("must-be", "理应如此", "I expect it"),
  option("neutral", "无所谓", "I don't mind either way"),
  option("live-with", "可以忍受", "I can live with it"),
  option("dislike", "不喜欢", "I dislike it"),
] as const;

export const expectedValues = [
  option("earn-more", "多赚钱", "Earning more"),
  option("spend-less", "少花钱", "Spending less"),
  option("save-time", "省时间", "Saving time"),
  option("lower-risk", "降低风险", "Lowering risk"),
] as const;

export const durationBands = [
  option("under-1m", "不到 1 个月", "Less than a month"),
  option("1-3m", "1 到 3 个月", "1 to 3 months"),
  option("3-6m", "3 到 6 个月", "3 to 6 months"),
  option("6-12m", "6 到 12 个月", "6 to 12 months"),
  option("over-12m", "1 年以上", "More than a year"),
] as const;

export const tenderCriteria = [
  option("functions", "功能满足需求", "Functions meet our needs"),
  option("price", "价格", "Price"),
  option("service", "服务与支持", "Service and support"),
  option("references", "案例与资质", "References and qualifications"),
  option("security", "安全与合规", "Security and compliance"),
  option("delivery", "实施与交付", "Implementation and delivery"),
] as const;

/** Experience items that stand beside the product's features in U4. */
export const experienceItems = [
  option("ux-learn", "容易上手", "Easy to learn"),
  option("ux-speed", "响应快、不用等", "Fast, without waiting"),
  option("ux-clarity", "清楚易懂", "Clear and easy to follow"),
] as const;

/** What is rated of a product beside its features; price only by requesters, who see offers. */
export const offerItems = [
  option("offer-service", "服务与支持", "Service and support"),
  option("offer-price", "价格对得起它的价值", "Value for its price"),
] as const;

export const awarenessLevels = [
  option("unknown", "没听说过", "Never heard of it"),
  option("heard", "听说过", "Heard of it"),
  option("tried", "试用过或用过", "Tried or used it"),
  option("using", "正在使用", "Using it now"),
] as const;

export const presenceAnswers = [
  option("yes", "有", "Yes"),
  option("partial", "部分有", "Partly"),
  option("no", "没有", "No"),
  option("dont-know", "不清楚", "Don't know"),
] as const;
