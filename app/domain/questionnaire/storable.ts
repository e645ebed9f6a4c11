/** What a draft must be to be kept: an object of a size and depth people write, and texts a database takes. */
import { isObject, type JsonObject } from "./draft-tree";
import { type Hostile, hostileIn } from "./harmless";
import { cleanText } from "./read-answer";

const inside = (given: unknown): unknown => {
  if (typeof given === "string") return cleanText(given);
  if (Array.isArray(given)) return given.map(inside);
  if (!isObject(given)) return given;
  return Object.fromEntries(Object.entries(given).map(([key, inner]) => [cleanText(key), inside(inner)]));
};

/**
 * The draft of a sent text, or why it cannot be kept: no JSON at all, too large, too deep, or with keys that
 * mean something to JavaScript. Control characters are left out; everything else stays as it was sent.
 */
export function readDraftText(
  text: string,
): { ok: true; draft: JsonObject } | { ok: false; problem: { code: Hostile } } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, problem: { code: "not-an-object" } };
  }
  const code = hostileIn(json);
  if (code) return { ok: false, problem: { code } };
  return { ok: true, draft: inside(json) as JsonObject };
}
