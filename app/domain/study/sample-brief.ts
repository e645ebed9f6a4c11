/**
 * The sample study: an invented HR service sold to companies by way of their HR department, after the
 * article's own example. Its questionnaires are what a visitor may try.
 */
import type { QuestionnaireBrief } from "../questionnaire/bank/brief";
import { defaultPmfRule } from "./study";

export const sampleBrief: QuestionnaireBrief = {
  product: "禾木 Hemu",
  businessType: "saas",
  industry: "business-services",
  languages: ["zh-CN", "en"],
  competitors: [
    { id: "lanting", name: "兰亭招聘 Lanting" },
    { id: "yunfan", name: "云帆人事 Yunfan" },
    { id: "spreadsheets", name: "Excel 表格 Spreadsheets" },
  ],
  currency: "CNY",
  priceUnit: { "zh-CN": "每席位每月", en: "per seat per month" },
  priceLadder: [30, 50, 80, 120, 180],
  fuzzyNeed: { "zh-CN": "招聘成本太高", en: "recruiting costs too much" },
  causes: [
    {
      id: "poor-candidates",
      name: { "zh-CN": "投来的简历大多不合适", en: "Most CVs that come in do not fit" },
    },
    {
      id: "slow-feedback",
      name: { "zh-CN": "面试反馈慢，候选人等不及", en: "Interview feedback is slow and candidates leave" },
    },
    {
      id: "manual-screening",
      name: { "zh-CN": "筛简历、约面试全靠手工", en: "Screening and scheduling are done by hand" },
    },
    {
      id: "channel-fees",
      name: { "zh-CN": "招聘网站和猎头收费高", en: "Job boards and agencies are expensive" },
    },
    {
      id: "early-leavers",
      name: { "zh-CN": "新人很快离职，又得重招", en: "New people leave soon and we hire again" },
    },
    { id: "scattered-data", name: { "zh-CN": "候选人资料散在各处", en: "Candidate data is scattered" } },
    {
      id: "unclear-needs",
      name: { "zh-CN": "用人部门要求说不清、常变", en: "Departments are unclear or change what they want" },
    },
  ],
  features: [
    { id: "screening", name: { "zh-CN": "简历自动筛选", en: "Automatic CV screening" } },
    { id: "scheduling", name: { "zh-CN": "面试自动约时间", en: "Interview scheduling" } },
    { id: "talent-pool", name: { "zh-CN": "人才库", en: "Talent pool" } },
    { id: "cost-report", name: { "zh-CN": "招聘成本报表", en: "Recruiting cost report" } },
    { id: "mobile", name: { "zh-CN": "手机上审批", en: "Approval on a phone" } },
  ],
  pmfRule: defaultPmfRule.saas,
};
