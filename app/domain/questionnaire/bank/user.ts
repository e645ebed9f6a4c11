/** Block U: the scenario, how smooth it is, the features, and the causes behind the decider's need. */
import { experienceItems, kanoAnswers } from "../answer-options";
import type { QuestionnaireBrief } from "./brief";
import {
  choicesOf,
  grid,
  importanceColumns,
  page,
  question,
  questionName,
  type SurveyPage,
  satisfactionColumns,
  scale,
  shuffled,
  surveyText,
  withDontKnow,
  withOther,
  words,
} from "./survey-json";
import { asOptions, businessWords, featuresOf, named, needOf } from "./words";

/** At most this many features are asked in Kano pairs; each costs the respondent a page. */
const kanoLimit = 6;

export const kanoPages = (brief: QuestionnaireBrief): SurveyPage[] =>
  featuresOf(brief)
    .slice(0, kanoLimit)
    .map(({ id, name }) =>
      page(questionName("user.kano.functional", id), words("有它和没它", "With and without"), [
        question(
          "radiogroup",
          "user.kano.functional",
          words(`如果有“${name["zh-CN"]}”，您觉得？`, `If you had “${name.en}”, how would you feel?`),
          { part: id, subject: id, choices: choicesOf(kanoAnswers) },
        ),
        question(
          "radiogroup",
          "user.kano.dysfunctional",
          words(
            `如果没有“${name["zh-CN"]}”，您觉得？`,
            `If you did not have “${name.en}”, how would you feel?`,
          ),
          { part: id, subject: id, choices: choicesOf(kanoAnswers) },
        ),
      ]),
    );

export const causePage = (brief: QuestionnaireBrief): SurveyPage => {
  const { need, causes } = needOf(brief);
  const name = questionName("user.causes");
  const chosen = `{${name}}`;
  const ranked = [...causes, { value: "other", name: words("您填写的其他原因", "The cause you added") }];
  return page("causes", words("具体原因", "The causes behind it"), [
    question(
      "checkbox",
      "user.causes",
      words(
        `如果老板说“${need["zh-CN"]}”，您认为具体原因是什么？（可多选）`,
        `Suppose your boss says “${need.en}”. Which causes do you see? Choose all that apply.`,
      ),
      { isRequired: true, ...shuffled(causes), ...withOther(), ...withDontKnow() },
    ),
    question(
      "ranking",
      "user.causes-rank",
      words(
        "其中影响最大的是哪些？选出最多 3 个，最大的排在最前。",
        "Which of these matter most? Pick up to 3 and put the biggest first.",
      ),
      {
        visibleIf: `{${name}.length} > 1`,
        selectToRankEnabled: true,
        maxSelectedChoices: 3,
        choicesOrder: "random",
        choices: choicesOf(ranked).map((choice) => ({
          ...choice,
          visibleIf: `${chosen} contains '${choice.value}'`,
        })),
      },
    ),
    question(
      "comment",
      "user.cause-text",
      words("请用一个例子说说影响最大的那个原因。", "Please give an example of the cause that matters most."),
      { visibleIf: `${chosen} notempty and !(${chosen} contains 'dontknow')` },
    ),
  ]);
};

export const userPages = (brief: QuestionnaireBrief): SurveyPage[] => {
  const { lastTime } = businessWords[brief.businessType];
  const items = [...asOptions(featuresOf(brief)), ...named("experience", experienceItems, brief)];
  return [
    page("last_use", words("最近一次", "The last time"), [
      question(
        "comment",
        "user.last-use",
        words(
          `请回想${lastTime["zh-CN"]}：什么时候，做了什么，结果如何？`,
          `Think of ${lastTime.en}. When was it, what did you do, and how did it turn out?`,
        ),
      ),
      question(
        "rating",
        "user.solved",
        words(
          "当时的问题解决得怎么样，您满意吗？",
          "How satisfied were you with how it solved your problem?",
        ),
        scale(1, 5, words("非常不满意", "Very dissatisfied"), words("非常满意", "Very satisfied")),
      ),
      question(
        "rating",
        "user.ease",
        words("整个过程顺畅吗？", "Overall, how easy or difficult was it?"),
        scale(1, 7, words("非常不顺", "Very difficult"), words("非常顺畅", "Very easy")),
      ),
      question("comment", "user.stuck", words("您在哪里卡住了？", "Where did you get stuck?"), {
        description: surveyText(words("没有卡住就不用填。", "Leave it empty if you did not.")),
      }),
    ]),
    causePage(brief),
    page("feature_importance", words("功能与体验", "Features and experience"), [
      question(
        "matrix",
        "user.feature-importance",
        words("下面各项对您的工作有多重要？", "How important is each of these to your work?"),
        { isRequired: true, eachRowRequired: true, ...grid(items, importanceColumns) },
      ),
    ]),
    page("feature_satisfaction", words("现在做得如何", "How well it works today"), [
      question(
        "matrix",
        "user.feature-satisfaction",
        words(
          "对现在的做法或产品，您在下面各项上有多满意？",
          "How satisfied are you with each of these in what you use today?",
        ),
        { isRequired: true, eachRowRequired: true, ...grid(items, satisfactionColumns) },
      ),
    ]),
    ...kanoPages(brief),
  ];
};
