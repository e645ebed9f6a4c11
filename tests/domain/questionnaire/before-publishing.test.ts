import { describe, expect, test } from "vitest";
import { chainRoles } from "~/domain/chain/role";
import type { QuestionnaireBrief } from "~/domain/questionnaire/bank/brief";
import { anchorDifferences, missingMeasures } from "~/domain/questionnaire/before-publishing";
import { removeQuestion, setRequired, setWording } from "~/domain/questionnaire/draft-edit";
import { buildQuestionnaire } from "~/domain/questionnaire/templates";
import { defaultPmfRule } from "~/domain/study/study";

const brief: QuestionnaireBrief = {
  ...{ product: "X", businessType: "saas", languages: ["en"], currency: "CNY" },
  priceUnit: { "zh-CN": "每月", en: "a month" },
  competitors: [{ id: "k1", name: "K" }],
  pmfRule: defaultPmfRule.saas,
};
const drafts = chainRoles.map((role) => ({ role, draft: buildQuestionnaire(role, brief) }));

describe("before publishing", () => {
  test("the bank's own questionnaires give nothing to say", () => {
    for (const { role, draft } of drafts) {
      expect(missingMeasures(draft, buildQuestionnaire(role, brief))).toEqual([]);
      expect(anchorDifferences(draft, drafts)).toEqual([]);
    }
  });

  test("a reworded anchor question is told with the roles it now differs from", () => {
    const change = { path: "title", language: "en", text: "How much does it matter?" } as const;
    const edited = setWording(drafts[0]?.draft, "anchor_importance", [change]);
    expect(anchorDifferences(edited, drafts.slice(1, 3))).toEqual([
      { measure: "anchor.importance", roles: ["user", "requester"] },
    ]);
  });

  test("required or not is no difference in wording, and neither is the order of keys", () => {
    const looser = setRequired(drafts[0]?.draft, "anchor_importance", false);
    expect(anchorDifferences(looser, drafts)).toEqual([]);
    const sorted = JSON.parse(JSON.stringify(drafts[0]?.draft), (_, inner: unknown) =>
      typeof inner === "object" && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).reverse())
        : inner,
    );
    expect(anchorDifferences(sorted, drafts)).toEqual([]);
  });

  test("a missing measure is told only where a figure stands on it", () => {
    const whole = drafts[1]?.draft;
    const withoutPmf = removeQuestion(whole, "pmf_disappointment")?.draft;
    expect(missingMeasures(withoutPmf, whole)).toEqual(["pmf.disappointment"]);
    // What is empty lacks everything; its author has only begun.
    expect(missingMeasures({ pages: [{ name: "page1" }] }, whole)).toEqual([]);
    expect(missingMeasures(removeQuestion(whole, "pmf_benefit")?.draft, whole)).toEqual([]);
  });
});
