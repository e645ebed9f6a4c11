/**
 * The story planted in the sample study. Deciders say that recruiting costs too much and look at price
 * and results; users name the causes (screening by hand, slow feedback) and look at smooth use and the
 * interface; requesters stand between. Users would miss the product about as often as not: undecided.
 * Deciders hardly would: below. Everything here is weights and means; chance does the rest.
 */
import type { AnchorAttribute, PmfAnswer } from "../../app/domain/questionnaire/answer-options";
import type { Weights } from "./distributions";

export const sampleRoles = ["decider", "user", "requester"] as const;
export type SampleRole = (typeof sampleRoles)[number];

type ByRole<T> = Readonly<Record<SampleRole, T>>;
type Means = Readonly<Record<AnchorAttribute, number>>;

const means = (
  ...[earn, spend, functions, price, service, smooth, look, integration]: [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
): Means => ({
  "earn-more": earn,
  "spend-less": spend,
  functions,
  price,
  service,
  "smooth-use": smooth,
  interface: look,
  "integration-security": integration,
});

/** Means on 1–5. */
export const importance: ByRole<Means> = {
  decider: means(4.0, 4.7, 3.9, 4.4, 4.1, 2.9, 2.2, 3.4),
  user: means(2.5, 2.4, 3.7, 2.4, 3.5, 4.7, 4.2, 2.9),
  requester: means(3.3, 3.9, 4.4, 3.7, 4.3, 3.9, 3.2, 3.7),
};

export const satisfaction: ByRole<Means> = {
  decider: means(2.6, 2.1, 3.5, 2.5, 3.6, 3.5, 3.4, 3.2),
  user: means(3.1, 3.0, 3.4, 3.2, 3.4, 2.7, 2.9, 3.0),
  requester: means(2.9, 2.6, 3.3, 2.9, 3.5, 3.1, 3.1, 3.0),
};

export const problemWeights: ByRole<Weights> = {
  decider: { "high-cost": 9, "unclear-results": 6, "slow-process": 2, "few-customers": 1, "poor-service": 1 },
  user: {
    "manual-work": 9,
    "slow-process": 6,
    "hard-to-use": 3,
    "poor-integration": 3,
    "missing-functions": 2,
  },
  requester: {
    "manual-work": 5,
    "high-cost": 4,
    "unclear-results": 4,
    "slow-process": 3,
    "poor-integration": 2,
    "poor-service": 1,
  },
};

export const vendorWeights: ByRole<Weights> = {
  decider: { us: 7, lanting: 9, yunfan: 3, spreadsheets: 2, "status-quo": 6, "dont-know": 3 },
  user: { us: 12, lanting: 5, yunfan: 3, spreadsheets: 3, "status-quo": 3, "dont-know": 4 },
  requester: { us: 10, lanting: 7, yunfan: 4, spreadsheets: 1, "status-quo": 3, "dont-know": 3 },
};

/** Ratings of service and price, by row and product: Yunfan is as cheap as it says, and leaves its users alone. */
export const offers: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "offer-service": { us: 3.6, lanting: 3.9, yunfan: 1.9, spreadsheets: 2 },
  "offer-price": { us: 3.5, lanting: 2.4, yunfan: 4.5, spreadsheets: 4.2 },
};

/** Only users and deciders are asked the PMF questions. */
type ByPmfRole<T> = Readonly<Record<"decider" | "user", T>>;

export const upset: ByPmfRole<Weights<PmfAnswer>> = {
  decider: { very: 7, somewhat: 48, not: 41, na: 4 },
  user: { very: 42, somewhat: 36, not: 16, na: 6 },
};

export const coreUses: ByPmfRole<Weights> = {
  decider: { "0": 6, "1": 12, "2-4": 55, "5-9": 20, "10+": 7 },
  user: { "0": 3, "1": 7, "2-4": 25, "5-9": 35, "10+": 30 },
};

export const causeWeights: Weights = {
  "manual-screening": 9,
  "slow-feedback": 8,
  "poor-candidates": 6,
  "unclear-needs": 4,
  "channel-fees": 3,
  "early-leavers": 2,
  "scattered-data": 2,
};

