/** A part of the questionnaire drawn by SurveyJS itself; what is answered here goes nowhere. */
import { useEffect, useMemo, useRef } from "react";
import { Model, Serializer } from "survey-core";
import "survey-core/i18n/simplified-chinese";
import { Survey } from "survey-react-ui";
import "~/components/survey.css";
import { withoutOddRoles } from "~/components/survey-roles";
import type { JsonObject } from "~/domain/questionnaire/draft-tree";
import { registerSurveyProperties } from "~/domain/questionnaire/survey-properties";

registerSurveyProperties(Serializer);

export function PreviewSurvey({ json, answerTo }: { json: JsonObject; answerTo(question: string): string }) {
  const answers = useRef<Record<string, unknown>>({});
  const survey = useMemo(() => {
    const made = new Model(json);
    made.showInvisibleElements = true;
    made.textUpdateMode = "onTyping";
    made.data = answers.current;
    made.onProcessDynamicText.add((_, options) => {
      if (options.isExists) return;
      options.isExists = true;
      options.value = answerTo(options.name);
    });
    made.onAfterRenderQuestion.add((_, { htmlElement }) => withoutOddRoles(htmlElement));
    made.onValueChanged.add(() => {
      answers.current = made.data;
    });
    return made;
  }, [json, answerTo]);
  useEffect(() => () => survey.dispose(), [survey]);
  return <Survey model={survey} />;
}
