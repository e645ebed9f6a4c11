/** A question or block that the workspace keeps, to be put into any questionnaire. */
import { placedElements } from "./condition-questions";
import {
  findQuestion,
  isObject,
  type JsonObject,
  listOf,
  pagesOf,
  questionsOf,
  valueAt,
  withValue,
} from "./draft-tree";

/** One question, or a page with all that is on it. */
export type BankContent = { kind: "question" | "page"; part: JsonObject };

/** Kept on whatever was inserted from the bank: the id of its item. */
export const bankMark = "bank";

/** The question or page of a draft as the bank keeps it; null when it is not there. */
export function takeFromDraft(
  draft: unknown,
  what: { question: string } | { page: number },
): BankContent | null {
  if ("question" in what) {
    const found = findQuestion(draft, what.question);
    return found ? { kind: "question", part: withoutMark(found.element) } : null;
  }
  const page = valueAt(draft, ["pages", what.page]);
  return isObject(page) ? { kind: "page", part: withoutMark(page) } : null;
}

const withoutMark = ({ [bankMark]: _, ...part }: JsonObject): JsonObject => part;

/** The questions in a bank item: itself, or those on its page. */
export const questionsIn = ({ kind, part }: BankContent): JsonObject[] =>
  kind === "question" ? [part] : placedElements({ pages: [part] }).map(({ element }) => element);

/** Where items of the bank are in use: by item, the questions or pages that came from it. */
export function usesIn(draft: unknown): Map<string, number> {
  const uses = new Map<string, number>();
  const marked = [
    ...questionsOf(draft).map(({ element }) => element),
    ...pagesOf(draft).map(({ page }) => page),
  ];
  for (const part of marked)
    if (typeof part[bankMark] === "string") uses.set(part[bankMark], (uses.get(part[bankMark]) ?? 0) + 1);
  return uses;
}

const namesOf = (draft: unknown): Set<string> =>
  new Set(
    [...placedElements(draft).map(({ element }) => element), ...pagesOf(draft).map(({ page }) => page)].map(
      ({ name }) => String(name ?? "").toLowerCase(),
    ),
  );

/** Whether names of the item are taken in a draft. */
export const clashesIn = (draft: unknown, content: BankContent): string[] => {
  const taken = namesOf(draft);
  return questionsIn(content)
    .map(({ name }) => String(name ?? ""))
    .filter((name) => taken.has(name.toLowerCase()));
};

/** A draft with one page where it has none: questions without pages become the first. */
const paged = (draft: unknown): unknown => {
  if (!isObject(draft)) return { pages: [] };
  if (Array.isArray(draft.pages)) return draft;
  const { elements, questions, ...rest } = draft;
  const own = listOf(elements ?? questions);
  return { ...rest, pages: own.length > 0 ? [{ name: "page1", elements: own }] : [] };
};

/** Marks what is inserted, so that the bank knows where it is used. */
export const markedParts = (itemId: string, { part }: BankContent): JsonObject => ({
  ...part,
  [bankMark]: itemId,
});

/** Where in a draft an item goes: after the page with this index. */
export const pageAfter = (draft: unknown, page: number): { draft: unknown; at: number } => {
  const whole = paged(draft);
  const { length } = pagesOf(whole);
  return { draft: whole, at: Math.min(Math.max(page + 1, 0), length) };
};

/** The draft with a further page, at its place. */
export const withPage = (draft: unknown, at: number, page: JsonObject): unknown =>
  withValue(draft, ["pages"], listOf(valueAt(draft, ["pages"])).toSpliced(at, 0, page));
