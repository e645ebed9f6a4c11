/** Conditions and texts of what moves between questionnaires, where they name questions which are not there. */
import { ruleProperties } from "../draft-rules";
import { isObject, type JsonObject, wordingOf } from "../draft-tree";

/** Begins of references that are no questions: what a repeated group or a table is at. */
const around = new Set(["panel", "prevpanel", "nextpanel", "row", "item", "choice", "self", "panelindex"]);
/** What SurveyJS sets into texts itself. */
const builtIn = new Set(["pageno", "pagecount", "locale"]);

/** The questions that the braces of a text name. */
const writtenIn = (text: string): string[] =>
  [...text.matchAll(/\{\s*#?([^{}]+?)\s*\}/g)].map(([, path = ""]) => path.split(/[.[]|-comment$/i)[0] ?? "");

/** The same in lower case, as SurveyJS compares names. */
export const namedIn = (text: string): string[] => writtenIn(text).map((name) => name.toLowerCase());

/** The answers that texts of these questions and pages set in and that are not among the known (in lower case). */
export function pipedOutside(parts: readonly JsonObject[], known: ReadonlySet<string>): string[] {
  const piped = new Map<string, string>();
  for (const { text } of parts.flatMap(wordingOf))
    for (const name of [...writtenIn(text["zh-CN"]), ...writtenIn(text.en)]) {
      const key = name.toLowerCase();
      if (!known.has(key) && !around.has(key) && !builtIn.has(key) && !piped.has(key)) piped.set(key, name);
    }
  return [...piped.values()];
}

/** The parts without the conditions and checks that name others than the known (in lower case), and what those were. */
export function withKnownConditions(
  parts: readonly JsonObject[],
  known: ReadonlySet<string>,
): { parts: JsonObject[]; leftOut: string[] } {
  const leftOut: string[] = [];
  const asksOutside = (condition: unknown) => {
    if (typeof condition !== "string") return false;
    const outside = namedIn(condition).some((name) => !known.has(name) && !around.has(name));
    if (outside) leftOut.push(condition);
    return outside;
  };
  const inside = (part: unknown): unknown => {
    // A check of an answer against another question goes with its condition.
    if (Array.isArray(part))
      return part.filter((one) => !isObject(one) || !asksOutside(one.expression)).map(inside);
    if (!isObject(part)) return part;
    const entries = Object.entries(part).filter(
      ([key, inner]) => !Object.hasOwn(ruleProperties, key) || !asksOutside(inner),
    );
    return Object.fromEntries(entries.map(([key, inner]) => [key, inside(inner)]));
  };
  return { parts: parts.map(inside) as JsonObject[], leftOut };
}
