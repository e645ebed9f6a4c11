/** Block D: value first. What it must bring, what hurts now, how the decision is made. */
import { type AnswerOption, bestWorstItems, durationBands } from "../answer-options";
import { currencyName, type QuestionnaireBrief } from "./brief";
import {
  amount,
  choicesOf,
  page,
  pointSplit,
  question,
  type SurveyPage,
  shuffled,
  surveyText,
  withOther,
  words,
} from "./survey-json";
import { businessWords, named } from "./words";

const earnOrSpend: readonly AnswerOption[] = [
  { value: "earn", name: words("多赚钱", "Earning more") },
  { value: "spend", name: words("少花钱", "Spending less") },
];

const stopReasons: readonly AnswerOption[] = [
  { value: "no-result", name: words("看不到收益或效果", "We see no gain or result") },
  { value: "price-rise", name: words("涨价，或不值这个价", "The price rises or is no longer justified") },
  { value: "low-use", name: words("员工用得少", "Our people hardly use it") },
  { value: "poor-service", name: words("服务跟不上", "Service falls short") },
  { value: "better-offer", name: words("有更合适的选择", "There is a better choice") },
  { value: "reliability", name: words("经常出问题，或有安全风险", "It fails often or is a security risk") },
  { value: "need-gone", name: words("业务调整，不再需要", "Our business changes and the need is gone") },
];

/**
 * Best-worst tasks: task t leaves out item t and begins with the next, so that over the five tasks every
 * item is shown four times and stands once in every place.
 */
const bestWorstPages = (brief: QuestionnaireBrief): SurveyPage[] => {
  const items = choicesOf(named("best-worst", bestWorstItems, brief));
  const { category } = businessWords[brief.businessType];
  return items.map((_, task) => {
    const shown = [...items.slice(task + 1), ...items.slice(0, task)];
    const count = `${task + 1}/${items.length}`;
    return page(`best_worst_${task + 1}`, words(`怎么比较 ${count}`, `How you compare, ${count}`), [
      question(
        "matrix",
        "decider.best-worst",
        words(
          `几家${category["zh-CN"]}差不多时，下面四项里哪项最重要，哪项最不重要？`,
          `When several ${category.en} are alike, which of these four matters most to you, and which least?`,
        ),
        {
          part: task + 1,
          isRequired: true,
          eachRowRequired: true,
          eachRowUnique: true,
          rows: [
            { value: "best", text: surveyText(words("最重要", "Most important")) },
            { value: "worst", text: surveyText(words("最不重要", "Least important")) },
          ],
          columns: shown,
        },
      ),
    ]);
  });
};

export const deciderPages = (brief: QuestionnaireBrief): SurveyPage[] => {
  const { category } = businessWords[brief.businessType];
  const currency = currencyName(brief.currency);
  const yearly = words(`${currency["zh-CN"]}/年`, `${currency.en} a year`);
  return [
    page("value", words("它该带来什么", "What it must bring"), [
      question(
        "multipletext",
        "decider.earn-or-spend",
        words(
          `${category["zh-CN"]}应主要帮您“多赚钱”还是“少花钱”？请分配 100 分。`,
          `Should ${category.en} mainly help you earn more or spend less? Split 100 points.`,
        ),
        { isRequired: true, ...pointSplit("decider.earn-or-spend", earnOrSpend) },
      ),
      question(
        "text",
        "decider.min-gain",
        words(
          "一年至少要带来多少收益或节省，您才觉得值得购买？",
          "How much must it earn or save you in a year, at least, to be worth buying?",
        ),
        amount(yearly),
      ),
    ]),
    page("problem", words("现在的问题", "Problems today"), [
      question(
        "comment",
        "decider.problem",
        words(
          "您目前的主要问题是什么？影响有多大？",
          "What are your main problems now, and how much do they hurt?",
        ),
      ),
      question(
        "text",
        "decider.problem-cost",
        words(
          "这些问题一年大约造成多少损失或额外支出？",
          "Roughly what do these problems cost you in a year?",
        ),
        amount(yearly),
      ),
      question(
        "comment",
        "decider.key-steps",
        words("要解决它，关键步骤有哪些？", "What are the key steps to solve them?"),
        { description: surveyText(words("按先后顺序，一行一步。", "One step a line, in order.")) },
      ),
    ]),
    ...bestWorstPages(brief),
    page("process", words("怎么决定", "How you decide"), [
      question(
        "comment",
        "decider.process",
        words(
          "这类采购在贵公司要经过哪些环节？",
          "Which stages does such a purchase go through in your company?",
        ),
      ),
      question(
        "radiogroup",
        "decider.duration",
        words(
          "从提出需求到签约，一般要多久？",
          "How long does it usually take from the need to the contract?",
        ),
        { choices: choicesOf(durationBands) },
      ),
      question(
        "text",
        "decider.approvers",
        words("一共要几个人审批？", "How many people have to approve it?"),
        { ...amount(words("人", "people")), step: 1 },
      ),
    ]),
    page("stop_paying", words("续费", "Renewal"), [
      question(
        "checkbox",
        "decider.stop-paying",
        words("什么情况会让您不再续费？最多选 3 项。", "What would make you stop paying? Choose up to 3."),
        { maxSelectedChoices: 3, ...shuffled(stopReasons), ...withOther() },
      ),
    ]),
  ];
};
