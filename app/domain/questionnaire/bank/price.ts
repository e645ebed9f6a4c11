/** Block V: four prices (van Westendorp), two likelihoods (Newton–Miller–Smith), a ladder (Gabor–Granger). */
import type { MeasureKey } from "../measures";
import { currencyName, type QuestionnaireBrief } from "./brief";
import {
  amount,
  page,
  question,
  questionName,
  type SurveyElement,
  type SurveyPage,
  scale,
  surveyText,
  words,
} from "./survey-json";

const four = [
  {
    measure: "price.too-cheap",
    title: words(
      "什么价格会便宜到让您怀疑质量？",
      "At what price would it be so cheap that you would doubt its quality?",
    ),
  },
  {
    measure: "price.cheap",
    title: words("什么价格会让您觉得划算？", "At what price would it be a bargain?"),
  },
  {
    measure: "price.expensive",
    title: words(
      "什么价格会让您觉得贵，但仍会考虑？",
      "At what price would it be getting expensive, though you would still consider it?",
    ),
  },
  {
    measure: "price.too-expensive",
    title: words("什么价格会贵到您不再考虑？", "At what price would it be too expensive to consider?"),
  },
] as const satisfies readonly { measure: MeasureKey; title: ReturnType<typeof words> }[];

/** Prices of the ladder: each once, from low to high. */
export const ladderPrices = (brief: QuestionnaireBrief): number[] =>
  [...new Set(brief.priceLadder ?? [])].filter((price) => price > 0).sort((a, b) => a - b);

/** The name of the number drawn per response: the step (from 1) at which its ladder starts. */
export const ladderStart = "ladderStart";

/**
 * The ladder's steps. The drawn one is shown first; a yes opens the next higher price, a no the next lower,
 * so that each respondent walks in one direction until the answer turns.
 */
const ladderSteps = (brief: QuestionnaireBrief, unit: { "zh-CN": string; en: string }): SurveyElement[] =>
  ladderPrices(brief).map((price, index, prices) => {
    const step = index + 1;
    const neighbour = (of: number) => `{${questionName("price.ladder", of)}}`;
    const shown = [`{${ladderStart}} = ${step}`];
    if (step > 1) shown.push(`({${ladderStart}} < ${step} and ${neighbour(step - 1)} = true)`);
    if (step < prices.length) shown.push(`({${ladderStart}} > ${step} and ${neighbour(step + 1)} = false)`);
    return question(
      "boolean",
      "price.ladder",
      words(`${price} ${unit["zh-CN"]}，您会购买吗？`, `Would you buy at ${price} ${unit.en}?`),
      {
        part: step,
        subject: String(price),
        visibleIf: shown.join(" or "),
        labelTrue: surveyText(words("会", "Yes")),
        labelFalse: surveyText(words("不会", "No")),
      },
    );
  });

/** The price block; every price is in the brief's currency and unit. */
export const pricePages = (brief: QuestionnaireBrief): SurveyPage[] => {
  const { product, priceUnit } = brief;
  const currency = currencyName(brief.currency);
  const unit = words(`${currency["zh-CN"]}（${priceUnit["zh-CN"]}）`, `${currency.en} ${priceUnit.en}`);
  const names = four.map(({ measure }) => questionName(measure));

  const amounts = four.map(({ measure, title }, index) => {
    const own = names[index];
    const lower = names[index - 1];
    const others = names.filter((name) => name !== own);
    return question("text", measure, title, {
      ...amount(unit),
      // Three prices alone cannot be used: either all four or none.
      requiredIf: others.map((name) => `{${name}} notempty`).join(" or "),
      ...(lower && {
        validators: [
          {
            type: "expression" as const,
            expression: `{${own}} empty or {${lower}} empty or {${own}} > {${lower}}`,
            text: surveyText(
              words("这个价格应高于上一题的价格。", "This price must be higher than the one before."),
            ),
          },
        ],
      }),
    });
  });

  const likelihood = (measure: MeasureKey, of: MeasureKey) => {
    const name = questionName(of);
    return question(
      "rating",
      measure,
      words(
        `如果价格是 {${name}} ${unit["zh-CN"]}，您有多大可能购买？`,
        `If the price were {${name}} ${unit.en}, how likely would you be to buy?`,
      ),
      {
        visibleIf: `{${name}} notempty`,
        ...scale(1, 5, words("肯定不会买", "Definitely not"), words("肯定会买", "Definitely")),
      },
    );
  };

  const steps = ladderSteps(brief, unit);
  return [
    page("price", words("价格", "Price"), amounts, {
      description: words(
        `请为${product}估四个价格，从低到高。单位：${unit["zh-CN"]}。没有概念可以都不填。`,
        `Give four prices for ${product}, from low to high, in ${unit.en}. If you have no idea, leave all four empty.`,
      ),
    }),
    page(
      "price_likelihood",
      words("购买的可能", "Likelihood to buy"),
      [
        likelihood("price.likely-at-cheap", "price.cheap"),
        likelihood("price.likely-at-expensive", "price.expensive"),
      ],
      { visibleIf: `{${names[1]}} notempty or {${names[2]}} notempty` },
    ),
    ...(steps.length > 0
      ? [
          page("price_ladder", words("会不会买", "Would you buy"), steps, {
            description: words(
              `假设${product}按下面的价格供应。`,
              `Suppose ${product} were offered at the price below.`,
            ),
          }),
        ]
      : []),
  ];
};
