/**
 * What can be measured: the stable keys by which the analysis finds an item whatever its wording,
 * and the stable answer values of the items that are compared across roles, waves and studies.
 * A key or value, once used in a published version, is never renamed.
 */
import { type ChainRole, chainRoles } from "../chain/role";
import type { LocalText } from "../language";

/**
 * What an answer to the item looks like:
 * choice `"a"`; choices `["a","b"]`; scale `4`; matrix `{row: column}`; ranking `["first","second"]`;
 * number `1200`; text `"…"`; points `{item: 60, …}` adding up to 100; boolean `true`;
 * best-worst `{best: item, worst: item}`, one question a task.
 */
export type MeasureShape =
  | "choice"
  | "choices"
  | "scale"
  | "matrix"
  | "ranking"
  | "number"
  | "text"
  | "points"
  | "boolean"
  | "best-worst";

const measure = <Key extends string>(
  key: Key,
  roles: readonly ChainRole[],
  shape: MeasureShape,
  note: string,
) => ({ key, roles, shape, note });

const gateOnly: readonly ChainRole[] = [];
const every = chainRoles;
const pmf: readonly ChainRole[] = ["user", "decider"];
const price: readonly ChainRole[] = ["decider", "procurement"];
const decider: readonly ChainRole[] = ["decider"];
const user: readonly ChainRole[] = ["user"];
const requester: readonly ChainRole[] = ["requester"];
const supply: readonly ChainRole[] = ["procurement", "finance", "it-security"];
const rivals: readonly ChainRole[] = ["decider", "user", "requester", "procurement"];
const compared: readonly ChainRole[] = ["user", "requester"];
const chosen: readonly ChainRole[] = ["decider", "requester", "procurement"];

/**
 * Every measure of the question bank, in the order of the bank. `roles` are the role questionnaires in
 * which it occurs; an empty list means that only the gate asks it, before a role is known.
 * Items that need competitors, a price ladder or a platform occur only where the brief has them.
 */
