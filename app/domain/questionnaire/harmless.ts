/** Questionnaires from anywhere: what is refused before it is kept, and what is taken out before SurveyJS draws it. */
import { cleanHtml } from "./clean-html";
import { isObject, type JsonObject } from "./draft-tree";

export type Hostile = "not-an-object" | "too-large" | "too-deep" | "forbidden-key";

/** Far above any questionnaire that people answer. */
export const draftLimits = { characters: 2_000_000, nodes: 200_000, depth: 30 };
const forbidden = new Set(["__proto__", "constructor", "prototype"]);

/** Why a JSON value is no draft, or null. Looks at it without recursion, so that depth alone cannot end the program. */
export function hostileIn(json: unknown): Hostile | null {
  if (!isObject(json)) return "not-an-object";
  let characters = 0;
  let nodes = 0;
  const open: { value: unknown; depth: number }[] = [{ value: json, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    nodes += 1;
    if (typeof value === "string") characters += value.length;
    if (nodes > draftLimits.nodes || characters > draftLimits.characters) return "too-large";
    if (typeof value !== "object" || value === null) continue;
    if (depth > draftLimits.depth) return "too-deep";
    for (const key of Object.keys(value)) {
      characters += key.length;
      if (forbidden.has(key)) return "forbidden-key";
      open.push({ value: Reflect.get(value, key), depth: depth + 1 });
    }
  }
  return null;
}

/** Properties that SurveyJS draws as HTML. */
const htmlProperties = new Set(["html", "completedHtml", "completedBeforeHtml", "loadingHtml"]);
/** Properties that lead somewhere, or fetch or run something. */
const dropped = new Set([
  "navigateToUrl",
  "navigateToUrlOnCondition",
  "choicesByUrl",
  "triggers",
  "calculatedValues",
]);
const addresses = new Set(["imageLink", "logo", "backgroundImage", "image", "contentUrl"]);

const cleanText = (given: unknown): unknown => {
  if (typeof given === "string") return cleanHtml(given);
  if (!isObject(given)) return given;
  return Object.fromEntries(
    Object.entries(given).map(([locale, text]) => [
      locale,
      typeof text === "string" ? cleanHtml(text) : text,
    ]),
  );
};

/** Whether a picture may be shown from there: a plain address, here or elsewhere, or the picture itself. */
export const isSafeAddress = (given: unknown): boolean =>
  typeof given === "string" && /^(https?:\/\/|\/(?!\/)|data:image\/(png|jpeg|gif|webp);)/i.test(given.trim());

/**
 * The same questionnaire without what could run or lead away when SurveyJS draws it: HTML keeps a few tags of
 * text, pictures keep plain addresses, redirects and remote choices go. Texts stay as they are: they are drawn
 * as text.
 */
export function harmless(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(harmless);
  if (!isObject(json)) return json;
  const kept: JsonObject = {};
  for (const [key, value] of Object.entries(json)) {
    if (forbidden.has(key) || dropped.has(key)) continue;
    if (htmlProperties.has(key)) kept[key] = cleanText(value);
    else if (addresses.has(key)) {
      // One for all languages, or one for each.
      if (isSafeAddress(value)) kept[key] = value;
      else if (isObject(value))
        kept[key] = Object.fromEntries(Object.entries(value).filter(([, address]) => isSafeAddress(address)));
    } else kept[key] = harmless(value);
  }
  return kept;
}
