/**
 * The part of SurveyJS's JSON that the bank writes, typed, and the few builders that keep a block
 * readable: a measure, its two wordings, and what is special about it.
 */
import type { LocalText } from "../../language";
import type { AnswerOption } from "../answer-options";
import type { MeasureKey } from "../measures";

/** A localizable string; survey-core shows `default` for every locale that has no text of its own. */
export type SurveyText = { default: string; "zh-cn": string; en: string };

export type SurveyChoice = {
  value: string | number;
  text: SurveyText;
  visibleIf?: string;
  /** Keeps its place when the others are shuffled. */
  randomize?: false;
  isExclusive?: true;
};

export type SurveyValidator =
  | { type: "expression"; expression: string; text: SurveyText }
  | { type: "numeric"; minValue: number; maxValue: number };

type Special = {
  description?: SurveyText;
  isRequired?: true;
  requiredIf?: string;
  visibleIf?: string;
  validators?: SurveyValidator[];
  subject?: string;
  unit?: SurveyText;
  pointTotal?: number;
  choices?: SurveyChoice[];
  choicesOrder?: "random";
  showOtherItem?: true;
  otherText?: SurveyText;
  showNoneItem?: true;
  noneText?: SurveyText;
  showDontKnowItem?: true;
  dontKnowText?: SurveyText;
  maxSelectedChoices?: number;
  selectToRankEnabled?: true;
  rateMin?: number;
  rateMax?: number;
  displayMode?: "buttons";
  minRateDescription?: SurveyText;
  maxRateDescription?: SurveyText;
  rows?: { value: string; text: SurveyText }[];
  columns?: SurveyChoice[];
  rowOrder?: "random";
  eachRowRequired?: true;
  eachRowUnique?: true;
  inputType?: "number";
  autocomplete?: "organization";
  min?: number;
  max?: number;
  step?: number;
  maxLength?: number;
  items?: { name: string; title: SurveyText; inputType: "number"; validators: SurveyValidator[] }[];
  labelTrue?: SurveyText;
  labelFalse?: SurveyText;
};

export type QuestionType =
  | "text"
  | "comment"
  | "radiogroup"
  | "checkbox"
  | "dropdown"
  | "rating"
  | "matrix"
  | "ranking"
  | "boolean"
  | "multipletext";

export type SurveyElement = Special & {
  type: QuestionType;
  name: string;
  title: SurveyText;
  measure: MeasureKey;
};

export type SurveyPage = {
  name: string;
  title: SurveyText;
  description?: SurveyText;
  visibleIf?: string;
  elements: SurveyElement[];
};

export type SurveyJson = {
  title: SurveyText;
  locale: string;
  showQuestionNumbers: false;
  draws?: { name: string; max: number }[];
  pages: SurveyPage[];
};

/** One text in both languages. */
export const words = (zh: string, en: string): LocalText => ({ "zh-CN": zh, en });

/** A text as SurveyJS keeps it. English is the default because survey-core reads "en" from `default`. */
export const surveyText = (text: LocalText): SurveyText => ({
  default: text.en,
  "zh-cn": text["zh-CN"],
  en: text.en,
});

/**
 * The question name of a measure, safe inside an expression: "price.too-cheap" is `price_too_cheap`.
 * `part` tells apart the questions that share a measure.
 */
export const questionName = (measure: MeasureKey, part?: string | number): string =>
  measure.replace(/[.-]/g, "_") + (part === undefined ? "" : `_${part}`);

export const question = (
  type: QuestionType,
  measure: MeasureKey,
  title: LocalText,
  special: Special & { part?: string | number } = {},
): SurveyElement => {
  const { part, ...rest } = special;
  return { type, name: questionName(measure, part), title: surveyText(title), measure, ...rest };
};

export const page = (
  name: string,
  title: LocalText,
  elements: SurveyElement[],
  special: { visibleIf?: string; description?: LocalText } = {},
): SurveyPage => ({
  name,
  title: surveyText(title),
  ...(special.description && { description: surveyText(special.description) }),
  ...(special.visibleIf && { visibleIf: special.visibleIf }),
  elements,
});

export const choicesOf = (options: readonly AnswerOption[]): SurveyChoice[] =>
  options.map(({ value, name }) => ({ value, text: surveyText(name) }));

/** Choices whose order carries no meaning; special choices stay last. */
export const shuffled = (options: readonly AnswerOption[]) => ({
  choices: choicesOf(options),
  choicesOrder: "random" as const,
});

export const withOther = (text = words("其他（请说明）", "Something else (please say what)")) => ({
  showOtherItem: true as const,
  otherText: surveyText(text),
});
export const withNone = (text: LocalText) => ({ showNoneItem: true as const, noneText: surveyText(text) });
export const withDontKnow = (text = words("不知道", "Don't know")) => ({
  showDontKnowItem: true as const,
  dontKnowText: surveyText(text),
});

/** A numbered scale with words at its ends. */
export const scale = (from: number, to: number, low: LocalText, high: LocalText) => ({
  rateMin: from,
  rateMax: to,
  displayMode: "buttons" as const,
  minRateDescription: surveyText(low),
  maxRateDescription: surveyText(high),
});

/** Scale points 1, 2, 3, … with a word each. */
export const steps = (...texts: LocalText[]): SurveyChoice[] =>
  texts.map((text, index) => ({ value: index + 1, text: surveyText(text) }));

/** Importance, 1–5. */
export const importanceColumns = steps(
  words("完全不重要", "Not at all important"),
  words("不太重要", "Slightly important"),
  words("一般", "Moderately important"),
  words("重要", "Very important"),
  words("极其重要", "Extremely important"),
);

/** Satisfaction, 1–5, and "na". */
export const satisfactionColumns: SurveyChoice[] = [
  ...steps(
    words("非常不满意", "Very dissatisfied"),
    words("不太满意", "Dissatisfied"),
    words("一般", "Neither"),
    words("比较满意", "Satisfied"),
    words("非常满意", "Very satisfied"),
  ),
  { value: "na", text: surveyText(words("不适用", "N/A")) },
];

/** A grid whose rows come in random order. */
export const grid = (rows: readonly AnswerOption[], columns: SurveyChoice[]) => ({
  rows: rows.map(({ value, name }) => ({ value, text: surveyText(name) })),
  columns,
  rowOrder: "random" as const,
});

/** 100 points split over the options; left empty altogether it passes. */
export const pointSplit = (measure: MeasureKey, options: readonly AnswerOption[]) =>
  pointsOf(questionName(measure), options);

/** The same for a question that has a name and no measure. */
export const pointsOf = (name: string, options: readonly AnswerOption[]) => {
  const sum = options.map(({ value }) => `{${name}.${value}}`).join(", ");
  return {
    pointTotal: 100,
    items: options.map((option) => ({
      name: option.value,
      title: surveyText(option.name),
      inputType: "number" as const,
      validators: [{ type: "numeric" as const, minValue: 0, maxValue: 100 }],
    })),
    validators: [
      {
        type: "expression" as const,
        expression: `{${name}} empty or sum(${sum}) = 100`,
        text: surveyText(words("各项加起来要正好等于 100。", "The points must add up to 100.")),
      },
    ],
  };
};

/** An amount of money or a count, 0 or more. */
export const amount = (unit: LocalText) => ({
  inputType: "number" as const,
  min: 0,
  unit: surveyText(unit),
});
