/**
 * Where a part of a questionnaire came from: parts that were saved to the bank or inserted from it carry
 * `bankItem: {id, part, revision}`, where `part` is the part's name in the bank. It stays with the part
 * whatever becomes of its name or place, and is taken out of what respondents are sent.
 */
import { childrenKey, outlineOf } from "../draft-outline";
import { isObject, type JsonObject, type PathPart } from "../draft-tree";
import type { ItemContent } from "./item";

export const originProperty = "bankItem";

export type Origin = { id: string; part: string; revision: number };

/** Where a part came from, or null. */
export function originOf(part: unknown): Origin | null {
  const given = isObject(part) ? part[originProperty] : undefined;
  if (!isObject(given)) return null;
  const { id, part: name, revision } = given;
  const whole = typeof id === "string" && typeof name === "string" && typeof revision === "number";
  return whole ? { id, part: name, revision } : null;
}

/** A part after a change to it and to everything it holds; the inner parts first. */
export function mapParts(part: JsonObject, change: (part: JsonObject) => JsonObject): JsonObject {
  const key = childrenKey(part);
  const list = part[key];
  if (!Array.isArray(list)) return change(part);
  return change({
    ...part,
    [key]: list.map((inner: unknown) => (isObject(inner) ? mapParts(inner, change) : inner)),
  });
}

const bare = ({ [originProperty]: _, ...part }: JsonObject): JsonObject => part;

/** The parts without a word of where they came from. */
export const withoutOrigins = (parts: readonly JsonObject[]): JsonObject[] =>
  parts.map((part) => mapParts(part, bare));

/** A questionnaire without a word of where its parts came from. */
export function withoutOriginsIn(json: unknown): unknown {
  if (!isObject(json)) return json;
  const key = Array.isArray(json.pages) ? "pages" : childrenKey(json);
  const list = json[key];
  if (!Array.isArray(list)) return json;
  return {
    ...json,
    [key]: list.map((part: unknown) => (isObject(part) ? mapParts(part, bare) : part)),
  };
}

/** The parts of an item, each with where it comes from. */
export const withOrigins = (parts: readonly JsonObject[], id: string, revision: number): JsonObject[] =>
  parts.map((part) =>
    mapParts(part, (one) =>
      typeof one.name === "string" ? { ...one, [originProperty]: { id, part: one.name, revision } } : one,
    ),
  );

export type Copy = { path: PathPart[]; part: JsonObject; origin: Origin };

/** The parts of a questionnaire that came from an item of the bank; without an id, from any. */
export const copiesIn = (draft: unknown, id?: string): Copy[] =>
  outlineOf(draft).flatMap(({ path, part }) => {
    const origin = originOf(part);
    return origin && (id === undefined || origin.id === id) ? [{ path, part, origin }] : [];
  });

/** The parts of an item by their names. */
export const partsByName = ({ holds, parts }: ItemContent): Map<string, JsonObject> =>
  new Map(
    outlineOf({ pages: holds === "pages" ? parts : [{ elements: parts }] }).flatMap(({ part }) =>
      typeof part.name === "string" ? [[part.name, part]] : [],
    ),
  );
