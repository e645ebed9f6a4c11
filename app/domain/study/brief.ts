import type { Language, LocalText } from "../language";
import type { QuestionnaireBrief } from "../questionnaire/bank/brief";
import { type BusinessType, pmfRuleOf } from "./study";

type StudyWords = {
  product: string;
  businessType: BusinessType;
  industry: string;
  languages: readonly Language[];
  currency: string;
  priceUnit: LocalText;
  priceLadder: readonly number[];
  threshold: number;
  minUses: number;
  windowDays: number;
};

/** What the question bank needs to know of a study: the study as it is kept, with its competitors. */
export function briefOf(
  study: StudyWords,
  competitors: readonly { id: string; name: string }[],
): QuestionnaireBrief {
  const { product, businessType, industry, languages, currency, priceUnit, priceLadder } = study;
  return {
    ...{ product, businessType, industry, languages, currency, priceUnit, priceLadder },
    competitors,
    pmfRule: pmfRuleOf(study),
  };
}
