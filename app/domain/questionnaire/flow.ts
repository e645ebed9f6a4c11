/**
 * What a respondent sees and which page comes next.
 *
 * Conditions see every answer given so far, also those of items that are hidden now: SurveyJS's rule
 * while answering (`clearInvisibleValues: "onComplete"`). So the visibility of one item never depends on
 * the visibility of another, only on answers.
 */
import type { Answers, Choice, Compiled, Item, Page } from "./compiled";
import { type Context, isTrue, type Variables } from "./evaluate";

/** Names of the pages and items that are visible; a page without a visible item is not. */
export function visibleState(
  compiled: Compiled,
  answers: Answers,
  variables: Variables,
): { pages: Set<string>; items: Set<string> } {
  const context = { answers, variables };
  const pages = new Set<string>();
  const items = new Set<string>();
  for (const page of compiled.pages) {
    for (const item of visibleItems(page, context)) {
      pages.add(page.name);
      items.add(item.name);
    }
  }
  return { pages, items };
}

/** Names of the items that can be answered now: visible, and not greyed out. */
export function answerableItems(compiled: Compiled, answers: Answers, variables: Variables): Set<string> {
  const context = { answers, variables };
  const asked = compiled.pages.flatMap((page) => visibleItems(page, context));
  return new Set(asked.filter((item) => isEnabled(item, context)).map(({ name }) => name));
}

/** Whether an item that is shown can be answered. */
export const isEnabled = (item: Pick<Item, "enableIf">, context: Context): boolean =>
  item.enableIf === undefined || isTrue(item.enableIf, context);

/** The visible items of a page in their order; none when the page is hidden. */
export const visibleItems = (page: Page, context: Context): Item[] =>
  isVisible(page, context) ? page.items.filter((item) => isVisible(item, context)) : [];

/** The choices that may be picked now, in the order they were written. */
export const visibleChoices = (item: { choices: Choice[] }, context: Context): Choice[] =>
  item.choices.filter((choice) => isVisible(choice, context));

type Matrix = Extract<Item, { kind: "matrix" }>;
/** The rows of a matrix that may be answered now. */
export const visibleRows = (item: Matrix, context: Context): Matrix["rows"] =>
  item.rows.filter((row) => isVisible(row, context));

const isVisible = (part: Pick<Item, "visibleIf">, context: Context) =>
  part.visibleIf === undefined || isTrue(part.visibleIf, context);

/** Whether an item must be answered if it is visible. */
export const isRequired = (
  item: Pick<Item, "required" | "requiredIf">,
  answers: Answers,
  variables: Variables,
): boolean =>
  item.required || (item.requiredIf !== undefined && isTrue(item.requiredIf, { answers, variables }));

// Asked page by page, as a walk needs only the next one and not what all the others show.
const showsAnything = (context: Context) => (page: Page) =>
  isVisible(page, context) && page.items.some((item) => isVisible(item, context));

/**
 * The name of the visible page after `current`, or the first one when `current` is null.
 * Null when there is none (time to submit). An unknown page counts as the beginning.
 */
export function nextPage(
  compiled: Compiled,
  current: string | null,
  answers: Answers,
  variables: Variables,
): string | null {
  const at = compiled.pages.findIndex((page) => page.name === current);
  return compiled.pages.slice(at + 1).find(showsAnything({ answers, variables }))?.name ?? null;
}

/** The name of the visible page before `current`; null on the first one or on an unknown page. */
export function previousPage(
  compiled: Compiled,
  current: string,
  answers: Answers,
  variables: Variables,
): string | null {
  const at = compiled.pages.findIndex((page) => page.name === current);
  return (
    compiled.pages.slice(0, Math.max(at, 0)).findLast(showsAnything({ answers, variables }))?.name ?? null
  );
}

/** How far the respondent is: `page` counts from 1 among the pages visible now (0 if it is not one of them). */
export function progress(
  compiled: Compiled,
  current: string,
  answers: Answers,
  variables: Variables,
): { page: number; pages: number } {
  const pages = [...visibleState(compiled, answers, variables).pages];
  return { page: pages.indexOf(current) + 1, pages: pages.length };
}
