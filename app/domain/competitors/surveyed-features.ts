/** Features that questionnaires ask about, so that answers and matrix meet. */
import type { LocalText } from "../language";
import { type AnchorAttribute, experienceItems, offerItems } from "../questionnaire/answer-options";
import { itemsOf } from "../questionnaire/by-measure";
import type { Compiled } from "../questionnaire/compiled";

export type SurveyedFeature = { asked: string; name: LocalText };

const aboutFeatures = new Set<string | undefined>([
  "user.feature-importance",
  "competitor.features",
  "competitor.performance",
]);

/** The rows of the feature questions in the order asked, each once, in the wording of the version that comes first. */
export function surveyedFeatures(versions: readonly Compiled[]): SurveyedFeature[] {
  const found = new Map<string, LocalText>();
  for (const version of versions)
    for (const item of itemsOf(version))
      if (item.kind === "matrix" && aboutFeatures.has(item.measure))
        for (const { value, text } of item.rows) if (!found.has(value)) found.set(value, text);
  return [...found].map(([asked, name]) => ({ asked, name }));
}

/** The need a row serves: how it feels to use, service and price are part of every product; the others are functions. */
export function needOfRow(asked: string): AnchorAttribute {
  if (experienceItems.some(({ value }) => value === asked)) return "smooth-use";
  const offered = offerItems.find(({ value }) => value === asked)?.value;
  if (offered === "offer-price") return "price";
  return offered === "offer-service" ? "service" : "functions";
}
