/** Changes after which answers to a question can no longer be set beside those of an earlier version. */
import { placedElements } from "./condition-questions";
import type { CraftFinding } from "./craft";
import { isObject, type JsonObject, listOf, type PathPart, readText } from "./draft-tree";
import { placeAt } from "./finding";

type Placed = { element: JsonObject; place: PathPart[] };

/** The same question in two versions: by measure and subject where it has one, else by name. */
const keyOf = ({ name, measure, subject }: JsonObject): string =>
  typeof measure === "string" && measure !== ""
    ? `${measure}|${String(subject ?? "")}|${String(name)}`
    : `|${String(name)}`;

const byKey = (draft: unknown): Map<string, Placed> =>
  new Map(
    placedElements(draft)
      .filter(({ element }) => !["html", "image", "panel", "expression"].includes(String(element.type)))
      .map((placed) => [keyOf(placed.element), placed]),
  );

const squeezed = (text: string) => text.replace(/\s+/g, " ").trim();

const wordingOf = (element: JsonObject) => {
  const title = readText(element.title);
  return `${squeezed(title["zh-CN"])}\n${squeezed(title.en)}`;
};

const flags = ["showOtherItem", "showNoneItem", "showDontKnowItem", "showRefuseItem"];
const optionsOf = (element: JsonObject): string[] =>
  ["choices", "rows", "columns", "items"]
    .flatMap((list) =>
      listOf(element[list]).map((entry) => {
        if (!isObject(entry)) return `${list}/${String(entry)}`;
        const text = readText(entry.text ?? entry.title);
        return `${list}/${String(entry.value ?? entry.name)}/${squeezed(text["zh-CN"])}/${squeezed(text.en)}`;
      }),
    )
    .concat(flags.filter((flag) => element[flag] === true));

const scaleOf = (element: JsonObject): string =>
  JSON.stringify([
    ...["rateMin", "rateMax", "rateStep", "rateCount", "rateValues"].map((key) => element[key] ?? null),
    ...["minRateDescription", "maxRateDescription", "min", "max", "pointTotal"].map(
      (key) => element[key] ?? null,
    ),
  ]);

/** What was there before and is not now, or the other way round; the order of options says nothing. */
function optionChange(before: string[], now: string[]): { added: number; removed: number } | null {
  const added = now.filter((option) => !before.includes(option)).length;
  const removed = before.filter((option) => !now.includes(option)).length;
  return added + removed > 0 ? { added, removed } : null;
}

/**
 * Each question of the published version whose type, wording, choices or scale is another in the draft, or that
 * is gone from it; one finding a question, the gravest change. `since` is the version's number.
 */
function breaksSince(draft: unknown, published: unknown, since: number): CraftFinding[] {
  const now = byKey(draft);
  return [...byKey(published)].flatMap(([key, before]): CraftFinding[] => {
    const found = now.get(key);
    const { name } = before.element;
    if (!found) {
      const place = { path: "", ...(typeof name === "string" ? { question: name } : {}) };
      return [{ place, kind: "question-removed", values: { since, name: String(name) } }];
    }
    const place = placeAt(found.place, name);
    const [was, is] = [before.element, found.element];
    if (was.type !== is.type)
      return [
        { place, kind: "type-changed", values: { since, before: String(was.type), now: String(is.type) } },
      ];
    if (wordingOf(was) !== wordingOf(is)) return [{ place, kind: "wording-changed", values: { since } }];
    const options = optionChange(optionsOf(was), optionsOf(is));
    if (options) return [{ place, kind: "choices-changed", values: { since, ...options } }];
    return scaleOf(was) === scaleOf(is) ? [] : [{ place, kind: "scale-changed", values: { since } }];
  });
}

/**
 * The same against every published version, the newest first: an earlier wave may have asked what the newest one no
 * longer did. A question is told once, with the newest version it differs from.
 */
export function breaksSinceEach(
  draft: unknown,
  published: readonly { number: number; json: unknown }[],
): CraftFinding[] {
  const told = new Set<string>();
  return published.flatMap(({ number, json }) => {
    const fresh = breaksSince(draft, json, number).filter(({ place }) => !told.has(place.question ?? ""));
    for (const { place } of fresh) told.add(place.question ?? "");
    return fresh;
  });
}
