/** Block M with its filter U7: Ellis's question and what follows from it, for users and paying deciders. */
import { coreUseBands, frequencies, pmfAnswers } from "../answer-options";
import type { QuestionnaireBrief } from "./brief";
import {
  choicesOf,
  page,
  question,
  questionName,
  type SurveyPage,
  scale,
  surveyText,
  words,
} from "./survey-json";
import { businessWords } from "./words";

const anyOf = (name: string, values: readonly string[]): string =>
  `{${name}} anyof [${values.map((value) => `'${value}'`).join(", ")}]`;

/**
 * The pages of the PMF block. Whoever has never used the product sees none of it; whoever has stopped is
 * still asked, because "N/A – I no longer use it" is counted. The follow-ups are for those whose core uses
 * certainly reach `pmfRule.minUses` and who gave one of the three real answers.
 */
export const pmfPages = (role: "user" | "decider", brief: QuestionnaireBrief): SurveyPage[] => {
  const { product, pmfRule } = brief;
  const { losing, noLonger, coreUses, frequency } = businessWords[brief.businessType];
  const uses = questionName("user.core-uses");
  // The top band is open, so it always counts as enough.
  const reaching = (least: number) =>
    coreUseBands.filter(({ from, value }) => from >= least || value === "10+").map(({ value }) => value);
  const asked = anyOf(
    questionName("gate.relation"),
    role === "user" ? ["customer", "trial", "former"] : ["customer", "former"],
  );
  const eligible = `${anyOf(uses, reaching(pmfRule.minUses))} and ${anyOf(
    questionName("pmf.disappointment"),
    ["very", "somewhat", "not"],
  )}`;
  const clause = losing(product);
  return [
    page(
      "usage",
      words("使用情况", "How often you use it"),
      [
        question("radiogroup", "user.core-uses", coreUses(product, pmfRule.windowDays), {
          isRequired: true,
          choices: choicesOf(coreUseBands),
        }),
        question("radiogroup", "pmf.frequency", frequency(product), {
          visibleIf: anyOf(uses, reaching(1)),
          choices: choicesOf(frequencies),
        }),
      ],
      { visibleIf: asked },
    ),
    page(
      "disappointment",
      words("如果没有了它", "If it were gone"),
      [
        question(
          "radiogroup",
          "pmf.disappointment",
          words(`${clause["zh-CN"]}，您会有什么感受？`, `How would you feel ${clause.en}?`),
          {
            isRequired: true,
            choices: choicesOf(
              pmfAnswers.map(({ value, name }) => ({ value, name: value === "na" ? noLonger : name })),
            ),
          },
        ),
      ],
      { visibleIf: asked },
    ),
    page(
      "benefit",
      words("对您的好处", "What it does for you"),
      [
        question(
          "comment",
          "pmf.benefit",
          words(
            `${product}给您带来的主要好处是什么？`,
            `What is the main benefit you receive from ${product}?`,
          ),
        ),
        question(
          "comment",
          "pmf.beneficiary",
          words(
            `您认为哪类人最能从${product}中受益？`,
            `What type of people do you think would most benefit from ${product}?`,
          ),
        ),
      ],
      { visibleIf: `${asked} and ${eligible}` },
    ),
    page(
      "improvement",
      words("改进与替代", "Improvements and alternatives"),
      [
        question(
          "comment",
          "pmf.improve",
          words(`${product}怎样改进，才更合您的需要？`, `How can we improve ${product} for you?`),
        ),
        question(
          "comment",
          "pmf.alternative",
          words(`${clause["zh-CN"]}，您会改用什么？`, `What would you use instead ${clause.en}?`),
        ),
      ],
      { visibleIf: `${asked} and ${eligible}` },
    ),
    page(
      "recommendation",
      words("推荐", "Recommendation"),
      [
        question(
          "rating",
          "pmf.recommend",
          words(
            `您有多大可能把${product}推荐给同行或朋友？`,
            `How likely are you to recommend ${product} to a friend or colleague?`,
          ),
          {
            ...scale(0, 10, words("完全不可能", "Not at all likely"), words("非常可能", "Extremely likely")),
            description: surveyText(words("0 到 10 分。", "From 0 to 10.")),
          },
        ),
      ],
      { visibleIf: `${asked} and ${eligible}` },
    ),
  ];
};
