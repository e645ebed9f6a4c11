/** Conditions of what moves between questionnaires: those that ask about questions which are not there stay behind. */
import { ruleProperties } from "../draft-rules";
import { isObject, type JsonObject } from "../draft-tree";

/** Begins of references that are no questions: what a repeated group or a table is at. */
const around = new Set(["panel", "prevpanel", "nextpanel", "row", "item", "choice", "self", "panelindex"]);

/** The questions that the braces of a text name, in lower case. */
export const namedIn = (text: string): string[] =>
  [...text.matchAll(/\{\s*#?([^{}]+?)\s*\}/g)].map(
    ([, path = ""]) => path.toLowerCase().split(/[.[]|-comment$/)[0] ?? "",
  );

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
