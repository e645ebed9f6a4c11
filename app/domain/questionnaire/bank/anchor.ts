/** Block A: the same words in every role, because agreement along the chain is computed on it. */
import { vendorChoices } from "../answer-options";
import type { QuestionnaireBrief } from "./brief";
import {
  choicesOf,
  grid,
  importanceColumns,
  page,
  question,
  questionName,
  type SurveyChoice,
  type SurveyPage,
  satisfactionColumns,
  surveyText,
  withOther,
  words,
} from "./survey-json";
import { attributesFor, businessWords, problemsFor } from "./words";

const vendors = (brief: QuestionnaireBrief): SurveyChoice[] => {
  const asIs = (name: string) => surveyText(words(name, name));
  return choicesOf(vendorChoices).flatMap((choice) =>
    choice.value === "us"
      ? [
          { ...choice, text: asIs(brief.product) },
          ...brief.competitors.map(({ id, name }) => ({ value: id, text: asIs(name) })),
        ]
      : [{ ...choice, randomize: false as const }],
  );
};

export const anchorPages = (brief: QuestionnaireBrief): SurveyPage[] => {
  const { category } = businessWords[brief.businessType];
  const attributes = attributesFor(brief);
  const listed = choicesOf(problemsFor(brief));
  return [
    page("anchor_importance", words("什么重要", "What matters"), [
      question(
        "matrix",
        "anchor.importance",
        words(
          `选择${category["zh-CN"]}时，下面各项对您有多重要？`,
          `When ${category.en} are chosen, how important is each of these to you?`,
        ),
        { isRequired: true, eachRowRequired: true, ...grid(attributes, importanceColumns) },
      ),
    ]),
    page("anchor_satisfaction", words("是否满意", "How satisfied you are"), [
      question(
        "matrix",
        "anchor.satisfaction",
        words(
          "对现在的做法或产品，您在下面各项上有多满意？",
          "How satisfied are you with each of these in what you have today?",
        ),
        { isRequired: true, eachRowRequired: true, ...grid(attributes, satisfactionColumns) },
      ),
    ]),
    page("anchor_problems", words("主要问题", "Main problems"), [
      question(
        "ranking",
        "anchor.problems",
        words(
          "当前最主要的问题有哪些？请选出最多 3 个，最严重的排在最前。",
          "What are the main problems today? Pick up to 3 and put the worst first.",
        ),
        {
          isRequired: true,
          selectToRankEnabled: true,
          maxSelectedChoices: 3,
          choicesOrder: "random",
          choices: [
            ...listed,
            { value: "other", text: surveyText(words("其他问题", "Another problem")), randomize: false },
          ],
        },
      ),
      question("text", "anchor.problem-other", words("是什么问题？", "Which problem is it?"), {
        isRequired: true,
        maxLength: 200,
        visibleIf: `{${questionName("anchor.problems")}} contains 'other'`,
      }),
    ]),
    page("anchor_choice", words("您的倾向", "Your preference"), [
      question(
        "radiogroup",
        "anchor.choice",
        words("如果今天就要决定，您倾向哪一个？", "If you had to decide today, which would you choose?"),
        { isRequired: true, choicesOrder: "random", choices: vendors(brief), ...withOther() },
      ),
      question(
        "comment",
        "anchor.problem-text",
        words("请用一句话说说您最想解决的问题。", "In one sentence, which problem do you most want solved?"),
        { maxLength: 300 },
      ),
    ]),
  ];
};
