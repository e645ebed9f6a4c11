/** Block G: which roles the respondent holds, and what the company is. */
import type { ChainRole } from "../../chain/role";
import {
  type AnswerOption,
  gateRoles,
  industries,
  platformSides,
  relations,
  sizeBands,
  spendBands,
} from "../answer-options";
import { currencyName, type QuestionnaireBrief } from "./brief";
import {
  choicesOf,
  page,
  pointSplit,
  question,
  questionName,
  type SurveyPage,
  shuffled,
  surveyText,
  withDontKnow,
  withOther,
  words,
} from "./survey-json";
import { businessWords, named } from "./words";

const influenceRoles: readonly AnswerOption<ChainRole>[] = [
  { value: "decider", name: words("最终拍板的人", "The person who decides") },
  { value: "user", name: words("日常使用的人", "The people who use it") },
  { value: "requester", name: words("提出需求、负责比较的人", "The person who asks for it and compares") },
  { value: "procurement", name: words("采购", "Procurement") },
  { value: "finance", name: words("财务", "Finance") },
  { value: "it-security", name: words("IT 与信息安全", "IT and security") },
];

/** What the study-wide link asks before it is known which questionnaire to open. */
export const rolePage = (brief: QuestionnaireBrief): SurveyPage => {
  const { category } = businessWords[brief.businessType];
  const roles = questionName("gate.roles");
  return page("roles", words("您的角色", "Your part"), [
    question(
      "checkbox",
      "gate.roles",
      words(
        `贵公司选用${category["zh-CN"]}时，您参与哪些环节？（可多选）`,
        `Which parts do you play when your company chooses ${category.en}? Choose all that apply.`,
      ),
      { isRequired: true, ...shuffled(gateRoles) },
    ),
    question(
      "radiogroup",
      "gate.primary-role",
      words("其中最主要的是哪一项？", "Which of these is your main part?"),
      {
        isRequired: true,
        visibleIf: `{${roles}.length} > 1`,
        choices: choicesOf(gateRoles).map((choice) => ({
          ...choice,
          visibleIf: `{${roles}} contains '${choice.value}'`,
        })),
      },
    ),
  ]);
};

const studiedFirst = (industry: string | undefined): AnswerOption[] =>
  industries.toSorted((a, b) => Number(b.value === industry) - Number(a.value === industry));

/** The company, its relation to the product, and who in it has how much to say. */
export const gatePages = (brief: QuestionnaireBrief): SurveyPage[] => {
  const { category, relation } = businessWords[brief.businessType];
  const currency = currencyName(brief.currency);
  return [
    page("company", words("您的公司", "Your company"), [
      question("text", "gate.company", words("贵公司的名称是？", "What is your company called?"), {
        isRequired: true,
        autocomplete: "organization",
        maxLength: 200,
        description: surveyText(
          words(
            "同一家公司不同角色的回答会放在一起看，所以需要公司名称。报告不会出现个人信息。",
            "We read the answers of one company together, so we need its name. Reports show no personal data.",
          ),
        ),
      }),
      question("radiogroup", "gate.size", words("贵公司有多少人？", "How many people work there?"), {
        isRequired: true,
        choices: choicesOf(sizeBands),
      }),
      question("dropdown", "gate.industry", words("贵公司属于哪个行业？", "Which industry is it in?"), {
        isRequired: true,
        choices: choicesOf(studiedFirst(brief.industry)),
        ...withOther(),
      }),
    ]),
    page("relation", words("现在的使用情况", "Your use today"), [
      question("radiogroup", "gate.relation", relation(brief.product), {
        isRequired: true,
        choices: choicesOf(named("relation", relations, brief)),
      }),
      ...(brief.businessType === "platform"
        ? [
            question(
              "radiogroup",
              "gate.side",
              words("贵公司在平台上属于哪一方？", "Which side of the platform is your company on?"),
              { isRequired: true, choices: choicesOf(platformSides) },
            ),
          ]
        : []),
      question(
        "radiogroup",
        "gate.annual-spend",
        words(
          `贵公司一年在${category["zh-CN"]}上大约花多少钱？（单位：${currency["zh-CN"]}）`,
          `Roughly what does your company spend on ${category.en} in a year, in ${currency.en}?`,
        ),
        {
          choices: choicesOf(spendBands),
          ...withDontKnow(words("不清楚或不便透露", "Don't know or can't say")),
        },
      ),
    ]),
    page("influence", words("谁说了算", "Who has a say"), [
      question(
        "multipletext",
        "gate.influence",
        words(
          `选用${category["zh-CN"]}时，各方对最终决定的影响有多大？请分配 100 分。`,
          `How much influence does each have on the final choice of ${category.en}? Split 100 points.`,
        ),
        {
          ...pointSplit("gate.influence", influenceRoles),
          description: surveyText(
            words("公司里没有的角色，留空即可。", "Leave a line empty if nobody has that part."),
          ),
        },
      ),
    ]),
  ];
};
