/** Block Q: shows that the questions are read; its options are those of Ellis's question. */
import { attentionAnswer, pmfAnswers } from "../answer-options";
import { choicesOf, page, question, type SurveyPage, words } from "./survey-json";

export const attentionPage = (): SurveyPage => {
  const right = pmfAnswers.find(({ value }) => value === attentionAnswer)!.name;
  return page("attention", words("确认一下", "A quick check"), [
    question(
      "radiogroup",
      "quality.attention",
      words(
        `为确认您在仔细读题，本题请选择“${right["zh-CN"]}”。`,
        `To show that you are reading, please choose “${right.en}” here.`,
      ),
      { isRequired: true, choices: choicesOf(pmfAnswers) },
    ),
  ]);
};
