/** Items of a workspace's question bank: questions, pages and blocks that were saved out of questionnaires. */
import type { LocalText } from "../../language";
import { holdsQuestions, outlineOf } from "../draft-outline";
import { isObject, type JsonObject, listOf, readText, wordingOf } from "../draft-tree";
import { hostileIn } from "../harmless";
import { kindOf, type QuestionKind } from "../new-question";

export type ItemContent = {
  /** What its parts are: questions that go onto a page, or pages. */
  holds: "questions" | "pages";
  parts: JsonObject[];
  /** The numbers drawn at random that its conditions read. */
  draws: JsonObject[];
};

const itemKinds = ["question", "page", "block"] as const;
export type ItemKind = (typeof itemKinds)[number];

export const itemLimits = { name: 120, tags: 12, tag: 40, parts: 60, characters: 200_000 };

/** A page is one page, a question one that holds no others; everything else is a block. */
export function kindOfItem({ holds, parts }: ItemContent): ItemKind {
  const [first] = parts;
  if (parts.length !== 1 || !first) return "block";
  if (holds === "pages") return "page";
  return holdsQuestions(first) ? "block" : "question";
}

/** The item as a questionnaire of its own, for what reads and draws questionnaires. */
export const draftOfItem = ({ holds, parts, draws }: ItemContent): JsonObject => ({
  pages: holds === "pages" ? parts : [{ name: "bank_item", elements: parts }],
  ...(draws.length > 0 ? { draws } : {}),
});

/** The item on one page, to be shown at once: its pages become groups. */
export const onePageOf = ({ holds, parts }: ItemContent): JsonObject => ({
  pages: [
    {
      name: "bank_item",
      elements:
        holds === "questions"
          ? parts
          : parts.map(({ visibleIf: _, ...page }) => ({ ...page, type: "panel" })),
    },
  ],
});

/** Its questions in their order; what only holds others is none. */
export const questionsOfItem = (content: ItemContent): JsonObject[] =>
  outlineOf(draftOfItem(content)).flatMap(({ kind, part }) =>
    kind === "question" && part.type !== "panel" ? [part] : [],
  );

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** The keys by which the analysis finds its questions. */
export const measuresOfItem = (content: ItemContent): string[] =>
  unique(
    questionsOfItem(content).flatMap(({ measure }) =>
      typeof measure === "string" && measure !== "" ? [measure] : [],
    ),
  );

/** The kinds of question in it. */
export const typesOfItem = (content: ItemContent): QuestionKind[] =>
  unique(
    questionsOfItem(content)
      .map(kindOf)
      .filter((kind) => kind !== null),
  );

/** The title of its first part that has one, by which it is known before somebody names it. */
export function titleOfItem(content: ItemContent): LocalText {
  for (const { part } of outlineOf(draftOfItem(content))) {
    const title = readText(part.title);
    const one = title["zh-CN"] || title.en;
    if (one) return { "zh-CN": title["zh-CN"] || one, en: title.en || one };
  }
  const name = String(content.parts[0]?.name ?? "");
  return { "zh-CN": name, en: name };
}

/** Everything of an item that a search looks through, in lower case: both languages, names, measures and tags. */
export function searchTextOf(item: { name: string; tags: readonly string[]; content: ItemContent }): string {
  const parts = outlineOf(draftOfItem(item.content)).flatMap(({ part }) => [
    ...wordingOf(part).flatMap(({ text }) => [text["zh-CN"], text.en]),
    String(part.name ?? ""),
    String(part.measure ?? ""),
  ]);
  return unique([item.name, ...item.tags, ...parts])
    .join("\n")
    .toLowerCase();
}

/** Whether every word of a search stands in the text. */
export const isFound = (searchText: string, search: string): boolean =>
  search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => searchText.includes(word));

/** Tags typed with commas between them, of either width; repeated and empty ones go. */
export const readTags = (typed: string): string[] =>
  unique(
    typed
      .split(/[,，、;；\n]/)
      .map((tag) => tag.trim().slice(0, itemLimits.tag))
      .filter(Boolean),
  ).slice(0, itemLimits.tags);

/** An item's content as a browser sent it, or null where it is none that could be kept. */
export function readContent(given: unknown): ItemContent | null {
  if (!isObject(given) || hostileIn(given) !== null) return null;
  const { holds } = given;
  const [parts, draws] = [listOf(given.parts), listOf(given.draws)];
  if (holds !== "questions" && holds !== "pages") return null;
  if (parts.length === 0 || parts.length > itemLimits.parts) return null;
  if (!parts.every(isObject) || !draws.every(isObject)) return null;
  if (!parts.every(({ name }) => typeof name === "string" && name !== "")) return null;
  if (JSON.stringify(given).length > itemLimits.characters) return null;
  return { holds, parts, draws };
}
