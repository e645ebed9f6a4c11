/** Block P: budget and terms, gates, knock-outs, weights and switching, for procurement, finance and IT. */
import type { ChainRole } from "../../chain/role";
import { type AnswerOption, tenderCriteria } from "../answer-options";
import type { QuestionnaireBrief } from "./brief";
import {
  page,
  pointSplit,
  question,
  type SurveyPage,
  scale,
  shuffled,
  withDontKnow,
  withNone,
  withOther,
  words,
} from "./survey-json";
import { businessWords } from "./words";

const budgets: readonly AnswerOption[] = [
  { value: "department", name: words("需求部门的预算", "The requesting department's budget") },
  { value: "it", name: words("IT 或信息化预算", "The IT budget") },
  { value: "project", name: words("专项预算", "A budget of its own") },
  { value: "operations", name: words("日常运营费用", "Running costs") },
  { value: "group", name: words("总部或集团统一预算", "Headquarters' or the group's budget") },
  { value: "none-yet", name: words("还没有预算", "No budget yet") },
];

const terms: readonly AnswerOption[] = [
  { value: "yearly-advance", name: words("按年预付", "A year in advance") },
  { value: "monthly", name: words("按月或按季付", "Monthly or quarterly") },
  { value: "usage", name: words("按用量付", "By usage") },
  { value: "milestones", name: words("分期，验收后付尾款", "In stages, the last after acceptance") },
  { value: "results", name: words("按效果付", "By results") },
  { value: "credit", name: words("月结，有账期", "On account, with credit") },
];

const compliance: readonly AnswerOption[] = [
  { value: "contract-review", name: words("通过法务合同审核", "Our legal contract review") },
  { value: "supplier-list", name: words("进入合格供应商名录", "Our list of approved suppliers") },
  { value: "tender", name: words("公开招标或多家比价", "A tender or several quotes") },
  { value: "invoice", name: words("能开合规发票", "Proper invoices") },
  {
    value: "security-certificate",
    name: words("等保、ISO 27001 等安全认证", "A security certificate (ISO 27001 etc.)"),
  },
  { value: "personal-data", name: words("个人信息保护合规", "Personal-data law") },
  { value: "data-location", name: words("数据存放在本地或境内", "Data kept on site or in the country") },
  { value: "single-sign-on", name: words("统一登录与权限管理", "Single sign-on and access control") },
];

const knockOuts: readonly AnswerOption[] = [
  { value: "over-budget", name: words("报价超预算", "Over budget") },
  { value: "no-qualification", name: words("资质不全", "Missing qualifications") },
  { value: "security-failed", name: words("安全审查不通过", "Fails the security review") },
  { value: "no-cases", name: words("没有同类客户案例", "No comparable customers") },
  { value: "unstable-company", name: words("公司经营不稳定", "An unstable company") },
  { value: "no-integration", name: words("无法与现有系统对接", "Cannot connect to our systems") },
  { value: "no-service", name: words("没有本地服务或响应承诺", "No local service or agreed response time") },
  { value: "terms-refused", name: words("不接受我们的付款条件", "Refuses our payment terms") },
];

export const supplyPages = (role: ChainRole, brief: QuestionnaireBrief): SurveyPage[] => {
  const { category } = businessWords[brief.businessType];
  return [
    ...(role === "it-security"
      ? []
      : [
          page("budget", words("预算与付款", "Budget and payment"), [
            question(
              "radiogroup",
              "procurement.budget-source",
              words(`购买${category["zh-CN"]}，钱从哪项预算出？`, `Which budget pays for ${category.en}?`),
              { ...shuffled(budgets), ...withOther(), ...withDontKnow() },
            ),
            question(
              "checkbox",
              "procurement.payment-terms",
              words(
                "哪些付款方式可以接受？（可多选）",
                "Which payment terms are acceptable? Choose all that apply.",
              ),
              { ...shuffled(terms), ...withOther() },
            ),
          ]),
        ]),
    page("compliance", words("合规门槛", "What must be passed"), [
      question(
        "checkbox",
        "procurement.compliance",
        words(
          "供应商必须满足哪些要求？（可多选）",
          "Which requirements must a supplier meet? Choose all that apply.",
        ),
        {
          ...shuffled(compliance),
          ...withOther(),
          ...withNone(words("没有硬性要求", "None")),
          ...withDontKnow(),
        },
      ),
    ]),
    page("knock_out", words("一票否决", "What rules a supplier out"), [
      question(
        "checkbox",
        "procurement.knock-out",
        words(
          "出现哪种情况，您会直接淘汰供应商？（可多选）",
          "What rules a supplier out at once? Choose all that apply.",
        ),
        {
          isRequired: true,
          ...shuffled(knockOuts),
          ...withOther(),
          ...withNone(words("都不会", "None of these")),
        },
      ),
    ]),
    page("tender", words("评标权重", "Weights of a tender"), [
      question(
        "multipletext",
        "procurement.tender-weights",
        words(
          `评选${category["zh-CN"]}时，您会怎样分配 100 分的权重？`,
          `How would you weight these when ${category.en} are judged? Split 100 points.`,
        ),
        { isRequired: true, ...pointSplit("procurement.tender-weights", tenderCriteria) },
      ),
    ]),
    page("switching", words("更换成本", "Cost of switching"), [
      question(
        "rating",
        "procurement.switching-cost",
        words(
          "如果要更换现在的供应商，代价有多大？",
          "How costly would it be to switch from your present supplier?",
        ),
        scale(1, 5, words("几乎没有", "Hardly at all"), words("非常大", "Extremely")),
      ),
      question("comment", "procurement.switching-text", words("代价主要在哪里？", "What makes it costly?")),
    ]),
  ];
};
