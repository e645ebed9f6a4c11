/** The properties Trivista adds to SurveyJS's questions, in the editor and wherever SurveyJS reads them. */

/** What is needed of SurveyJS's `Serializer`; passed in, so that this file does not load SurveyJS. */
type SerializerLike = {
  findProperty(className: string, propertyName: string): unknown;
  addProperty(className: string, property: { name: string; type?: string; category?: string }): unknown;
};

const surveyProperties = [
  /** Stable key by which the analysis finds the question. */
  { of: "question", name: "measure", type: "string" },
  /** What the measure is asked about, for example a competitor. */
  { of: "question", name: "subject", type: "string" },
  /** The item of the workspace's bank it is a copy of: `{id, part, revision}`; respondents are not sent it. */
  { of: "question", name: "bankItem", type: "value" },
  { of: "panelbase", name: "bankItem", type: "value" },
  /** The fields' numbers must add up to this. */
  { of: "multipletext", name: "pointTotal", type: "number" },
  /** Unit behind a typed number: ￥, seats, days. */
  { of: "text", name: "unit", type: "text" },
  /** Numbers drawn once per response: `[{name, max}]`. */
  { of: "survey", name: "draws", type: "value" },
  /** Findings kept on purpose: `[{finding, reason, by, at}]`. */
  { of: "survey", name: "accepted", type: "value" },
  /** Files are switched on: questions may ask for them. */
  { of: "survey", name: "takesFiles", type: "boolean" },
  /** Where the questionnaire ends early: `[{after: page, if: condition, as, most, text}]`. */
  { of: "survey", name: "endings", type: "value" },
  /** Which pages are passed over: `[{after: page, to: page, if: condition}]`. */
  { of: "survey", name: "jumps", type: "value" },
] as const;

/** Makes SurveyJS know Trivista's properties. Calling it again changes nothing. */
export function registerSurveyProperties(serializer: SerializerLike): void {
  for (const { of, name, type } of surveyProperties)
    if (!serializer.findProperty(of, name)) serializer.addProperty(of, { name, type, category: "data" });
}
