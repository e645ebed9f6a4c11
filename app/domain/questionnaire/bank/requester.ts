/** Block R: the scenario, the value expected, the comparison, and what it takes to put it forward. */
import { type AnswerOption, expectedValues, frequencies } from "../answer-options";
import type { QuestionnaireBrief } from "./brief";
import { competitorRows } from "./competitor";
import {
  choicesOf,
  grid,
  importanceColumns,
  page,
  question,
  type SurveyPage,
  scale,
  shuffled,
  steps,
  surveyText,
  withNone,
  withOther,
  words,
} from "./survey-json";
import { businessWords } from "./words";

const channels: readonly AnswerOption[] = [
  { value: "peers", name: words("同行或朋友推荐", "Peers or friends") },
  { value: "search", name: words("搜索引擎", "A search engine") },
  { value: "social", name: words("微信、短视频等社交媒体", "Social media") },
  { value: "media", name: words("行业媒体或报告", "Trade media or reports") },
  { value: "events", name: words("展会或行业活动", "Trade fairs or events") },
  { value: "sales", name: words("厂商销售联系", "A vendor's sales team") },
  { value: "ads", name: words("广告", "Advertising") },
  { value: "ai", name: words("AI 问答工具", "An AI assistant") },
  { value: "former-job", name: words("以前的工作中用过", "A former job") },
];

const materials: readonly AnswerOption[] = [
  { value: "return", name: words("投入产出测算", "A calculation of costs and returns") },
  { value: "cases", name: words("同行业的成功案例", "Customer stories from our industry") },
  { value: "comparison", name: words("与同类的对比", "A comparison with the alternatives") },
  { value: "price-list", name: words("清楚的报价", "A clear price list") },
  { value: "demo", name: words("演示或试用", "A demo or a trial") },
  { value: "security", name: words("安全与合规资料", "Security and compliance papers") },
  { value: "plan", name: words("实施计划", "A plan for getting started") },
];

const comparisonColumns = [
  ...steps(
    words("很差", "Very poor"),
    words("较差", "Poor"),
    words("一般", "Fair"),
    words("较好", "Good"),
    words("很好", "Very good"),
  ),
  { value: "not-compared", text: surveyText(words("没比较过", "Not compared")) },
];

export const requesterPages = (brief: QuestionnaireBrief): SurveyPage[] => {
  const { category } = businessWords[brief.businessType];
  const { product } = brief;
  return [
    page("scenario", words("使用场景", "The scenario"), [
      question(
        "comment",
        "requester.scenario",
        words(
          `贵部门在什么场景下需要${category["zh-CN"]}？`,
          `In which situation does your department need ${category.en}?`,
        ),
        { isRequired: true },
      ),
      question(
        "radiogroup",
        "requester.frequency",
        words("这种场景多久出现一次？", "How often does that situation occur?"),
        { choices: choicesOf(frequencies) },
      ),
    ]),
    page("expected_value", words("期望的价值", "The value you expect"), [
      question(
        "matrix",
        "requester.expected-value",
        words(
          `您期望${category["zh-CN"]}带来的价值，各有多重要？`,
          `How important is each kind of value you expect from ${category.en}?`,
        ),
        { isRequired: true, eachRowRequired: true, ...grid(expectedValues, importanceColumns) },
      ),
    ]),
    page("current_way", words("现在怎么做", "How it is done now"), [
      question("comment", "requester.current-way", words("现在是怎么做的？", "How is it done now?")),
      question("comment", "requester.current-problem", words("这样做有什么问题？", "What is wrong with it?")),
    ]),
    ...(brief.competitors.length > 0
      ? [
          page("compared", words("您的比较", "Your comparison"), [
            question(
              "matrix",
              "requester.compared",
              words(
                "下面哪些您比较过？总体上各打几分？",
                "Which of these have you compared, and how good is each overall?",
              ),
              grid(
                [{ value: "us", name: words(product, product) }, ...competitorRows(brief)],
                comparisonColumns,
              ),
            ),
          ]),
        ]
      : []),
    page("channels", words("了解的渠道", "Where you look"), [
      question(
        "checkbox",
        "requester.channels",
        words(
          `您从哪里了解${category["zh-CN"]}？（可多选）`,
          `Where do you learn about ${category.en}? Choose all that apply.`,
        ),
        { ...shuffled(channels), ...withOther() },
      ),
    ]),
    page("put_forward", words("向上推荐", "Putting it forward"), [
      question(
        "rating",
        "requester.recommend",
        words(
          `您有多大可能向决策者推荐${product}？`,
          `How likely are you to put ${product} forward to the person who decides?`,
        ),
        scale(0, 10, words("完全不可能", "Not at all likely"), words("非常可能", "Extremely likely")),
      ),
      question(
        "checkbox",
        "requester.material",
        words(
          "要推荐它，您需要哪些材料？（可多选）",
          "What material would you need for that? Choose all that apply.",
        ),
        { ...shuffled(materials), ...withOther(), ...withNone(words("不需要材料", "None")) },
      ),
    ]),
  ];
};
