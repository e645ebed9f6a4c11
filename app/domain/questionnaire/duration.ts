/** How long answering takes. */
import type { Compiled, Item, Page } from "./compiled";

/** What only some respondents see counts for half while it is not known who will. */
const conditional = 0.5;

/** Seconds to answer, once read: a tap takes two to three, a decision about five, a sentence on a phone half a minute. */
function answering(item: Item): number {
  switch (item.kind) {
    case "statement":
    case "display":
      return 0;
    case "text":
      return item.input === "number" ? 10 : 12;
    case "comment":
      return 30;
    case "file":
      return 25;
    case "checkbox":
    case "image":
      return 8;
    case "ranking":
      return 6 * Math.min(item.maxRanked ?? 5, 5);
    case "matrix":
      return item.uniqueColumns ? 12 : 5 * item.rows.length;
    case "multipletext":
      return 6 * item.fields.length;
    case "matrixdropdown":
      return item.rows.length * sum(item.columns.map(answering));
    case "matrixdynamic":
      return Math.max(1, item.minRows) * sum(item.columns.map(answering));
    case "paneldynamic":
      return Math.max(1, item.minPanels) * sum(item.items.map(answering));
    default:
      return 5;
  }
}

/** Chinese is read at about 5 characters a second, English at about 4 words: 20 letters. */
const reading = (item: Item) =>
  Math.max(
    (item.title["zh-CN"].length + (item.description?.["zh-CN"].length ?? 0)) / 5,
    (item.title.en.length + (item.description?.en.length ?? 0)) / 20,
  );

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

const pageSeconds = (page: Page) =>
  sum(page.items.map((item) => (item.visibleIf ? conditional : 1) * (reading(item) + answering(item))));

/**
 * Whole minutes, at least 1, that a questionnaire takes a respondent, about: reading its questions and
 * answering each kind. Without `pages` those with a condition count for half; with the names of the pages a
 * respondent still sees, these alone count, in full. The paces are rules of thumb, good enough to plan with.
 */
export function estimateMinutes(compiled: Compiled, pages?: readonly string[]): number {
  const seconds = pages
    ? sum(compiled.pages.filter(({ name }) => pages.includes(name)).map(pageSeconds))
    : sum(compiled.pages.map((page) => (page.visibleIf ? conditional : 1) * pageSeconds(page)));
  return Math.max(1, Math.round(seconds / 60));
}

/** What it takes somebody who sees every page. */
export const fullMinutes = (compiled: Compiled): number =>
  estimateMinutes(
    compiled,
    compiled.pages.map(({ name }) => name),
  );