/** What people write, in both languages, by measure; a role may have lines of its own. */
type Lines = { "zh-CN": readonly string[]; en: readonly string[] };
export const voices: Readonly<Record<string, Lines>> = {
  "anchor.problem-text/decider": {
    "zh-CN": [
      "招一个人到底花了多少钱，没人说得清。",
      "招聘费用年年涨，招来的人却留不住。",
      "猎头费太高，想把这笔钱省下来。",
      "想知道钱花在哪里、有没有效果。",
      "招聘成本太高，老板的时间也搭进去了。",
    ],
    en: [
      "Nobody can tell me what one hire really costs.",
      "Recruiting costs rise every year and people still leave.",
      "Agency fees are too high; I want that money back.",
      "I want to see where the money goes and whether it works.",
    ],
  },
  "anchor.problem-text/user": {
    "zh-CN": [
      "每天筛几百份简历，全靠眼睛看。",
      "约面试来回发微信，一天就过去了。",
      "面试官迟迟不给反馈，候选人就去别家了。",
      "同一个人的资料在三个表里，改一处漏两处。",
      "手机上看不了简历，出差就卡住。",
    ],
    en: [
      "I read hundreds of CVs a day by eye.",
      "Scheduling interviews over chat eats half my day.",
      "Interviewers answer late and the candidate is gone.",
      "The same person sits in three sheets and none of them is right.",
    ],
  },
  "anchor.problem-text/requester": {
    "zh-CN": [
      "团队一半时间花在筛简历和约面试上。",
      "用人部门催得急，我却说不清卡在哪一步。",
      "想给老板看清楚每个渠道的效果。",
      "工具换了几个，大家还是用表格。",
    ],
    en: [
      "Half of my team's time goes into screening and scheduling.",
      "Departments push, and I cannot show where it is stuck.",
      "I need to show the boss what each channel brings.",
    ],
  },
  "decider.problem": {
    "zh-CN": ["招聘成本太高，而且说不清花在哪里。", "人招得慢，项目跟着延期。", "猎头费占了人力预算的大头。"],
    en: ["Recruiting costs too much and we cannot see where it goes.", "Hiring is slow and projects slip."],
  },
  "decider.key-steps": {
    "zh-CN": ["先看清每个岗位的成本\n再砍掉没效果的渠道\n最后缩短面试周期", "统一入口\n自动筛选\n按月看报表"],
    en: ["See the cost of each position\nDrop channels that bring nobody\nShorten the interviews"],
  },
  "decider.process": {
    "zh-CN": ["人事部比较后报给我，我和财务一起定。", "先试用一个月，效果好再签一年。"],
    en: ["HR compares and reports to me; finance and I decide.", "A month's trial first, then a year."],
  },
  "user.last-use": {
    "zh-CN": ["上周三筛销售岗简历，两百多份看了一下午。", "昨天约了三轮面试，改了五次时间。"],
    en: [
      "Last Wednesday: 200 CVs for a sales job, a whole afternoon.",
      "Yesterday: three interviews, moved five times.",
    ],
  },
  "user.stuck": {
    "zh-CN": ["面试官的空闲时间要一个个问。", "重复的简历没有自动合并。", "手机上点不开附件。"],
    en: ["I had to ask every interviewer for free slots.", "Duplicate CVs were not merged."],
  },
  "user.cause-text": {
    "zh-CN": ["筛一份简历两分钟，一天两百份，人就没了。", "反馈晚三天，好的候选人已经入职别家。"],
    en: [
      "Two minutes a CV, two hundred a day: that is the day.",
      "Feedback three days late, and the good one had signed elsewhere.",
    ],
  },
  "pmf.benefit": {
    "zh-CN": ["约面试省了很多时间", "简历都在一个地方", "能看到每个岗位进度"],
    en: ["Saves time on scheduling", "All CVs in one place", "I see where each job stands"],
  },
  "pmf.beneficiary": {
    "zh-CN": ["一个人管很多岗位的招聘专员", "五十人以上、常年招人的公司"],
    en: ["Recruiters with many open positions", "Companies that hire all year"],
  },
  "pmf.improve": {
    "zh-CN": ["自动筛简历再准一点", "手机上也能审批", "成本报表能直接给老板看", "和企业微信打通"],
    en: ["Make screening more precise", "Approval on the phone", "A cost report I can hand to the boss"],
  },
  "pmf.alternative": {
    "zh-CN": ["退回 Excel 和微信群", "换成兰亭试试", "招聘网站自带的后台"],
    en: ["Back to spreadsheets and chat", "We would try Lanting", "The job board's own tools"],
  },
  "requester.scenario": {
    "zh-CN": ["旺季同时开十几个岗位，人事两个人忙不过来。", "门店开业前要在一个月内招齐人。"],
    en: [
      "A dozen positions open at once and two people in HR.",
      "A new shop opens and must be staffed in a month.",
    ],
  },
  "requester.current-way": {
    "zh-CN": ["招聘网站加 Excel，再加一个微信群。", "每人一张表，周五汇总。"],
    en: ["Job boards, a spreadsheet and a chat group.", "Everybody keeps a sheet; we merge on Fridays."],
  },
  "requester.current-problem": {
    "zh-CN": ["数据对不上，老板问起来答不出。", "手工汇总要半天，还常出错。"],
    en: ["The numbers never match when the boss asks.", "Merging takes half a day and is often wrong."],
  },
  "competitor.reasons": {
    "zh-CN": ["兰亭功能全，但是贵。", "云帆便宜，服务跟不上。", "先用表格顶着，等预算。"],
    en: [
      "Lanting has everything but is expensive.",
      "Yunfan is cheap; support is weak.",
      "Spreadsheets until there is a budget.",
    ],
  },
};
