import { isObject, pageName } from "./draft-tree";
import { withEndings } from "./endings";
import { withoutOriginsIn } from "./own-bank/origin";

/** A questionnaire as SurveyJS gets it in a respondent's browser: its ends as conditions, its authors' notes left out. */
export function sentJson(json: unknown): unknown {
  if (!isObject(json)) return json;
  const { accepted: _, ...asked } = json;
  const named = Array.isArray(asked.pages)
    ? {
        ...asked,
        pages: asked.pages.map((page, at) => (isObject(page) ? { ...page, name: pageName(page, at) } : page)),
      }
    : asked;
  return withoutOriginsIn(withEndings(named));
}
