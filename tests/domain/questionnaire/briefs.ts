/** Briefs for the tests of the templates: every business type, with and without competitors and a ladder. */
import type { QuestionnaireBrief } from "~/domain/questionnaire/bank/brief";
import { businessTypes, defaultPmfRule } from "~/domain/study/study";

const competitors = [
  { id: "0190a1b2-0000-7000-8000-000000000001", name: "Northwind" },
  { id: "0190a1b2-0000-7000-8000-000000000002", name: "Contoso" },
];
const priceLadder = [300, 100, 200];

export const everyBrief = businessTypes.flatMap((businessType) =>
  [true, false].flatMap((withCompetitors) =>
    [true, false].map((withLadder) => {
      const brief: QuestionnaireBrief = {
        product: "Acme",
        businessType,
        languages: withLadder ? ["zh-CN", "en"] : ["en"],
        competitors: withCompetitors ? competitors : [],
        currency: "CNY",
        priceUnit: { "zh-CN": "每席位每月", en: "per seat per month" },
        ...(withLadder && { priceLadder }),
        pmfRule: defaultPmfRule[businessType],
      };
      const name = `${businessType}, ${withCompetitors ? "" : "no "}competitors, ${withLadder ? "" : "no "}ladder`;
      return { name, brief };
    }),
  ),
);

/** A brief with everything, for tests of one thing. */
export const fullBrief = (change: Partial<QuestionnaireBrief> = {}): QuestionnaireBrief => ({
  product: "Acme",
  businessType: "saas",
  languages: ["zh-CN", "en"],
  competitors,
  currency: "CNY",
  priceUnit: { "zh-CN": "每席位每月", en: "per seat per month" },
  priceLadder,
  pmfRule: defaultPmfRule.saas,
  ...change,
});