export const measures = [
  measure("gate.roles", gateOnly, "choices", "G1: all gateRoles the respondent holds"),
  measure("gate.primary-role", gateOnly, "choice", "G1: the main one; decides the questionnaire"),
  measure("gate.company", every, "text", "G2: company name; joins the answer to its account"),
  measure("gate.size", every, "choice", "G2: sizeBands"),
  measure("gate.industry", every, "choice", "G2: industries, other"),
  measure("gate.annual-spend", every, "choice", "G2: spendBands in the study's currency, dont-know"),
  measure("gate.relation", every, "choice", "relations: is the company a customer; PMF asks real ones only"),
  measure("gate.side", every, "choice", "platformSides; asked by platform studies only"),
  measure("gate.influence", every, "points", "G3: 100 points over chainRoles; weights of the chain"),

  measure("anchor.importance", every, "matrix", "A1: anchorAttributes × 1–5"),
  measure("anchor.satisfaction", every, "matrix", 'A1: anchorAttributes × 1–5 or "na", present solution'),
  measure("anchor.problems", every, "ranking", "A2: up to three of problems, worst first; may hold other"),
  measure("anchor.problem-other", every, "text", "A2: the problem behind other"),
  measure("anchor.choice", every, "choice", "A3: vendorChoices or a competitor's id, other"),
  measure("anchor.problem-text", every, "text", "A4: the problem most wanted solved, one sentence"),

  measure("decider.earn-or-spend", decider, "points", "D1: earn and spend, 100 points"),
  measure("decider.min-gain", decider, "number", "D2: yearly gain or saving that justifies buying, currency"),
  measure("decider.problem", decider, "text", "D3: main problems now"),
  measure("decider.problem-cost", decider, "number", "D3: what they cost a year, currency"),
  measure("decider.key-steps", decider, "text", "D4: key steps to solve it, one a line, in order"),
  measure("decider.best-worst", decider, "best-worst", "D5: bestWorstItems, five tasks of four"),
  measure("decider.process", decider, "text", "D6: how such a purchase is decided"),
  measure("decider.duration", decider, "choice", "D6: from need to contract, durationBands"),
  measure("decider.approvers", decider, "number", "D6: people who must approve"),
  measure("decider.stop-paying", decider, "choices", "D7: up to three reasons to stop paying, other"),

  measure("user.last-use", user, "text", "U1: the last time the task was done: when, what, result"),
  measure("user.solved", user, "scale", "U2: did it solve the scenario's problem, 1–5"),
  measure("user.ease", user, "scale", "U3: single ease question, 1–7"),
  measure("user.stuck", user, "text", "U3: where the respondent got stuck"),
  measure("user.feature-importance", user, "matrix", "U4: features and experienceItems × 1–5"),
  measure("user.feature-satisfaction", user, "matrix", 'U4: the same rows × 1–5 or "na"'),
  measure("user.kano.functional", user, "choice", "U5: kanoAnswers if present; subject = feature id"),
  measure("user.kano.dysfunctional", user, "choice", "U5: kanoAnswers if absent; subject = feature id"),
  measure("user.causes", user, "choices", "U6: causes behind the decider's fuzzy need, other"),
  measure("user.causes-rank", user, "ranking", "U6: up to three of the chosen causes, gravest first"),
  measure("user.cause-text", user, "text", "U6: the gravest cause in own words"),
  measure("user.core-uses", pmf, "choice", "U7: coreUseBands within the PMF window; eligibility"),

  measure("requester.scenario", requester, "text", "R1: the scenario in which it is needed"),
  measure("requester.frequency", requester, "choice", "R1: how often it occurs, frequencies"),
  measure("requester.expected-value", requester, "matrix", "R2: expectedValues × 1–5"),
  measure("requester.current-way", requester, "text", "R3: how it is done now"),
  measure("requester.current-problem", requester, "text", "R3: what is wrong with it"),
  measure("requester.compared", requester, "matrix", 'R4: us and competitors × 1–5 or "not-compared"'),
  measure("requester.channels", requester, "choices", "R5: where they learnt of such products, other"),
  measure("requester.recommend", requester, "scale", "R6: would put it forward to the decider, 0–10"),
  measure("requester.material", requester, "choices", "R6: material needed for that, other"),

  measure("procurement.budget-source", ["procurement", "finance"], "choice", "P1: budget it is paid from"),
  measure("procurement.payment-terms", ["procurement", "finance"], "choices", "P1: acceptable payment terms"),
  measure("procurement.compliance", supply, "choices", "P1: compliance gates that must be passed, other"),
  measure("procurement.knock-out", supply, "choices", "P2: what rules a supplier out, other"),
  measure("procurement.tender-weights", supply, "points", "P3: 100 points over tenderCriteria"),
  measure("procurement.switching-cost", supply, "scale", "P4: cost of switching supplier, 1–5"),
  measure("procurement.switching-text", supply, "text", "P4: what makes switching costly"),

  measure("pmf.disappointment", pmf, "choice", "M1: pmfAnswers; na stays out of the denominator"),
  measure("pmf.beneficiary", pmf, "text", "M2: who would benefit most"),
  measure("pmf.benefit", pmf, "text", "M3: main benefit received"),
  measure("pmf.improve", pmf, "text", "M4: how to improve it"),
  measure("pmf.alternative", pmf, "text", "M5: what would be used instead"),
  measure("pmf.frequency", pmf, "choice", "M6: frequencies of use"),
  measure("pmf.recommend", pmf, "scale", "M7: NPS, 0–10"),

  measure("price.too-cheap", price, "number", "V1: so cheap that quality is doubted; price unit"),
  measure("price.cheap", price, "number", "V2: a bargain"),
  measure("price.expensive", price, "number", "V3: expensive, still considered"),
  measure("price.too-expensive", price, "number", "V4: out of the question"),
  measure("price.likely-at-cheap", price, "scale", "V5: purchase likelihood at V2, 1–5"),
  measure("price.likely-at-expensive", price, "scale", "V6: purchase likelihood at V3, 1–5"),
  measure(
    "price.ladder",
    price,
    "boolean",
    "V7: would buy at this price; subject = price, one question a price",
  ),

  measure("competitor.awareness", rivals, "matrix", "C1: competitors × awarenessLevels"),
  measure("competitor.open", rivals, "text", "C1 without named competitors: products known, tried, in use"),
  measure(
    "competitor.features",
    compared,
    "matrix",
    "C2: features × presenceAnswers; subject = us or competitor",
  ),
  measure(
    "competitor.performance",
    compared,
    "matrix",
    'C2: features and offerItems × 1–5 or "na"; subject as above',
  ),
  measure("competitor.reasons", chosen, "text", "C3: why chosen or rejected"),

  measure("quality.attention", every, "choice", "Q1: pmfAnswers; right is attentionAnswer"),
] as const;

/** What no questionnaire of the bank asks and a question of one's own may measure. */
export const ownMeasures = [
  measure("gate.region", every, "text", "region of the company, in the words of its record"),
] as const;

export type MeasureKey = (typeof measures | typeof ownMeasures)[number]["key"];

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
