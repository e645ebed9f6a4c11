/** Block C: which competitors are known, what they can do, and why they were chosen or not. */
import type { ChainRole } from "../../chain/role";
import { awarenessLevels, offerItems, presenceAnswers, relations } from "../answer-options";
import type { QuestionnaireBrief } from "./brief";
import {
  choicesOf,
  grid,
  page,
  question,
  questionName,
  type SurveyChoice,
  type SurveyPage,
  steps,
  surveyText,
  words,
} from "./survey-json";
import { asOptions, businessWords, featuresOf } from "./words";

const performanceColumns: SurveyChoice[] = [
  ...steps(
    words("很差", "Very poor"),
    words("较差", "Poor"),
    words("一般", "Fair"),
    words("较好", "Good"),
    words("很好", "Very good"),
  ),
  { value: "na", text: surveyText(words("不清楚", "Don't know")) },
];

/** The competitors as rows of a grid; their names read the same in both languages. */
export const competitorRows = (brief: QuestionnaireBrief) =>
  brief.competitors.map(({ id, name }) => ({ value: id, name: words(name, name) }));

/** What one product can do and how well, asked only of those who have tried it. */
const productPage = (
  role: ChainRole,
  { id, name }: { id: string; name: string },
  visibleIf: string,
  brief: QuestionnaireBrief,
): SurveyPage => {
  const features = asOptions(featuresOf(brief));
  const offered = offerItems.filter(({ value }) => role !== "user" || value !== "offer-price");
  return page(
    questionName("competitor.features", id),
    words(`评价${name}`, `About ${name}`),
    [
      question(
        "matrix",
        "competitor.features",
        words(`${name}有没有下面这些？`, `Does ${name} have these?`),
        {
          part: id,
          subject: id,
          ...grid(features, choicesOf(presenceAnswers)),
        },
      ),
      question(
        "matrix",
        "competitor.performance",
        words(`${name}在这些方面做得怎么样？`, `How well does ${name} do in these?`),
        { part: id, subject: id, ...grid([...features, ...offered], performanceColumns) },
      ),
    ],
    { visibleIf },
  );
};

const productPages = (role: ChainRole, brief: QuestionnaireBrief): SurveyPage[] => {
  const triedUs = relations
    .filter(({ value }) => value !== "none")
    .map(({ value }) => `'${value}'`)
    .join(", ");
  return [
    productPage(
      role,
      { id: "us", name: brief.product },
      `{${questionName("gate.relation")}} anyof [${triedUs}]`,
      brief,
    ),
    ...brief.competitors.map((competitor) =>
      productPage(
        role,
        competitor,
        `{${questionName("competitor.awareness")}.${competitor.id}} anyof ['tried', 'using']`,
        brief,
      ),
    ),
  ];
};

/** The competitor block of a role; without named competitors the respondent names them. */
export const competitorPages = (role: ChainRole, brief: QuestionnaireBrief): SurveyPage[] => {
  const { category } = businessWords[brief.businessType];
  const hasCompetitors = brief.competitors.length > 0;
  const known = hasCompetitors
    ? question(
        "matrix",
        "competitor.awareness",
        words("下面这些，您了解到什么程度？", "How well do you know each of these?"),
        {
          isRequired: true,
          eachRowRequired: true,
          ...grid(competitorRows(brief), choicesOf(awarenessLevels)),
        },
      )
    : question(
        "comment",
        "competitor.open",
        words(
          `您知道、试过或正在用哪些${category["zh-CN"]}？`,
          `Which ${category.en} do you know, have you tried, or do you use now?`,
        ),
      );
  const reasons = question(
    "comment",
    "competitor.reasons",
    words("您当初为什么选了它们，或者为什么没选？", "Why did you choose them, or decide against them?"),
  );
  return [
    page(
      "competitors",
      words("同类比较", "How others compare"),
      role === "user" ? [known] : [known, reasons],
    ),
    ...(hasCompetitors && (role === "user" || role === "requester") ? productPages(role, brief) : []),
  ];
};
